/** The index of LINDDUN: the types with their trees, and the cards in use. */
import type { KnowledgeSite } from '../knowledge-site.ts';
import { SORT_LABELS } from '../our-systems.ts';
import { type EntryLine, editionOf, entryLine, inOrder, ofKind, tree } from './lines.ts';

export interface TreeIndex {
  edition: string;
  groups: { line: EntryLine; aliases: string[]; applies: string; below: EntryLine[] }[];
  cards: EntryLine[];
}

export function linddunIndex(site: KnowledgeSite): TreeIndex {
  const types = ofKind(site, 'linddun', 'threat-type');
  return {
    edition: editionOf(types),
    groups: types.map((type) => ({
      line: entryLine(type, site),
      aliases: type.fact.aliases,
      applies: type.fact.elements.map((e) => SORT_LABELS[e]).join(', '),
      below: tree(inOrder(site.knowledge.childrenOf(type.key)), site),
    })),
    cards: tree(ofKind(site, 'linddun-go', 'card'), site),
  };
}
