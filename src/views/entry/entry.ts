/** The page of one entry of a framework: what it is, what it is tied to, which rules speak about it, which of our systems it touches. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { POINTED_SCHEMES } from '../../knowledge/reference.ts';
import { type ControlBrief, controlBrief } from '../catalogue/control-line.ts';
import { type RuleLine, ruleLines } from '../catalogue/rule-line.ts';
import { formatDate } from '../dates.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { listed, sentence, words } from '../labels.ts';
import { type OurSystems, ourSystems, SORT_LABELS } from '../our-systems.ts';
import { keyPath, systemPath } from '../paths.ts';
import type { Chip, ReferenceGroup } from '../references.ts';
import { FRAMEWORKS, type SearchFacts, shortIds } from '../search-facts.ts';
import type { Crumb, Fact } from '../system.ts';
import { type EntryLine, entryLine, findingsUnder, inOrder, tree } from './lines.ts';
import { type ListInfo, listOf } from './lists.ts';
import { entryChip, publishedEntries } from './published.ts';
import { namedTogether, type Relation, relationsOf } from './relations.ts';

export interface EntryPage {
  id: string;
  name: string;
  list: ListInfo;
  edition: string;
  crumbs: Crumb[];
  /** Only where the entry is not simply published. */
  status?: { label: string; text: string; to: Chip[] };
  aliases: string[];
  facts: Fact[];
  note?: NonNullable<Entry['note']>;
  relations: Relation[];
  /** Entries under it, as a tree. */
  below: { title: string; lines: EntryLine[]; elsewhere: number };
  together: ReferenceGroup[];
  rules: RuleLine[];
  controls: ControlBrief[];
  chains: { name: string; system: string; path: string }[];
  answers: {
    system: string;
    path: string;
    answer: string;
    evidence?: string;
    owner?: string;
    due?: string;
  }[];
  systems: OurSystems;
  attack?: Chip;
  source: EntrySource;
  search: SearchFacts;
}

export interface EntrySource {
  title: string;
  /** The entry on its list's site, or the list itself. */
  url: string;
  licence: string;
  checked: string;
  note?: string;
}

