/** Filters: the address and back, and what passes. */
import { expect, test } from 'vitest';
import { passes, queryFromState, stateFromQuery } from './filter-state.ts';

const FACETS = ['q', 'state', 'stride'];

test('the address says the state and the state the address', () => {
  const query = '?q=gpu%20memory&state=open,asked';
  const state = stateFromQuery(`${query}&utm=1&stride=`, FACETS);
  expect([...state]).toEqual([
    ['q', ['gpu memory']],
    ['state', ['open', 'asked']],
  ]);
  expect(queryFromState(state)).toBe(query);
  expect(queryFromState(new Map())).toBe('');
});

test('a comma in the words stays a comma', () => {
  const state = new Map([['q', ['a, b']]]);
  expect(stateFromQuery(queryFromState(state), FACETS)).toEqual(state);
});

test('one value within a facet is enough, all facets must agree', () => {
  const item = { state: 'open', stride: 'spoofing tampering' };
  const state = (query: string) => stateFromQuery(query, FACETS);
  expect(passes(state('?state=open,asked&stride=tampering'), item, '')).toBe(true);
  expect(passes(state('?state=asked&stride=tampering'), item, '')).toBe(false);
  expect(passes(state('?stride=tamper'), item, '')).toBe(false);
  expect(passes(state(''), {}, '')).toBe(true);
});

test('every word must occur', () => {
  const state = stateFromQuery('?q=GPU+leak', FACETS);
  expect(passes(state, {}, 'a leak of gpu memory')).toBe(true);
  expect(passes(state, {}, 'a leak of memory')).toBe(false);
});
