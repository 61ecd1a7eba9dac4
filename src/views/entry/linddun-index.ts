/** The index of LINDDUN: the types with their trees and cards, and the strategies that counter them. */
import type { KnowledgeSite } from '../knowledge-site.ts';
import { SORT_LABELS } from '../our-systems.ts';
import type { Chip } from '../references.ts';
import { type EntryLine, editionOf, entryLine, inOrder, ofKind, type TreeNode, treeNodes } from './lines.ts';
import { relationsOf } from './relations.ts';

export interface LinddunIndex {
  edition: string;
  types: {
    line: EntryLine;
    aliases: string[];
    applies: string;
    strategies: Chip[];
    tree: TreeNode[];
    cards: CardLine[];
  }[];
  strategies: { group: string; lines: EntryLine[] }[];
}

export interface CardLine {
  line: EntryLine;
  /** What the card asks, in our words. */
  question?: string;
}

export function linddunIndex(site: KnowledgeSite): LinddunIndex {
  const types = ofKind(site, 'linddun', 'threat-type');
  const cards = ofKind(site, 'linddun-go', 'card');
  const strategies = ofKind(site, 'privacy-strategy', 'strategy');
  return {
    edition: editionOf(types),
    types: types.map((type) => ({
      line: entryLine(type, site),
      aliases: type.fact.aliases,
      applies: type.fact.elements.map((e) => SORT_LABELS[e]).join(', '),
      strategies: relationsOf(type, site).find((r) => r.title === 'Countered by')?.chips ?? [],
      tree: treeNodes(inOrder(site.knowledge.childrenOf(type.key)), site),
      cards: cards
        .filter((card) => card.fact.group === type.name)
        .map((card) => {
          const question = card.note?.questions[0];
          return { line: entryLine(card, site), ...(question ? { question } : {}) };
        }),
    })),
    strategies: [...Map.groupBy(strategies, (s) => s.fact.group ?? '')].map(([group, entries]) => ({
      group,
      lines: entries.map((e) => entryLine(e, site)),
    })),
  };
}
