/** A list of a framework as a table: what each column says of an entry, and what the rows can be filtered by. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { type EntryLine, editionOf, entryLine } from '../entry/lines.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import type { Facet } from '../register.ts';

export interface Column {
  label: string;
  /** A count: set to the right, a dash where it is nought. */
  number?: boolean;
  of: (entry: Entry) => string | number | undefined;
}

/** A filter: the values of an entry, in words. */
export interface Sieve {
  name: string;
  label: string;
  of: (entry: Entry) => readonly string[];
  /** In this order first; the others by the alphabet. */
  order?: readonly string[];
}

export interface EntryTable {
  /** The id of the list in the page. */
  id: string;
  title: string;
  lede: string;
  edition: string;
  /** What a row is called: `techniques`. */
  what: string;
  /** The name of its files for programs. */
  twins: string;
  columns: { label: string; number: boolean }[];
  rows: EntryTableRow[];
  facets: Facet[];
}

export interface EntryTableRow {
  line: EntryLine;
  cells: { label: string; number: boolean; text: string }[];
  /** Filter values by filter, as ids. */
  values: Readonly<Record<string, string[]>>;
  /** What the filter for words looks through beside what is shown. */
  text: string;
}

export interface TableOf {
  id: string;
  title: string;
  lede: string;
  what: string;
  twins: string;
  entries: readonly Entry[];
  columns: readonly Column[];
  sieves: readonly Sieve[];
  /** Depth by entry; all on the first level where left out. */
  depthOf?: (entry: Entry) => number;
}

const valueId = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]+/g, '-');

export function entryTable(what: TableOf, site: KnowledgeSite): EntryTable {
  const { entries, columns, sieves, depthOf = () => 0, ...head } = what;
  return {
    ...head,
    edition: editionOf(entries),
    columns: columns.map(({ label, number = false }) => ({ label, number })),
    rows: entries.map((entry) => ({
      line: entryLine(entry, site, depthOf(entry)),
      cells: columns.map(({ label, number = false, of }) => ({
        label,
        number,
        text: String(of(entry) || ''),
      })),
      values: Object.fromEntries(sieves.map(({ name, of }) => [name, [...new Set(of(entry).map(valueId))]])),
      text: [...entry.fact.aliases, entry.note?.summary ?? ''].join(' '),
    })),
    facets: sieves.flatMap((sieve) => facetOf(sieve, entries)),
  };
}

/** None where all entries say the same. */
function facetOf({ name, label, of, order = [] }: Sieve, entries: readonly Entry[]): Facet[] {
  const counts = new Map<string, number>();
  for (const entry of entries)
    for (const value of new Set(of(entry))) counts.set(value, (counts.get(value) ?? 0) + 1);
  const place = (value: string) => (order.includes(value) ? order.indexOf(value) : order.length);
  const choices = [...counts]
    .sort(([a], [b]) => place(a) - place(b) || a.localeCompare(b, 'en'))
    .map(([value, count]) => ({ value: valueId(value), label: value, count }));
  return choices.length < 2 ? [] : [{ name, label, pick: choices.length > 8 ? 'one' : 'many', choices }];
}
