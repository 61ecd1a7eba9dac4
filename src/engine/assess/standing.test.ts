/** Standings and ratings from the states of findings. */
import { expect, test } from 'vitest';
import type { Finding, Severity, State } from '../analysis.ts';
import { ratingOf, standingOf } from './standing.ts';

const finding = (state: State, severity: Severity = 'high') =>
  ({ id: `${state}@x`, state, severity, target: { type: 'element', id: 'x', name: 'X' } }) as Finding;

test.each<[string, State[], string]>([
  ['one open decides', ['mitigated', 'asked', 'open'], 'open'],
  ['partly mitigated is open', ['partly-mitigated'], 'open'],
  ['then one that waits', ['mitigated', 'accepted', 'asked'], 'asked'],
  ['then a decision to live with it', ['mitigated', 'accepted'], 'decided'],
  ['all mitigated', ['mitigated', 'mitigated'], 'covered'],
  ['mitigated where it applies', ['mitigated', 'not-applicable'], 'covered'],
  ['none applies, by decision', ['not-applicable'], 'not-applicable'],
])('%s', (_, states, standing) => {
  expect(standingOf(states.map((s) => finding(s)))?.standing).toBe(standing);
});

test('no finding has no standing', () => {
  expect(standingOf([])).toBeUndefined();
});

test.each<[Severity, string]>([
  ['critical', 'high'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
  ['info', 'low'],
])('an open %s finding is rated %s', (severity, rating) => {
  expect(ratingOf([finding('open', severity), finding('mitigated', 'critical')])).toBe(rating);
});

test('what is not open has no rating', () => {
  expect(ratingOf([finding('asked', 'critical'), finding('accepted', 'high')])).toBe('none');
});
