/** The one place that counts findings: a number on a page comes from an analysis' summary or from here. */
import {
  type Finding,
  SEVERITIES,
  type Severity,
  STATES,
  type State,
  type Summary,
} from '../engine/analysis.ts';
import { isOpen } from '../engine/summary.ts';

/** States that a person decided. */
export const DECIDED: readonly State[] = ['accepted', 'transferred', 'avoided', 'not-applicable'];

export interface Counts {
  /** Findings, folded ones not counted. */
  total: number;
  /** Open and partly mitigated findings by residual severity. */
  open: Record<Severity, number>;
  /** The sum of `open`. */
  exposed: number;
  byState: Record<State, number>;
  decided: number;
  /** Different questions, not findings. */
  questions: number;
  aiSpecific: number;
}

export const zeroBy = <K extends string>(keys: readonly K[]): Record<K, number> =>
  Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;

const total = (record: Readonly<Record<string, number>>): number =>
  Object.values(record).reduce((sum, n) => sum + n, 0);

const added = <K extends string>(a: Record<K, number>, b: Record<K, number>): Record<K, number> => {
  const sum = { ...a };
  for (const key of Object.keys(b) as K[]) sum[key] = (sum[key] ?? 0) + b[key];
  return sum;
};

/** What an analysis' summary says, in the shape that pages show. */
export function countsOf(summary: Summary): Counts {
  return {
    total: summary.total,
    open: summary.openBySeverity,
    exposed: total(summary.openBySeverity),
    byState: summary.byState,
    decided: DECIDED.reduce((sum, state) => sum + summary.byState[state], 0),
    questions: summary.questions,
    aiSpecific: summary.aiSpecific,
  };
}

/** Counts of several systems together. */
export function sumCounts(list: readonly Counts[]): Counts {
  const none: Counts = {
    total: 0,
    open: zeroBy(SEVERITIES),
    exposed: 0,
    byState: zeroBy(STATES),
    decided: 0,
    questions: 0,
    aiSpecific: 0,
  };
  return list.reduce(
    (sum, c) => ({
      total: sum.total + c.total,
      open: added(sum.open, c.open),
      exposed: sum.exposed + c.exposed,
      byState: added(sum.byState, c.byState),
      decided: sum.decided + c.decided,
      questions: sum.questions + c.questions,
      aiSpecific: sum.aiSpecific + c.aiSpecific,
    }),
    none,
  );
}

/** For sorting systems: the one with more of the worst comes first, then the one with more open questions. */
export function byWorst(a: Counts, b: Counts): number {
  for (const severity of SEVERITIES) {
    const difference = b.open[severity] - a.open[severity];
    if (difference !== 0) return difference;
  }
  return b.byState.asked - a.byState.asked;
}

/** A few findings in short: those of one element, one category, one control. */
export interface Tally {
  total: number;
  exposed: number;
  asked: number;
  settled: number;
  /** The worst residual severity among the exposed. */
  worst?: Severity;
  /** Exposed ones by severity. */
  open: Record<Severity, number>;
}

export function tallyOf(findings: readonly Finding[]): Tally {
  const open = zeroBy(SEVERITIES);
  let asked = 0;
  for (const finding of findings) {
    if (isOpen(finding)) open[finding.severity]++;
    if (finding.state === 'asked') asked++;
  }
  const exposed = total(open);
  const worst = SEVERITIES.find((severity) => open[severity] > 0);
  return {
    total: findings.length,
    exposed,
    asked,
    settled: findings.length - exposed - asked,
    open,
    ...(worst ? { worst } : {}),
  };
}

/** The open residual score of some findings, uncapped: what `fix first` and the plan rank by. */
export const openScore = (findings: readonly Finding[]): number =>
  findings.filter(isOpen).reduce((sum, f) => sum + f.scores.residual.uncapped, 0);
