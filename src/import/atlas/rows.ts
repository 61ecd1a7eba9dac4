/** Raw entries → the rows of a release: what the file marks as gone is taken out, sub-techniques are completed. */
import type { AtlasKind } from './kinds.ts';
import { type RawEntry, sortedIds } from './raw.ts';
import { type AtlasRelease, byId, type UpstreamRow } from './release.ts';

export function rowsOf(entries: readonly RawEntry[]): Pick<AtlasRelease, 'rows' | 'deprecated'> {
  const rowById = new Map(entries.map(({ row }) => [row.id, row]));
  const parentOf = (row: UpstreamRow): string | undefined => {
    // Early files of format 6 have no `specializes`: the id says it too.
    const parent = row.parent ?? /^(AML\.T\d{4})\.\d{3}$/.exec(row.id)?.[1];
    return parent !== undefined && rowById.has(parent) ? parent : undefined;
  };
  const marked = new Map(entries.flatMap(({ row, goneTo }) => (goneTo ? [[row.id, goneTo]] : [])));
  // A sub-technique does not outlive its technique.
  const orphans = entries.filter(({ row }) => marked.has(parentOf(row) ?? '')).map(({ row }) => row.id);
  const gone = new Map<string, string[]>([...orphans.map((id) => [id, []] as [string, string[]]), ...marked]);
  /** What an id stands for now: itself, or what the file says replaced it. */
  const still = (id: string, seen: readonly string[] = []): string[] => {
    const to = gone.get(id);
    if (!to) return [id];
    return seen.includes(id) ? [] : to.flatMap((next) => still(next, [...seen, id]));
  };

  const complete = (row: UpstreamRow): UpstreamRow => {
    const parent = parentOf(row);
    const tactics = row.tactics?.length ? row.tactics : parent ? rowById.get(parent)?.tactics : row.tactics;
    return {
      ...row,
      ...(parent ? { parent } : {}),
      ...(tactics ? { tactics: sortedIds(tactics.flatMap((id) => still(id))) } : {}),
      ...(row.techniques ? { techniques: sortedIds(row.techniques.flatMap((id) => still(id))) } : {}),
      ...(row.procedure
        ? {
            procedure: row.procedure.flatMap(({ technique, tactic }) => {
              const under = tactic && still(tactic)[0];
              return still(technique).map((id) => ({ technique: id, ...(under ? { tactic: under } : {}) }));
            }),
          }
        : {}),
    };
  };
  const of = (kind: AtlasKind): UpstreamRow[] =>
    entries
      .filter((entry) => entry.kind === kind && !gone.has(entry.row.id))
      .map(({ row }) => complete(row))
      .sort(byId);
  return {
    rows: {
      technique: of('technique'),
      tactic: of('tactic'),
      mitigation: of('mitigation'),
      'case-study': of('case-study'),
    },
    deprecated: entries
      .flatMap(({ row }) => {
        const to = gone.get(row.id);
        return to ? [{ id: row.id, name: row.name, replacedBy: to }] : [];
      })
      .sort(byId),
  };
}
