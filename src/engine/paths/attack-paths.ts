/** Attack paths: from whoever stands outside to what is worth attacking, each step along a flow, backed by what is open. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { graphOf } from '../../model/graph.ts';
import type { Model } from '../../model/model.ts';
import type { Analysis } from '../analysis.ts';
import { BACKWARD, shownCost } from './cost.ts';
import { type Entry, entriesOf } from './entries.ts';
import { type Target, targetsOf } from './goals.ts';
import { type Moves, movesOf, type Step } from './moves.ts';
import { type Network, type Way, walkAlong } from './network.ts';
import { kShortest, shortest } from './shortest.ts';
import { rankCount } from './tactics.ts';

/** Paths looked for to each target. */
export const PATHS_PER_TARGET = 3;
/** Targets whose best path is looked for, and those for which second and third ones are. */
export const MOST_TARGETS = 200;
export const MOST_DETAILED = 40;

export interface PathStep extends Step {
  /** Its tactic stands before that of an earlier step. */
  back: boolean;
}

export interface AttackPath {
  /** `element>element>element` with the goal: the same path has the same id. */
  id: string;
  entry: string;
  steps: PathStep[];
  /** Sum over the steps; see cost.ts. */
  cost: number;
}

export interface TargetPaths extends Target {
  /** Cheapest first; empty where nothing open leads there. */
  paths: AttackPath[];
  /** Why there is none: nothing open there does harm to the goal, or no way leads from outside to it. */
  safe?: 'nothing-open' | 'no-way';
}

export interface AttackPaths {
  entries: Entry[];
  /** The one with the cheapest path first, those without a path last. */
  targets: TargetPaths[];
  /** Where a bound was hit, in words. */
  bounds: string[];
}

/** Deterministic. Most work: one search a target, and a few dozen for each detailed one. */
export function attackPaths(model: Model, analysis: Analysis, knowledge: Knowledge): AttackPaths {
  const where = { graph: graphOf(model), knowledge };
  const entries = entriesOf(where);
  const all = targetsOf(where);
  const moves = movesOf(analysis.findings, where);
  const search = searcher(model, entries, moves, rankCount(knowledge));
  const looked = all.slice(0, MOST_TARGETS);
  const best = looked.map((target) => ({ target, paths: search(target, 1) })).sort(byCost);
  const targets = best.map(({ target, paths }, i): TargetPaths => {
    if (paths.length === 0)
      return { ...target, paths, safe: isHarmed(target, moves) ? 'no-way' : 'nothing-open' };
    return { ...target, paths: i < MOST_DETAILED ? search(target, PATHS_PER_TARGET) : paths };
  });
  const reached = best.filter((b) => b.paths.length > 0).length;
  return { entries, targets, bounds: boundsOf(all.length, reached) };
}

const isHarmed = ({ element, goal }: Target, moves: Moves): boolean =>
  [element, ...moves.from(element)].some((from) => moves.harm(from, element, goal).length > 0);

function boundsOf(targets: number, reached: number): string[] {
  const bounds: string[] = [];
  if (targets > MOST_TARGETS)
    bounds.push(`Of ${targets} targets only the first ${MOST_TARGETS} are looked at.`);
  if (reached > MOST_DETAILED)
    bounds.push(`Further paths are looked for to the ${MOST_DETAILED} targets that are reached most easily.`);
  return bounds;
}

interface Found {
  target: Target;
  paths: AttackPath[];
}

function byCost(a: Found, b: Found): number {
  const cost = ({ paths }: Found) => paths[0]?.cost ?? Number.POSITIVE_INFINITY;
  const [x, y] = [cost(a), cost(b)];
  return x === y ? 0 : x - y;
}

/** Places are the elements, a start before all entries, and one end for the goal that is looked for. */
function searcher(model: Model, entries: readonly Entry[], moves: Moves, ranks: number) {
  const ids = model.elements.map((e) => e.id);
  const number = new Map(ids.map((id, i) => [id, i]));
  const [START, END] = [ids.length, ids.length + 1];
  const idOf = (place: number): string => ids[place] as string;
  const entryPlaces = entries.map((e) => number.get(e.element) as number);
  // Who stands outside need not go through another outsider.
  const neighbours = ids.map((id) =>
    moves.from(id).flatMap((next) => {
      const place = number.get(next);
      return place === undefined || entryPlaces.includes(place) ? [] : [place];
    }),
  );
  // Ways between elements are the same for every target.
  const waysInto = new Map<number, readonly Way<Step>[]>();
  const into = (from: number, to: number): readonly Way<Step>[] => {
    const key = from * ids.length + to;
    let ways = waysInto.get(key);
    if (!ways) {
      ways = moves.into(idOf(from), idOf(to));
      waysInto.set(key, ways);
    }
    return ways;
  };
  const begin = entryPlaces.map((place) => [
    { cost: 0, rank: 0, step: { move: 'hold', from: idOf(place), to: idOf(place), cost: 0 } as const },
  ]);

  return ({ element, goal }: Target, k: number): AttackPath[] => {
    const target = number.get(element) as number;
    const held = entryPlaces.includes(target);
    const around = moves.from(element).flatMap((id) => number.get(id) ?? []);
    const last = new Set(held ? [...around, target] : around);
    const harms = new Map<number, readonly Way<Step>[]>();
    const harm = (from: number): readonly Way<Step>[] => {
      let ways = harms.get(from);
      if (!ways) {
        ways = moves.harm(idOf(from), element, goal);
        harms.set(from, ways);
      }
      return ways;
    };
    const network: Network<Step> = {
      size: ids.length + 2,
      ranks,
      backward: BACKWARD,
      next: (place) => {
        if (place === START) return entryPlaces;
        const on = neighbours[place] ?? [];
        return last.has(place) ? [...on, END] : on;
      },
      ways: (from, to) => {
        if (from === START) return begin[entryPlaces.indexOf(to)] ?? [];
        return to === END ? harm(from) : into(from, to);
      },
    };
    // No path goes through the target on the way to it.
    const goalSearch = { from: START, to: END, closed: new Set(held ? [] : [target]) };
    const found =
      k === 1
        ? [shortest(network, goalSearch)].flatMap((p) => (p ? [p] : []))
        : kShortest(network, goalSearch, k);
    return found.map((places) => pathOf(places, network, goal));
  };
}

function pathOf(places: readonly number[], network: Network<Step>, goal: string): AttackPath {
  const { steps, back, cost } = walkAlong(network, places);
  // The first way only says where the attacker stands.
  const taken = steps.map((step, i) => ({ ...step, back: back[i] ?? false })).slice(1);
  const entry = taken[0]?.from ?? '';
  return {
    id: `${[entry, ...taken.map((s) => s.to)].join('>')}!${goal}`,
    entry,
    steps: taken,
    cost: shownCost(cost),
  };
}
