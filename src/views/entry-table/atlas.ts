/** The lists of ATLAS as tables: techniques with what covers each, mitigations, case studies. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { linksOf } from '../../knowledge/links.ts';
import { formatPartialDate } from '../dates.ts';
import { inOrder, ofKind } from '../entry/lines.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { sentence } from '../labels.ts';
import { type EntryTable, entryTable } from './table.ts';

const MATURITIES = ['Realized', 'Demonstrated', 'Feasible'];

/** Each technique with its sub-techniques, and what we have against it: rules, tests, mitigations, cases. */
export function techniqueTable(site: KnowledgeSite): EntryTable {
  const { knowledge } = site;
  const links = linksOf(knowledge);
  const uses = usesOf(site);
  const nameOf = (id: string) => knowledge.entry(`atlas:${id}`)?.name ?? id;
  const maturity = ({ fact }: Entry) => (fact.maturity ? sentence(fact.maturity) : undefined);
  const entries = ofKind(site, 'atlas', 'technique')
    .filter((e) => e.fact.parent === undefined)
    .flatMap((e) => [e, ...inOrder(knowledge.childrenOf(e.key))]);
  return entryTable(
    {
      id: 'techniques',
      title: 'ATLAS techniques',
      lede: 'Every technique and sub-technique, with what speaks about it here: rules that look for it, tools that test it, mitigations, case studies, and the findings of our systems.',
      what: 'techniques',
      twins: 'mitre-atlas-techniques',
      entries,
      depthOf: (e) => (e.fact.parent ? 1 : 0),
      columns: [
        { label: 'Tactics', of: (e) => e.fact.tactics.map(nameOf).join(', ') },
        { label: 'Maturity', of: maturity },
        { label: 'Rules', number: true, of: (e) => uses.rules(e.key).length },
        { label: 'Tests', number: true, of: (e) => links.checks(e.key).length },
        { label: 'Mitigations', number: true, of: (e) => links.coverage(e.key).length },
        {
          label: 'Case studies',
          number: true,
          of: (e) => new Set(links.procedures(e.key).map((p) => p.study)).size,
        },
      ],
      sieves: [
        { name: 'tactic', label: 'Tactic', of: (e) => e.fact.tactics.map(nameOf) },
        { name: 'maturity', label: 'Maturity', of: (e) => [maturity(e) ?? 'Not rated'], order: MATURITIES },
        { name: 'platform', label: 'Platform', of: (e) => e.fact.platforms },
        {
          name: 'covered',
          label: 'Covered by',
          of: (e) => [
            ...(uses.rules(e.key).length > 0 ? ['a rule'] : []),
            ...(links.checks(e.key).length > 0 ? ['a test'] : []),
            ...(links.coverage(e.key).length > 0 ? ['a mitigation'] : ['no mitigation']),
          ],
        },
        { name: 'ours', label: 'In our systems', of: (e) => touched(e, site) },
      ],
    },
    site,
  );
}

const touched = (entry: Entry, site: KnowledgeSite): string[] =>
  usesOf(site).findings(entry.key).length > 0 ? ['found'] : ['not found'];

export function mitigationTable(site: KnowledgeSite): EntryTable {
  const uses = usesOf(site);
  return entryTable(
    {
      id: 'mitigations',
      title: 'ATLAS mitigations',
      lede: 'What ATLAS sets against its techniques, how each applies to every technique it covers, and which of our controls put it in place.',
      what: 'mitigations',
      twins: 'mitre-atlas-mitigations',
      entries: ofKind(site, 'atlas', 'mitigation'),
      columns: [
        { label: 'Category', of: (e) => e.fact.category.join(', ') },
        { label: 'Life cycle', of: (e) => e.fact.lifecycle.join(', ') },
        { label: 'Techniques', number: true, of: (e) => e.fact.techniques.length },
        { label: 'Controls', number: true, of: (e) => uses.controls(e.key).length },
      ],
      sieves: [
        { name: 'category', label: 'Category', of: (e) => e.fact.category },
        { name: 'stage', label: 'Life cycle', of: (e) => e.fact.lifecycle },
      ],
    },
    site,
  );
}

/** Newest first. */
export function studyTable(site: KnowledgeSite): EntryTable {
  const { knowledge } = site;
  const newest = ({ fact }: Entry) => fact.date ?? '';
  const entries = ofKind(site, 'atlas', 'case-study').sort((a, b) =>
    newest(a) < newest(b) ? 1 : newest(a) > newest(b) ? -1 : a.fact.id.localeCompare(b.fact.id),
  );
  const sort = ({ fact }: Entry) => (fact.incident === 'incident' ? 'Incident' : 'Exercise');
  return entryTable(
    {
      id: 'studies',
      title: 'ATLAS case studies',
      lede: 'What was done to real AI systems, by attackers and by researchers, step by step where the order is known.',
      what: 'case studies',
      twins: 'mitre-atlas-case-studies',
      entries,
      columns: [
        { label: 'When', of: (e) => formatPartialDate(e.fact.date ?? '') },
        { label: 'Kind', of: sort },
        { label: 'Target', of: (e) => e.fact.target },
        { label: 'Steps', number: true, of: (e) => e.fact.procedure.length },
      ],
      sieves: [
        { name: 'kind', label: 'Kind', of: (e) => [sort(e)] },
        { name: 'year', label: 'Year', of: (e) => (e.fact.date ? [e.fact.date.slice(0, 4)] : []) },
        {
          name: 'tactic',
          label: 'Tactic',
          of: (e) =>
            e.fact.procedure.flatMap(({ tactic }) =>
              tactic ? (knowledge.entry(`atlas:${tactic}`)?.name ?? []) : [],
            ),
        },
      ],
    },
    site,
  );
}
