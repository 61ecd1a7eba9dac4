/**
 * DREAD adapted for AI systems.
 *
 * base = (damage + reproducibility + exploitability + affected users + discoverability) / 5, each 1–10;
 *        a weighted mean where a workspace sets weights
 * uncapped = base × (model impact × data sensitivity × detection difficulty)^(1/3), each factor 1–2
 * adjusted = min(10, uncapped)
 *
 * The cap makes many threats equal at 10, so findings are ordered by the uncapped value, and both are shown.
 * Source of the formula: the DREAD adaptation for AI infrastructure that Wardbook's scoring guide describes.
 */
import type { Dread } from '../../model/schema.ts';
import { DEFAULT_SETTINGS, type ScoringSettings } from '../../model/settings.ts';
import type { Score, Severity } from '../analysis.ts';

export type Inputs = Score['inputs'];

const STANDARD = DEFAULT_SETTINGS.scoring;

/** The severity of an adjusted score, 0–10. */
export function severityOf(
  adjusted: number,
  from: ScoringSettings['severity'] = STANDARD.severity,
): Severity {
  if (adjusted >= from.critical) return 'critical';
  if (adjusted >= from.high) return 'high';
  if (adjusted >= from.medium) return 'medium';
  return adjusted >= from.low ? 'low' : 'info';
}

/** Two decimals, so that a score prints the same everywhere. */
export const round = (value: number): number => Math.round(value * 100) / 100;

/** One decimal, cut and not rounded, so that 7.97 reads 7.9 and not as the 8.0 at which critical begins. */
export const shownScore = (score: number): string => (Math.floor(round(score * 10)) / 10).toFixed(1);

export function inputsOf(dread: Dread): Inputs {
  return {
    damage: dread.damage,
    reproducibility: dread.reproducibility,
    exploitability: dread.exploitability,
    affectedUsers: dread['affected-users'],
    discoverability: dread.discoverability,
    modelImpact: dread['model-impact'],
    dataSensitivity: dread['data-sensitivity'],
    detectionDifficulty: dread['detection-difficulty'],
  };
}

export function scoreOf(inputs: Inputs, scoring: ScoringSettings = STANDARD): Score {
  const {
    damage,
    reproducibility,
    exploitability,
    'affected-users': users,
    discoverability,
  } = scoring.weights;
  const weights = [damage, reproducibility, exploitability, users, discoverability];
  const base = ratingsOf(inputs).reduce((sum, r, i) => sum + r * (weights[i] ?? 0), 0) / total(weights);
  const factor = Math.cbrt(inputs.modelImpact * inputs.dataSensitivity * inputs.detectionDifficulty);
  const uncapped = round(base * factor);
  const adjusted = Math.min(10, uncapped);
  return {
    inputs,
    ...(weights.some((w) => w !== damage) ? { weights } : {}),
    base: round(base),
    uncapped,
    adjusted,
    severity: severityOf(adjusted, scoring.severity),
  };
}

const ratingsOf = (i: Inputs): number[] => [
  i.damage,
  i.reproducibility,
  i.exploitability,
  i.affectedUsers,
  i.discoverability,
];
const total = (weights: readonly number[]): number => weights.reduce((sum, w) => sum + w, 0);

/** `(8 + 9 + 7 + 5 + 6) / 5`, or with weights `(2 × 8 + 1 × 9 + …) / 6`. */
export function baseInWords({ inputs, weights }: Score): string {
  const terms = ratingsOf(inputs).map((r, i) =>
    weights ? `${round(weights[i] ?? 0)} × ${round(r)}` : `${round(r)}`,
  );
  return `(${terms.join(' + ')}) / ${weights ? round(total(weights)) : 5}`;
}
