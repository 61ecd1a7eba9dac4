/** The engine's front door: a model and the catalogue in, an analysis out. Pure and deterministic; `today` is an input. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { graphOf } from '../model/graph.ts';
import type { Decision, Element, Flow, Model } from '../model/model.ts';
import type { Analysis, Finding, State } from './analysis.ts';
import { type Context, contextOf } from './condition/context.ts';
import { describe } from './finding.ts';
import { fold, type Undecided } from './fold.ts';
import { ownFinding } from './own-threat.ts';
import { reviewOf } from './review.ts';
import type { Catalogue, CompiledRule } from './rule/catalogue.ts';
import { applied, decisionStateOf, stateOf } from './state.ts';
import { summaryOf } from './summary.ts';
import { type Subject, subjectOf } from './target.ts';

export interface AnalyseOptions {
  /** YYYY-MM-DD: decisions and reviews expire by it. */
  today: string;
}

export function analyse(
  model: Model,
  knowledge: Knowledge,
  catalogue: Catalogue,
  { today }: AnalyseOptions,
): Analysis {
  const context = contextOf(graphOf(model), knowledge);
  const decisions = new Map(model.decisions.map((d) => [currentId(d.threat, catalogue), d]));
  const inScope = model.elements.filter((e) => e['out-of-scope'] === undefined);
  const found: Finding[] = [
    ...inScope.flatMap((element) => run(context, catalogue.forElements, element)),
    ...model.flows.flatMap((flow) => run(context, catalogue.forFlows, flow)),
    ...run(context, catalogue.forSystem, null),
    ...model.threats.map((threat) => ownFinding(context, threat)),
  ];
  const decided = found.map((finding) => decide(finding, decisions.get(finding.id), today));
  const findings = fold(decided, catalogue).sort(byUrgency);
  const review = reviewOf(model.reviewed, model['review-every'], today);
  return {
    today,
    system: { id: model.id, name: model.name, file: model.file },
    findings,
    summary: summaryOf(findings),
    ...(review ? { review } : {}),
  };
}

/** A decision may still name a rule by a former id. */
function currentId(findingId: string, catalogue: Catalogue): string {
  const [rule = '', target = ''] = findingId.split('@');
  return `${catalogue.rule(rule)?.id ?? rule}@${target}`;
}

function run<S extends Element | Flow | null>(
  context: Context,
  rules: readonly CompiledRule<S>[],
  subject: S,
): Finding[] {
  const findings: Finding[] = [];
  let about: Subject<S> | undefined;
  for (const compiled of rules) {
    const applies = compiled.applies(context, subject);
    if (applies === 'no') continue;
    const stopped = compiled.unless ? compiled.unless(context, subject) : 'no';
    const state = stateOf(applies, stopped);
    if (!state) continue;
    about ??= subjectOf(context, subject);
    findings.push(describe(context, compiled, about, state));
  }
  return findings;
}

function decide(finding: Finding, decision: Decision | undefined, today: string): Undecided {
  if (!decision) return { finding, before: finding.state };
  const record = applied(decision, today);
  const reason = record.expired
    ? `${finding.reason} A decision to ${decision.do} it expired on ${record.until}.`
    : `${decision.by} decided: ${decision.do}${record.until ? ` until ${record.until}` : ''}.`;
  const state = record.expired ? finding.state : decisionStateOf(decision);
  return { finding: { ...finding, state, reason, decision: record }, before: finding.state };
}

const GROUP: Readonly<Record<State, number>> = {
  open: 0,
  'partly-mitigated': 0,
  asked: 1,
  accepted: 2,
  transferred: 2,
  avoided: 2,
  mitigated: 3,
  'not-applicable': 4,
};

/** Unresolved first, then by residual score, uncapped; the id settles ties. */
function byUrgency(a: Finding, b: Finding): number {
  return (
    GROUP[a.state] - GROUP[b.state] ||
    b.scores.residual.uncapped - a.scores.residual.uncapped ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}
