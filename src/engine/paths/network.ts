/** What a path search walks over: places, and for each pair of neighbours the ways to go, each with a rank. */

/** One way to go from a place to the next. */
export interface Way<S> {
  cost: number;
  /** The order of its tactic, from 1; 0 where it has none and keeps the rank of what came before. */
  rank: number;
  step: S;
}

export interface Network<S> {
  /** Places are numbers from 0. */
  size: number;
  /** Neighbours in a fixed order. */
  next(place: number): readonly number[];
  /** At most one way a rank: the cheapest. */
  ways(from: number, to: number): readonly Way<S>[];
  /** The greatest rank that a way can have. */
  ranks: number;
  /** What a way costs more that falls behind the rank of what came before. */
  backward: number;
}

/** Of each rank the cheapest way; the first of equal ones. */
export function bestWays<S>(ways: readonly Way<S>[]): Way<S>[] {
  const best = new Map<number, Way<S>>();
  for (const way of ways) {
    const known = best.get(way.rank);
    if (!known || way.cost < known.cost) best.set(way.rank, way);
  }
  return [...best.values()].sort((a, b) => a.cost - b.cost || a.rank - b.rank);
}

/** The cost of a way for who comes with this rank. */
export const costFrom = <S>(network: Network<S>, rank: number, way: Way<S>): number =>
  way.cost + (way.rank > 0 && way.rank < rank ? network.backward : 0);

export const rankAfter = <S>(rank: number, way: Way<S>): number => (way.rank === 0 ? rank : way.rank);

/** The least cost with which a place is reached, by the rank of the last tactic. Index: rank; infinite where it is not. */
export type Costs = readonly number[];

export interface Walk<S> {
  steps: S[];
  /** For each step, whether it fell behind an earlier tactic. */
  back: boolean[];
  cost: number;
}

/** From the costs at one place to those at its neighbour, with how each was reached. */
function advance<S>(network: Network<S>, from: Costs, place: number, to: number) {
  const costs: number[] = new Array(network.ranks + 1).fill(Number.POSITIVE_INFINITY);
  const by: ({ rank: number; way: Way<S> } | undefined)[] = new Array(network.ranks + 1).fill(undefined);
  for (const way of network.ways(place, to)) {
    for (const [rank, so] of from.entries()) {
      const cost = so + costFrom(network, rank, way);
      const after = rankAfter(rank, way);
      if (cost >= (costs[after] ?? 0)) continue;
      costs[after] = cost;
      by[after] = { rank, way };
    }
  }
  return { costs, by };
}

/** No tactic yet, and nothing paid. */
export const atStart = (ranks: number): Costs => [0, ...new Array(ranks).fill(Number.POSITIVE_INFINITY)];

/** The least costs at the last of some places that follow each other. */
export function costsAlong<S>(network: Network<S>, places: readonly number[]): Costs {
  let costs = atStart(network.ranks);
  for (let i = 1; i < places.length; i++)
    costs = advance(network, costs, places[i - 1] as number, places[i] as number).costs;
  return costs;
}

/** The cheapest steps through these places in this order. */
export function walkAlong<S>(network: Network<S>, places: readonly number[]): Walk<S> {
  let costs = atStart(network.ranks);
  const legs = places.slice(1).map((to, i) => {
    const leg = advance(network, costs, places[i] as number, to);
    costs = leg.costs;
    return leg.by;
  });
  const cost = Math.min(...costs);
  const steps: S[] = [];
  const back: boolean[] = [];
  let rank = costs.indexOf(cost);
  for (const by of legs.reverse()) {
    const reached = by[rank];
    if (!reached) break;
    steps.unshift(reached.way.step);
    back.unshift(reached.way.rank > 0 && reached.way.rank < reached.rank);
    rank = reached.rank;
  }
  return { steps, back, cost };
}
