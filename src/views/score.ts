/** The arithmetic of a score, written out: inputs, the steps that changed them, the formula; beside it the other measures. */
import type { Finding, Score, ScoreStep, Scores, Severity } from '../engine/analysis.ts';
import { baseInWords, shownScore } from '../engine/scoring/dread.ts';
import { cvssInWords, type RiskInWords, riskInWords } from '../engine/scoring/words.ts';
import { calculatorUrl } from '../model/cvss.ts';
import { type LossLine, lossLine } from './loss.ts';

export interface ScoreInput {
  label: string;
  value: string;
  /** The changes from the rule's rating to this target's: `exposed to the internet: 5 → 7`. */
  steps: string[];
}

export interface ScoreView {
  ratings: ScoreInput[];
  factors: ScoreInput[];
  /** Steps that concern no single input. */
  remarks: string[];
  /** `(8 + 9 + 7 + 5 + 6) / 5 = 7` */
  base: string;
  /** `7 × (1.5 × 1.2 × 1)^⅓ = 8.5` */
  inherent: string;
  /** The same, at most 10, one decimal. */
  inherentShown: string;
  inherentSeverity: Severity;
  /** What controls take away, one step a line. */
  reductions: string[];
  residual: string;
  residualSeverity: Severity;
  /** The sum before the cap, where it was cut at 10. */
  uncapped?: string;
  /** Likelihood × impact; a rule without a target has none. */
  risk?: RiskInWords;
  cvss?: CvssView;
  loss?: LossLine;
}

export interface CvssView {
  /** `CVSS-B 8.7 high` */
  text: string;
  vector: string;
  /** FIRST's calculator with this vector. */
  calculator: string;
}

type InputKey = keyof Score['inputs'];

const RATINGS: readonly [InputKey, string][] = [
  ['damage', 'Damage'],
  ['reproducibility', 'Reproducibility'],
  ['exploitability', 'Exploitability'],
  ['affectedUsers', 'Affected users'],
  ['discoverability', 'Discoverability'],
];
const FACTORS: readonly [InputKey, string][] = [
  ['modelImpact', 'Model impact'],
  ['dataSensitivity', 'Data sensitivity'],
  ['detectionDifficulty', 'Detection difficulty'],
];
const ALL = [...RATINGS, ...FACTORS];

/** As few digits as say it: 7, 1.25. */
const short = (n: number): string => String(Math.round(n * 100) / 100);

/** A step may name its input as in the file (`affected-users`) or as in the analysis (`affectedUsers`). */
const sameInput = (a: string, b: string): boolean => plain(a) === plain(b);
const plain = (name: string): string => name.replaceAll('-', '').toLowerCase();

const stepText = (step: ScoreStep): string => `${step.label}: ${short(step.from)} → ${short(step.to)}`;

function inputs(
  list: readonly [InputKey, string][],
  scores: Pick<Scores, 'inherent' | 'steps'>,
): ScoreInput[] {
  return list.map(([key, label]) => ({
    label,
    value: short(scores.inherent.inputs[key]),
    steps: scores.steps.filter((step) => sameInput(step.input, key)).map(stepText),
  }));
}

/** The scores of a finding, or those of a rule that has met no target. */
export type ShownScores = Omit<Scores, 'risk'> & Partial<Pick<Scores, 'risk'>>;

/** @param beside what else the finding is measured by */
export function scoreOf(scores: ShownScores, beside: Pick<Finding, 'cvss' | 'loss'> = {}): ScoreView {
  const { inherent, residual, risk } = scores;
  const value = (key: InputKey) => short(inherent.inputs[key]);
  const factors = FACTORS.map(([key]) => value(key)).join(' × ');
  return {
    ratings: inputs(RATINGS, scores),
    factors: inputs(FACTORS, scores),
    remarks: scores.steps.filter((s) => !ALL.some(([key]) => sameInput(s.input, key))).map((s) => s.label),
    base: `${baseInWords(inherent)} = ${short(inherent.base)}`,
    inherent: `${short(inherent.base)} × (${factors})^⅓ = ${short(inherent.uncapped)}`,
    inherentShown: shownScore(inherent.adjusted),
    inherentSeverity: inherent.severity,
    reductions: residual.steps.map(stepText),
    residual: shownScore(residual.adjusted),
    residualSeverity: residual.severity,
    ...(residual.uncapped > residual.adjusted ? { uncapped: short(residual.uncapped) } : {}),
    ...(risk ? measures({ ...scores, risk }, beside) : {}),
  };
}

function measures(scores: Scores, { cvss, loss }: Pick<Finding, 'cvss' | 'loss'>) {
  return {
    risk: riskInWords(scores),
    ...(cvss ? { cvss: cvssView(cvss) } : {}),
    ...(loss ? { loss: lossLine(loss, scores) } : {}),
  };
}

const cvssView = (cvss: NonNullable<Finding['cvss']>): CvssView => ({
  text: cvssInWords(cvss),
  vector: cvss.vector,
  calculator: calculatorUrl(cvss.vector),
});

export { shownScore };
