/** The links of the knowledge base as tables: crosswalk rows, what mitigates what and how, steps of case studies, checks of tools, changes. */
import { linksOf } from '../../knowledge/links.ts';
import { parseReference, referenceKey } from '../../knowledge/reference.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import type { DataTable } from './table.ts';

const keyOf = (text: string): string => {
  const reference = parseReference(text);
  return reference ? referenceKey(reference) : text;
};
const nameOf = (text: string): string | undefined => parseReference(text)?.name;

export const linkTables = (site: KnowledgeSite): DataTable[] => [
  crosswalkTable(site),
  coverageTable(site),
  stepsTable(site),
  checksTable(site),
  changesTable(site),
];

const crosswalkTable = ({ knowledge }: KnowledgeSite): DataTable => ({
  id: 'crosswalk',
  title: 'Crosswalk',
  what: 'A link between two lists as one document states it, with its authority and status.',
  rows: knowledge.data.crosswalks.flatMap((table) =>
    table.rows.map((row) => ({
      from: keyOf(row.from),
      'from name': nameOf(row.from),
      relationship: row.relationship,
      to: keyOf(row.to),
      'to name': nameOf(row.to),
      'to edition': row.edition,
      as: row.as,
      strength: row.strength,
      status: table.status,
      authority: table.authority,
      document: table.document,
      crosswalk: table.id,
    })),
  ),
});

const coverageTable = ({ knowledge }: KnowledgeSite): DataTable => ({
  id: 'mitigations-by-technique',
  title: 'Mitigations by technique',
  what: 'A mitigation of ATLAS, a technique that it covers, and how it applies.',
  rows: knowledge.entries
    .filter((e) => e.kind === 'mitigation')
    .flatMap((e) => linksOf(knowledge).coverage(e.key))
    .map(({ mitigation, technique, how }) => ({
      mitigation: mitigation.fact.id,
      'mitigation name': mitigation.name,
      technique: knowledge.entry(technique)?.fact.id,
      'technique name': knowledge.entry(technique)?.name,
      how,
    })),
});

const stepsTable = ({ knowledge }: KnowledgeSite): DataTable => ({
  id: 'case-study-steps',
  title: 'Steps of case studies',
  what: 'A technique used in a case study, with what was done; in the order of events where the study says so.',
  rows: knowledge.entries
    .filter((e) => e.kind === 'case-study')
    .flatMap((e) => linksOf(knowledge).procedures(e.key))
    .map(({ study, step, technique, tactic, did }) => ({
      study: study.fact.id,
      'study name': study.name,
      step,
      'in order': study.fact.ordered,
      tactic: tactic ? knowledge.entry(tactic)?.fact.id : undefined,
      technique: knowledge.entry(technique)?.fact.id,
      'technique name': knowledge.entry(technique)?.name,
      did,
    })),
});

const checksTable = ({ knowledge }: KnowledgeSite): DataTable => ({
  id: 'tool-checks',
  title: 'Checks of validation tools',
  what: 'A probe, plugin, attack or defence of a tool, and what it tests.',
  rows: knowledge.data.tools.flatMap((tool) =>
    tool.checks.map((check) => ({
      tool: tool.id,
      use: check.use,
      sort: check.sort,
      remote: check.remote,
      names: check.names,
      'only by name': check['by-name'],
      tests: check.refs.map(keyOf),
      mapping: tool.mapping,
      note: check.note,
      edition: tool.provenance.edition,
    })),
  ),
});

const changesTable = ({ knowledge }: KnowledgeSite): DataTable => ({
  id: 'changes',
  title: 'Changes of the knowledge base',
  what: 'An entry that a release added, renamed, retired, replaced or moved.',
  rows: knowledge.data.releases.flatMap((release) => {
    const of = (change: string) => ({ release: release.title, released: release.released, change });
    return [
      ...release.added.map(({ id, name }) => ({ ...of('added'), id, to: name })),
      ...release.renamed.map(({ id, from, to }) => ({ ...of('renamed'), id, from, to })),
      ...release.retired.map((r) => ({ ...of('retired'), id: r.id, from: r.name, to: r['replaced-by'] })),
      ...release.replaced.map((r) => ({ ...of('replaced'), id: r.id, from: r.name, to: r.by })),
      ...release.moved.map(({ id, from, to }) => ({ ...of('moved'), id, from, to })),
    ];
  }),
});
