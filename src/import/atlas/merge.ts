/** One table of ours with a release laid over it: upstream's facts are replaced, everything that is ours stays. */
import type { Fact, FactTable } from '../../knowledge/schema/fact.ts';
import { type AtlasKind, entryUrl, UPSTREAM_FIELDS, type UpstreamField } from './kinds.ts';
import { fullNames } from './names.ts';
import type { AtlasRelease, UpstreamRow } from './release.ts';
import { type Retired, retiredRows } from './retire.ts';

/** A fact of the old table that the file does not state. */
export interface Kept {
  id: string;
  field: UpstreamField;
}

export interface MergedTable {
  kind: AtlasKind;
  entries: Fact[];
  retired: Retired[];
  kept: Kept[];
}

const NOTHING: Omit<Fact, 'id' | 'name'> = {
  aliases: [],
  status: 'published',
  'replaced-by': [],
  tactics: [],
  platforms: [],
  techniques: [],
  category: [],
  lifecycle: [],
  procedure: [],
  references: [],
  elements: [],
  stride: [],
  strategies: [],
  objectives: [],
  taxonomies: [],
};

/** Relations are stated even where the list is empty; of the other lists an empty one says nothing. */
const RELATIONS: ReadonlySet<UpstreamField> = new Set(['tactics', 'techniques', 'procedure']);

export function mergeTable(kind: AtlasKind, old: FactTable, release: AtlasRelease): MergedTable {
  const rows = release.rows[kind];
  const before = new Map(old.entries.map((fact) => [fact.id, fact]));
  const [oldNames, names] = [fullNames(old.entries), fullNames(rows)];
  const kept: Kept[] = [];
  const entries = rows.map((row) => {
    const was = before.get(row.id);
    const fact: Fact = { ...NOTHING, ...was, id: row.id, name: row.name };
    for (const field of UPSTREAM_FIELDS[kind]) {
      if (isStated(row, field)) Object.assign(fact, { [field]: settled(was?.[field], row[field]) });
      else if (was && hasFact(was, field) && field !== 'ordered') kept.push({ id: row.id, field });
    }
    // Whether a procedure is told in order is said of that procedure, never of the next one.
    if (row.procedure && row.ordered === undefined) delete fact.ordered;
    fact.url ??= entryUrl(kind, row.id);
    fact.aliases = aliasesOf(fact, was, names.get(row.id), oldNames.get(row.id));
    return fact;
  });
  if (kind === 'tactic') entries.sort((a, b) => (a.order ?? Infinity) - (b.order ?? Infinity));
  return { kind, entries, kept, retired: retiredRows(kind, old, release) };
}

const isStated = (row: UpstreamRow, field: UpstreamField): boolean => {
  const value = row[field];
  return value !== undefined && (!Array.isArray(value) || value.length > 0 || RELATIONS.has(field));
};

const hasFact = (fact: Fact, field: UpstreamField): boolean => {
  const value = fact[field];
  return value !== undefined && (!Array.isArray(value) || value.length > 0);
};

/** A list with the same members keeps the order it has, so that a table changes only where the facts do. */
function settled(was: unknown, said: unknown): unknown {
  if (!Array.isArray(was) || !Array.isArray(said) || !said.every((item) => typeof item === 'string'))
    return said;
  return was.length === said.length && said.every((item) => was.includes(item)) ? was : said;
}

/** Ours, after the full name of a sub-technique; the names that an entry had stay findable. */
function aliasesOf(fact: Fact, was: Fact | undefined, full: string | undefined, oldFull: string | undefined) {
  const inFull = full !== undefined && full !== fact.name ? [full] : [];
  const former = was && was.name !== fact.name ? [was.name] : [];
  const formerFull = oldFull !== undefined && oldFull !== full && oldFull !== was?.name ? [oldFull] : [];
  const ours = (was?.aliases ?? []).filter((alias) => alias !== full);
  const all = [...inFull, ...former, ...formerFull, ...ours];
  return [...new Set(all)].filter((alias) => alias !== fact.name);
}
