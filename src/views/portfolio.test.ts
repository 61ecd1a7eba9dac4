/** All systems together. */
import { expect, test } from 'vitest';
import { portfolio, systemList } from './portfolio.ts';
import { findingOf, KNOWN, modelOf, systemOf } from './testing.ts';

const BODY =
  'zones: { z: { name: Z, trust: 1 } }\nelements: { app: { type: process, name: App, zone: z } }\n';
const calm = systemOf([findingOf({ state: 'mitigated' })], modelOf(BODY, 'calm', 'Calm'));
const busy = systemOf(
  [findingOf({ severity: 'critical' }, 9)],
  modelOf(`${BODY}platform: agentic\nowner: Ana\n`, 'busy', 'Busy'),
);
const gone = systemOf(
  [findingOf({ severity: 'critical' }, 10)],
  modelOf(`${BODY}status: retired\n`, 'gone', 'Gone'),
);

test('the worst system comes first, retired ones are not counted', () => {
  const view = portfolio([calm, busy, gone], KNOWN);
  expect(view.systems.map((s) => s.id)).toEqual(['busy', 'calm']);
  expect(view.counts.total).toBe(2);
  expect(view.top.map((f) => f.system.name)).toEqual(['Busy']);
  expect(view.size).toBe('2 systems, 2 findings, 0 open questions');
});

test('the list shows retired systems too, and offers what differs', () => {
  const { systems, facets } = systemList([calm, busy, gone]);
  expect(systems).toHaveLength(3);
  expect(facets.map((f) => f.name)).toEqual(['status']);
});

test('an empty workspace has an empty portfolio', () => {
  expect(portfolio([], KNOWN)).toMatchObject({ systems: [], top: [], questions: [], soon: [] });
});
