/**
 * Likelihood × impact in five classes each, beside the DREAD score.
 *
 * likelihood = (reproducibility + exploitability + discoverability) / 3, 0–10
 * impact     = min(10, (damage + affected users) / 2 × model impact^(1/3)), 0–10
 *
 * The inputs are those after the listed steps, and model impact weighs as it does in DREAD. A class begins at a
 * bound of the settings; a class that people state counts as the middle of its band. Controls lower the
 * likelihood in the proportion in which they lower the DREAD score. The tables are Wardbook's own convention.
 */
import type { Settings } from '../../model/settings.ts';
import { IMPACTS, type Impact, LIKELIHOODS, type Likelihood } from '../../model/vocabulary.ts';
import type { Risk, RiskAxis } from '../analysis.ts';
import { type Inputs, round } from './dread.ts';

/** What people state themselves. */
export interface StatedRisk {
  likelihood?: Likelihood | undefined;
  impact?: Impact | undefined;
}

/** @param left what the controls in place leave of the score, 0–1 */
export function riskOf(inputs: Inputs, left: number, stated: StatedRisk, settings: Settings['risk']): Risk {
  const { matrix, 'likelihood-from': likelyFrom, 'impact-from': impactFrom } = settings;
  const likelihood = axis(LIKELIHOODS, likelyFrom, likelihoodValue(inputs), stated.likelihood);
  const impact = axis(IMPACTS, impactFrom, impactValue(inputs), stated.impact);
  const value = round(likelihood.value * left);
  const residual = { value, class: classOf(LIKELIHOODS, likelyFrom, value) };
  return {
    likelihood,
    impact,
    rating: matrix[likelihood.class][impact.class],
    residual: { likelihood: residual, rating: matrix[residual.class][impact.class] },
  };
}

const likelihoodValue = ({ reproducibility, exploitability, discoverability }: Inputs): number =>
  round((reproducibility + exploitability + discoverability) / 3);

const impactValue = ({ damage, affectedUsers, modelImpact }: Inputs): number =>
  Math.min(10, round(((damage + affectedUsers) / 2) * Math.cbrt(modelImpact)));

type Bounds<C extends string> = Readonly<Partial<Record<C, number>>>;

/** The lowest class has no bound of its own: it begins at 0. */
const from = <C extends string>(bounds: Bounds<C>, name: C): number => bounds[name] ?? 0;

function axis<C extends string>(
  classes: readonly C[],
  bounds: Bounds<C>,
  derived: number,
  stated: C | undefined,
): RiskAxis<C> {
  if (stated === undefined)
    return { value: derived, class: classOf(classes, bounds, derived), basis: 'derived' };
  const next = classes[classes.indexOf(stated) + 1];
  const middle = (from(bounds, stated) + (next ? from(bounds, next) : 10)) / 2;
  return { value: round(middle), class: stated, basis: 'stated' };
}

function classOf<C extends string>(classes: readonly C[], bounds: Bounds<C>, value: number): C {
  return classes.findLast((name) => value >= from(bounds, name)) ?? (classes[0] as C);
}
