/** The built site in a real browser: no error, nothing loaded from elsewhere, search, filters, keyboard, without JavaScript, accessibility. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { startBrowser, withoutBrowser } from './chromium.ts';
import { type Served, serve } from './serve.ts';

/** One address of each sort of page. */
const PAGES = [
  '/',
  '/systems/',
  '/systems/support-chatbot/',
  '/systems/support-chatbot/threats/',
  '/systems/support-chatbot/plan/',
  '/systems/support-chatbot/assessments/',
  '/systems/support-chatbot/privacy/',
  '/systems/support-chatbot/attack-paths/',
  '/systems/image-classifier-api/assessments/',
  '/rules/',
  '/rules/model-extraction-by-query/',
  '/controls/',
  '/controls/rate-limiting/',
  '/components/',
  '/components/llm-server/',
  '/stride/',
  '/stride/tampering/',
  '/atlas/',
  '/atlas/techniques/AML.T0051.001/',
  '/atlas/tactics/AML.TA0004/',
  '/atlas/mitigations/AML.M0005/',
  '/atlas/case-studies/AML.CS0068/',
  '/atlas/techniques/',
  '/atlas/case-studies/',
  '/owasp/',
  '/owasp/llm/2026/LLM01/',
  '/owasp/agentic/2026/ASI01/',
  '/linddun/',
  '/linddun/L/',
  '/linddun/go/L1/',
  '/nist/ai-rmf/',
  '/nist/ai-rmf/MEASURE-2.7/',
  '/nist/ai-100-2/',
  '/eu-ai-act/Art.-15/',
  '/iso-42001/',
  '/tools/',
  '/tools/garak/',
  '/crosswalk/',
  '/crosswalk/owasp-llm-2026/',
  '/changes/',
  '/guide/',
  '/data/',
  '/search/',
  '/404.html',
];

let browser: Browser;
let site: Served;
const open: Page[] = [];

async function page(
  address: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const opened = await context.newPage();
  open.push(opened);
  const complaints: string[] = [];
  opened.on('console', (m) => {
    if (m.type() === 'error' || m.type() === 'warning') complaints.push(m.text());
  });
  opened.on('pageerror', (e) => complaints.push(e.message));
  opened.on('request', (r) => {
    if (!r.url().startsWith(site.origin)) complaints.push(`request to ${r.url()}`);
  });
  await opened.goto(site.origin + address, { waitUntil: 'load' });
  return { page: opened, complaints };
}

