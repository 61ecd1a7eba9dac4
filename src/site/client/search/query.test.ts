/** What is searched for, in the address and back; excerpts as plain text. */
import { expect, test } from 'vitest';
import { excerptParts } from './excerpt.ts';
import { addressFromQuery, filtersOf, isEmpty, queryFromAddress } from './query.ts';

const ADDRESS = '?q=prompt+injection&kind=Rule&kind=Control&system=A%2C+B';

test('an address says the same as its query, commas included', () => {
  const query = queryFromAddress(ADDRESS);
  expect(query).toEqual({
    term: 'prompt injection',
    chosen: { kind: ['Rule', 'Control'], system: ['A, B'] },
  });
  expect(addressFromQuery(query)).toBe(ADDRESS);
});

test('other parameters and empty values are nothing', () => {
  expect(isEmpty(queryFromAddress('?utm=1&kind=&q=+'))).toBe(true);
  expect(addressFromQuery({ term: '', chosen: {} })).toBe('');
});

test('filters: any within a facet, and one can be left out', () => {
  const query = queryFromAddress(ADDRESS);
  expect(filtersOf(query)).toEqual({ kind: { any: ['Rule', 'Control'] }, system: { any: ['A, B'] } });
  expect(Object.keys(filtersOf(query, 'kind'))).toEqual(['system']);
});

test('an excerpt is text: marks become parts, entities characters, markup nothing', () => {
  expect(excerptParts('a &lt;b&gt; &amp;lt; <mark>hit</mark> <i>x</i>')).toEqual([
    { text: 'a <b> &lt; ', marked: false },
    { text: 'hit', marked: true },
    { text: ' <i>x</i>', marked: false },
  ]);
});
