/** What must hold between settings: thresholds in order, ranges from low to high, tables that never fall. */
import type { z } from 'zod';
import { IMPACTS, LIKELIHOODS } from './vocabulary.ts';

/** Falling severities, worst first; the settings' own copy, since the model knows nothing of the engine. */
const SEVERITIES = ['critical', 'high', 'medium', 'low', 'info'] as const;
type Severity = (typeof SEVERITIES)[number];

type Range = readonly [number, number];

/** The part of the settings that is checked. */
interface Checked {
  scoring: {
    weights: Record<string, number>;
    factors: Record<string, { least: number; most: number }>;
    severity: Record<'critical' | 'high' | 'medium' | 'low', number>;
    context: { 'exposed-trust': number; 'sheltered-trust': number };
  };
  risk: {
    'likelihood-from': Record<'unlikely' | 'possible' | 'likely' | 'almost-certain', number>;
    'impact-from': Record<'minor' | 'moderate' | 'major' | 'severe', number>;
    matrix: Record<(typeof LIKELIHOODS)[number], Record<(typeof IMPACTS)[number], Severity>>;
  };
  loss: {
    frequency: Record<(typeof LIKELIHOODS)[number], Range>;
    share: Record<(typeof IMPACTS)[number], Range>;
  };
}

type Report = (path: readonly string[], input: unknown, expected: string) => void;

/** @param context where Zod takes issues */
export function checkSettings(settings: Checked, context: z.core.$RefinementCtx<unknown>): void {
  const report: Report = (path, input, expected) =>
    context.addIssue({ code: 'custom', path: [...path], input, message: expected });
  const { scoring, risk, loss } = settings;
  if (Object.values(scoring.weights).every((w) => w === 0))
    report(['scoring', 'weights'], scoring.weights, 'a weight above 0');
  for (const [name, { least, most }] of Object.entries(scoring.factors))
    if (least > most)
      report(['scoring', 'factors', name, 'least'], least, `at most ${most}, the most it counts`);
  const { critical, high, medium, low } = scoring.severity;
  rising(report, ['scoring', 'severity'], { low, medium, high, critical });
  const { 'exposed-trust': exposed, 'sheltered-trust': sheltered } = scoring.context;
  if (sheltered <= exposed)
    report(['scoring', 'context', 'sheltered-trust'], sheltered, `more than exposed-trust (${exposed})`);
  const { unlikely, possible, likely, 'almost-certain': certain } = risk['likelihood-from'];
  rising(report, ['risk', 'likelihood-from'], { unlikely, possible, likely, 'almost-certain': certain });
  const { minor, moderate, major, severe } = risk['impact-from'];
  rising(report, ['risk', 'impact-from'], { minor, moderate, major, severe });
  checkMatrix(report, risk.matrix);
  checkRanges(report, ['loss', 'frequency'], LIKELIHOODS, loss.frequency);
  checkRanges(report, ['loss', 'share'], IMPACTS, loss.share);
}

function rising(report: Report, path: readonly string[], values: Readonly<Record<string, number>>): void {
  const entries = Object.entries(values);
  for (const [i, [key, value]] of entries.entries()) {
    const [before, least] = entries[i - 1] ?? [];
    if (least !== undefined && value <= least)
      report([...path, key], value, `more than ${before} (${least})`);
  }
}

const weightOf = (severity: Severity): number => -SEVERITIES.indexOf(severity);

/** A greater likelihood or impact is never rated lower. */
function checkMatrix(report: Report, matrix: Checked['risk']['matrix']): void {
  for (const [l, likelihood] of LIKELIHOODS.entries())
    for (const [i, impact] of IMPACTS.entries()) {
      const here = matrix[likelihood][impact];
      const left = IMPACTS[i - 1];
      const above = LIKELIHOODS[l - 1];
      const less = [left && matrix[likelihood][left], above && matrix[above][impact]].find(
        (other) => other !== undefined && weightOf(other) > weightOf(here),
      );
      if (less) report(['risk', 'matrix', likelihood, impact], here, `at least ${less}, as a lesser one has`);
    }
}

function checkRanges<K extends string>(
  report: Report,
  path: readonly string[],
  keys: readonly K[],
  table: Readonly<Record<K, Range>>,
): void {
  for (const [i, key] of keys.entries()) {
    const [low, high] = table[key];
    const before = keys[i - 1];
    if (low > high) report([...path, key], table[key], 'the low end first');
    else if (before && (low < table[before][0] || high < table[before][1]))
      report(
        [...path, key],
        table[key],
        `both ends at least those of ${before} (${table[before].join(' to ')})`,
      );
  }
}
