/**
 * The residual score: what is left after the controls that are in place.
 *
 * A detective control lowers the detection difficulty by 0.4; every other one multiplies the score by what it
 * leaves over. A control that stops the threat by the rule's own word leaves 0.3 (prevents) or 0.6 (reduces);
 * one that only helps leaves 0.7 or 0.8. A partial control has half the effect. Where what stops it is in place,
 * the residual is at most 0.3 of the inherent score. The figures are Wardbook's own convention, not a standard;
 * `scoring.residual` of `wardbook.yaml` sets others.
 */
import { DEFAULT_SETTINGS, type ScoringSettings } from '../../model/settings.ts';
import type { ControlEvidence, Score, ScoreStep, Scores, State } from '../analysis.ts';
import { round, scoreOf, severityOf } from './dread.ts';

const strength = (control: ControlEvidence, partial: number): number =>
  control.status === 'implemented' ? 1 : control.status === 'partial' ? partial : 0;

export function residualOf(
  inherent: Score,
  controls: readonly ControlEvidence[],
  state: State,
  scoring: ScoringSettings = DEFAULT_SETTINGS.scoring,
): Scores['residual'] {
  const { residual: leavings, severity } = scoring;
  const steps: ScoreStep[] = [];
  const inPlace = controls.filter((control) => strength(control, leavings.partial) > 0);
  let uncapped = detected(inherent, inPlace, steps, scoring);
  for (const control of inPlace) {
    if (control.effect === 'detects') continue;
    const whole = leavings[control.stops ? 'stops' : 'helps'][control.effect];
    const leaves = 1 - (1 - whole) * strength(control, leavings.partial);
    const to = round(uncapped * leaves);
    steps.push({ label: labelOf(control), input: 'residual', from: uncapped, to });
    uncapped = to;
  }
  const most = round(inherent.uncapped * leavings.mitigated);
  if (state === 'mitigated' && uncapped > most) {
    steps.push({ label: 'what stops it is in place', input: 'residual', from: uncapped, to: most });
    uncapped = most;
  }
  const adjusted = Math.min(10, uncapped);
  return { uncapped, adjusted, severity: severityOf(adjusted, severity), steps };
}

/** The uncapped score with what detective controls make easier to notice. */
function detected(
  inherent: Score,
  inPlace: readonly ControlEvidence[],
  steps: ScoreStep[],
  scoring: ScoringSettings,
): number {
  const { partial, 'detection-step': step } = scoring.residual;
  const least = scoring.factors['detection-difficulty'].least;
  const given = inherent.inputs.detectionDifficulty;
  let difficulty = given;
  for (const control of inPlace) {
    if (control.effect !== 'detects') continue;
    const to = Math.max(least, round(difficulty - step * strength(control, partial)));
    if (to === difficulty) continue;
    steps.push({ label: labelOf(control), input: 'detectionDifficulty', from: difficulty, to });
    difficulty = to;
  }
  return difficulty === given
    ? inherent.uncapped
    : scoreOf({ ...inherent.inputs, detectionDifficulty: difficulty }, scoring).uncapped;
}

const labelOf = (control: ControlEvidence): string =>
  `${control.name}, ${control.status === 'partial' ? 'partly in place' : 'in place'}`;
