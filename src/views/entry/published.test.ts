/** Which entries have a page, and where retired ids lead. */
import { expect, test } from 'vitest';
import { SITE } from '../knowledge-testing.ts';
import { entryChip, entryRoutes, publishedEntries, retiredEntries } from './published.ts';

const published = publishedEntries(SITE);

test('what has a note or is referred to has a page, with its parents and tactics', () => {
  for (const key of [
    'linddun:L.1',
    'linddun:L',
    'atlas:AML.T0051.001',
    'atlas:AML.T0051',
    'atlas:AML.TA0005',
  ])
    expect(published).toContain(key);
  for (const key of ['owasp-llm:LLM01:2026', 'stride-ai:raw-data', 'atlas:AML.M0001', 'stride:tampering'])
    expect(published).toContain(key);
});

test('what nobody names has none', () => {
  for (const key of ['atlas:AML.T0000', 'atlas:AML.TA0002', 'atlas:AML.M0002', 'owasp-llm:LLM10:2025'])
    expect(published).not.toContain(key);
});

test('an older edition has a page where what replaced it has one', () => {
  expect(published).toContain('owasp-llm:LLM09:2025');
});

test('a chip leads to our page, else to the list’s own, else nowhere', () => {
  const chip = (key: string) => {
    const entry = SITE.knowledge.entry(key);
    return entry && entryChip(entry, SITE).path;
  };
  expect(chip('atlas:AML.T0051')).toBe('/atlas/techniques/AML.T0051/');
  expect(chip('atlas:AML.T0051.002')).toBe('https://atlas.mitre.org/x');
  expect(chip('atlas:AML.T0000')).toBeUndefined();
});

test('retired ids lead to what replaced them', () => {
  const [row] = retiredEntries(SITE);
  expect(row?.path).toBe('/atlas/techniques/AML.T0050/');
  expect(row?.to.map((e) => e.key)).toEqual(['atlas:AML.T0051.001']);
});

test('addresses are unique and have no slash at their ends', () => {
  const addresses = entryRoutes(SITE).map((r) => r.address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain('owasp/llm/2026/LLM01');
  expect(addresses.filter((a) => /^\/|\/$/.test(a))).toEqual([]);
});
