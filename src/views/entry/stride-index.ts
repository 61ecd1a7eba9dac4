/** The index of STRIDE: the table per element, live, and the lists that hang on it. */
import type { Severity } from '../../engine/analysis.ts';
import type { Entry } from '../../knowledge/knowledge.ts';
import { STRIDE_CATEGORIES, type StrideCategory } from '../../model/vocabulary.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { type StrideMark, strideMarks } from '../finding.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { SEVERITY_LABELS, sentence } from '../labels.ts';
import { SORT_LABELS, sortOf, type TargetSort } from '../our-systems.ts';
import { refPath } from '../paths.ts';
import { type EntryLine, editionOf, entryLine, ofKind } from './lines.ts';

export interface StrideIndex {
  edition: string;
  columns: (StrideMark & { property: string; tally: Tally })[];
  rows: { label: string; cells: StrideCell[] }[];
  assets: { group: string; lines: (EntryLine & { stride: StrideMark[] })[] }[];
  failures: { group: string; lines: EntryLine[] }[];
}

export interface StrideCell {
  category: StrideCategory;
  /** What the cell shows: a count, ✓, · where the category applies and nothing was found, or nothing. */
  mark: string;
  /** The same in words. */
  text: string;
  /** The severity of the worst open finding, `asked` or `settled`; undefined where there is no finding. */
  tone?: Severity | 'asked' | 'settled';
  path: string;
}

const ROWS: readonly TargetSort[] = ['external-entity', 'process', 'data-store', 'flow', 'system'];

export function strideIndex(site: KnowledgeSite): StrideIndex {
  const uses = usesOf(site);
  const found = new Map(STRIDE_CATEGORIES.map((c) => [c, uses.findings(`stride:${c}`)]));
  const of = (c: StrideCategory) => found.get(c) ?? [];
  const fact = (c: StrideCategory) => site.knowledge.entry(`stride:${c}`)?.fact;
  const groups = (entries: readonly Entry[]) => [...Map.groupBy(entries, (e) => e.fact.group ?? 'Others')];
  return {
    edition: editionOf(ofKind(site, 'stride', 'category')),
    columns: strideMarks(STRIDE_CATEGORIES).map((mark) => ({
      ...mark,
      property: fact(mark.id)?.property ?? '',
      tally: tallyOf(of(mark.id).map((f) => f.finding)),
    })),
    rows: ROWS.map((sort) => ({
      label: sentence(SORT_LABELS[sort]),
      cells: STRIDE_CATEGORIES.map((category): StrideCell => {
        const applies = sort !== 'system' && (fact(category)?.elements.includes(sort) ?? true);
        const tally = tallyOf(
          of(category)
            .filter((f) => sortOf(f) === sort)
            .map((f) => f.finding),
        );
        return {
          category,
          ...cellOf(tally, applies),
          path: `${refPath('stride', category)}?on=${sort}#systems`,
        };
      }),
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

function cellOf(tally: Tally, applies: boolean): Pick<StrideCell, 'mark' | 'text' | 'tone'> {
  const { worst, exposed, asked, total } = tally;
  if (worst) return { mark: String(exposed), text: `open, worst ${SEVERITY_LABELS[worst]}`, tone: worst };
  if (asked > 0) return { mark: String(asked), text: 'waiting for an answer', tone: 'asked' };
  if (total > 0) return { mark: '✓', text: 'settled', tone: 'settled' };
  return applies ? { mark: '·', text: 'applies, nothing found' } : { mark: '', text: 'does not apply' };
}
