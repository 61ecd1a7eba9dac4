/** The index page of each framework. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { ELEMENT_TYPES, STRIDE_CATEGORIES, type StrideCategory } from '../../model/vocabulary.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { type StrideMark, strideMarks } from '../finding.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { sentence } from '../labels.ts';
import { SORT_LABELS, sortOf, type TargetSort } from '../our-systems.ts';
import { keyPath, refPath } from '../paths.ts';
import type { Facet } from '../register.ts';
import { type EntryLine, entryLine, inOrder, tree } from './lines.ts';
import { publishedEntries } from './published.ts';

const ofKind = (site: KnowledgeSite, scheme: string, kind: string): Entry[] =>
  inOrder(site.knowledge.entries.filter((e) => e.scheme === scheme && e.kind === kind));

/** `MITRE ATLAS 2026.09` */
const editionOf = (entries: readonly Entry[]): string => {
  const provenance = entries[0]?.table.provenance;
  return provenance ? `${provenance.source} ${provenance.edition}` : '';
};

export interface TacticColumn {
  id: string;
  name: string;
  path: string;
  order: number;
  techniques: EntryLine[];
  /** Techniques of this tactic that have no page here. */
  elsewhere: number;
}

export interface AtlasIndex {
  edition: string;
  tactics: TacticColumn[];
  mitigations: EntryLine[];
  facets: Facet[];
  /** Rows: a technique of two tactics counts twice. */
  total: number;
}

const MATURITIES = ['realized', 'demonstrated', 'feasible'] as const;

export function atlasIndex(site: KnowledgeSite): AtlasIndex {
  const published = publishedEntries(site);
  const tactics = ofKind(site, 'atlas', 'tactic');
  const techniques = ofKind(site, 'atlas', 'technique').filter((e) => e.fact.parent === undefined);
  const columns = tactics.map((tactic): TacticColumn => {
    const own = techniques.filter((e) => e.fact.tactics.includes(tactic.fact.id));
    return {
      id: tactic.fact.id,
      name: tactic.name,
      path: keyPath(tactic.key) ?? '',
      order: tactic.fact.order ?? 0,
      techniques: tree(own, site).sort(byName(own)),
      elsewhere: own.filter((e) => !published.has(e.key)).length,
    };
  });
  // A technique of several tactics stands under each of them, and is counted there.
  const lines = columns.flatMap((c) => c.techniques);
  return {
    edition: editionOf(tactics),
    tactics: columns,
    mitigations: ofKind(site, 'atlas', 'mitigation')
      .filter((e) => published.has(e.key))
      .map((e) => entryLine(e, site)),
    facets: [
      {
        name: 'ours',
        label: 'In our systems',
        pick: 'many' as const,
        choices: [
          { value: 'open', label: 'open findings', count: lines.filter((l) => l.tally.exposed > 0).length },
          { value: 'yes', label: 'any finding', count: lines.filter((l) => l.tally.total > 0).length },
        ],
      },
      {
        name: 'maturity',
        label: 'Maturity',
        pick: 'many' as const,
        choices: MATURITIES.map((value) => ({
          value,
          label: value,
          count: lines.filter((l) => l.maturity === value).length,
        })),
      },
    ],
    total: lines.length,
  };
}

/** Techniques of a tactic by name, each followed by its own sub-techniques. */
const byName = (parents: readonly Entry[]) => {
  const nameOf = new Map(parents.map((e) => [e.fact.id, e.name]));
  const family = (line: EntryLine) => nameOf.get(line.id.split('.').slice(0, 2).join('.')) ?? line.name;
  return (a: EntryLine, b: EntryLine): number =>
    family(a).localeCompare(family(b), 'en') || a.depth - b.depth || a.id.localeCompare(b.id);
};

export interface ListIndex {
  anchor: string;
  title: string;
  edition: string;
  checked: string;
  lines: EntryLine[];
  /** An older edition: folded. */
  old: boolean;
}

/** The OWASP lists, the current editions first. */
export function owaspIndex(site: KnowledgeSite): ListIndex[] {
  const published = publishedEntries(site);
  return site.knowledge.data.tables
    .filter((t) => t.scheme.startsWith('owasp-'))
    .map((table) => {
      const entries = inOrder(
        site.knowledge.entries.filter((e) => e.table === table && published.has(e.key)),
      );
      return {
        anchor: `${table.scheme}-${table.title.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`,
        title: table.title,
        edition: table.provenance.edition,
        checked: table.provenance.checked,
        lines: entries.map((e) => entryLine(e, site)),
        old: entries.every((e) => e.fact.status === 'superseded'),
      };
    })
    .filter((list) => list.lines.length > 0)
    .sort((a, b) => Number(a.old) - Number(b.old) || order(a.anchor) - order(b.anchor));
}

