/** Names by id: what a system's pages call its elements, flows, data and zones. */
import { flowNumber } from '../diagram/flow-label.ts';
import type { Target } from '../engine/analysis.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Flow, Model } from '../model/model.ts';
import { elementAnchor, flowAnchor, systemPath } from './paths.ts';

/** The part of the knowledge base that names need; tests give a small one. */
export type KnownNames = Pick<Knowledge, 'entry' | 'control' | 'component'>;

export interface SystemNames {
  system: { id: string; name: string; path: string };
  element(id: string): string;
  data(id: string): string;
  zone(id: string): string;
  /** `From → To` */
  flowEnds(flow: Flow): string;
  /** What a finding is about, in words, with its place on the overview. */
  target(target: Target): TargetName;
}

export interface TargetName {
  type: Target['type'];
  /** The element's name, or the flow's ends. */
  name: string;
  /** The flow's number and own name, where it is a flow. */
  detail?: string;
  path: string;
}

const namesIn = (list: readonly { id: string; name: string }[]) => {
  const names = new Map(list.map((x) => [x.id, x.name]));
  return (id: string) => names.get(id) ?? id;
};

export function namesOf(model: Model): SystemNames {
  const element = namesIn(model.elements);
  const flows = new Map(model.flows.map((f) => [f.id, f]));
  const flowEnds = (flow: Flow) => `${element(flow.from)} → ${element(flow.to)}`;
  const base = systemPath(model.id);
  return {
    system: { id: model.id, name: model.name, path: base },
    element,
    data: namesIn(model.data),
    zone: namesIn(model.zones),
    flowEnds,
    target: (target) => {
      const flow = target.type === 'flow' ? flows.get(target.id) : undefined;
      if (flow) {
        const number = flowNumber(model, flow.id) ?? flow.id;
        const detail = flow.name ? `${number} ${flow.name}` : number;
        return { type: 'flow', name: flowEnds(flow), detail, path: `${base}#${flowAnchor(flow.id)}` };
      }
      const path = target.type === 'element' ? `${base}#${elementAnchor(target.id)}` : base;
      return { type: target.type, name: target.name, path };
    },
  };
}
