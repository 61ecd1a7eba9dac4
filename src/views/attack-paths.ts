/** A system's attack paths: what is worth attacking with the ways that lead there, what they share, and the chains of people. */
import type { Finding } from '../engine/analysis.ts';
import {
  type AttackPath,
  attackPaths,
  type PathStep,
  type TargetPaths,
} from '../engine/paths/attack-paths.ts';
import { type Crossed, chokePoints } from '../engine/paths/choke-points.ts';
import { shownCost } from '../engine/paths/cost.ts';
import type { Goal } from '../engine/paths/goals.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type ChainView, chainsOf } from './chains.ts';
import { plural } from './dates.ts';
import { type FindingContext, type FindingLine, findingLine } from './finding.ts';
import type { TargetName } from './names.ts';
import { placeName } from './place-name.ts';
import { type Chip, referenceChip } from './references.ts';
import { contextOf, type System, type SystemHead, systemHead } from './system.ts';

/** How many of each kind of choke point are shown. */
const MOST_CHOKE_POINTS = 5;

export interface StepView {
  from: string;
  /** `sends to`, `reads from` */
  verb: string;
  to: string;
  flow?: TargetName;
  /** Left out for ordinary use. */
  finding?: FindingLine;
  technique?: Chip;
  tactic?: Chip;
  back: boolean;
}

export interface PathView {
  /** `Customer → Chat Widget → Bot` */
  route: string;
  cost: string;
  steps: StepView[];
}

export interface TargetView {
  anchor: string;
  goal: string;
  target: TargetName;
  why: string;
  best: PathView;
  others: PathView[];
}

export interface SafeTarget {
  goal: string;
  target: TargetName;
  why: string;
  reason: string;
}

export interface ChokePointView {
  kind: 'finding' | 'element' | 'flow';
  name: string;
  path: string;
  finding?: FindingLine;
  paths: number;
  /** Whole per cent. */
  share: number;
}

export interface AttackPathsView {
  head: SystemHead;
  entries: { name: string; path: string; why: string }[];
  targets: TargetView[];
  safe: SafeTarget[];
  /** Why no path is shown. */
  empty?: string;
  paths: number;
  chokePoints: ChokePointView[];
  /** What could add paths, and which bounds were hit. */
  remarks: string[];
  chains: ChainView[];
}

const GOAL_LABELS: Readonly<Record<Goal, string>> = {
  'model-weights': 'Model weights',
  'training-data': 'Training data',
  'personal-data': 'Personal data',
  decisions: 'Decisions',
  availability: 'Availability',
  tools: 'Tool privileges',
  secrets: 'Secrets',
};

export function attackPathsView(system: System, knowledge: Knowledge): AttackPathsView {
  const { model, analysis } = system;
  const context = contextOf(system, knowledge);
  const { entries, targets, bounds } = attackPaths(model, analysis, knowledge);
  const reached = targets.filter((t) => t.paths.length > 0);
  const { paths, ...points } = chokePoints(reached);
  const stores = new Set(model.elements.filter((e) => e.type === 'data-store').map((e) => e.id));
  const show = (path: AttackPath) => pathView(path, stores, context, knowledge);
  const empty = emptyReason(entries.length, targets.length, reached.length);
  return {
    head: systemHead(system, 'Attack paths'),
    entries: entries.map(({ element, why }) => ({ ...placeName(element, context.names), why })),
    targets: reached.flatMap(({ paths: [best, ...others], ...target }) =>
      best ? [{ ...targetView(target, context), best: show(best), others: others.map(show) }] : [],
    ),
    safe: targets.filter((t) => t.paths.length === 0).map((target) => safeTarget(target, context)),
    ...(empty ? { empty } : {}),
    paths,
    chokePoints: [
      ...points.findings.slice(0, MOST_CHOKE_POINTS).map((p) => findingPoint(p, context)),
      ...points.elements.slice(0, MOST_CHOKE_POINTS).map((p) => placePoint('element', p, context)),
      ...points.flows.slice(0, MOST_CHOKE_POINTS).map((p) => placePoint('flow', p, context)),
    ],
    remarks: [...bounds, ...askedRemark(analysis.summary.byState.asked)],
    chains: chainsOf(model, knowledge),
  };
}

const askedRemark = (asked: number): string[] =>
  asked === 0 ? [] : [`${plural(asked, 'finding')} waiting for an answer may open further ways.`];

function emptyReason(entries: number, targets: number, reached: number): string | undefined {
  if (entries === 0)
    return 'The model shows nobody outside: no external entity, and nothing that can be held in the hands. Draw who uses the system.';
  if (targets === 0)
    return 'Nothing in the model is a target: no model weights, training or personal data, decisions, serving, tools with powers, or secrets.';
  if (reached === 0) return `Nothing open leads from outside to any of the ${targets} targets.`;
  return undefined;
}

const targetView = ({ element, goal, why }: Omit<TargetPaths, 'paths'>, context: FindingContext) => ({
  anchor: `target-${goal}-${element}`,
  goal: GOAL_LABELS[goal],
  target: placeName(element, context.names),
  why,
});

function safeTarget({ element, goal, why, safe }: TargetPaths, context: FindingContext): SafeTarget {
  const reason = safe === 'no-way' ? 'no way leads there from outside' : 'nothing open there does this harm';
  return { goal: GOAL_LABELS[goal], target: placeName(element, context.names), why, reason };
}

function pathView(
  { entry, steps, cost }: AttackPath,
  stores: ReadonlySet<string>,
  context: FindingContext,
  knowledge: Knowledge,
): PathView {
  const name = (id: string) => context.names.element(id);
  return {
    route: [entry, ...steps.map((s) => s.to)].map(name).join(' → '),
    cost: shownCost(cost).toFixed(1),
    steps: steps.map((step) => ({
      from: name(step.from),
      verb: verbOf(step, stores),
      to: name(step.to),
      ...(step.flow ? { flow: placeName(step.flow, context.names) } : {}),
      ...(step.finding ? { finding: findingLine(step.finding, context) } : {}),
      ...(step.practice ? { technique: referenceChip(step.practice.technique, knowledge) } : {}),
      ...(step.practice?.tactic ? { tactic: referenceChip(step.practice.tactic, knowledge) } : {}),
      back: step.back,
    })),
  };
}

function verbOf({ move, from, to }: PathStep, stores: ReadonlySet<string>): string {
  if (move === 'hold') return 'is in the hands of the attacker:';
  if (move === 'answer') return 'answers';
  if (move === 'read') return 'reads from';
  if (stores.has(from)) return 'is read by';
  return stores.has(to) ? 'writes to' : 'sends to';
}

const percent = (share: number): number => Math.round(100 * share);

function findingPoint({ what, paths, share }: Crossed<Finding>, context: FindingContext): ChokePointView {
  const finding = findingLine(what, context);
  return { kind: 'finding', name: finding.title, path: finding.path, finding, paths, share: percent(share) };
}

function placePoint(
  kind: 'element' | 'flow',
  { what, paths, share }: Crossed<string>,
  { names }: FindingContext,
): ChokePointView {
  const { name, detail, path } = placeName(what, names);
  return { kind, name: detail ? `${detail}, ${name}` : name, path, paths, share: percent(share) };
}
