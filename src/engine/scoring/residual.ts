/**
 * The residual score: what is left after the controls that are in place.
 *
 * A detective control lowers the detection difficulty by 0.4; every other one multiplies the score by what it
 * leaves over. A control that stops the threat by the rule's own word leaves 0.3 (prevents) or 0.6 (reduces);
 * one that only helps leaves 0.7 or 0.8. A partial control has half the effect. Where what stops it is in place,
 * the residual is at most 0.3 of the inherent score. The figures are Wardbook's own convention, not a standard.
 */
import type { ControlEvidence, Score, ScoreStep, Scores, State } from '../analysis.ts';
import { round, scoreOf, severityOf } from './dread.ts';

const LEAVES = { stops: { prevents: 0.3, reduces: 0.6 }, helps: { prevents: 0.7, reduces: 0.8 } } as const;
const DETECTION_STEP = 0.4;
const MITIGATED_LEAVES = 0.3;

const strength = (control: ControlEvidence): number =>
  control.status === 'implemented' ? 1 : control.status === 'partial' ? 0.5 : 0;

export function residualOf(
  inherent: Score,
  controls: readonly ControlEvidence[],
  state: State,
): Scores['residual'] {
  const steps: ScoreStep[] = [];
  const inPlace = controls.filter((control) => strength(control) > 0);
  let uncapped = detected(inherent, inPlace, steps);
  for (const control of inPlace) {
    if (control.effect === 'detects') continue;
    const leaves = 1 - (1 - LEAVES[control.stops ? 'stops' : 'helps'][control.effect]) * strength(control);
    const to = round(uncapped * leaves);
    steps.push({ label: labelOf(control), input: 'residual', from: uncapped, to });
    uncapped = to;
  }
  const most = round(inherent.uncapped * MITIGATED_LEAVES);
  if (state === 'mitigated' && uncapped > most) {
    steps.push({ label: 'what stops it is in place', input: 'residual', from: uncapped, to: most });
    uncapped = most;
  }
  const adjusted = Math.min(10, uncapped);
  return { uncapped, adjusted, severity: severityOf(adjusted), steps };
}

/** The uncapped score with what detective controls make easier to notice. */
function detected(inherent: Score, inPlace: readonly ControlEvidence[], steps: ScoreStep[]): number {
  const given = inherent.inputs.detectionDifficulty;
  let difficulty = given;
  for (const control of inPlace) {
    if (control.effect !== 'detects') continue;
    const to = Math.max(1, round(difficulty - DETECTION_STEP * strength(control)));
    if (to === difficulty) continue;
    steps.push({ label: labelOf(control), input: 'detectionDifficulty', from: difficulty, to });
    difficulty = to;
  }
  return difficulty === given
    ? inherent.uncapped
    : scoreOf({ ...inherent.inputs, detectionDifficulty: difficulty }).uncapped;
}

const labelOf = (control: ControlEvidence): string =>
  `${control.name}, ${control.status === 'partial' ? 'partly in place' : 'in place'}`;
