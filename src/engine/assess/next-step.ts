/** The next steps in governance: the outcomes without an answer that open severe findings wait for most. */
import type { Finding } from '../analysis.ts';
import { isOpen } from '../summary.ts';
import type { NextStep, Outcome } from './assessments.ts';

export const RULE =
  'Among the outcomes that the team calls a gap or has not answered: those whose controls, not in place yet, help against most open critical and high findings, by residual score.';

/** A plan has a top three. */
const STEPS = 3;

export function nextSteps(outcomes: readonly Outcome[], findings: readonly Finding[]): NextStep[] {
  const severe = findings.filter((f) => isOpen(f) && (f.severity === 'critical' || f.severity === 'high'));
  return outcomes
    .filter((o) => o.answer === undefined || o.answer.answer === 'gap')
    .map((outcome) => stepOf(outcome, severe))
    .filter((step) => step.findings.length > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, STEPS);
}

function stepOf({ key, controls }: Outcome, severe: readonly Finding[]): NextStep {
  const citing = new Set(controls.map((c) => c.id));
  const lacks = (f: Finding) => f.controls.filter((c) => citing.has(c.id) && c.status !== 'implemented');
  const tied = severe.filter((f) => lacks(f).length > 0);
  return {
    key,
    controls: [...new Set(tied.flatMap((f) => lacks(f).map((c) => c.id)))],
    findings: tied.map((f) => f.id),
    weight: Math.round(100 * tied.reduce((sum, f) => sum + f.scores.residual.uncapped, 0)) / 100,
  };
}
