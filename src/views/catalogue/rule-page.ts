/** The page of a rule: whom it concerns, what stops it, how bad it is, how to check for it, where it fired. */

import type { Rule } from '../../engine/rule/schema.ts';
import { scoreOf as engineScore, inputsOf } from '../../engine/scoring/dread.ts';
import { checkOf } from '../../knowledge/tool-checks.ts';
import { type RuleWords, ruleInWords } from '../condition/rule-words.ts';
import { type StrideMark, strideMarks } from '../finding.ts';
import { type KnowledgeSite, keysOfRule, usesOf } from '../knowledge-site.ts';
import { STRIDE_LABELS } from '../labels.ts';
import { type OurSystems, ourSystems } from '../our-systems.ts';
import { RULES } from '../paths.ts';
import { type ReferenceGroup, referenceGroups } from '../references.ts';
import { type ScoreView, scoreOf } from '../score.ts';
import { frameworksOf, type SearchFacts } from '../search-facts.ts';
import type { Crumb } from '../system.ts';
import { checkPath, shortName } from '../tools/names.ts';
import { type ControlBrief, controlBrief, stopsOf } from './control-line.ts';
import { type ExampleView, examplesOf } from './examples.ts';
import { type RuleLine, ruleLines } from './rule-line.ts';
import { ruleTitle, TARGETS } from './rule-title.ts';

/** One way to check: a tool with what to select in it, or what to do by hand. */
export interface Verification {
  how: string;
  what: string;
  /** The check on its tool’s page. */
  path?: string;
  note?: string;
}

export interface RulePage {
  id: string;
  title: string;
  crumbs: Crumb[];
  summary: string;
  question: string;
  ai: boolean;
  /** `a process`, `the whole system` */
  on: string;
  deprecated?: string;
  aliases: string[];
  stride: StrideMark[];
  words: RuleWords;
  score: ScoreView;
  why?: string;
  references: ReferenceGroup[];
  stops: ControlBrief[];
  helps: ControlBrief[];
  refines: RuleLine[];
  refinedBy: RuleLine[];
  verify: Verification[];
  examples: ExampleView[];
  systems: OurSystems;
  search: SearchFacts;
}

export function rulePage(rule: Rule, site: KnowledgeSite): RulePage {
  const { knowledge, catalogue } = site;
  const title = ruleTitle(rule, knowledge);
  const stops = stopsOf(rule);
  const controls = (ids: readonly string[]) =>
    ids.flatMap((id) => knowledge.control(id) ?? []).map(controlBrief);
  const keys = keysOfRule(rule).filter((key) => !key.startsWith('stride:'));
  return {
    id: rule.id,
    title,
    crumbs: [{ label: 'Catalogue', path: RULES }, { label: title }],
    summary: rule.summary,
    question: rule.question,
    ai: rule.ai,
    on: TARGETS[rule.applies.to],
    ...(rule.deprecated ? { deprecated: rule.deprecated } : {}),
    aliases: rule.aliases,
    stride: strideMarks(rule.stride),
    words: ruleInWords(rule, knowledge),
    score: unmovedScore(rule),
    ...(rule.dread.why ? { why: rule.dread.why } : {}),
    references: referenceGroups(keys, knowledge),
    stops: controls(stops),
    helps: controls(rule.controls.filter((id) => !stops.includes(id))),
    refines: ruleLines(
      rule.refines.flatMap((id) => catalogue.rule(id) ?? []),
      site,
    ),
    refinedBy: ruleLines(
      catalogue.rules.filter((r) => r.refines.includes(rule.id)),
      site,
    ),
    verify: rule.verify.map((step) => verification(step, knowledge)),
    examples: examplesOf(rule),
    systems: ourSystems(usesOf(site).findingsOfRule(rule.id), knowledge),
    search: {
      kind: 'Rule',
      filters: { framework: frameworksOf(keysOfRule(rule)) },
      meta: { id: rule.id },
      aliases: [rule.id, ...rule.aliases, ...rule.stride.map((s) => STRIDE_LABELS[s])],
    },
  };
}

/** The score before anything is known of a system: no context, no controls. */
function unmovedScore(rule: Rule): ScoreView {
  const inherent = engineScore(inputsOf(rule.dread));
  const { uncapped, adjusted, severity } = inherent;
  return scoreOf({ steps: [], inherent, residual: { uncapped, adjusted, severity, steps: [] } });
}

function verification(step: Rule['verify'][number], knowledge: KnowledgeSite['knowledge']): Verification {
  if ('manual' in step) return { how: 'by hand', what: step.manual };
  const tool = knowledge.tool(step.tool);
  const check = tool && checkOf(tool, step.use);
  return {
    how: tool ? shortName(tool) : step.tool,
    what: step.use,
    ...(check ? { path: checkPath(tool, check) } : {}),
    ...(step.note ? { note: step.note } : {}),
  };
}