describe.skipIf(withoutBrowser())('in a browser', () => {
  beforeAll(async () => {
    [browser, site] = await Promise.all([startBrowser(), serve(inject('dist'))]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  describe.each(['light', 'dark'] as const)('%s', (colorScheme) => {
    test.each(PAGES)('%s: no error, no other origin, no axe violation', async (address) => {
      const { page: opened, complaints } = await page(address, { colorScheme });
      const { violations } = await new AxeBuilder({ page: opened })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
        .analyze();
      const found = violations.map(
        (v) =>
          `${v.id}: ${v.nodes
            .slice(0, 3)
            .map((n) => n.target.join(' '))
            .join(' | ')}`,
      );
      expect(found).toEqual([]);
      expect(complaints).toEqual([]);
      expect(await opened.locator('h1').count()).toBe(1);
      await opened.context().close();
    });
  });

  test.each(PAGES)('%s fits a phone', async (address) => {
    const { page: opened } = await page(address, { viewport: { width: 360, height: 780 } });
    const [content, window] = await opened.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
    expect(content).toBeLessThanOrEqual(window ?? 0);
    await opened.context().close();
  });

  test('search finds model extraction, and a filter narrows it to a system', async () => {
    const { page: opened, complaints } = await page('/');
    await opened.keyboard.press('/');
    await opened.keyboard.type('model extraction');
    await opened.keyboard.press('Enter');
    await opened.waitForURL(/\/search\/\?q=model/);
    const links = opened.locator('#search-results a');
    await links.first().waitFor();
    const hrefs = await links.evaluateAll((all) => all.map((a) => a.getAttribute('href') ?? ''));
    expect(hrefs).toContain('/atlas/techniques/AML.T0024.002/');
    expect(hrefs).toContain('/rules/model-extraction-by-query/');
    await opened.locator('#search-filters select[name=system]').selectOption('LLM Inference Pipeline');
    await expect
      .poll(() =>
        links.evaluateAll(
          (all) =>
            all.length > 0 &&
            all.every((a) => a.getAttribute('href')?.startsWith('/systems/llm-inference-pipeline/')),
        ),
      )
      .toBe(true);
    expect(complaints).toEqual([]);
  });

  test('the ATLAS matrix filters, folds and changes its colours, by keyboard and in the address', async () => {
    const { page: opened, complaints } = await page('/atlas/');
    const shown = opened.locator('#matrix li[data-item]:not([hidden])');
    const all = await shown.count();
    await opened.locator('.filters input[name=maturity][value=feasible]').focus();
    await opened.keyboard.press('Space');
    await expect.poll(() => shown.count()).toBeLessThan(all);
    expect(opened.url()).toContain('maturity=feasible');
    const background = () =>
      opened
        .locator('#matrix li[data-ripe=realized]')
        .first()
        .evaluate((cell) => getComputedStyle(cell).backgroundColor);
    await opened.goto(`${site.origin}/atlas/`);
    const before = await background();
    await opened.locator('#heat-ripe').focus();
    await opened.keyboard.press('Space');
    await expect.poll(background).not.toBe(before);
    const open = opened.locator('#matrix details[open]');
    expect(await open.count()).toBe(0);
    await opened.locator('button[data-unfold]').press('Enter');
    await expect.poll(() => open.count()).toBeGreaterThan(20);
    expect(complaints).toEqual([]);
  });

  test('the ATLAS matrix on paper: no scrolling frame, sub-techniques shown', async () => {
    const { page: opened } = await page('/atlas/');
    await opened.emulateMedia({ media: 'print' });
    const sub = opened.locator('#matrix details li').first();
    expect(await sub.evaluate((li) => li.getBoundingClientRect().height)).toBeGreaterThan(5);
    expect(
      await opened.locator('.atlas-scroll').evaluate((frame) => frame.scrollWidth <= frame.clientWidth + 1),
    ).toBe(true);
  });

  test('the register filters, and keeps the choice in the address', async () => {
    const { page: opened } = await page('/systems/support-chatbot/threats/');
    const shown = opened.locator('details[data-item]:not([hidden])');
    const all = await shown.count();
    await opened.locator('form[data-filter] input[name=state][value=asked]').check({ force: true });
    await expect.poll(() => shown.count()).toBeLessThan(all);
    expect(opened.url()).toContain('state=asked');
    const left = await shown.count();
    await opened.reload();
    await expect.poll(() => shown.count()).toBe(left);
  });

  test('a link to a finding opens its explanation', async () => {
    const { page: opened } = await page(
      '/systems/llm-inference-pipeline/threats/#model-extraction-by-query@vllm',
    );
    const finding = opened.locator('details.finding:has([id="model-extraction-by-query@vllm"])');
    await expect.poll(() => finding.getAttribute('open')).not.toBeNull();
    expect(await finding.innerText()).toMatch(/threat-models\/llm-inference-pipeline\.yaml:\d+/);
  });

  test('an element of the diagram leads to its row', async () => {
    const { page: opened } = await page('/systems/llm-inference-pipeline/');
    await opened.locator('svg a[href="#element-vllm"]').focus();
    await opened.keyboard.press('Enter');
    await expect.poll(() => opened.url()).toMatch(/#element-vllm$/);
    expect(await opened.locator('#element-vllm').count()).toBe(1);
  });

  test('the chosen theme stays', async () => {
    const { page: opened } = await page('/', { colorScheme: 'light' });
    const ground = () => opened.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const light = await ground();
    await opened.locator('header input[value=dark]').check({ force: true });
    await expect.poll(ground).not.toBe(light);
    const dark = await ground();
    await opened.goto(`${site.origin}/rules/`);
    expect(await ground()).toBe(dark);
  });

  describe('without JavaScript', () => {
    test.each([
      '/',
      '/systems/support-chatbot/',
      '/atlas/techniques/AML.T0051.001/',
      '/rules/model-extraction-by-query/',
    ])('%s is readable', async (address) => {
      const { page: opened } = await page(address, { javaScriptEnabled: false });
      expect((await opened.locator('main').innerText()).length).toBeGreaterThan(400);
      await opened.context().close();
    });

    test('a finding opens and explains itself', async () => {
      const { page: opened } = await page('/systems/llm-inference-pipeline/threats/', {
        javaScriptEnabled: false,
      });
      const finding = opened.locator('details.finding:has([id="model-extraction-by-query@vllm"])');
      await finding.locator('summary').first().click();
      expect(await finding.innerText()).toMatch(/AML\.T0024\.002/);
    });
  });
});
