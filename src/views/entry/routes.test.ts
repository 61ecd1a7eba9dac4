/** Which pages the frameworks have, and where retired ids lead. */
import { expect, test } from 'vitest';
import { SITE } from '../knowledge-testing.ts';
import { entryRoutes, retiredEntries } from './routes.ts';

const routes = entryRoutes(SITE.knowledge);

test('every entry has a page, whether we wrote about it or not', () => {
  const pages = new Set(routes.flatMap((r) => r.entry?.key ?? []));
  expect(SITE.knowledge.entries.filter((e) => !pages.has(e.key))).toEqual([]);
  expect(pages).toContain('atlas:AML.T0000');
});

test('retired ids lead to what replaced them', () => {
  const [row] = retiredEntries(SITE.knowledge);
  expect(row?.path).toBe('/atlas/techniques/AML.T0050/');
  expect(row?.to.map((e) => e.key)).toEqual(['atlas:AML.T0051.001']);
});

test('addresses are unique and have no slash at their ends', () => {
  const addresses = routes.map((r) => r.address);
  expect(new Set(addresses).size).toBe(addresses.length);
  expect(addresses).toContain('owasp/llm/2026/LLM01');
  expect(addresses.filter((a) => /^\/|\/$/.test(a))).toEqual([]);
});
