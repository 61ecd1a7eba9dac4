/** The lists of NIST, the EU and ISO as tables: what each asks for and which of our controls answer it. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { linksOf } from '../../knowledge/links.ts';
import { controlsOf } from '../entry/evidence.ts';
import { inOrder, ofKind } from '../entry/lines.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { EU_AI_ACT, ISO_42001, NIST, NIST_100_2, NIST_600_1 } from '../paths.ts';
import type { Tab } from '../system.ts';
import { type Column, type EntryTable, entryTable } from './table.ts';

const controls = (site: KnowledgeSite): Column => ({
  label: 'Controls',
  number: true,
  of: (e) => controlsOf(e, site).length,
});
const otherLists = (site: KnowledgeSite): Column => ({
  label: 'Links to other lists',
  number: true,
  of: (e) => linksOf(site.knowledge).crosswalks(e.key).length,
});

export const genaiTable = (site: KnowledgeSite): EntryTable =>
  entryTable(
    {
      id: 'risks',
      title: 'NIST AI 600-1',
      lede: 'The twelve risks that NIST’s profile for generative AI adds to the AI RMF.',
      what: 'risks',
      twins: 'nist-ai-600-1-risks',
      entries: ofKind(site, 'nist-ai-600-1', 'risk'),
      columns: [controls(site), otherLists(site)],
      sieves: [],
    },
    site,
  );

export function taxonomyTable(site: KnowledgeSite): EntryTable {
  const { knowledge } = site;
  const nameOf = (id: string) => knowledge.entry(`nist-ai-100-2:${id}`)?.name ?? id;
  const objectives = (e: Entry) => (e.kind === 'objective' ? [e.name] : e.fact.objectives.map(nameOf));
  return entryTable(
    {
      id: 'attacks',
      title: 'NIST AI 100-2',
      lede: 'NIST’s taxonomy of adversarial machine learning, E2025: five objectives of attackers, and the attacks that serve each.',
      what: 'entries',
      twins: 'nist-ai-100-2-attacks',
      entries: ofKind(site, 'nist-ai-100-2', 'objective').flatMap((objective) => [
        objective,
        ...inOrder(knowledge.childrenOf(objective.key)),
      ]),
      depthOf: (e) => (e.kind === 'objective' ? 0 : 1),
      columns: [
        { label: 'Objectives', of: (e) => (e.kind === 'objective' ? '' : objectives(e).join(', ')) },
        { label: 'Kinds of AI', of: (e) => e.fact.taxonomies.map((t) => KINDS[t] ?? t).join(', ') },
        controls(site),
        otherLists(site),
      ],
      sieves: [
        { name: 'objective', label: 'Objective', of: objectives },
        { name: 'ai', label: 'Kind of AI', of: (e) => e.fact.taxonomies.map((t) => KINDS[t] ?? t) },
      ],
    },
    site,
  );
}

const KINDS: Readonly<Record<string, string>> = { PredAI: 'predictive', GenAI: 'generative' };

export const actTable = (site: KnowledgeSite): EntryTable =>
  entryTable(
    {
      id: 'articles',
      title: 'EU AI Act',
      lede: 'The articles of Regulation (EU) 2024/1689 that a threat model speaks to. This is no legal advice; titles and dates are still to be verified at the source.',
      what: 'articles',
      twins: 'eu-ai-act-articles',
      entries: ofKind(site, 'eu-ai-act', 'article'),
      columns: [controls(site)],
      sieves: [],
    },
    site,
  );

export const isoTable = (site: KnowledgeSite): EntryTable =>
  entryTable(
    {
      id: 'clauses',
      title: 'ISO/IEC 42001, Annex A',
      lede: 'The groups and controls of Annex A by id and title, with what a team would have to show. The text of the standard is not reproduced.',
      what: 'entries',
      twins: 'iso-iec-42001-annex-a',
      entries: ofKind(site, 'iso-42001', 'clause')
        .filter((e) => e.fact.parent === undefined)
        .flatMap((group) => [group, ...inOrder(site.knowledge.childrenOf(group.key))]),
      depthOf: (e) => (e.fact.parent ? 1 : 0),
      columns: [controls(site)],
      sieves: [],
    },
    site,
  );

/** The lists of this section, as a row of links. */
export function governanceTabs({ knowledge }: KnowledgeSite): Tab[] {
  const count = (scheme: string, kind: string) =>
    knowledge.entries.filter((e) => e.scheme === scheme && e.kind === kind).length;
  return [
    { id: 'ai-rmf', label: 'NIST AI RMF', path: NIST, count: count('nist-ai-rmf', 'subcategory') },
    { id: 'ai-600-1', label: 'NIST AI 600-1', path: NIST_600_1, count: count('nist-ai-600-1', 'risk') },
    { id: 'ai-100-2', label: 'NIST AI 100-2', path: NIST_100_2, count: count('nist-ai-100-2', 'attack') },
    { id: 'eu-ai-act', label: 'EU AI Act', path: EU_AI_ACT, count: count('eu-ai-act', 'article') },
    { id: 'iso-42001', label: 'ISO/IEC 42001', path: ISO_42001, count: count('iso-42001', 'clause') },
  ];
}