const order = (anchor: string): number =>
  ['owasp-llm', 'owasp-agentic', 'owasp-ml'].findIndex((s) => anchor.startsWith(s));

export interface TreeIndex {
  edition: string;
  groups: { line: EntryLine; aliases: string[]; applies: string; below: EntryLine[] }[];
  cards: EntryLine[];
}

export function linddunIndex(site: KnowledgeSite): TreeIndex {
  const types = ofKind(site, 'linddun', 'threat-type').filter((e) => publishedEntries(site).has(e.key));
  return {
    edition: editionOf(types),
    groups: types.map((type) => ({
      line: entryLine(type, site),
      aliases: type.fact.aliases,
      applies: type.fact.elements.map((e) => SORT_LABELS[e]).join(', '),
      below: tree(inOrder(site.knowledge.childrenOf(type.key)), site),
    })),
    cards: tree(ofKind(site, 'linddun-go', 'card'), site),
  };
}

export interface NistIndex {
  edition: string;
  functions: {
    line: EntryLine;
    lines: (EntryLine & { controls: number; answers: { answer: string; count: number }[] })[];
  }[];
}

export function nistIndex(site: KnowledgeSite): NistIndex {
  const uses = usesOf(site);
  const functions = ofKind(site, 'nist-ai-rmf', 'function').filter((e) => publishedEntries(site).has(e.key));
  return {
    edition: editionOf(functions),
    functions: functions.map((f) => ({
      line: entryLine(f, site),
      lines: tree(inOrder(site.knowledge.childrenOf(f.key)), site).map((line) => {
        const answers = uses.answers(line.key).map(({ answer }) => answer.answer);
        return {
          ...line,
          controls: uses.controls(line.key).length,
          answers: ['met', 'partial', 'gap', 'not-applicable']
            .map((answer) => ({ answer, count: answers.filter((a) => a === answer).length }))
            .filter((a) => a.count > 0),
        };
      }),
    })),
  };
}

export interface StrideIndex {
  edition: string;
  columns: (StrideMark & { property: string; tally: Tally })[];
  rows: { label: string; cells: StrideCell[] }[];
  assets: { group: string; lines: (EntryLine & { stride: StrideMark[] })[] }[];
  failures: { group: string; lines: EntryLine[] }[];
}

export interface StrideCell {
  category: StrideCategory;
  /** Does the category apply to this type, by the table? */
  applies: boolean;
  tally: Tally;
  path: string;
}

const ROWS: readonly (readonly [TargetSort, string])[] = [
  ...(['external-entity', 'process', 'data-store'] as const)
    .filter((t) => ELEMENT_TYPES.includes(t))
    .map((t) => [t, SORT_LABELS[t]] as const),
  ['flow', SORT_LABELS.flow],
  ['system', SORT_LABELS.system],
];

export function strideIndex(site: KnowledgeSite): StrideIndex {
  const uses = usesOf(site);
  const found = new Map(STRIDE_CATEGORIES.map((c) => [c, uses.findings(`stride:${c}`)]));
  const of = (c: StrideCategory) => found.get(c) ?? [];
  const fact = (c: StrideCategory) => site.knowledge.entry(`stride:${c}`)?.fact;
  const groups = (entries: readonly Entry[]) => [
    ...Map.groupBy(
      entries.filter((e) => publishedEntries(site).has(e.key)),
      (e) => e.fact.group ?? 'Others',
    ),
  ];
  return {
    edition: editionOf(ofKind(site, 'stride', 'category')),
    columns: strideMarks(STRIDE_CATEGORIES).map((mark) => ({
      ...mark,
      property: fact(mark.id)?.property ?? '',
      tally: tallyOf(of(mark.id).map((f) => f.finding)),
    })),
    rows: ROWS.map(([sort, label]) => ({
      label: sentence(label),
      cells: STRIDE_CATEGORIES.map((category) => ({
        category,
        applies: sort !== 'system' && (fact(category)?.elements.includes(sort) ?? true),
        tally: tallyOf(
          of(category)
            .filter((f) => sortOf(f) === sort)
            .map((f) => f.finding),
        ),
        path: `${refPath('stride', category)}?on=${sort}#systems`,
      })),
    })),
    assets: groups(ofKind(site, 'stride-ai', 'asset')).map(([group, entries]) => ({
      group,
      lines: entries.map((e) => ({ ...entryLine(e, site), stride: strideMarks(e.fact.stride) })),
    })),
    failures: groups(ofKind(site, 'ms-failure-mode', 'failure-mode')).map(([group, entries]) => ({
      group,
      lines: entries.map((e) => entryLine(e, site)),
    })),
  };
}
