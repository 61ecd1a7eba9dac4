/** Dates in words. */
import { expect, test } from 'vitest';
import { daysBetween, distance, formatDate, formatPartialDate, plural, shownNumber } from './dates.ts';

test('a day is written out, anything else stays', () => {
  expect(formatDate('2026-10-01')).toBe('1 Oct 2026');
  expect(formatDate('soon')).toBe('soon');
  expect(formatDate('2026-13-01')).toBe('2026-13-01');
});

test('a date known to the month or the year only says no more', () => {
  expect(['2025-06-11', '2025-06', '2025', ''].map(formatPartialDate)).toEqual([
    '11 Jun 2025',
    'Jun 2025',
    '2025',
    '',
  ]);
});

test('days are counted over a change of the clock', () => {
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(daysBetween('2026-04-01', '2026-03-01')).toBe(-31);
});

test.each([
  ['2026-11-21', 'today'],
  ['2026-11-22', 'in 1 day'],
  ['2026-11-19', '2 days ago'],
  ['2027-03-21', 'in 4 months'],
  ['2029-11-21', 'in 3 years'],
])('%s seen from 2026-11-21 is %s', (day, words) => expect(distance('2026-11-21', day)).toBe(words));

test('thousands stand apart', () => {
  expect([0, 999, 1888, 1_234_567].map(shownNumber)).toEqual(['0', '999', '1,888', '1,234,567']);
});

test('plural', () => {
  expect([plural(1, 'finding'), plural(0, 'finding'), plural(2, 'entry', 'entries')]).toEqual([
    '1 finding',
    '0 findings',
    '2 entries',
  ]);
});
