/** Finds Chromium and starts it without any connection of its own. */
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const USUAL = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** `CHROME_PATH`, else the first of the usual places that exists. */
export function chromiumPath(): string | undefined {
  const given = process.env['CHROME_PATH'];
  return [...(given ? [given] : []), ...USUAL].find((file) => existsSync(file));
}

/** True where browser tests have to be skipped: said aloud, and not allowed in CI. */
export function withoutBrowser(): boolean {
  if (chromiumPath()) return false;
  if (process.env['WARDBOOK_REQUIRE_BROWSER'])
    throw new Error('no Chromium was found, and WARDBOOK_REQUIRE_BROWSER is set');
  console.warn('Browser tests are SKIPPED: no Chromium was found. Install it, or set CHROME_PATH.');
  return true;
}

export function startBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: chromiumPath() ?? '',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}
