/** A finding in full: the facts behind it, the controls, the score, the references. */
import type { Element, Flow } from '../model/model.ts';
import type { Finding, Question, State } from './analysis.ts';
import type { Context } from './condition/context.ts';
import { Trace } from './condition/trace.ts';
import { controlEvidence } from './evidence.ts';
import type { CompiledRule } from './rule/catalogue.ts';
import { lossAt } from './scoring/loss.ts';
import { scoresOf } from './scoring/scores.ts';
import { reasonFor } from './state.ts';
import type { Subject } from './target.ts';
import { titleFor } from './title.ts';

/** The second pass, only for what was found: the same conditions again with a trace. */
export function describe<S extends Element | Flow | null>(
  context: Context,
  { rule, title, applies, unless, controls: sought, refs }: CompiledRule<S>,
  { subject, target, circumstances }: Subject<S>,
  state: State,
): Finding {
  const trace = new Trace();
  applies(context, subject, trace);
  unless?.(context, subject, trace);
  const controls = controlEvidence(context, subject, sought);
  const questions: Question[] = state === 'asked' ? trace.questions : [];
  const scores = scoresOf({ dread: rule.dread }, circumstances, controls, state, context.settings);
  return {
    id: `${rule.id}@${target.id}`,
    rule: rule.id,
    origin: 'rule',
    target,
    title: titleFor(title, context, subject, target),
    summary: rule.summary,
    state,
    reason: reasonFor(state, controls, questions),
    ai: rule.ai,
    stride: rule.stride,
    strideAi: rule['stride-ai'],
    linddun: rule.linddun,
    refs,
    because: trace.because,
    questions,
    controls,
    scores,
    severity: scores.residual.severity,
    ...lossAt(context, subject, rule.stride, scores.risk),
    folds: [],
    verify: rule.verify,
    at: subject === null ? [1, 1] : subject.at,
  };
}
