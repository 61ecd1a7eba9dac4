/**
 * DREAD adapted for AI systems.
 *
 * base = (damage + reproducibility + exploitability + affected users + discoverability) / 5, each 1–10
 * uncapped = base × (model impact × data sensitivity × detection difficulty)^(1/3), each factor 1–2
 * adjusted = min(10, uncapped)
 *
 * The cap makes many threats equal at 10, so findings are ordered by the uncapped value, and both are shown.
 * Source of the formula: the DREAD adaptation for AI infrastructure that Wardbook's scoring guide describes.
 */
import type { Dread } from '../../model/schema.ts';
import type { Score, Severity } from '../analysis.ts';

export type Inputs = Score['inputs'];

/** Lower bounds of the severities, on the adjusted score. */
export const SEVERITY_FROM: readonly (readonly [Severity, number])[] = [
  ['critical', 8],
  ['high', 6],
  ['medium', 4],
  ['low', 2],
  ['info', 0],
];

/** The severity of an adjusted score, 0–10. */
export function severityOf(adjusted: number): Severity {
  return SEVERITY_FROM.find(([, from]) => adjusted >= from)?.[0] ?? 'info';
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

export function scoreOf(inputs: Inputs): Score {
  const { damage, reproducibility, exploitability, affectedUsers, discoverability } = inputs;
  const base = (damage + reproducibility + exploitability + affectedUsers + discoverability) / 5;
  const factor = Math.cbrt(inputs.modelImpact * inputs.dataSensitivity * inputs.detectionDifficulty);
  const uncapped = round(base * factor);
  const adjusted = Math.min(10, uncapped);
  return { inputs, base: round(base), uncapped, adjusted, severity: severityOf(adjusted) };
}
