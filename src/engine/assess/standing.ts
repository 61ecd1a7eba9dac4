/** How an item stands, from its findings: the one place where standings, ratings and their reasons are decided. */
import type { Finding, Severity } from '../analysis.ts';
import { isOpen } from '../summary.ts';
import { type Assessed, type Rating, STANDINGS, type Standing, type Totals } from './assessments.ts';
import { count, names } from './words.ts';

const RATING: Readonly<Record<Severity, Rating>> = {
  critical: 'high',
  high: 'high',
  medium: 'medium',
  low: 'low',
  info: 'low',
};
const ORDER: readonly Rating[] = ['high', 'medium', 'low'];

/** The rating of the worst open finding by its residual severity. */
export function ratingOf(findings: readonly Finding[]): Rating {
  const open = new Set(findings.filter(isOpen).map((f) => RATING[f.severity]));
  return ORDER.find((rating) => open.has(rating)) ?? 'none';
}

/** @returns undefined where there is no finding: the caller knows why */
export function standingOf(findings: readonly Finding[]): Assessed | undefined {
  if (findings.length === 0) return undefined;
  const { standing, reason } = decide(findings);
  return { standing, reason, rating: ratingOf(findings), findings: findings.map((f) => f.id) };
}

/** Without findings. */
export const without = (standing: 'clear' | 'not-applicable' | 'no-rule', reason: string): Assessed => ({
  standing,
  reason,
  rating: 'none',
  findings: [],
});

function decide(findings: readonly Finding[]): { standing: Standing; reason: string } {
  const all = count(findings.length, 'finding');
  const open = findings.filter(isOpen);
  if (open.length > 0) {
    const where = names(open.map((f) => f.target.name));
    const of = open.length === findings.length ? all : `${open.length} of ${all}`;
    return { standing: 'open', reason: `${of} open, on ${where}.` };
  }
  const of = (state: Finding['state']) => findings.filter((f) => f.state === state).length;
  const asked = of('asked');
  if (asked > 0) {
    const verb = asked === 1 ? 'waits' : 'wait';
    return {
      standing: 'asked',
      reason: `Nothing is open; ${count(asked, 'finding')} ${verb} for an answer.`,
    };
  }
  const parts = (['accepted', 'transferred', 'avoided', 'mitigated'] as const).flatMap((state) =>
    of(state) > 0 ? `${of(state)} ${state}` : [],
  );
  if (parts.length === 0)
    return {
      standing: 'not-applicable',
      reason: `By decision, ${all} ${be(findings.length)} not applicable here.`,
    };
  if (of('mitigated') === findings.length)
    return {
      standing: 'covered',
      reason: findings.length === 1 ? 'Its one finding is mitigated.' : `All ${all} are mitigated.`,
    };
  const na = of('not-applicable');
  const said = [...parts, ...(na > 0 ? [`${na} not applicable by decision`] : [])].join(', ');
  const decided = parts.length > 1 || of('mitigated') === 0;
  return { standing: decided ? 'decided' : 'covered', reason: `Nothing is open: ${said}.` };
}

const be = (n: number): string => (n === 1 ? 'is' : 'are');

/** How many items stand how. */
export function totalsOf(items: readonly Pick<Assessed, 'standing'>[]): Totals {
  const totals = Object.fromEntries(STANDINGS.map((s) => [s, 0])) as Totals;
  for (const { standing } of items) totals[standing]++;
  return totals;
}