export function entryPage(entry: Entry, site: KnowledgeSite): EntryPage {
  const { fact, table } = entry;
  const uses = usesOf(site);
  const list = listOf(entry);
  const status = statusOf(entry, site);
  return {
    id: fact.id,
    name: entry.name,
    list,
    edition: `${table.provenance.source} ${table.provenance.edition}`,
    crumbs: [list.crumb, ...parentsOf(entry, site).map(crumbOf), { label: fact.name }],
    ...(status ? { status } : {}),
    // A single letter is for the search only.
    aliases: fact.aliases.filter((alias) => alias !== entry.name && alias.length > 2),
    facts: factsOf(entry),
    ...(entry.note ? { note: entry.note } : {}),
    relations: relationsOf(entry, site),
    below: belowOf(entry, list, site),
    together: namedTogether(entry, site),
    rules: ruleLines(uses.rules(entry.key), site),
    controls: uses.controls(entry.key).map(controlBrief),
    chains: uses.chains(entry.key).map(({ system, chain }) => ({
      name: chain.name,
      system: system.model.name,
      path: `${systemPath(system.model.id)}#chain-${chain.id}`,
    })),
    answers: answersOf(entry, site),
    systems: ourSystems(findingsUnder(entry, site), site.knowledge),
    ...(fact.attack ? { attack: attackChip(fact.attack) } : {}),
    source: sourceOf(entry),
    search: searchOf(entry, list),
  };
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

function statusOf({ fact, scheme }: Entry, site: KnowledgeSite): EntryPage['status'] {
  const to = fact['replaced-by'].flatMap((id) => site.knowledge.entry(`${scheme}:${id}`) ?? []);
  const chips = to.map((entry) => entryChip(entry, site));
  if (fact.status === 'superseded')
    return {
      label: 'superseded',
      text: chips.length > 0 ? 'A newer edition says it under' : 'A newer edition dropped it.',
      to: chips,
    };
  if (fact.status === 'editorial')
    return { label: 'editorial', text: 'Our own numbering or wording, not the source’s.', to: chips };
  if (fact.status === 'verify')
    return { label: 'to be verified', text: 'Not yet checked at the source.', to: chips };
  return undefined;
}

function factsOf({ fact, kind }: Entry): Fact[] {
  const line = (label: string, value: string | undefined): Fact[] => (value ? [{ label, value }] : []);
  const property = kind === 'asset' ? 'Must keep' : 'Violates';
  return [
    ...line('Group', fact.group),
    ...line(property, fact.property),
    ...line('Maturity', fact.maturity && sentence(fact.maturity)),
    ...line('Platforms', fact.platforms.join(', ')),
    ...line('Applies to', sentence(listed(fact.elements.map((e) => SORT_LABELS[e])))),
  ];
}

/** A tactic has techniques, a mitigation covers techniques, all others have children. */
function belowOf(entry: Entry, list: ListInfo, site: KnowledgeSite): EntryPage['below'] {
  const { knowledge } = site;
  const published = publishedEntries(site);
  const id = entry.fact.id;
  const flat = (entries: readonly Entry[]) => ({
    title: list.below,
    lines: entries.filter((e) => published.has(e.key)).map((e) => entryLine(e, site)),
    elsewhere: entries.filter((e) => !published.has(e.key)).length,
  });
  if (entry.kind === 'mitigation')
    return flat(entry.fact.techniques.flatMap((t) => knowledge.entry(`${entry.scheme}:${t}`) ?? []));
  const direct =
    entry.kind === 'tactic'
      ? knowledge.entries.filter((e) => e.fact.tactics.includes(id) && !inParent(e, id, site))
      : knowledge.childrenOf(entry.key);
  return {
    title: list.below,
    lines: tree(inOrder(direct), site),
    elsewhere: direct.filter((e) => !published.has(e.key)).length,
  };
}

/** Does its parent stand under the tactic already? */
const inParent = (entry: Entry, tactic: string, site: KnowledgeSite): boolean =>
  entry.fact.parent !== undefined &&
  (site.knowledge.entry(`${entry.scheme}:${entry.fact.parent}`)?.fact.tactics.includes(tactic) ?? false);

const attackChip = (id: string): Chip => {
  const tactic = id.startsWith('TA');
  return {
    label: `ATT&CK ${id}`,
    path: tactic ? `https://attack.mitre.org/tactics/${id}/` : POINTED_SCHEMES.attack.url(id),
  };
};

const ANSWERS: Readonly<Record<string, string>> = {
  met: 'met',
  partial: 'met in part',
  gap: 'gap',
  'not-applicable': 'not applicable',
};

function answersOf(entry: Entry, site: KnowledgeSite): EntryPage['answers'] {
  return usesOf(site)
    .answers(entry.key)
    .map(({ system, answer }) => ({
      system: system.model.name,
      path: systemPath(system.model.id),
      answer: ANSWERS[answer.answer] ?? words(answer.answer),
      ...(answer.evidence ? { evidence: answer.evidence } : {}),
      ...(answer.owner ? { owner: answer.owner } : {}),
      ...(answer.due ? { due: formatDate(answer.due) } : {}),
    }));
}

function sourceOf({ fact, table }: Entry): EntrySource {
  const { source, edition, url, licence, checked, note } = table.provenance;
  return {
    title: `${source}, ${edition}`,
    url: fact.url ?? url,
    licence,
    checked: formatDate(checked),
    ...(note ? { note } : {}),
  };
}

function searchOf(entry: Entry, list: ListInfo): SearchFacts {
  const { fact } = entry;
  const framework = FRAMEWORKS[entry.scheme];
  return {
    kind: list.result,
    filters: framework ? { framework: [framework] } : {},
    meta: { id: fact.id, edition: entry.table.provenance.edition },
    aliases: [fact.id, ...shortIds(fact.id), ...fact.aliases, ...(fact.attack ? [fact.attack] : [])],
  };
}
