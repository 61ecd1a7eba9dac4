/**
 * The order of a plan's steps: what cuts most open score for its effort comes first.
 *
 * The cut is weighed group by group: a finding that is shown, with those that stand behind it and would be shown
 * once it asks for less than they do. What a step really leaves open is worked out with the engine's own folding.
 */
import type { State } from '../../analysis.ts';
import { isOpen } from '../../summary.ts';
import type { Case } from './cases.ts';
import type { Need } from './clearing.ts';
import { type Addition, addition, partsOf, SYSTEM, withAdditions } from './sites.ts';
import type { WhatIf } from './what-if.ts';

type Effort = (key: Addition) => number;

interface Bundle {
  keys: readonly Addition[];
  groups: readonly string[];
  /** Risk cut for one point of effort; undefined while nobody had to know. */
  worth: number | undefined;
  /** It cannot be worth more than this. */
  most: number;
}

/**
 * All of the chosen in order. Controls that only work together are weighed together and stand one after the other.
 * @param most no more than about so many are put in order; the rest is left out
 */
export function inOrder(
  chosen: readonly Addition[],
  needs: readonly Need[],
  situation: WhatIf,
  effort: Effort,
  most: number,
): Addition[] {
  const groups = Map.groupBy(situation.cases, (c) => c.shownAs);
  const bundles = bundlesOf(chosen, needs, situation);
  const added = new Set<Addition>();
  const risk = new Map<string, number>();
  const measure = (ids: Iterable<string>) => {
    const now = withAdditions(situation.context, added);
    for (const id of ids) risk.set(id, riskOf(groups.get(id) ?? [], id, now));
  };
  const missing = ({ keys }: Bundle) => keys.filter((key) => !added.has(key));
  const perPoint = (bundle: Bundle, cut: number) =>
    cut /
    Math.max(
      1,
      missing(bundle).reduce((sum, key) => sum + effort(key), 0),
    );
  const forget = (bundle: Bundle) => {
    bundle.worth = undefined;
    bundle.most = perPoint(
      bundle,
      bundle.groups.reduce((sum, id) => sum + (risk.get(id) ?? 0), 0),
    );
  };
  const weigh = (bundle: Bundle): number => {
    const after = withAdditions(situation.context, [...added, ...missing(bundle)]);
    let cut = 0;
    for (const id of bundle.groups) cut += (risk.get(id) ?? 0) - riskOf(groups.get(id) ?? [], id, after);
    return perPoint(bundle, cut);
  };
  const near = Map.groupBy(
    bundles.flatMap((bundle) => bundle.groups.map((group) => ({ bundle, group }))),
    ({ group }) => group,
  );
  measure(groups.keys());
  for (const bundle of bundles) forget(bundle);
  while (added.size < Math.min(chosen.length, most)) {
    const best = first(
      bundles.filter((b) => missing(b).length > 0),
      weigh,
    );
    if (!best) break;
    for (const key of best.keys) added.add(key);
    measure(best.groups);
    for (const group of best.groups) for (const { bundle } of near.get(group) ?? []) forget(bundle);
  }
  return [...added];
}

/** The greatest worth; of equal ones the fewest controls, then the first by name. Weighs only what may come first. */
function first(bundles: readonly Bundle[], weigh: (bundle: Bundle) => number): Bundle | undefined {
  let best: { bundle: Bundle; worth: number } | undefined;
  for (const bundle of [...bundles].sort((a, b) => b.most - a.most || a.keys.length - b.keys.length)) {
    if (best && bundle.most < best.worth) break;
    bundle.worth ??= weigh(bundle);
    const { worth } = bundle;
    const better = worth > (best?.worth ?? Number.NEGATIVE_INFINITY);
    if (better || (worth === best?.worth && precedes(bundle, best.bundle))) best = { bundle, worth };
  }
  return best?.bundle;
}

const precedes = (a: Bundle, b: Bundle): boolean =>
  a.keys.length === b.keys.length ? a.keys.join(' ') < b.keys.join(' ') : a.keys.length < b.keys.length;

/** Each control alone, and the controls that clear one need together. */
function bundlesOf(chosen: readonly Addition[], needs: readonly Need[], situation: WhatIf): Bundle[] {
  const have = new Set(chosen);
  const together = needs.flatMap(({ sets }) =>
    sets.filter((s) => s.length > 1 && s.every((a) => have.has(a))),
  );
  const lists = [...chosen.map((a) => [a]), ...together.map((s) => [...s].sort())];
  const unique = new Map(lists.map((keys) => [keys.join(' '), keys]));
  const concerned = seekers(situation);
  return [...unique.values()].map((keys) => ({
    keys,
    groups: [...new Set(keys.flatMap((key) => concerned(key).map((c) => c.shownAs)))],
    worth: undefined,
    most: 0,
  }));
}

/** The cases that look for a control in a place; those of a control for the whole system are all that look for it. */
function seekers({ cases, seeking }: WhatIf): (key: Addition) => readonly Case[] {
  const by = new Map<Addition, Case[]>();
  for (const one of cases)
    for (const place of placesOf(one))
      for (const { id } of one.sought) {
        const key = addition(id, place);
        const list = by.get(key);
        if (list) list.push(one);
        else by.set(key, [one]);
      }
  return (key) => {
    const { control, place } = partsOf(key);
    return place === SYSTEM ? seeking(control) : (by.get(key) ?? []);
  };
}

const placesOf = ({ subject }: Case): string[] => {
  if (subject === null) return [];
  return 'from' in subject ? [...new Set([subject.id, subject.from, subject.to])] : [subject.id];
};

const UNREST: Partial<Record<State, number>> = { open: 2, 'partly-mitigated': 1 };

function riskOf(group: readonly Case[], shown: string, context: WhatIf['context']): number {
  const outcomes = group.map((one) => ({ one, ...one.outcome(context) }));
  const head = outcomes.find(({ one }) => one.id === shown);
  const bar = UNREST[head?.state ?? 'mitigated'] ?? 0;
  let sum = 0;
  for (const { one, state, score } of outcomes) {
    if (!isOpen({ state }) || one.decided) continue;
    if (one.id === shown || (UNREST[state] ?? 0) > bar) sum += score;
  }
  return sum;
}
