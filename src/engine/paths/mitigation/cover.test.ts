/** The cover against trying every set of controls. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leastCover } from './cover.ts';

const CONTROLS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
const set = fc.uniqueArray(fc.constantFrom(...CONTROLS), { minLength: 1, maxLength: 3 });
const needs = fc.array(fc.record({ sets: fc.array(set, { minLength: 1, maxLength: 4 }) }), { maxLength: 8 });
const efforts = fc.record(Object.fromEntries(CONTROLS.map((c) => [c, fc.constantFrom(1, 2, 4)])));

function leastByTrying(list: { sets: string[][] }[], effort: (key: string) => number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let bits = 0; bits < 2 ** CONTROLS.length; bits++) {
    const chosen = CONTROLS.filter((_, i) => bits & (1 << i));
    const met = list.every(({ sets }) => sets.some((s) => s.every((a) => chosen.includes(a))));
    if (met)
      least = Math.min(
        least,
        chosen.reduce((sum, a) => sum + effort(a), 0),
      );
  }
  return least;
}

test('small problems are answered exactly, and the answer meets every need', () => {
  fc.assert(
    fc.property(needs, efforts, (list, rated) => {
      const effort = (key: string) => rated[key] ?? 1;
      const cover = leastCover(list, effort);
      expect(cover.effort).toBe(leastByTrying(list, effort));
      expect(cover).toMatchObject({ exact: true, atLeast: cover.effort });
      for (const { sets } of list)
        expect(sets.some((s) => s.every((a) => cover.chosen.includes(a)))).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('a large tangle is bounded: the answer covers, and the bound is below it', () => {
  // Every need shares controls with others: 60 controls in one component, no reduction possible.
  const size = 60;
  const list = Array.from({ length: size }, (_, i) => ({
    sets: [1, 7, 19, 31].map((step) => [`c${(i + step) % size}`, `c${(i * 3 + step) % size}`]),
  }));
  const cover = leastCover(list, () => 1);
  for (const { sets } of list) expect(sets.some((s) => s.every((a) => cover.chosen.includes(a)))).toBe(true);
  expect(cover.atLeast).toBeLessThanOrEqual(cover.effort);
  expect(cover.chosen).toHaveLength(cover.effort);
});
