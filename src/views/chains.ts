/** Attack chains that a workshop worked out, step by step with what would stop or show each one, and where they break. */
import type { ChainLink } from '../diagram/chain.ts';
import {
  type ChainControl,
  type CheckedChain,
  type CheckedStep,
  checkedChains,
  type Way,
} from '../engine/paths/chains.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Chain, Model } from '../model/model.ts';
import type { ControlStatus } from '../model/vocabulary.ts';
import { CONTROL_STATUS_LABELS, listed } from './labels.ts';
import { namesOf, type SystemNames } from './names.ts';
import { chainAnchor, controlPath } from './paths.ts';
import { placeName } from './place-name.ts';
import { type Chip, referenceChip } from './references.ts';

export interface ChainControlView {
  name: string;
  path: string;
  status: ControlStatus;
  statusLabel: string;
}

export interface ChainStep {
  technique: Chip;
  tactic?: Chip;
  target: { name: string; path: string };
  what: string;
  prevented: ChainControlView[];
  detected: ChainControlView[];
  /** How the model leads here, where that is not plain; what is unusual in the order. */
  remarks: string[];
  /** It is the first step that something in place stops. */
  breaks: boolean;
}

export interface ChainView {
  id: string;
  anchor: string;
  name: string;
  goal?: string;
  actor?: string;
  /** Where it breaks and where it is seen, in two sentences. */
  verdict: string;
  /** Nothing in place stops it. */
  unbroken: boolean;
  steps: ChainStep[];
  /** For the drawing. */
  links: ChainLink[];
}

export function chainsOf(model: Model, knowledge: Knowledge): ChainView[] {
  const checked = new Map(checkedChains(model, knowledge).map((c) => [c.id, c]));
  return model.chains.flatMap((chain) => {
    const found = checked.get(chain.id);
    return found ? [chainView(chain, found, model, knowledge)] : [];
  });
}

function chainView(chain: Chain, found: CheckedChain, model: Model, knowledge: Knowledge): ChainView {
  const names = namesOf(model);
  const steps = chain.steps.flatMap((step, i): ChainStep[] => {
    const seen = found.steps[i];
    return seen ? [{ ...stepView(step, seen, names, knowledge), breaks: found.breaksAt === i + 1 }] : [];
  });
  return {
    id: chain.id,
    anchor: chainAnchor(chain.id),
    name: chain.name,
    ...(chain.goal ? { goal: chain.goal } : {}),
    ...(chain.actor ? { actor: chain.actor } : {}),
    verdict: verdictOf(found, steps),
    unbroken: found.breaksAt === undefined,
    steps,
    links: steps.map(({ technique, tactic, target }) => ({
      phase: tactic?.name ?? '',
      action: `${technique.name ?? technique.label}, ${target.name}`,
    })),
  };
}

function stepView(
  { on, technique, what }: Chain['steps'][number],
  seen: CheckedStep,
  names: SystemNames,
  knowledge: Knowledge,
): Omit<ChainStep, 'breaks'> {
  const { name, path } = placeName(on, names);
  const control = ({ id, status, elsewhere }: ChainControl): ChainControlView => ({
    name: knowledge.control(id)?.name ?? id,
    path: controlPath(id),
    status,
    statusLabel: CONTROL_STATUS_LABELS[status] + elsewhereText(elsewhere, names),
  });
  return {
    technique: seen.technique ? referenceChip(seen.technique, knowledge) : { label: technique },
    ...(seen.tactic ? { tactic: referenceChip(seen.tactic, knowledge) } : {}),
    target: { name, path },
    what,
    prevented: seen.prevented.map(control),
    detected: seen.detected.map(control),
    remarks: [
      ...wayRemark(seen.way, names),
      ...(seen.back ? [backRemark(knowledge.entry(seen.tactic ?? '')?.name ?? '')] : []),
    ],
  };
}

const elsewhereText = (elements: readonly string[], names: SystemNames): string =>
  elements.length === 0 ? '' : `, but on ${listed(elements.slice(0, 3).map((id) => names.element(id)))}`;

function wayRemark(way: Way, names: SystemNames): string[] {
  if (way.by === 'through') return [`By way of ${listed(way.elements.map((id) => names.element(id)))}.`];
  return way.by === 'none' ? ['The model draws no flow from the step above to here.'] : [];
}

const backRemark = (tactic: string): string =>
  `The matrix lists ${tactic} before an earlier step: what was planted works later.`;

function verdictOf({ breaksAt, seenAt }: CheckedChain, steps: readonly ChainStep[]): string {
  const inPlace = (list: readonly ChainControlView[] = []) =>
    listed(list.filter((c) => c.status === 'implemented').map((c) => c.name));
  const stopped = breaksAt
    ? `It breaks at step ${breaksAt}: ${inPlace(steps[breaksAt - 1]?.prevented)} in place.`
    : 'Nothing in place stops it.';
  const seen = seenAt
    ? `It is first seen at step ${seenAt}, by ${inPlace(steps[seenAt - 1]?.detected)}.`
    : 'Nothing in place would show it.';
  return `${stopped} ${seen}`;
}
