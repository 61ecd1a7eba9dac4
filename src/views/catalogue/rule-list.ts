/** The catalogue: every rule, and how many there are for each category and sort of target. */
import type { Rule } from '../../engine/rule/schema.ts';
import { STRIDE_CATEGORIES, type StrideCategory } from '../../model/vocabulary.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { type StrideMark, strideMarks } from '../finding.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { STRIDE_LABELS } from '../labels.ts';
import { RULES } from '../paths.ts';
import type { Facet } from '../register.ts';
import { type RuleLine, ruleLine, TO_LABELS } from './rule-line.ts';

export interface CatalogueCell {
  category: StrideCategory;
  rules: number;
  tally: Tally;
  path: string;
}

export interface RuleList {
  rules: RuleLine[];
  facets: Facet[];
  columns: StrideMark[];
  rows: { label: string; cells: CatalogueCell[] }[];
  /** Findings of all rules. */
  tally: Tally;
}

type To = Rule['applies']['to'];
const SORTS = Object.keys(TO_LABELS) as To[];

export function ruleList(site: KnowledgeSite): RuleList {
  const { rules } = site.catalogue;
  const live = rules.filter((r) => r.deprecated === undefined);
  const lines = rules
    .map((rule) => ruleLine(rule, site))
    .sort((a, b) => worse(a.tally, b.tally) || a.title.localeCompare(b.title, 'en'));
  return {
    rules: lines,
    facets: facetsOf(lines),
    columns: strideMarks(STRIDE_CATEGORIES),
    rows: SORTS.filter((to) => live.some((r) => r.applies.to === to)).map((to) => ({
      label: TO_LABELS[to],
      cells: STRIDE_CATEGORIES.map((category) => cellOf(to, category, live, site)),
    })),
    tally: tallyOf(findingsOf(rules, site)),
  };
}

const findingsOf = (rules: readonly Rule[], site: KnowledgeSite) =>
  rules.flatMap((rule) =>
    usesOf(site)
      .findingsOfRule(rule.id)
      .map((f) => f.finding),
  );

function cellOf(
  to: To,
  category: StrideCategory,
  rules: readonly Rule[],
  site: KnowledgeSite,
): CatalogueCell {
  const here = rules.filter((r) => r.applies.to === to && r.stride.includes(category));
  const path = `${RULES}?${new URLSearchParams({ to, stride: category })}#rules`;
  return { category, rules: here.length, tally: tallyOf(findingsOf(here, site)), path };
}

/** More of the worst first. */
function worse(a: Tally, b: Tally): number {
  for (const severity of ['critical', 'high', 'medium', 'low', 'info'] as const) {
    const difference = b.open[severity] - a.open[severity];
    if (difference !== 0) return difference;
  }
  return b.asked - a.asked || b.total - a.total;
}

/** `open`, `asked`, `settled` or `nothing`: what a filter asks for. */
export const firedOf = ({ tally }: Pick<RuleLine, 'tally'>): string =>
  tally.exposed > 0 ? 'open' : tally.asked > 0 ? 'asked' : tally.total > 0 ? 'settled' : 'nothing';

function facetsOf(lines: readonly RuleLine[]): Facet[] {
  const facet = (
    name: string,
    label: string,
    values: readonly (readonly [value: string, label: string])[],
    has: (line: RuleLine, value: string) => boolean,
  ): Facet => ({
    name,
    label,
    pick: 'many',
    choices: values
      .map(([value, text]) => ({ value, label: text, count: lines.filter((l) => has(l, value)).length }))
      .filter((c) => c.count > 0),
  });
  return [
    facet(
      'fired',
      'In our systems',
      [
        ['open', 'open findings'],
        ['asked', 'waiting'],
        ['settled', 'settled'],
        ['nothing', 'nothing found'],
      ],
      (l, v) => firedOf(l) === v,
    ),
    facet(
      'stride',
      'STRIDE',
      STRIDE_CATEGORIES.map((s) => [s, STRIDE_LABELS[s]]),
      (l, v) => l.stride.some((s) => s.id === v),
    ),
    facet(
      'to',
      'Speaks about',
      SORTS.map((to) => [to, TO_LABELS[to]]),
      (l, v) => l.to === v,
    ),
    facet(
      'ai',
      'Sort',
      [
        ['yes', 'AI only'],
        ['no', 'any software'],
      ],
      (l, v) => l.ai === (v === 'yes'),
    ),
  ].filter((f) => f.choices.length > 1);
}
