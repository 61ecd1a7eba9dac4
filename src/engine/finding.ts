/** A finding in full: the facts behind it, the controls, the score, the references. */
import type { Element, Flow } from '../model/model.ts';
import type { Finding, Question, State } from './analysis.ts';
import type { Context } from './condition/context.ts';
import { Trace } from './condition/trace.ts';
import { controlEvidence } from './evidence.ts';
import type { CompiledRule } from './rule/catalogue.ts';
import { lossAt } from './scoring/loss.ts';
import { sharedScores } from './scoring/scores.ts';
import { reasonFor } from './state.ts';
import type { Subject } from './target.ts';
import { titleFor } from './title.ts';

/** Only what has to be asked: of a finding that nobody will see, the one that stands for it takes over no more. */
export function questionsFor<S extends Element | Flow | null>(
  context: Context,
  { applies, unless }: CompiledRule<S>,
  subject: S,
): Question[] {
  const trace = new Trace();
  applies(context, subject, trace);
  unless?.(context, subject, trace);
  return trace.questions;
}

/** The second pass, only for what was found: the same conditions again with a trace. */
export function describe<S extends Element | Flow | null>(
  context: Context,
  { rule, title, applies, unless, controls: sought, refs }: CompiledRule<S>,
  { subject, target, circumstances }: Subject<S>,
  state: State,
  id: string,
): Finding {
  const trace = new Trace();
  applies(context, subject, trace);
  unless?.(context, subject, trace);
  const controls = controlEvidence(context, subject, sought);
  const questions: Question[] = state === 'asked' ? trace.questions : [];
  const scores = sharedScores(context, rule.dread, circumstances, controls, state);
  const loss = lossAt(context, subject, rule.stride, scores.risk);
  return {
    id,
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
    ...loss,
    folds: [],
    verify: rule.verify,
    at: subject === null ? [1, 1] : subject.at,
  };
}
