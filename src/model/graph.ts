/** Look-ups over a model, made once for an analysis: elements by id, zones and crossings, flows in and out, data, reachability. */
import type { DataAsset, Element, Flow, Model, Zone } from './model.ts';

export interface ModelGraph {
  model: Model;
  element(id: string): Element | undefined;
  flow(id: string): Flow | undefined;
  zone(id: string): Zone | undefined;
  data(id: string): DataAsset | undefined;
  flowsInto(elementId: string): readonly Flow[];
  flowsFrom(elementId: string): readonly Flow[];
  /** The zone of an element and the zones around it, innermost first. */
  zonesOf(elementId: string): readonly Zone[];
  /** The trust of the element's own zone, 0–10. */
  trustOf(elementId: string): number;
  /** Does the flow leave or enter a zone? (Its ends stand in different zones.) */
  crosses(flow: Flow): boolean;
  /** What a flow carries; what an element is said to hold or work on, and what its flows bring and take. */
  dataOf(target: Element | Flow): readonly DataAsset[];
  /** The lowest trust of any zone from which data can flow to this element, itself excluded; undefined where nothing flows in. */
  lowestTrustReaching(elementId: string): number | undefined;
  /** Elements to which data can flow, in one step or more, from any of the sources. O(elements + flows). */
  reachableFrom(sources: Iterable<string>): ReadonlySet<string>;
}

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((x) => [x.id, x]));

function groupBy(flows: readonly Flow[], end: 'from' | 'to'): Map<string, Flow[]> {
  const groups = new Map<string, Flow[]>();
  for (const flow of flows) {
    const list = groups.get(flow[end]);
    if (list) list.push(flow);
    else groups.set(flow[end], [flow]);
  }
  return groups;
}

export function graphOf(model: Model): ModelGraph {
  const elements = byId(model.elements);
  const flows = byId(model.flows);
  const zones = byId(model.zones);
  const data = byId(model.data);
  const into = groupBy(model.flows, 'to');
  const from = groupBy(model.flows, 'from');
  const zonesOf = zoneChains(zones);
  const dataAt = new Map<string, readonly DataAsset[]>();
  const trustOf = (id: string) => zones.get(elements.get(id)?.zone ?? '')?.trust ?? 0;
  const lowest = lazily(() => lowestTrust(model, from, trustOf));
  return {
    model,
    element: (id) => elements.get(id),
    flow: (id) => flows.get(id),
    zone: (id) => zones.get(id),
    data: (id) => data.get(id),
    flowsInto: (id) => into.get(id) ?? [],
    flowsFrom: (id) => from.get(id) ?? [],
    zonesOf: (id) => zonesOf(elements.get(id)?.zone),
    trustOf,
    crosses: (flow) => elements.get(flow.from)?.zone !== elements.get(flow.to)?.zone,
    dataOf: (target) => {
      let found = dataAt.get(target.id);
      if (!found) {
        const ids = 'carries' in target ? target.carries : idsAt(target, into, from);
        found = [...new Set(ids)].flatMap((id) => data.get(id) ?? []);
        dataAt.set(target.id, found);
      }
      return found;
    },
    lowestTrustReaching: (id) => lowest().get(id),
    reachableFrom: (sources) => walk(sources, from),
  };
}

function idsAt(
  element: Element,
  into: ReadonlyMap<string, Flow[]>,
  from: ReadonlyMap<string, Flow[]>,
): string[] {
  const carried = [...(into.get(element.id) ?? []), ...(from.get(element.id) ?? [])].flatMap(
    (f) => f.carries,
  );
  return [...element.processes, ...element.stores, ...carried];
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function zoneChains(zones: ReadonlyMap<string, Zone>) {
  const chains = new Map<string, Zone[]>();
  return (id: string | undefined): readonly Zone[] => {
    if (id === undefined) return [];
    let chain = chains.get(id);
    if (!chain) {
      chain = [];
      for (
        let zone = zones.get(id);
        zone && !chain.includes(zone);
        zone = zone.in ? zones.get(zone.in) : undefined
      )
        chain.push(zone);
      chains.set(id, chain);
    }
    return chain;
  };
}

/** For every element the lowest trust that reaches it: sources in rising order of trust, each element settled by the first to arrive. O(elements + flows). */
function lowestTrust(
  model: Model,
  from: ReadonlyMap<string, Flow[]>,
  trustOf: (id: string) => number,
): Map<string, number> {
  const lowest = new Map<string, number>();
  const sources = [...model.elements].sort((a, b) => trustOf(a.id) - trustOf(b.id));
  for (const source of sources) {
    const trust = trustOf(source.id);
    const stack = [source.id];
    while (stack.length > 0) {
      for (const flow of from.get(stack.pop() as string) ?? []) {
        if (flow.to === source.id || lowest.has(flow.to)) continue;
        lowest.set(flow.to, trust);
        stack.push(flow.to);
      }
    }
  }
  return lowest;
}

function walk(sources: Iterable<string>, from: ReadonlyMap<string, Flow[]>): Set<string> {
  const seen = new Set<string>();
  const stack = [...sources];
  while (stack.length > 0) {
    for (const flow of from.get(stack.pop() as string) ?? []) {
      if (seen.has(flow.to)) continue;
      seen.add(flow.to);
      stack.push(flow.to);
    }
  }
  return seen;
}
