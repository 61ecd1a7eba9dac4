/** Two steps of changes as one: when an edition is read again, its release file tells of both. */
import type { Changes } from './changes.ts';

/**
 * @param first what led to what is carried, as the release file tells it
 * @param then what is found to differ from that
 */
export function compose(first: Changes, then: Changes): Changes {
  const gone = new Set(then.retired.map(({ id }) => id));
  const back = new Set(then.added.map(({ id }) => id));
  const wasAdded = new Set(first.added.map(({ id }) => id));
  const wasRetired = new Set(first.retired.map(({ id }) => id));
  const names = new Map(then.renamed.map(({ id, to }) => [id, to]));
  const tactics = new Map(then.moved.map(({ id, to }) => [id, to]));
  const renamedBefore = new Set(first.renamed.map(({ id }) => id));
  const movedBefore = new Set(first.moved.map(({ id }) => id));
  return {
    added: unique([
      ...first.added
        .filter(({ id }) => !gone.has(id))
        .map(({ id, name }) => ({ id, name: names.get(id) ?? name })),
      // What the first step took away and the second finds again was there all along.
      ...then.added.filter(({ id }) => !wasRetired.has(id)),
    ]),
    renamed: [
      ...first.renamed.map((r) => ({ ...r, to: names.get(r.id) ?? r.to })),
      ...then.renamed.filter(({ id }) => !renamedBefore.has(id) && !wasAdded.has(id)),
    ].filter(({ id, from, to }) => from !== to && !gone.has(id)),
    // What the first step brought by mistake never was in the edition before.
    retired: unique([
      ...first.retired.filter(({ id }) => !back.has(id)),
      ...then.retired.filter(({ id }) => !wasAdded.has(id)),
    ]),
    moved: [
      ...first.moved.map((m) => ({ ...m, to: tactics.get(m.id) ?? m.to })),
      ...then.moved.filter(({ id }) => !movedBefore.has(id) && !wasAdded.has(id)),
    ].filter(({ id, from, to }) => from.toSorted().join() !== to.toSorted().join() && !gone.has(id)),
  };
}

const unique = <T extends { id: string }>(rows: readonly T[]): T[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
