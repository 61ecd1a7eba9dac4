/** The page of one entry of a framework: what it is, what it is tied to, which rules speak about it, which of our systems it touches. */
import type { Entry } from '../../knowledge/knowledge.ts';
import type { ControlBrief } from '../catalogue/control-line.ts';
import { type RuleLine, ruleLines } from '../catalogue/rule-line.ts';
import { formatDate } from '../dates.ts';
import { editionName } from '../editions.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { words } from '../labels.ts';
import { type OurSystems, ourSystems } from '../our-systems.ts';
import { attackPathsPath, chainAnchor, systemPath } from '../paths.ts';
import type { Chip, ReferenceGroup } from '../references.ts';
import type { SearchFacts } from '../search-facts.ts';
import type { Crumb, Fact } from '../system.ts';
import { type Below, belowOf } from './below.ts';
import { type CaseStudy, caseStudyOf } from './case-study.ts';
import { type CrosswalkGroup, crosswalkOf } from './crosswalk.ts';
import {
  type CoverageLine,
  checksOf,
  controlsOf,
  coverageOf,
  type ProcedureLine,
  proceduresOf,
  type ToolChecks,
} from './evidence.ts';
import { attackChip, crumbsOf, type EntryStatus, factsOf, searchOf, statusOf } from './head.ts';
import { findingsUnder } from './lines.ts';
import { type ListInfo, listOf } from './lists.ts';
import { type FormerId, formerIds, namedTogether, type Relation, relationsOf } from './relations.ts';

export interface EntryPage {
  id: string;
  name: string;
  list: ListInfo;
  edition: string;
  crumbs: Crumb[];
  /** Only where the entry is not simply published. */
  status?: EntryStatus;
  aliases: string[];
  facts: Fact[];
  note?: NonNullable<Entry['note']>;
  /** Of a case study: its steps. */
  study?: CaseStudy;
  /** Of a mitigation: the techniques it covers. Of a technique: its mitigations. */
  coverage: { title: string; lines: CoverageLine[] };
  procedures: ProcedureLine[];
  checks: ToolChecks[];
  relations: Relation[];
  former: FormerId[];
  /** Entries under it, as a tree. */
  below: Below;
  crosswalk: CrosswalkGroup[];
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
  const study = caseStudyOf(entry, site);
  return {
    id: fact.id,
    name: entry.name,
    list,
    edition: editionName(table.provenance),
    crumbs: crumbsOf(entry, site),
    ...(status ? { status } : {}),
    // A single letter is for the search only.
    aliases: [...fact.aliases, ...(entry.note?.synonyms ?? [])].filter(
      (alias) => alias !== entry.name && alias.length > 2,
    ),
    facts: factsOf(entry),
    ...(entry.note ? { note: entry.note } : {}),
    ...(study ? { study } : {}),
    coverage: {
      title: entry.kind === 'mitigation' ? 'Techniques it covers' : 'Mitigations',
      lines: coverageOf(entry, site),
    },
    procedures: proceduresOf(entry, site),
    checks: checksOf(entry, site),
    relations: relationsOf(entry, site),
    former: formerIds(entry, site),
    below: belowOf(entry, list, site),
    crosswalk: crosswalkOf(entry, site),
    together: namedTogether(entry, site),
    rules: ruleLines(uses.rules(entry.key), site),
    controls: controlsOf(entry, site),
    chains: uses.chains(entry.key).map(({ system, chain }) => ({
      name: chain.name,
      system: system.model.name,
      path: `${attackPathsPath(system.model.id)}#${chainAnchor(chain.id)}`,
    })),
    answers: answersOf(entry, site),
    systems: ourSystems(findingsUnder(entry, site), site.knowledge),
    ...(fact.attack ? { attack: attackChip(fact.attack) } : {}),
    source: sourceOf(entry),
    search: searchOf(entry, list, site),
  };
}

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
