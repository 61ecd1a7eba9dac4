/**
 * Few findings that stand for many: what is general folds under what is more specific on the same target
 * (`refines`), or under a finding that asks for the same remedy where that remedy belongs (`folds-into`).
 *
 * A finding never folds under one that is less unresolved than itself.
 */
import type { ModelGraph } from '../model/graph.ts';
import type { State, Target } from './analysis.ts';
import { isKin } from './rule/remedy.ts';
import type { FoldsInto, Rule } from './rule/schema.ts';

/** What folding has to know of a finding. */
export interface Foldable {
  /** Undefined for a threat that people found. */
  rule: Rule | undefined;
  target: Target;
  /** The state before a decision was applied: accepting a threat settles its general forms too. */
  before: State;
  state: State;
  decision?: object;
  /** The residual score, uncapped. */
  residual(): number;
}

/** How much a state still wants from the team. */
const UNREST: Readonly<Record<State, number>> = {
  open: 3,
  'partly-mitigated': 2,
  asked: 1,
  accepted: 0,
  transferred: 0,
  avoided: 0,
  mitigated: 0,
  'not-applicable': 0,
};

const unrest = ({ state, before }: Foldable): number => (state === 'not-applicable' ? -1 : UNREST[before]);

type Ends = Pick<ModelGraph, 'flow' | 'flowsFrom'>;
/** By the id of the target, then by that of the rule. */
type ByTarget<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

/** @returns each finding that is not shown by itself, with the shown one that stands for it */
export function standIns<T extends Foldable>(list: readonly T[], graph: Ends): Map<T, T> {
  const said = byTarget(list);
  const parents = refined(list, said);
  const tops = new Map<T, T>();
  /** The end of a chain of folds; rules go round in no circle, so that there is one. */
  const topOf = (one: T): T => {
    let top = tops.get(one);
    if (top) return top;
    const parent = parents.get(one) ?? ownerOf(one, said, graph, topOf);
    top = parent ? topOf(parent) : one;
    tops.set(one, top);
    return top;
  };
  const under = new Map<T, T>();
  for (const one of list) {
    const top = topOf(one);
    if (top !== one) under.set(one, top);
  }
  return under;
}

function byTarget<T extends Foldable>(list: readonly T[]): ByTarget<T> {
  const said = new Map<string, Map<string, T>>();
  for (const one of list) {
    if (!one.rule) continue;
    let here = said.get(one.target.id);
    if (!here) {
      here = new Map();
      said.set(one.target.id, here);
    }
    here.set(one.rule.id, one);
  }
  return said;
}

/** General findings, with the most unresolved of the specific ones that refine them on the same target. */
function refined<T extends Foldable>(list: readonly T[], said: ByTarget<T>): Map<T, T> {
  const under = new Map<T, T>();
  for (const specific of list) {
    if (!specific.rule) continue;
    for (const id of specific.rule.refines) {
      const general = said.get(specific.target.id)?.get(id);
      if (!general || unrest(specific) < unrest(general)) continue;
      const rival = under.get(general);
      if (!rival || better(specific, rival)) under.set(general, specific);
    }
  }
  return under;
}

const better = (a: Foldable, b: Foldable): boolean =>
  (unrest(a) - unrest(b) || a.residual() - b.residual()) > 0;

/** The first of what its rule folds into that may stand for it. What a person has decided stands on its own. */
function ownerOf<T extends Foldable>(
  general: T,
  said: ByTarget<T>,
  graph: Ends,
  topOf: (one: T) => T,
): T | undefined {
  if (!general.rule || general.decision) return undefined;
  for (const { rule, on } of general.rule['folds-into']) {
    let best: T | undefined;
    for (const place of placesOf(general.target, on, graph)) {
      const owner = said.get(place)?.get(rule);
      if (!owner || !mayStandFor(owner, general, topOf)) continue;
      if (!best || unrest(owner) > unrest(best)) best = owner;
    }
    if (best) return best;
  }
  return undefined;
}

/** Up a chain it goes only with its category or its remedy; and a question is never folded away, but goes with one that waits too. */
function mayStandFor<T extends Foldable>(owner: T, general: T, topOf: (one: T) => T): boolean {
  if (unrest(owner) < unrest(general)) return false;
  const top = topOf(owner);
  if (general.rule && top.rule && !areKin(general.rule, top.rule)) return false;
  return general.state !== 'asked' || top.state === 'asked';
}

/** By the general rule, then by the other: rules outlive analyses, and the same pairs come up again and again. */
const kin = new WeakMap<Rule, WeakMap<Rule, boolean>>();

function areKin(general: Rule, by: Rule): boolean {
  let known = kin.get(general);
  if (!known) {
    known = new WeakMap();
    kin.set(general, known);
  }
  let answer = known.get(by);
  if (answer === undefined) {
    answer = isKin(general, by);
    known.set(by, answer);
  }
  return answer;
}

/** Ids of the targets on which the finding that stands for it may be. */
function placesOf({ id }: Target, on: FoldsInto['on'], graph: Ends): readonly string[] {
  if (on === 'here') return [id];
  if (on === 'receivers') return graph.flowsFrom(id).map((flow) => flow.to);
  const end = graph.flow(id)?.[on];
  return end === undefined ? [] : [end];
}
