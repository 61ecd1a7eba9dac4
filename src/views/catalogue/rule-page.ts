/** The page of a rule: whom it concerns, what stops it, how bad it is, how to check for it, where it fired. */

import type { FoldsInto, Rule } from '../../engine/rule/schema.ts';
import { scoreOf as engineScore, inputsOf } from '../../engine/scoring/dread.ts';
import { checkOf } from '../../knowledge/tool-checks.ts';
import type { ScoringSettings } from '../../model/settings.ts';
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
  /** What it is listed under, in a sentence. */
  listedUnder?: string;
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
    ...listedUnder(rule, site),
    score: unmovedScore(rule, site.settings?.scoring),
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

const PLACES: Readonly<Record<FoldsInto['on'], string>> = {
  here: 'on the same target',
  to: 'on the receiver',
  from: 'on the sender',
  receivers: 'on what it sends to',
};

/** `Listed under “Stop a process” on the receiver, or else on the sender, where that is at least as unresolved.` */
function listedUnder(rule: Rule, { catalogue, knowledge }: KnowledgeSite): { listedUnder?: string } {
  let before: string | undefined;
  const places = rule['folds-into'].flatMap(({ rule: id, on }) => {
    const owner = catalogue.rule(id);
    if (!owner) return [];
    const title = before === owner.id ? '' : `“${ruleTitle(owner, knowledge)}” `;
    before = owner.id;
    return [`${title}${PLACES[on]}`];
  });
  if (places.length === 0) return {};
  return { listedUnder: `Listed under ${places.join(', or else ')}, where that is at least as unresolved.` };
}

/** The score before anything is known of a system: no context, no controls. */
function unmovedScore(rule: Rule, scoring: ScoringSettings | undefined): ScoreView {
  const inherent = engineScore(inputsOf(rule.dread), scoring);
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
