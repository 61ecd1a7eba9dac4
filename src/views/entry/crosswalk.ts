/** What other lists say about the same thing, row by row: who says it, how firmly, and in which edition. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { type CrosswalkLink, linksOf } from '../../knowledge/links.ts';
import { referenceKey } from '../../knowledge/reference.ts';
import type { Relationship } from '../../knowledge/schema/crosswalk.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { crosswalkPath } from '../paths.ts';
import { type Chip, chipOf, listTitle } from '../references.ts';
import { TRUST_WORDS } from './head.ts';

export interface CrosswalkRow {
  chip: Chip;
  relationship: string;
  strength?: string;
  /** The mark of trust in words; undefined where the row is published. */
  mark?: string;
  authority: string;
  /** The page of the whole crosswalk. */
  path: string;
  /** What the document calls the other end, and in which edition, where that differs from ours. */
  as?: string;
}

export interface CrosswalkGroup {
  title: string;
  rows: CrosswalkRow[];
}

/** Read from the first end to the second, and back. */
export const RELATIONSHIP_WORDS: Readonly<Record<Relationship, readonly [there: string, back: string]>> = {
  related: ['related', 'related'],
  'adapted-from': ['adapted from', 'adapted in'],
  references: ['refers to', 'referred to by'],
  'legal-anchor': ['duty under', 'duty behind'],
  'defended-by': ['defended by', 'defends against'],
  'typical-technique': ['typical technique', 'typical of'],
  'mitigation-cites': ['cites as mitigation', 'cited as mitigation for'],
};

export function crosswalkOf(entry: Entry, site: KnowledgeSite): CrosswalkGroup[] {
  const links = linksOf(site.knowledge).crosswalks(entry.key);
  return [...Map.groupBy(links, (link) => link.other.scheme)].map(([scheme, rows]) => ({
    title: listTitle(scheme),
    rows: rows.map((link) => rowOf(link, site)),
  }));
}

function rowOf({ crosswalk, row, other, stated }: CrosswalkLink, site: KnowledgeSite): CrosswalkRow {
  const [there, back] = RELATIONSHIP_WORDS[row.relationship];
  const here = stated === 'from here';
  const as = here ? asOf(row, site.knowledge.entry(referenceKey(other))) : undefined;
  return {
    chip: chipOf(other, site.knowledge),
    relationship: here ? there : back,
    ...(row.strength ? { strength: row.strength } : {}),
    ...(crosswalk.status === 'published' ? {} : { mark: TRUST_WORDS[crosswalk.status].label }),
    authority: crosswalk.authority,
    path: crosswalkPath(crosswalk.id),
    ...(as ? { as } : {}),
  };
}

/** `AML.T0058 Publish Poisoned Models, 2026.06` */
export function asOf(
  row: { as?: string | undefined; edition?: string | undefined },
  other: Entry | undefined,
): string | undefined {
  const edition =
    row.edition && other && !other.table.provenance.edition.startsWith(row.edition) ? row.edition : undefined;
  return [row.as, edition].filter(Boolean).join(', ') || undefined;
}
