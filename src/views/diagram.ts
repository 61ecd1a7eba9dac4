/** What a system's page adds to its diagram: links to the tables, a mark for the worst open finding. */
import type { DfdHooks } from '../diagram/annotate.ts';
import { cleanLabel } from '../diagram/escape.ts';
import { flowLabels, NAMED_FLOWS_LIMIT } from '../diagram/flow-label.ts';
import type { Finding, Severity } from '../engine/analysis.ts';
import type { Model } from '../model/model.ts';
import { type Tally, tallyOf } from './counts.ts';
import { plural } from './dates.ts';
import { SEVERITY_LABELS } from './labels.ts';
import { type KnownNames, namesOf } from './names.ts';
import { elementAnchor, flowAnchor } from './paths.ts';

/** The shapes of severities, as text. */
const SHAPES: Readonly<Record<Severity, string>> = {
  critical: '◆',
  high: '▲',
  medium: '●',
  low: '▼',
  info: '–',
};

/** Links are fragments of the overview: the picture stands on no other page. */
export function diagramHooks(model: Model, findings: readonly Finding[], known: KnownNames): DfdHooks {
  const names = namesOf(model);
  const byTarget = Map.groupBy(findings, (f) => f.target.id);
  const tally = (id: string) => tallyOf(byTarget.get(id) ?? []);
  const labels = flowLabels(model, NAMED_FLOWS_LIMIT);
  const labelOf = new Map(model.flows.map((f, i) => [f.id, labels[i] ?? f.id]));
  const elements = new Map(model.elements.map((e) => [e.id, e]));
  const flows = new Map(model.flows.map((f) => [f.id, f]));
  return {
    linkOf: (id) => `#${elementAnchor(id)}`,
    // A spoken name begins with what is seen, so that it can be said to a machine.
    nameOf: (id) => said(cleanLabel(names.element(id)), tally(id)),
    classesOf: (id) => {
      const kind = elements.get(id)?.kind;
      return kind && known.component(kind)?.ai ? ['ai'] : [];
    },
    badgeOf: (id) => {
      const { worst, exposed } = tally(id);
      return worst && { text: `${SHAPES[worst]} ${exposed}`, classes: [worst] };
    },
    flowLinkOf: (id) => `#${flowAnchor(id)}`,
    flowNameOf: (id) => {
      const flow = flows.get(id);
      return flow && said(`${labelOf.get(id)}, ${names.flowEnds(flow)}`, tally(id));
    },
    flowClassesOf: (id) => {
      const { worst } = tally(id);
      return worst ? [`worst-${worst}`] : [];
    },
  };
}

/** `Retriever, 3 open findings, worst high` */
function said(name: string, { worst, exposed }: Tally): string {
  return worst ? `${name}, ${plural(exposed, 'open finding')}, worst ${SEVERITY_LABELS[worst]}` : name;
}
