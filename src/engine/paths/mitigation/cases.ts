/** Findings that can be worked out again with other controls, those folded under others included. */
import type { Element, Flow, OwnThreat } from '../../../model/model.ts';
import type { Analysis, Finding, Scores, State, Target } from '../../analysis.ts';
import type { Context } from '../../condition/context.ts';
import { controlEvidence } from '../../evidence.ts';
import { ownFinding } from '../../own-threat.ts';
import type { Catalogue, CompiledRule, SoughtControl } from '../../rule/catalogue.ts';
import type { Rule } from '../../rule/schema.ts';
import { residualOf } from '../../scoring/residual.ts';
import { beforeControls } from '../../scoring/scores.ts';
import { partsOf } from '../../spoken.ts';
import { decisionsOf, stateOf } from '../../state.ts';
import { type Subject, subjectOf } from '../../target.ts';

export interface Outcome {
  /** Before any decision. */
  state: State;
  /** Residual, uncapped. */
  score: number;
}

export interface Case {
  id: string;
  /** Undefined for a threat that people found. */
  rule: Rule | undefined;
  subject: Element | Flow | null;
  /** The id of the finding that stands for it; its own where it is shown. */
  shownAs: string;
  /** Its controls; what stops it among them, and where each may stand. */
  sought: readonly SoughtControl[];
  target: Target;
  /** The state that a decision in force gives it, and that there is a decision at all. */
  decided?: State;
  decision?: object;
  /** As it is in these surroundings; folding and decisions not applied. */
  outcome(context: Context): Outcome;
}

const DECIDED: readonly State[] = ['accepted', 'transferred', 'avoided', 'not-applicable'];

/** @param context of the analysed model */
export function casesOf(analysis: Analysis, context: Context, catalogue: Catalogue): Case[] {
  const compiled = new Map<string, CompiledRule<never>>(
    [...catalogue.forElements, ...catalogue.forFlows, ...catalogue.forSystem].map((c) => [
      c.rule.id,
      c as CompiledRule<never>,
    ]),
  );
  const threats = new Map(context.graph.model.threats.map((t) => [`${t.id}@${t.on}`, t]));
  const subjects = new Map<string, Subject<Element | Flow | null>>();
  const about = (target: string) => {
    const subject = context.graph.element(target) ?? context.graph.flow(target) ?? null;
    const known = subjects.get(target) ?? subjectOf(context, subject);
    subjects.set(target, known);
    return known;
  };
  const decisions = decisionsOf(context.graph.model, catalogue);
  const caseOf = (id: string, state: State, shownAs: string): Case | undefined => {
    const { rule, target } = partsOf(id);
    const where = about(target);
    const worked = workedOut(threats.get(id), compiled.get(rule), where, context);
    const decision = decisions.get(id);
    return (
      worked && {
        ...worked,
        id,
        target: where.target,
        shownAs,
        ...(DECIDED.includes(state) ? { decided: state } : {}),
        ...(decision ? { decision } : {}),
      }
    );
  };
  return analysis.findings.flatMap((finding) =>
    [finding, ...finding.folds].flatMap(({ id, state }) => caseOf(id, state, finding.id) ?? []),
  );
}

type Worked = Pick<Case, 'rule' | 'subject' | 'sought' | 'outcome'>;

const outcomeOf = (state: State, residual: Scores['residual']): Outcome => ({
  state,
  score: residual.uncapped,
});

function workedOut(
  threat: OwnThreat | undefined,
  rule: CompiledRule<never> | undefined,
  where: Subject<Element | Flow | null>,
  context: Context,
): Worked | undefined {
  if (threat) return ownCase(threat, where);
  return rule && ruleCase(rule, where, context);
}

function ownCase(threat: OwnThreat, { subject }: Subject<Element | Flow | null>): Worked {
  return {
    rule: undefined,
    subject,
    sought: threat['stopped-by'].map((id) => ({ id, stops: true, sites: ['own', 'to'] })),
    outcome: (context) => {
      const { state, scores }: Finding = ownFinding(context, threat);
      return outcomeOf(state, scores.residual);
    },
  };
}

function ruleCase(
  { rule, controls, applies, unless }: CompiledRule<never>,
  { subject, circumstances }: Subject<Element | Flow | null>,
  context: Context,
): Worked {
  const { settings } = context;
  const { inherent } = beforeControls(rule, circumstances, settings);
  // Whether a rule applies does not depend on controls: one that asks for a control there is refused.
  const answer = applies(context, subject as never);
  return {
    rule,
    subject,
    sought: controls,
    outcome: (changed) => {
      const stopped = unless ? unless(changed, subject as never) : 'no';
      const state = stateOf(answer, stopped) ?? 'not-applicable';
      const evidence = controlEvidence(changed, subject, controls);
      return outcomeOf(state, residualOf(inherent, evidence, state, settings.scoring));
    },
  };
}
