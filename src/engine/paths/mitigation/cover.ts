/**
 * The least effort that clears every need: a weighted set cover in which some needs take several controls together.
 *
 * It is NP-hard, so it is made small first: needs that another one implies, and controls that another one replaces
 * at no more effort, are dropped, and what is left falls apart into components that share no control. A component
 * is solved exactly where at most 16 controls are left, by branch and bound over at most 2^16 sets. A larger one is
 * begun greedily and searched within the same number of steps; its answer may take more than the least effort. For
 * every component a lower bound is known: needs that share no control each take at least their own cheapest set.
 */
import type { Addition } from './sites.ts';

export interface Wanted {
  sets: readonly (readonly Addition[])[];
}

export interface Cover {
  chosen: Addition[];
  effort: number;
  /** No cover takes less. Equal to `effort` where all components were solved. */
  atLeast: number;
  exact: boolean;
}

/** Controls in one component up to which the answer is exact. */
export const EXACT_UP_TO = 16;
/** Steps of the search in one component; all sets of 16 controls. */
const MOST_STEPS = 2 ** EXACT_UP_TO;
/** Needs times steps, so that large components stay quick. */
const MOST_WORK = 400_000;

type Effort = (key: Addition) => number;

export function leastCover(needs: readonly Wanted[], effort: Effort): Cover {
  const parts = components(reduced(needs, effort)).map((part) => solve(part, effort));
  const sum = (of: (c: Cover) => number) => parts.reduce((so, c) => so + of(c), 0);
  return {
    chosen: parts.flatMap((c) => c.chosen).sort(),
    effort: sum((c) => c.effort),
    atLeast: sum((c) => c.atLeast),
    exact: parts.every((c) => c.exact),
  };
}

type Sets = readonly (readonly Addition[])[];

const within = (small: readonly Addition[], large: readonly Addition[]): boolean =>
  small.every((a) => large.includes(a));

const setKey = (set: readonly Addition[]): string => [...set].sort().join(' ');

