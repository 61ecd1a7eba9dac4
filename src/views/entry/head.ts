/** What stands at the top of an entry's page, and what the search knows about it. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { POINTED_SCHEMES } from '../../knowledge/reference.ts';
import type { Trust } from '../../knowledge/schema/text.ts';
import { formatDate, formatPartialDate } from '../dates.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { listed, sentence } from '../labels.ts';
import { SORT_LABELS } from '../our-systems.ts';
import { keyPath } from '../paths.ts';
import type { Chip } from '../references.ts';
import { FRAMEWORKS, type SearchFacts, shortIds } from '../search-facts.ts';
import type { Crumb, Fact } from '../system.ts';
import { entryChip } from './chip.ts';
import { lifecycleStages } from './lifecycle.ts';
import { type ListInfo, listOf } from './lists.ts';

export interface EntryStatus {
  label: string;
  text: string;
  to: Chip[];
}

/** What a mark says to a reader who does not know it. */
export const TRUST_WORDS: Readonly<Record<Trust, { label: string; text: string }>> = {
  published: { label: 'published', text: 'Printed by the authority named.' },
  superseded: { label: 'superseded', text: 'A newer edition replaced it.' },
  editorial: { label: 'editorial', text: 'Our own proposal; no authority publishes it.' },
  verify: { label: 'to be verified', text: 'Not yet checked at the source.' },
};

export function crumbsOf(entry: Entry, site: KnowledgeSite): Crumb[] {
  return [listOf(entry).crumb, ...parentsOf(entry, site).map(crumbOf), { label: entry.fact.name }];
}

/** From the top of the list down. */
function parentsOf(entry: Entry, site: KnowledgeSite): Entry[] {
  const parent = entry.fact.parent ? site.knowledge.entry(`${entry.scheme}:${entry.fact.parent}`) : undefined;
  return parent ? [...parentsOf(parent, site), parent] : [];
}

const crumbOf = (entry: Entry): Crumb => {
  const path = keyPath(entry.key);
  return { label: entry.fact.name, ...(path ? { path } : {}) };
};

/** Undefined where the entry is simply published. */
export function statusOf({ fact, scheme }: Entry, site: KnowledgeSite): EntryStatus | undefined {
  if (fact.status === 'published') return undefined;
  const to = fact['replaced-by']
    .flatMap((id) => site.knowledge.entry(`${scheme}:${id}`) ?? [])
    .map((entry) => entryChip(entry, site));
  const { label, text } = TRUST_WORDS[fact.status];
  if (fact.status !== 'superseded') return { label, text, to };
  const dropped = 'A newer edition dropped it.';
  const moved = 'A newer edition says it under';
  return { label, text: [fact.change, to.length > 0 ? moved : dropped].filter(Boolean).join(' '), to };
}

export function factsOf({ fact, kind }: Entry): Fact[] {
  const line = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value }] : []);
  const property = kind === 'asset' ? 'Must keep' : 'Violates';
  return [
    ...line('Group', fact.group),
    ...line(property, fact.property),
    ...line('Kind', fact.incident && (fact.incident === 'incident' ? 'Incident' : 'Exercise')),
    ...line('When', fact.date && formatPartialDate(fact.date)),
    ...line('Target', fact.target),
    ...line('Actor', fact.actor),
    ...line('Reported by', fact.reporter),
    ...line('Maturity', fact.maturity && sentence(fact.maturity)),
    ...line('Platforms', fact.platforms.join(', ')),
    ...line('Category', fact.category.join(', ')),
    ...line('Life cycle', fact.lifecycle.join(', ')),
    ...line('Kinds of AI', fact.taxonomies.map((t) => TAXONOMIES[t] ?? t).join(', ')),
    ...line('Applies to', sentence(listed(fact.elements.map((e) => SORT_LABELS[e])))),
    ...line('Created', fact.created && formatDate(fact.created)),
    ...line('Modified', fact.modified && formatDate(fact.modified)),
  ];
}

const TAXONOMIES: Readonly<Record<string, string>> = { PredAI: 'predictive AI', GenAI: 'generative AI' };

export const attackChip = (id: string): Chip => ({
  label: `ATT&CK ${id}`,
  path: POINTED_SCHEMES.attack.url(id),
});

export function searchOf(entry: Entry, list: ListInfo, { knowledge }: KnowledgeSite): SearchFacts {
  const { fact } = entry;
  const framework = FRAMEWORKS[entry.scheme];
  const filter = (name: string, values: readonly string[]) =>
    values.length > 0 ? { [name]: [...new Set(values)] } : {};
  const tactics = [...fact.tactics, ...fact.procedure.flatMap(({ tactic }) => tactic ?? [])];
  const parent = fact.parent ? knowledge.entry(`${entry.scheme}:${fact.parent}`) : undefined;
  // Where a source gives a sub-technique no platforms, it is found under those of its parent.
  const platforms = fact.platforms.length > 0 ? fact.platforms : (parent?.fact.platforms ?? []);
  return {
    kind: list.result,
    filters: {
      ...filter('framework', framework ? [framework] : []),
      ...filter(
        'tactic',
        tactics.flatMap((id) => knowledge.entry(`${entry.scheme}:${id}`)?.name ?? []),
      ),
      ...filter('platform', platforms),
      ...filter('maturity', fact.maturity ? [sentence(fact.maturity)] : []),
      ...filter('lifecycle', lifecycleStages(fact.lifecycle)),
    },
    meta: { id: fact.id, edition: entry.table.provenance.edition },
    aliases: [
      fact.id,
      ...shortIds(fact.id),
      ...fact.aliases,
      ...(entry.note?.synonyms ?? []),
      ...(fact.attack ? [fact.attack] : []),
    ],
  };
}
