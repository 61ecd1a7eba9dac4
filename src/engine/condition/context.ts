/** What conditions look things up in during one analysis: the graph, the knowledge base, controls, and sets that are worked out once. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ModelGraph } from '../../model/graph.ts';
import type { ControlUse, Element, Flow } from '../../model/model.ts';
import type { ElementFact } from '../../model/vocabulary.ts';

export interface FoundControl {
  use: ControlUse;
  /** Where it is declared, in words. */
  from: string;
}

export interface Context {
  graph: ModelGraph;
  knowledge: Knowledge;
  /** The control as declared nearest to an element or flow; undefined where it is not mentioned. */
  controlOf(target: Element | Flow | undefined, id: string): FoundControl | undefined;
  /** A fact of an element: stated, else implied by its kind, else undefined. */
  factOf(
    element: Element,
    fact: ElementFact,
  ): { value: boolean | undefined; basis: 'stated' | 'kind' | 'unstated' };
  /** A set that several conditions need, made on first use. */
  once<T>(key: object, make: () => T): T;
}

const isFlow = (target: Element | Flow): target is Flow => 'from' in target;

export function contextOf(graph: ModelGraph, knowledge: Knowledge): Context {
  const made = new Map<object, unknown>();
  const scopes = scopeFinder(graph);
  return {
    graph,
    knowledge,
    controlOf: (target, id) => {
      for (const scope of scopes(target)) {
        const use = scope.controls.get(id);
        if (use) return { use, from: scope.name };
      }
      return undefined;
    },
    factOf: (element, fact) => {
      const stated = element[fact];
      if (stated !== undefined) return { value: stated, basis: 'stated' };
      const implied = knowledge.impliedFact(element.kind, fact);
      return implied === undefined
        ? { value: undefined, basis: 'unstated' }
        : { value: implied, basis: 'kind' };
    },
    once: <T>(key: object, make: () => T): T => {
      if (!made.has(key)) made.set(key, make());
      return made.get(key) as T;
    },
  };
}

interface Scope {
  name: string;
  controls: ReadonlyMap<string, ControlUse>;
}

const scopeOf = (name: string, uses: readonly ControlUse[]): Scope[] =>
  uses.length === 0 ? [] : [{ name, controls: new Map(uses.map((u) => [u.use, u])) }];

/** Nearest first: the element or flow itself, its zones from the inside out (for a flow those that hold both ends), the system. */
function scopeFinder(graph: ModelGraph): (target: Element | Flow | undefined) => readonly Scope[] {
  const system = scopeOf('the whole system', graph.model.controls);
  const zoneScopes = new Map(graph.model.zones.map((z) => [z.id, scopeOf(`zone ${z.name}`, z.controls)]));
  const cache = new Map<string, readonly Scope[]>();
  const find = (target: Element | Flow): Scope[] => {
    const zones = isFlow(target)
      ? graph.zonesOf(target.from).filter((z) => graph.zonesOf(target.to).includes(z))
      : graph.zonesOf(target.id);
    return [
      ...scopeOf(isFlow(target) ? 'this flow' : 'this element', target.controls),
      ...zones.flatMap((z) => zoneScopes.get(z.id) ?? []),
      ...system,
    ];
  };
  return (target) => {
    if (!target) return system;
    const known = cache.get(target.id);
    if (known) return known;
    const scopes = find(target);
    cache.set(target.id, scopes);
    return scopes;
  };
}
