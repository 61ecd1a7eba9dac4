/** Search records: filters, short ids, the same sort keys as pages. */
import { expect, test } from 'vitest';
import { shortIds, sortKeys } from './search-facts.ts';
import { findingRecords } from './search-records.ts';
import { CHAT, findingOf, systemOf } from './testing.ts';

test('a finding can be found by its facts', () => {
  const { model, analysis } = systemOf([findingOf({ linddun: ['L.1'] })], CHAT);
  const [record] = findingRecords(model, analysis);
  expect(record?.url).toBe('/systems/chat/threats/#steer@app');
  expect(record?.filters).toMatchObject({
    kind: ['Finding'],
    system: ['Chat'],
    owner: ['Platform'],
    severity: ['high'],
    state: ['open'],
    framework: ['STRIDE', 'ATLAS', 'OWASP LLM', 'LINDDUN'],
  });
  expect(record?.meta['ids']).toContain('T0051');
  expect(Object.keys(record?.sort ?? {})).toEqual(Object.keys(sortKeys('x')));
});

test('ids as people type them', () => {
  expect(shortIds('AML.T0051.001')).toEqual(['T0051.001']);
  expect(shortIds('LLM01:2026')).toEqual(['LLM01']);
  expect(shortIds('MEASURE 2.7')).toEqual(['MEASURE-2.7']);
  expect(shortIds('L.2.1')).toEqual([]);
});

test('scores sort as text', () => {
  expect([sortKeys('a', 9.5), sortKeys('b', 10)].map((k) => k['score'])).toEqual(['09.50', '10.00']);
});
