/** The search in a real browser against the built index: the right page stands first, on its page and under the box in the header. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, withoutBrowser } from './chromium.ts';
import { SEARCH_CASES } from './search-cases.ts';
import { type Served, serve } from './serve.ts';

describe.skipIf(withoutBrowser())('search', () => {
  let browser: Browser;
  let site: Served;
  let page: Page;

  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serve(inject('dist'))]);
    page = await (await browser.newContext()).newPage();
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const hrefs = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));

  test('the table is as long as promised, and no words stand in it twice', () => {
    expect(SEARCH_CASES.length).toBeGreaterThanOrEqual(60);
    expect(new Set(SEARCH_CASES.map(([words]) => words)).size).toBe(SEARCH_CASES.length);
  });

  test.each(SEARCH_CASES)('“%s” leads to %s', async (words, first) => {
    await page.goto(`${site.origin}/search/?q=${encodeURIComponent(words)}`);
    await page.locator('#search-results .result-title a').first().waitFor();
    expect((await hrefs('#search-results .result-title a')).slice(0, 3)[0]).toBe(first);
  });

  test.each(SEARCH_CASES.filter((_, i) => i % 6 === 0))(
    'typing “%s” offers %s first',
    async (words, first) => {
      await page.goto(`${site.origin}/guide/`);
      await page.locator('form[data-search] input').fill(words);
      await page.locator('.quick a').first().waitFor();
      expect((await hrefs('.quick a'))[0]).toBe(first);
    },
  );

  test.each([
    ['tactic', 'Initial Access'],
    ['platform', 'Agentic AI'],
    ['maturity', 'Realized'],
    ['lifecycle', 'Training'],
    ['framework', 'ATLAS'],
  ])('the filter %s narrows to %s', async (facet, value) => {
    await page.goto(
      `${site.origin}/search/?${facet}=${encodeURIComponent(value)}&kind=Technique&kind=Mitigation`,
    );
    await page.locator('#search-results .result-title a').first().waitFor();
    expect((await hrefs('#search-results .result-title a')).every((a) => a.startsWith('/atlas/'))).toBe(true);
  });
});
