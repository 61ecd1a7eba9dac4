/** The lists of the frameworks as tables: the facts of each entry, our summary, and how many of our findings refer to it. */
import type { Entry } from '../../knowledge/knowledge.ts';
import type { FactTable } from '../../knowledge/schema/fact.ts';
import { entryLine } from '../entry/lines.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import type { DataTable, Row } from './table.ts';

/** `MITRE ATLAS techniques` → `mitre-atlas-techniques` */
export const tableId = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

export function frameworkTables(site: KnowledgeSite): DataTable[] {
  const byTable = Map.groupBy(site.knowledge.entries, (e) => e.table);
  return [...byTable].map(([table, entries]) => ({
    id: tableId(table.title),
    title: table.title,
    what: 'An entry of the list with its facts, our summary, and the findings of our systems that refer to it.',
    source: sourceOf(table),
    rows: entries.map((entry) => rowOf(entry, site)),
  }));
}

const sourceOf = ({ provenance }: FactTable): NonNullable<DataTable['source']> => ({
  title: provenance.source,
  edition: provenance.edition,
  licence: provenance.licence,
  url: provenance.url,
  checked: provenance.checked,
});

function rowOf(entry: Entry, site: KnowledgeSite): Row {
  const { fact, note, name } = entry;
  const { tally, systems } = entryLine(entry, site);
  return {
    id: fact.id,
    name,
    parent: fact.parent,
    group: fact.group,
    status: fact.status,
    'replaced by': fact['replaced-by'],
    change: fact.change,
    aliases: fact.aliases,
    tactics: fact.tactics,
    maturity: fact.maturity,
    platforms: fact.platforms,
    'att&ck': fact.attack,
    category: fact.category,
    lifecycle: fact.lifecycle,
    techniques: fact.techniques,
    kind: fact.incident,
    date: fact.date,
    target: fact.target,
    actor: fact.actor,
    reporter: fact.reporter,
    procedure: fact.procedure.map(({ technique, tactic }) => (tactic ? `${tactic}/${technique}` : technique)),
    'in order': fact.ordered,
    references: fact.references,
    property: fact.property,
    elements: fact.elements,
    stride: fact.stride,
    strategies: fact.strategies,
    objectives: fact.objectives,
    'kinds of ai': fact.taxonomies,
    created: fact.created,
    modified: fact.modified,
    url: fact.url,
    summary: note?.summary,
    questions: note?.questions ?? [],
    evidence: note?.evidence ?? [],
    controls: note?.controls ?? [],
    systems,
    findings: tally.total,
    'open findings': tally.exposed,
  };
}
