/** Ids that a release no longer has, each with what replaced it where that can be told. */
import type { FactTable } from '../../knowledge/schema/fact.ts';
import type { AtlasKind } from './kinds.ts';
import { fullNames } from './names.ts';
import { type AtlasRelease, byId, type UpstreamRow } from './release.ts';

export type Retired = FactTable['retired'][number];

/** The list `retired:` of a table: what stood there, and what disappeared with this release. */
export function retiredRows(kind: AtlasKind, old: FactTable, release: AtlasRelease): Retired[] {
  const rows = release.rows[kind];
  const alive = new Set(rows.map(({ id }) => id));
  const oldNames = fullNames(old.entries);
  const hints = new Map(release.deprecated.map(({ id, replacedBy }) => [id, replacedBy]));
  const gone = old.entries
    .filter(({ id }) => !alive.has(id))
    .map((fact): Retired => {
      const full = oldNames.get(fact.id) ?? fact.name;
      const hint = (hints.get(fact.id) ?? []).filter((id) => alive.has(id));
      const to =
        hint.length > 0 ? hint : sameName(fact, full, rows, new Set(old.entries.map(({ id }) => id)));
      return { id: fact.id, name: full, 'replaced-by': to };
    });
  const earlier = old.retired.filter(({ id }) => !alive.has(id));
  const next = new Map([...earlier, ...gone].map((row) => [row.id, row['replaced-by']]));
  // A replacement that is retired itself would lead a reader on to nothing.
  const follow = (id: string, seen: readonly string[]): string[] => {
    if (alive.has(id) || !next.has(id)) return [id];
    return seen.includes(id) ? [] : (next.get(id) ?? []).flatMap((to) => follow(to, [...seen, id]));
  };
  return [...earlier, ...gone]
    .map((row) => ({
      ...row,
      'replaced-by': [...new Set(row['replaced-by'].flatMap((id) => follow(id, [row.id])))],
    }))
    .sort(byId);
}

/** The entry that has the name now. A sub-technique's own part (`Models`) is too short to tell by alone. */
function sameName(
  old: { name: string; parent?: string | undefined },
  oldFull: string,
  rows: readonly UpstreamRow[],
  known: ReadonlySet<string>,
): string[] {
  const names = fullNames(rows);
  const same = (a: string, b: string | undefined) => a.toLowerCase() === b?.toLowerCase();
  const found = rows.filter(
    (row) =>
      same(oldFull, names.get(row.id)) ||
      (same(old.name, row.name) && (old.parent === undefined || row.parent === undefined)),
  );
  const added = found.filter(({ id }) => !known.has(id));
  const likely = added.length > 0 ? added : found;
  return likely.length === 1 ? likely.map(({ id }) => id) : [];
}
