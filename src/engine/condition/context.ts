/** What conditions look things up in during one analysis: the graph, the knowledge base, controls, and sets that are worked out once. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ModelGraph } from '../../model/graph.ts';
import type { ControlUse, Element, Flow } from '../../model/model.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../model/settings.ts';
import type { ElementFact } from '../../model/vocabulary.ts';

export interface FoundControl {
  use: ControlUse;
  /** Where it is declared, in words. */
  from: string;
}

export interface Context {
  graph: ModelGraph;
  knowledge: Knowledge;
  /** Weights, thresholds and assumptions of the workspace. */
  settings: Settings;
  /** The control as declared nearest to an element or flow; undefined where it is not mentioned. */
  controlOf(target: Element | Flow | undefined, id: string): FoundControl | undefined;
  /** A fact of an element: stated, else implied by its kind, else undefined. */
  factOf(
    element: Element,
    fact: ElementFact,
  ): { value: boolean | undefined; basis: 'stated' | 'kind' | 'unstated' };
  /** A set that several conditions need, made on first use. */
  once<T>(key: object, make: () => T): T;
  /** What is said of one subject, made on first use and shared by all findings that say it. */
  noted<T>(subject: object, key: string, make: () => T): T;
}

const isFlow = (target: Element | Flow): target is Flow => 'from' in target;

export function contextOf(
  graph: ModelGraph,
  knowledge: Knowledge,
  settings: Settings = DEFAULT_SETTINGS,
): Context {
  const made = new Map<object, unknown>();
  const notes = new Map<object, Map<string, unknown>>();
  const controlsAt = controlFinder(graph);
  return {
    graph,
    knowledge,
    settings,
    controlOf: (target, id) => {
      const controls = controlsAt(target);
      return controls.size === 0 ? undefined : controls.get(id);
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
      const known = made.get(key);
      if (known !== undefined) return known as T;
      const value = make();
      made.set(key, value);
      return value;
    },
    noted: <T>(subject: object, key: string, make: () => T): T => {
      let own = notes.get(subject);
      if (!own) {
        own = new Map();
        notes.set(subject, own);
      }
      const known = own.get(key);
      if (known !== undefined) return known as T;
      const value = make();
      own.set(key, value);
      return value;
    },
  };
}

type Found = ReadonlyMap<string, FoundControl>;

/** The controls that count for a target, by id: the nearest declaration of each, worked out once a target. */
function controlFinder(graph: ModelGraph): (target: Element | Flow | undefined) => Found {
  const system = declaredIn('the whole system', graph.model.controls, new Map());
  const cache = new Map<string, Found>();
  const find = (target: Element | Flow): Found => {
    const zones = graph.zonesOf(isFlow(target) ? target.from : target.id);
    const shared = isFlow(target) ? graph.zonesOf(target.to) : zones;
    let outer = system;
    // From the outside in, so that what is nearer overwrites.
    for (let i = zones.length - 1; i >= 0; i--) {
      const zone = zones[i];
      if (zone && zone.controls.length > 0 && shared.includes(zone))
        outer = declaredIn(`zone ${zone.name}`, zone.controls, outer);
    }
    return declaredIn(isFlow(target) ? 'this flow' : 'this element', target.controls, outer);
  };
  // One target is asked about many times in a row.
  let last: Element | Flow | undefined;
  let found = system;
  return (target) => {
    if (!target) return system;
    if (target === last) return found;
    last = target;
    found = cache.get(target.id) ?? find(target);
    cache.set(target.id, found);
    return found;
  };
}

function declaredIn(from: string, uses: readonly ControlUse[], outer: Found): Found {
  if (uses.length === 0) return outer;
  const all = new Map(outer);
  for (const use of uses) all.set(use.use, { use, from });
  return all;
}
