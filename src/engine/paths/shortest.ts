/** Dijkstra over places and ranks, and Yen's k shortest paths without a loop on top of it. */
import { Heap } from './heap.ts';
import { atStart, type Costs, costFrom, costsAlong, type Network, rankAfter, walkAlong } from './network.ts';

export interface Search {
  from: number;
  to: number;
  /** Places that no path may enter. */
  closed: ReadonlySet<number>;
}

/** Places of a cheapest path, both ends included; undefined where there is none. */
export function shortest<S>(network: Network<S>, search: Search): number[] | undefined {
  return search.from === search.to
    ? [search.from]
    : spread(network, { ...search, costs: atStart(network.ranks), closedFirst: new Set() });
}

interface Spread extends Search {
  /** What the first place costs already, by rank. */
  costs: Costs;
  /** Neighbours of the first place that may not be next. */
  closedFirst: ReadonlySet<number>;
}

/** A state is a place with the rank of the last tactic; each is settled once. O((places × ranks + ways) log). */
function spread<S>(
  network: Network<S>,
  { from, to, closed, costs, closedFirst }: Spread,
): number[] | undefined {
  const width = network.ranks + 1;
  const least = new Map<number, number>();
  const before = new Map<number, number>();
  const heap = new Heap<number>();
  const reach = (state: number, cost: number, previous: number | undefined) => {
    if (cost >= (least.get(state) ?? Number.POSITIVE_INFINITY)) return;
    least.set(state, cost);
    if (previous !== undefined) before.set(state, previous);
    heap.push(cost, state);
  };
  for (const [rank, cost] of costs.entries())
    if (Number.isFinite(cost)) reach(from * width + rank, cost, undefined);
  const open = (place: number) =>
    network
      .next(place)
      .filter((next) => next !== from && !closed.has(next) && !(place === from && closedFirst.has(next)));
  for (let top = heap.pop(); top; top = heap.pop()) {
    const { key: cost, value: state } = top;
    if (cost > (least.get(state) ?? 0)) continue;
    const [place, rank] = [Math.floor(state / width), state % width];
    if (place === to) return placesTo(state, width, before);
    for (const next of open(place))
      for (const way of network.ways(place, next))
        reach(next * width + rankAfter(rank, way), cost + costFrom(network, rank, way), state);
  }
  return undefined;
}

function placesTo(last: number, width: number, before: ReadonlyMap<number, number>): number[] {
  const places: number[] = [];
  for (let state: number | undefined = last; state !== undefined; state = before.get(state))
    places.unshift(Math.floor(state / width));
  return places;
}

/**
 * The k cheapest paths that pass no place twice, cheapest first (J. Y. Yen, Management Science 17, 1971).
 * Two paths differ in their places; between the same places the cheapest ways are taken. A detour that comes back
 * to a place can never pay: falling behind in rank costs the same before and after it.
 */
export function kShortest<S>(network: Network<S>, search: Search, k: number): number[][] {
  const first = shortest(network, search);
  if (!first) return [];
  const found = [first];
  const known = new Set([first.join()]);
  const waiting = new Heap<number[]>();
  while (found.length < k) {
    for (const path of deviations(network, search, found)) {
      if (known.has(path.join())) continue;
      known.add(path.join());
      waiting.push(walkAlong(network, path).cost, path);
    }
    const next = waiting.pop();
    if (!next) break;
    found.push(next.value);
  }
  return found;
}

/** The cheapest paths that leave the last found one at each of its places. */
function* deviations<S>(
  network: Network<S>,
  search: Search,
  found: readonly number[][],
): Generator<number[]> {
  const last = found.at(-1) ?? [];
  for (let i = 0; i < last.length - 1; i++) {
    const root = last.slice(0, i + 1);
    const same = found.filter((path) => root.every((place, j) => path[j] === place));
    const spur = spread(network, {
      from: last[i] as number,
      to: search.to,
      closed: new Set([...search.closed, ...root.slice(0, -1)]),
      costs: costsAlong(network, root),
      closedFirst: new Set(same.flatMap((path) => path[i + 1] ?? [])),
    });
    if (spur) yield [...root.slice(0, -1), ...spur];
  }
}
