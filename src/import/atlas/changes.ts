/** What a release changes against the tables that are carried. */
import type { Fact, FactTable } from '../../knowledge/schema/fact.ts';
import type { Release } from '../../knowledge/schema/release.ts';
import { ATLAS_KINDS, type AtlasKind, UPSTREAM_FIELDS, type UpstreamField } from './kinds.ts';
import type { MergedTable } from './merge.ts';
import { fullNames } from './names.ts';

/** The lists of a file under `content/changes/`. */
export type Changes = Pick<Release, 'added' | 'renamed' | 'retired' | 'moved'>;

export interface FactChange {
  id: string;
  field: UpstreamField;
  from: Fact[UpstreamField];
  to: Fact[UpstreamField];
}

export interface TableChanges extends Changes {
  kind: AtlasKind;
  /** Facts other than name and tactics that were there and differ. */
  facts: FactChange[];
  /** Facts that were not known before. */
  filled: { id: string; field: UpstreamField }[];
  /** Every name that references may carry and that no longer holds, sub-techniques of renamed techniques too. */
  newNames: { id: string; to: string }[];
}

export function tableChanges(old: FactTable, { kind, entries, retired }: MergedTable): TableChanges {
  const before = new Map(old.entries.map((fact) => [fact.id, fact]));
  const [oldNames, names] = [fullNames(old.entries), fullNames(entries)];
  const name = (id: string): string => names.get(id) ?? id;
  const both = entries.flatMap((now) => {
    const was = before.get(now.id);
    return was ? [{ was, now }] : [];
  });
  const facts = both.flatMap(({ was, now }) => factChanges(kind, was, now));
  return {
    kind,
    added: entries.filter(({ id }) => !before.has(id)).map(({ id }) => ({ id, name: name(id) })),
    renamed: both
      .filter(({ was, now }) => was.name !== now.name)
      .map(({ now: { id } }) => ({ id, from: oldNames.get(id) ?? id, to: name(id) })),
    retired: retired.filter(({ id }) => before.has(id)),
    moved: movedRows(both),
    facts: facts.filter(({ field, from }) => field !== 'tactics' && !isNothing(from)),
    filled: facts.filter(({ field, from }) => field !== 'tactics' && isNothing(from)),
    newNames: both
      .filter(({ now: { id } }) => oldNames.get(id) !== name(id))
      .map(({ now: { id } }) => ({ id, to: name(id) })),
  };
}

/** The lists of all tables in one, in the order in which a release file has them. */
export function joined(tables: readonly TableChanges[]): Changes {
  const inOrder = ATLAS_KINDS.flatMap((kind) => tables.filter((t) => t.kind === kind));
  return {
    added: inOrder.flatMap((t) => t.added),
    renamed: inOrder.flatMap((t) => t.renamed),
    retired: inOrder.flatMap((t) => t.retired),
    moved: inOrder.flatMap((t) => t.moved),
  };
}

/** Techniques under other tactics. A sub-technique that only goes where its technique goes is not told apart. */
function movedRows(both: readonly { was: Fact; now: Fact }[]): Changes['moved'] {
  const changed = both.filter(({ was, now }) => !sameMembers(was.tactics, now.tactics));
  const moves = new Map(
    changed.map(({ was, now }) => [now.id, `${was.tactics.toSorted()} to ${now.tactics.toSorted()}`]),
  );
  return changed
    .filter(({ now }) => now.parent === undefined || moves.get(now.parent) !== moves.get(now.id))
    .map(({ was, now }) => ({ id: now.id, from: was.tactics, to: now.tactics }));
}

const factChanges = (kind: AtlasKind, was: Fact, now: Fact): FactChange[] =>
  UPSTREAM_FIELDS[kind]
    .filter((field: UpstreamField) => !sameFact(was[field], now[field]))
    .map((field) => ({ id: now.id, field, from: was[field], to: now[field] }));

const sameMembers = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item) => b.includes(item));

const isNothing = (value: unknown): boolean =>
  value === undefined || (Array.isArray(value) && value.length === 0);

// Keys of a step are written in one order by the schema and in another by a release.
const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;

const sameFact = (a: unknown, b: unknown): boolean =>
  JSON.stringify(canonical(a)) === JSON.stringify(canonical(b));
