/** What an entry is tied to: its list's own relations in both directions, and what our rules name beside it. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { referenceKeys } from '../../knowledge/reference.ts';
import { type KnowledgeSite, keysOfRule, usesOf } from '../knowledge-site.ts';
import { type Chip, type ReferenceGroup, referenceGroups } from '../references.ts';
import { entryChip } from './chip.ts';

export interface Relation {
  title: string;
  chips: Chip[];
}

export function relationsOf(entry: Entry, site: KnowledgeSite): Relation[] {
  const { knowledge } = site;
  const { fact, scheme } = entry;
  const same = (ids: readonly string[]) => ids.flatMap((id) => knowledge.entry(`${scheme}:${id}`) ?? []);
  const where = (holds: (other: Entry) => boolean) => knowledge.entries.filter(holds);
  const relation = (title: string, entries: readonly Entry[]): Relation[] =>
    entries.length === 0 ? [] : [{ title, chips: entries.map((e) => entryChip(e, site)) }];
  const replaced = where((e) => e.scheme === scheme && e.fact['replaced-by'].includes(fact.id));
  const categories =
    scheme === 'stride' ? [] : fact.stride.flatMap((id) => knowledge.entry(`stride:${id}`) ?? []);
  const countered = where((e) => referenceKeys(e.fact.strategies).includes(entry.key));
  const cards = where((e) => e.kind === 'card' && entry.kind === 'threat-type' && e.fact.group === fact.name);
  const type = where((e) => entry.kind === 'card' && e.kind === 'threat-type' && e.fact.name === fact.group);
  return [
    ...relation('Tactic', same(fact.tactics)),
    ...relation(
      'Part of',
      same(fact.objectives.length > 0 ? fact.objectives : fact.parent ? [fact.parent] : []),
    ),
    ...relation('Threat type', type),
    ...relation(
      'Countered by',
      referenceKeys(fact.strategies).flatMap((key) => knowledge.entry(key) ?? []),
    ),
    ...relation('Counters', countered),
    ...relation('LINDDUN GO cards', cards),
    ...relation('Replaced by', same(fact['replaced-by'])),
    ...relation('Took the place of', replaced),
    ...relation('STRIDE', categories),
  ];
}

/** Retired ids that lead here, with what became of them. */
export interface FormerId {
  id: string;
  name: string;
  change?: string;
}

export const formerIds = ({ fact, scheme }: Entry, { knowledge }: KnowledgeSite): FormerId[] =>
  knowledge.data.tables
    .filter((table) => table.scheme === scheme)
    .flatMap((table) => table.retired.filter((r) => r['replaced-by'].includes(fact.id)))
    .map(({ id, name, change }) => ({ id, name, ...(change ? { change } : {}) }));

const TOGETHER = 16;

/** Entries of other lists that our rules name together with this one, those named most often first. */
export function namedTogether(entry: Entry, site: KnowledgeSite): ReferenceGroup[] {
  const counts = new Map<string, number>();
  for (const rule of usesOf(site).rules(entry.key)) {
    for (const key of new Set(keysOfRule(rule))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = [...counts]
    .filter(([key]) => !key.startsWith(`${entry.scheme}:`) && !key.startsWith('stride:'))
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .slice(0, TOGETHER)
    .map(([key]) => key);
  return referenceGroups(keys, site.knowledge);
}
