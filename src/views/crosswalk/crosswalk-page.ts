/** The page of a crosswalk: every row, from one list to another, as its document states it. */
import { parseReference, type Reference, referenceKey } from '../../knowledge/reference.ts';
import type { Crosswalk } from '../../knowledge/schema/crosswalk.ts';
import { plural } from '../dates.ts';
import { RELATIONSHIP_WORDS } from '../entry/crosswalk.ts';
import { TRUST_WORDS } from '../entry/head.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { CROSSWALK, RULES } from '../paths.ts';
import { type Chip, chipOf } from '../references.ts';
import type { Facet } from '../register.ts';
import { frameworksOf, type SearchFacts } from '../search-facts.ts';
import type { Crumb } from '../system.ts';
import { type EndList, endListOf } from './ends.ts';

/** Long tables have filters. */
export const hasFilters = (crosswalk: Pick<Crosswalk, 'rows'>): boolean => crosswalk.rows.length > 30;

export interface CrosswalkLine {
  from: Chip;
  /** In words, and as a filter value. */
  relationship: string;
  relationshipId: string;
  to: Chip;
  toList: EndList;
  strength?: string;
  /** The edition of the far end that the document names; `ours` where we carry another one. */
  edition?: string;
  ours?: string;
  /** What the document calls the far end, where its id or name has changed since. */
  as?: string;
  /** Where the row is not simply published in a current edition. */
  mark?: string;
}

export interface CrosswalkPage {
  id: string;
  title: string;
  crumbs: Crumb[];
  description: string;
  authority: string;
  document?: string;
  note?: string;
  status: { label: string; text: string };
  published: boolean;
  rows: CrosswalkLine[];
  /** Columns that some row fills. */
  shown: { strength: boolean; edition: boolean; mark: boolean };
  facets: Facet[];
  search: SearchFacts;
}

export function crosswalkPage(crosswalk: Crosswalk, site: KnowledgeSite): CrosswalkPage {
  const rows = crosswalk.rows.flatMap((row) => lineOf(crosswalk, row, site) ?? []);
  const keys = crosswalk.rows.flatMap((row) => [row.from, row.to]).map((ref) => ref.replace(/ \(.*$/, ''));
  const { id, title, authority, document, note, status } = crosswalk;
  return {
    id,
    title,
    crumbs: [{ label: 'Catalogue', path: RULES }, { label: 'Crosswalk', path: CROSSWALK }, { label: title }],
    description: `${title}: ${plural(rows.length, 'link')}, as ${authority} states them.`,
    authority,
    ...(document ? { document } : {}),
    ...(note ? { note } : {}),
    status: TRUST_WORDS[status],
    published: status === 'published',
    rows,
    shown: {
      strength: rows.some((r) => r.strength !== undefined),
      edition: rows.some((r) => r.edition !== undefined),
      mark: rows.some((r) => r.mark !== undefined),
    },
    facets: hasFilters(crosswalk) ? facetsOf(rows) : [],
    search: { kind: 'Page', filters: { framework: frameworksOf(keys) }, aliases: [id] },
  };
}

function lineOf(
  crosswalk: Crosswalk,
  row: Crosswalk['rows'][number],
  { knowledge }: KnowledgeSite,
): CrosswalkLine | undefined {
  const from = parseReference(row.from);
  const to = parseReference(row.to);
  if (!from || !to) return undefined;
  const ends = [from, to].map((end) => knowledge.entry(referenceKey(end)));
  const ours = ends[1]?.table.provenance.edition.replace(/ \(.*$/, '');
  const old = ends.some((entry) => entry?.fact.status === 'superseded');
  const trust = crosswalk.status === 'published' && old ? 'superseded' : crosswalk.status;
  const chip = (end: Reference) => chipOf(end, knowledge);
  return {
    from: chip(from),
    relationship: RELATIONSHIP_WORDS[row.relationship][0],
    relationshipId: row.relationship,
    to: chip(to),
    toList: endListOf(to, knowledge),
    ...(row.strength ? { strength: row.strength } : {}),
    ...(row.edition ? { edition: row.edition } : {}),
    ...(row.edition && ours && !ours.startsWith(row.edition) ? { ours } : {}),
    ...(row.as ? { as: row.as } : {}),
    ...(trust === 'published' ? {} : { mark: TRUST_WORDS[trust].label }),
  };
}

function facetsOf(rows: readonly CrosswalkLine[]): Facet[] {
  const facet = (
    name: string,
    label: string,
    of: (row: CrosswalkLine) => readonly [value: string, label: string] | undefined,
  ): Facet => {
    const values = rows.flatMap((row) => {
      const pair = of(row);
      return pair ? [pair] : [];
    });
    return {
      name,
      label,
      pick: 'many',
      choices: [...new Map(values)].map(([value, text]) => ({
        value,
        label: text,
        count: values.filter(([v]) => v === value).length,
      })),
    };
  };
  return [
    facet('relationship', 'Relationship', (r) => [r.relationshipId, r.relationship]),
    facet('to', 'To', (r) => [r.toList.id, r.toList.title]),
    facet('strength', 'Strength', (r) => (r.strength ? [r.strength, r.strength] : undefined)),
    facet('mark', 'Mark', (r) => (r.mark ? [r.mark.replaceAll(' ', '-'), r.mark] : undefined)),
  ].filter((f) => f.choices.length > (f.name === 'relationship' ? 0 : 1));
}
