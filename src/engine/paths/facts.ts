/** Questions about elements that entries, targets and steps share. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { ModelGraph } from '../../model/graph.ts';
import type { DataAsset, Element } from '../../model/model.ts';
import type { ElementFact } from '../../model/vocabulary.ts';

/** What the search looks things up in. */
export interface Surroundings {
  graph: ModelGraph;
  knowledge: Knowledge;
}

/** A fact that is stated, or else implied by the kind, as true. */
export const holds = (element: Element, fact: ElementFact, { knowledge }: Surroundings): boolean =>
  element[fact] ?? knowledge.impliedFact(element.kind, fact) ?? false;

/** Is it one of these kinds, itself or by inheritance? */
export const isKind = (element: Element, kinds: readonly string[], { knowledge }: Surroundings): boolean =>
  knowledge.kindsOf(element.kind).some((kind) => kinds.includes(kind));

/** People are not a way through: what they pass on, they pass on by decision. */
export const isPerson = (element: Element, where: Surroundings): boolean =>
  isKind(element, ['person'], where);

/** The data that an element keeps or works on by its own statement, without what only passes through. */
export const ownData = (element: Element, { graph }: Surroundings): DataAsset[] =>
  [...new Set([...element.stores, ...element.processes])].flatMap((id) => graph.data(id) ?? []);