/** Of sets that hold another one, only the smaller; each once, in a fixed order. */
function minimal(sets: Sets): Addition[][] {
  const unique = new Map(sets.map((set) => [setKey(set), [...set].sort()]));
  const bySize = [...unique.values()].sort((a, b) => a.length - b.length || compare(setKey(a), setKey(b)));
  const kept: Addition[][] = [];
  for (const set of bySize) if (!kept.some((k) => within(k, set))) kept.push(set);
  return kept;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The same problem with fewer needs and controls; every answer to it is one to the whole. */
function reduced(needs: readonly Wanted[], effort: Effort): Addition[][][] {
  let list = needs.map((n) => minimal(n.sets)).filter((sets) => sets.length > 0);
  for (let size = -1; size !== sizeOf(list); ) {
    size = sizeOf(list);
    list = withoutReplaced(withoutImplied(list), effort);
  }
  return list;
}

const sizeOf = (list: readonly Sets[]): number => list.reduce((n, sets) => n + 1 + sets.flat().length, 0);

/** Needs by the controls that they know, so that only neighbours are compared. */
function byControl(list: readonly Sets[]): Map<Addition, number[]> {
  const by = new Map<Addition, number[]>();
  for (const [i, sets] of list.entries())
    for (const a of new Set(sets.flat())) by.set(a, [...(by.get(a) ?? []), i]);
  return by;
}

/** A need is implied where each of its neighbour's sets holds one of its own. */
function withoutImplied(list: readonly Addition[][][]): Addition[][][] {
  const by = byControl(list);
  const dropped = new Set<number>();
  for (const [i, sets] of list.entries()) {
    const near = new Set(sets.flat().flatMap((a) => by.get(a) ?? []));
    for (const j of near) {
      if (j === i || dropped.has(j)) continue;
      if ((list[j] ?? []).every((other) => sets.some((own) => within(own, other)))) {
        dropped.add(i);
        break;
      }
    }
  }
  return list.filter((_, i) => !dropped.has(i));
}

/** A control is replaced where another, at no more effort, does in every set what it does. */
function withoutReplaced(list: readonly Addition[][][], effort: Effort): Addition[][][] {
  const by = byControl(list);
  const gone = new Set<Addition>();
  for (const a of [...by.keys()].sort()) {
    const uses = (by.get(a) ?? []).map((i) => list[i] ?? []);
    const rivals = new Set((uses[0] ?? []).flat());
    for (const b of [...rivals].sort()) {
      if (b === a || gone.has(b) || effort(b) > effort(a)) continue;
      if (uses.every((sets) => replaces(b, a, sets))) {
        gone.add(a);
        break;
      }
    }
  }
  return list.map((sets) => sets.filter((set) => !set.some((a) => gone.has(a))));
}

const replaces = (b: Addition, a: Addition, sets: Sets): boolean =>
  sets
    .filter((set) => set.includes(a))
    .every((set) => {
      const instead = set.map((x) => (x === a ? b : x));
      return sets.some((other) => !other.includes(a) && within(other, instead));
    });

/** Needs that share a control, directly or through others, belong together. */
function components(list: readonly Addition[][][]): Addition[][][][] {
  const by = byControl(list);
  const seen = new Set<number>();
  const near = (i: number) => new Set((list[i] ?? []).flat().flatMap((a) => by.get(a) ?? []));
  const parts: Addition[][][][] = [];
  for (const start of list.keys()) {
    if (seen.has(start)) continue;
    const part = new Set([start]);
    // A set that grows while it is read ends when nothing new is found.
    for (const i of part) for (const j of near(i)) part.add(j);
    for (const i of part) seen.add(i);
    parts.push([...part].sort((x, y) => x - y).map((i) => list[i] ?? []));
  }
  return parts;
}

const costOf = (set: Iterable<Addition>, effort: Effort): number => {
  let sum = 0;
  for (const a of set) sum += effort(a);
  return sum;
};

const isMet = (sets: Sets, chosen: ReadonlySet<Addition>): boolean =>
  sets.some((set) => set.every((a) => chosen.has(a)));

function solve(part: readonly Addition[][][], effort: Effort): Cover {
  let best = greedy(part, effort);
  let least = costOf(best, effort);
  const atLeast = floor(part, new Set(), effort);
  const steps = Math.min(MOST_STEPS, Math.max(1, Math.floor(MOST_WORK / part.length)));
  const controls = new Set(part.flat(2)).size;
  const budget = { left: controls <= EXACT_UP_TO ? MOST_STEPS : steps };
  const seen = new Set<string>();
  const branch = (chosen: Addition[]): void => {
    if (budget.left <= 0) return;
    const key = setKey(chosen);
    if (seen.has(key)) return;
    seen.add(key);
    budget.left--;
    const have = new Set(chosen);
    const cost = costOf(have, effort);
    if (cost + floor(part, have, effort) >= least) return;
    const open = part.filter((sets) => !isMet(sets, have)).sort((a, b) => a.length - b.length)[0];
    if (!open) {
      best = chosen;
      least = cost;
      return;
    }
    for (const set of open) branch([...chosen, ...set.filter((a) => !have.has(a))]);
  };
  if (least > atLeast) branch([]);
  const exact = least === atLeast || budget.left > 0;
  return { chosen: [...best], effort: least, atLeast: exact ? least : atLeast, exact };
}

/** What is still needed at least: needs that share no control, each with its cheapest set. */
function floor(part: readonly Addition[][][], have: ReadonlySet<Addition>, effort: Effort): number {
  const taken = new Set<Addition>();
  let sum = 0;
  const open = part
    .filter((sets) => !isMet(sets, have))
    .map((sets) => ({
      controls: new Set(sets.flat().filter((a) => !have.has(a))),
      cost: cheapest(sets, have, effort),
    }))
    .sort((a, b) => a.controls.size - b.controls.size || b.cost - a.cost);
  for (const { controls, cost } of open) {
    if ([...controls].some((a) => taken.has(a))) continue;
    for (const a of controls) taken.add(a);
    sum += cost;
  }
  return sum;
}

const cheapest = (sets: Sets, have: ReadonlySet<Addition>, effort: Effort): number =>
  Math.min(
    ...sets.map((set) =>
      costOf(
        set.filter((a) => !have.has(a)),
        effort,
      ),
    ),
  );

/** Most needs met for the effort, again and again; then without what turned out not to be needed. */
function greedy(part: readonly Addition[][][], effort: Effort): Addition[] {
  const chosen = new Set<Addition>();
  for (let open = [...part]; open.length > 0; open = open.filter((sets) => !isMet(sets, chosen))) {
    let best: { set: Addition[]; worth: number } | undefined;
    for (const set of minimal(open.flat().map((s) => s.filter((a) => !chosen.has(a))))) {
      const have = new Set([...chosen, ...set]);
      const worth = open.filter((sets) => isMet(sets, have)).length / costOf(set, effort);
      if (!best || worth > best.worth) best = { set, worth };
    }
    for (const a of best?.set ?? []) chosen.add(a);
    if (!best) break;
  }
  for (const a of [...chosen].sort((x, y) => effort(y) - effort(x) || compare(x, y))) {
    chosen.delete(a);
    if (!part.every((sets) => isMet(sets, chosen))) chosen.add(a);
  }
  return [...chosen];
}
