/** A rule in a list: its title, what it speaks about, how many findings of our systems came from it. */
import type { Rule } from '../../engine/rule/schema.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { type StrideMark, strideMarks } from '../finding.ts';
import { type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { rulePath } from '../paths.ts';
import { ruleTitle } from './rule-title.ts';

export interface RuleLine {
  id: string;
  title: string;
  path: string;
  /** `process`, `crossing` … */
  to: Rule['applies']['to'];
  toLabel: string;
  ai: boolean;
  stride: StrideMark[];
  tally: Tally;
  deprecated: boolean;
}

export const TO_LABELS: Readonly<Record<Rule['applies']['to'], string>> = {
  process: 'process',
  'data-store': 'data store',
  'external-entity': 'external entity',
  element: 'any element',
  flow: 'flow',
  crossing: 'flow between zones',
  system: 'whole system',
};

export function ruleLine(rule: Rule, site: KnowledgeSite): RuleLine {
  const { to } = rule.applies;
  return {
    id: rule.id,
    title: ruleTitle(rule, site.knowledge),
    path: rulePath(rule.id),
    to,
    toLabel: TO_LABELS[to],
    ai: rule.ai,
    stride: strideMarks(rule.stride),
    tally: tallyOf(
      usesOf(site)
        .findingsOfRule(rule.id)
        .map((f) => f.finding),
    ),
    deprecated: rule.deprecated !== undefined,
  };
}

/** AI rules first, then by title: the general ones are the same everywhere. */
export const ruleLines = (rules: readonly Rule[], site: KnowledgeSite): RuleLine[] =>
  rules
    .map((rule) => ruleLine(rule, site))
    .sort((a, b) => Number(b.ai) - Number(a.ai) || a.title.localeCompare(b.title, 'en'));
