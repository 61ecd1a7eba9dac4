/** What an entry is tied to: its list's own relations in both directions, and what our rules name beside it. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { type KnowledgeSite, keysOfRule, usesOf } from '../knowledge-site.ts';
import { type Chip, type ReferenceGroup, referenceGroups } from '../references.ts';
import { entryChip, publishedEntries } from './published.ts';

export interface Relation {
  title: string;
  chips: Chip[];
}

export function relationsOf(entry: Entry, site: KnowledgeSite): Relation[] {
  const { knowledge } = site;
  const { fact, scheme } = entry;
  const same = (ids: readonly string[]) => ids.flatMap((id) => knowledge.entry(`${scheme}:${id}`) ?? []);
  const relation = (title: string, entries: readonly Entry[]): Relation[] =>
    entries.length === 0 ? [] : [{ title, chips: entries.map((e) => entryChip(e, site)) }];
  const covering = knowledge.entries.filter(
    (e) => e.scheme === scheme && e.fact.techniques.includes(fact.id),
  );
  const replaced = knowledge.entries.filter(
    (e) => e.scheme === scheme && e.fact['replaced-by'].includes(fact.id),
  );
  const categories =
    entry.scheme === 'stride' ? [] : fact.stride.flatMap((id) => knowledge.entry(`stride:${id}`) ?? []);
  return [
    ...relation('Tactic', same(fact.tactics)),
    ...relation('Part of', same(fact.parent ? [fact.parent] : [])),
    ...relation('Mitigations', covering),
    ...relation('Replaced by', same(fact['replaced-by'])),
    ...relation('Took the place of', replaced),
    ...relation('STRIDE', categories),
  ];
}

const TOGETHER = 16;

/** Entries of other lists that our rules name together with this one, those named most often first. */
export function namedTogether(entry: Entry, site: KnowledgeSite): ReferenceGroup[] {
  const published = publishedEntries(site);
  const counts = new Map<string, number>();
  for (const rule of usesOf(site).rules(entry.key)) {
    for (const key of new Set(keysOfRule(rule))) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const keys = [...counts]
    .filter(
      ([key]) => published.has(key) && !key.startsWith(`${entry.scheme}:`) && !key.startsWith('stride:'),
    )
    .sort(([a, n], [b, m]) => m - n || a.localeCompare(b))
    .slice(0, TOGETHER)
    .map(([key]) => key);
  return referenceGroups(keys, site.knowledge);
}
