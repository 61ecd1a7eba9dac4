/** Counting: what the pages show is what the analysis says, and the strip is those numbers again. */
import { expect, test } from 'vitest';
import { summaryOf } from '../engine/summary.ts';
import { byWorst, countsOf, openScore, sumCounts, tallyOf } from './counts.ts';
import { stripOf } from './strip.ts';
import { findingOf } from './testing.ts';

const FINDINGS = [
  findingOf({ id: 'a@app', severity: 'critical' }, 11),
  findingOf({ id: 'b@app', state: 'partly-mitigated' }, 6),
  findingOf({ id: 'c@app', state: 'asked' }),
  findingOf({ id: 'd@app', state: 'accepted' }),
  findingOf({ id: 'e@app', state: 'mitigated', severity: 'low' }),
];

test('a partly mitigated finding counts as open, an asked one does not', () => {
  const counts = countsOf(summaryOf(FINDINGS));
  expect(counts).toMatchObject({ total: 5, exposed: 2, decided: 1 });
  expect(counts.open).toMatchObject({ critical: 1, high: 1, low: 0 });
});

test('systems add up', () => {
  const one = countsOf(summaryOf(FINDINGS));
  const two = sumCounts([one, one]);
  expect(two.total).toBe(10);
  expect(two.open.critical).toBe(2);
  expect(two.byState.mitigated).toBe(2);
  expect(sumCounts([]).total).toBe(0);
});

test('the system with more of the worst comes first', () => {
  const worse = countsOf(summaryOf([findingOf({ severity: 'critical' })]));
  const many = countsOf(summaryOf(FINDINGS.map((f) => ({ ...f, severity: 'high' as const }))));
  expect([many, worse].sort(byWorst)).toEqual([worse, many]);
});

test('a tally names the worst open severity only', () => {
  expect(tallyOf(FINDINGS)).toMatchObject({ total: 5, exposed: 2, asked: 1, settled: 2, worst: 'critical' });
  expect(tallyOf(FINDINGS.slice(2))).not.toHaveProperty('worst');
});

test('the open score is the uncapped residual of what is open', () => expect(openScore(FINDINGS)).toBe(17));

test('the strip covers every finding once and says so in words', () => {
  const { parts, text } = stripOf(countsOf(summaryOf(FINDINGS)));
  expect(parts.reduce((sum, p) => sum + p.count, 0)).toBe(5);
  expect(parts.reduce((sum, p) => sum + p.width, 0)).toBeCloseTo(1000, 0);
  expect(text).toBe(
    '5 findings: 1 critical open, 1 high open, 1 waiting for an answer, 1 accepted, 1 mitigated',
  );
});

test('no finding, no part', () => {
  expect(stripOf(countsOf(summaryOf([])))).toEqual({ parts: [], text: '0 findings' });
});
