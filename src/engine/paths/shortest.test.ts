/** The path search against a search that tries everything. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Network, type Way, walkAlong } from './network.ts';
import { kShortest, shortest } from './shortest.ts';

const RANKS = 3;
const way = fc.record({ cost: fc.integer({ min: 1, max: 9 }), rank: fc.integer({ min: 0, max: RANKS }) });
const networks = fc
  .integer({ min: 2, max: 6 })
  .chain((size) =>
    fc
      .array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), way), { maxLength: 24 })
      .map((list) => networkOf(size, list)),
  );

function networkOf(size: number, list: [number, number, { cost: number; rank: number }][]): Network<string> {
  const ways = (from: number, to: number): Way<string>[] =>
    list
      .filter(([f, t]) => f === from && t === to)
      .map(([, , w], i) => ({ ...w, step: `${from}-${to}-${i}` }));
  return {
    size,
    ranks: RANKS,
    backward: 2,
    next: (place) => [...new Set(list.filter(([f]) => f === place).map(([, t]) => t))],
    ways,
  };
}

/** All paths without a loop, cheapest first. */
function everyPath(network: Network<string>, to: number): number[] {
  const costs: number[] = [];
  const go = (path: number[]): void => {
    const here = path.at(-1) ?? 0;
    if (here === to) {
      costs.push(walkAlong(network, path).cost);
      return;
    }
    for (const next of network.next(here)) if (!path.includes(next)) go([...path, next]);
  };
  go([0]);
  return costs.sort((a, b) => a - b);
}

test('the k cheapest paths are those that trying everything finds, and none has a loop', () => {
  fc.assert(
    fc.property(networks, (network) => {
      const search = { from: 0, to: network.size - 1, closed: new Set<number>() };
      const paths = kShortest(network, search, 4);
      expect(paths.map((p) => walkAlong(network, p).cost)).toEqual(everyPath(network, search.to).slice(0, 4));
      for (const path of paths) expect(new Set(path).size).toBe(path.length);
      expect(shortest(network, search)).toEqual(paths[0]);
    }),
    { numRuns: 400 },
  );
});

test('falling behind in rank costs more, so that the order of tactics decides between equal ways', () => {
  const network = networkOf(4, [
    [0, 1, { cost: 1, rank: 3 }],
    [0, 2, { cost: 1, rank: 1 }],
    [1, 3, { cost: 1, rank: 2 }],
    [2, 3, { cost: 1, rank: 2 }],
  ]);
  const paths = kShortest(network, { from: 0, to: 3, closed: new Set() }, 2);
  expect(paths).toEqual([
    [0, 2, 3],
    [0, 1, 3],
  ]);
  expect(walkAlong(network, [0, 1, 3])).toEqual({ steps: ['0-1-0', '1-3-0'], back: [false, true], cost: 4 });
});

test('a closed place is entered by no path', () => {
  const network = networkOf(3, [
    [0, 1, { cost: 1, rank: 0 }],
    [1, 2, { cost: 1, rank: 0 }],
  ]);
  expect(kShortest(network, { from: 0, to: 2, closed: new Set([1]) }, 3)).toEqual([]);
});
