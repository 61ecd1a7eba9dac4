import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, SETTINGS_FILE } from '../model/settings.ts';
import { packageRoot } from './places.ts';
import { workspaceSession } from './session.ts';
import { readSettings } from './settings.ts';
import { loadWorkspace } from './workspace.ts';

let workspace = '';
const root = packageRoot();
beforeEach(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'wardbook-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const write = (text: string | Uint8Array, name = SETTINGS_FILE) =>
  writeFile(path.join(workspace, name), text);

test('the file is optional', async () => {
  expect(await readSettings(workspace)).toEqual({ settings: DEFAULT_SETTINGS, diagnostics: [] });
});

test('what it sets is loaded with the workspace, its text too', async () => {
  await write('wardbook: 1\ncurrency: CHF\n');
  const { settings, texts, diagnostics } = await loadWorkspace({ root, workspace });
  expect(diagnostics).toEqual([]);
  expect(settings.currency).toBe('CHF');
  expect(texts.get(SETTINGS_FILE)).toContain('CHF');
});

test.each([
  ['', 'wardbook.yaml:1:1 error the file: nothing'],
  ['currency: EUR\n', 'wardbook.yaml:1:1 error wardbook: nothing'],
  ['wardbook: 1\nscorin: {}\n', 'wardbook.yaml:2:1 error unknown key scorin in the file'],
  ['wardbook: 1\nrisk: [', 'wardbook.yaml:2:8 error'],
  [new Uint8Array([0xff, 0xfe]), 'wardbook.yaml:1:1 error the file is not UTF-8 text'],
])('%j is an error with its place, and the defaults stand in', async (text, expected) => {
  await write(text);
  const { settings, diagnostics } = await readSettings(workspace);
  expect(settings).toEqual(DEFAULT_SETTINGS);
  const [d] = diagnostics;
  expect(`${d?.file}:${d?.line}:${d?.column} ${d?.severity} ${d?.message}`).toContain(expected);
});

test('a file named .yml is not passed over in silence', async () => {
  await write('wardbook: 1\n', 'wardbook.yml');
  expect((await readSettings(workspace)).diagnostics).toMatchObject([
    { severity: 'warning', hint: 'rename it to wardbook.yaml' },
  ]);
});

test('while it is broken, a session keeps what it last said', async () => {
  const state = workspaceSession({ root, workspace });
  await write('wardbook: 1\ncurrency: CHF\n');
  expect((await state()).settings.currency).toBe('CHF');
  await write('wardbook: 1\ncurrency: [\n');
  const broken = await state();
  expect(broken.settings.currency).toBe('CHF');
  expect(broken.diagnostics.length).toBeGreaterThan(0);
  await write('wardbook: 1\ncurrency: USD\n');
  expect((await state()).settings.currency).toBe('USD');
  await rm(path.join(workspace, SETTINGS_FILE));
  expect((await state()).settings).toEqual(DEFAULT_SETTINGS);
});

test('the documented file of the examples states the defaults, all of them', async () => {
  const text = await readFile(path.join(root, SETTINGS_FILE), 'utf8');
  await write(text.replaceAll(/^#(?! \S)/gm, ''));
  const { settings, diagnostics } = await readSettings(workspace);
  expect(diagnostics).toEqual([]);
  expect(settings).toEqual(DEFAULT_SETTINGS);
  const names = new Set([...JSON.stringify(DEFAULT_SETTINGS).matchAll(/"([a-z-]+)":/g)].map((m) => m[1]));
  for (const name of names) expect(text).toMatch(new RegExp(`\\b${name}:`));
});
