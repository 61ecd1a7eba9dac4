/** Names that lead straight to their page. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SITE } from './knowledge-testing.ts';
import { namedPages, nameKey, searchNames } from './search-names.ts';

const pages = searchNames(SITE);
const first = (term: string) => namedPages(term, pages)[0]?.url;

test.each([
  ['AML.T0051', '/atlas/techniques/AML.T0051/'],
  ['t0051', '/atlas/techniques/AML.T0051/'],
  ['  llm  prompt-injection ', '/atlas/techniques/AML.T0051/'],
  ['Linkability', '/linddun/L/'],
  ['LLM01', '/owasp/llm/2026/LLM01/'],
  ['owasp llm01', '/owasp/llm/2026/LLM01/'],
  ['Sandboxing', '/controls/sandboxing/'],
  ['agents', '/components/agent/'],
])('%s names its page', (term, url) => expect(first(term)).toBe(url));

test('a retired id and its name lead to what took its place, and say so', () => {
  expect(namedPages('AML.T0050', pages)[0]).toMatchObject({
    url: '/atlas/techniques/AML.T0051.001/',
    detail: 'took the place of AML.T0050 Old',
  });
});

test('a superseded edition stands after the current one', () => {
  expect(first('LLM09:2025')).toBe('/owasp/llm/2025/LLM09/');
});

test('words that are nobody’s name find nothing here', () => {
  expect(['', ' ', '-', 'no such thing'].map(first)).toEqual([undefined, undefined, undefined, undefined]);
});

test('the most literal reading stands first, and what stands first stays there', () => {
  const urls = namedPages('Indirects', [
    { title: 'a', kind: 'Rule', url: '/a/', names: ['indirect'] },
    { title: 'b', kind: 'Rule', url: '/b/', names: ['indirects', 'indirect'] },
  ]).map((p) => p.url);
  expect(urls).toEqual(['/b/', '/a/']);
});

test('a page stands once', () => {
  for (const { names } of pages)
    for (const name of names) {
      const urls = namedPages(name, pages).map((p) => p.url);
      expect(new Set(urls).size).toBe(urls.length);
    }
});

test('a key is its own key', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(nameKey(nameKey(text))).toBe(nameKey(text));
    }),
    { numRuns: 2_000 },
  );
});
