/** The built site as files: what is written, that it is the same twice, that nothing is written where something is wrong. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { checkLinks } from '../../src/site/link-check.ts';
import { wardbook } from './wardbook.ts';

const dist = inject('dist');
let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wardbook-build-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function hashes(of: string): Promise<Map<string, string>> {
  const entries = await readdir(of, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((e) => e.isFile())
    .map((e) => path.join(e.parentPath, e.name))
    .sort();
  const pairs = files.map(
    async (f) =>
      [
        path.relative(of, f),
        createHash('sha256')
          .update(await readFile(f))
          .digest('hex'),
      ] as const,
  );
  return new Map(await Promise.all(pairs));
}

const SYSTEMS = [
  'coding-agent',
  'federated-imaging',
  'fraud-detection',
  'image-classifier-api',
  'llm-inference-pipeline',
  'mlops-platform',
  'movie-recommender',
  'support-chatbot',
];

describe('the site of the example systems', () => {
  test('the terminal names systems, findings by state, pages and seconds', () => {
    const { stdout } = inject('build');
    for (const id of SYSTEMS) expect(stdout).toMatch(new RegExp(`${id} +\\d+ open, .*\\d+ mitigated`));
    expect(stdout).toMatch(/8 systems, \d+ findings, for 2026-11-21/);
    expect(stdout).toMatch(/\d{3,} pages, \d{3,} search records, \d{4,} links checked → .* in [\d.]+ s/);
  });

  test.each(SYSTEMS)('%s has its pages and downloads', (id) => {
    for (const file of [
      'index.html',
      'threats/index.html',
      'plan/index.html',
      'analysis.json',
      'analysis.csv',
      'diagram.mmd',
      'diagram.svg',
    ])
      expect(existsSync(path.join(dist, 'systems', id, file)), file).toBe(true);
  });

  test.each(SYSTEMS)('%s says the same number of findings everywhere', async (id) => {
    const read = (file: string) => readFile(path.join(dist, 'systems', id, file), 'utf8');
    const { summary, findings } = JSON.parse(await read('analysis.json'));
    expect(findings).toHaveLength(summary.total);
    const csv = await read('analysis.csv');
    expect(csv.match(/\r\n(?=[a-z0-9-]+@)/g)).toHaveLength(summary.total);
    expect((await read('threats/index.html')).match(/<details class="finding"/g)).toHaveLength(summary.total);
    expect(inject('build').stdout).toContain(`${summary.byState.open} open`);
  });

  test('every table of the site is there as CSV and JSON, with the same rows', async () => {
    const folder = path.join(inject('dist'), 'data');
    const names = await readdir(folder);
    const tables = names.filter((name) => name.endsWith('.csv')).map((name) => name.slice(0, -4));
    expect(tables.length).toBeGreaterThan(30);
    for (const table of tables) {
      const { rows, columns } = JSON.parse(await readFile(path.join(folder, `${table}.json`), 'utf8'));
      const csv = parse(await readFile(path.join(folder, `${table}.csv`), 'utf8'), { bom: true });
      expect([table, csv.length - 1, csv[0]]).toEqual([table, rows.length, columns]);
    }
  });

  test('every link and anchor leads somewhere', async () => {
    const { links, broken } = await checkLinks(dist, '/');
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(5000);
  });

  test('no page has a style attribute, an inline handler, or an address of another origin that loads', async () => {
    for (const [file] of await hashes(dist)) {
      if (!file.endsWith('.html')) continue;
      const html = await readFile(path.join(dist, file), 'utf8');
      expect(html, file).not.toMatch(/<[^>]+\s(?:style|on[a-z]+)=/i);
      expect(html, file).not.toMatch(
        /<(?:script|img|iframe|object|embed)[^>]+(?:src|data)="(?:https?:)?\/\//i,
      );
      expect(html, file).toMatch(/<meta http-equiv="content-security-policy"/i);
    }
  });
});

test('a second build has the same bytes', async () => {
  const again = path.join(folder, 'again');
  expect((await wardbook('build', '--out', again)).code).toBe(0);
  const [first, second] = [await hashes(dist), await hashes(again)];
  expect([...second.keys()]).toEqual([...first.keys()]);
  expect([...second].filter(([file, hash]) => first.get(file) !== hash).map(([file]) => file)).toEqual([]);
});

test('under a base path every link stays below it', async () => {
  const based = path.join(folder, 'based');
  const { code, stderr } = await wardbook('build', '--out', based, '--base', '/x/');
  expect(stderr).toBe('');
  expect(code).toBe(0);
  expect((await checkLinks(based, '/x/')).broken).toEqual([]);
});

describe('where something is wrong nothing is built', () => {
  test('errors in the files: all of them, exit code 1', async () => {
    const workspace = path.join(folder, 'broken');
    await mkdir(path.join(workspace, 'threat-models'), { recursive: true });
    await writeFile(path.join(workspace, 'threat-models/a.yaml'), 'wardbook: 1\nname: A\n  bad: indent\n');
    await writeFile(path.join(workspace, 'threat-models/b.yaml'), 'wardbook: 1\nname: B\nelemnts: {}\n');
    const out = path.join(folder, 'broken-out');
    const { code, stderr } = await wardbook('build', '--workspace', workspace, '--out', out);
    expect(code).toBe(1);
    expect(stderr).toMatch(/threat-models\/a\.yaml:\d+:\d+ error/);
    expect(stderr).toMatch(
      /threat-models\/b\.yaml:3:1 error: unknown key elemnts[\s\S]*did you mean elements\?/,
    );
    expect(stderr).toMatch(/nothing was built/);
    expect(existsSync(out)).toBe(false);
  });

  test.each([
    ['an unknown command', ['bild']],
    ['an unknown option', ['build', '--outt', 'x']],
    ['a workspace that is not there', ['build', '--workspace', '/nowhere/at/all']],
    ['a day that is none', ['build', '--today', '2026-02-30']],
    ['a folder that holds somebody’s files', ['build', '--out', path.resolve(import.meta.dirname)]],
    ['a folder that holds the sources', ['build', '--out', path.resolve(import.meta.dirname, '../..')]],
    ['a model that is not there', ['analyse', 'nothing.yaml']],
    ['a finding that is not there', ['explain', 'threat-models/support-chatbot.yaml', 'nothing@llm']],
  ])('wrong usage: %s', async (_, args) => {
    const { code, stderr } = await wardbook(...args);
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/\n {4}at /);
  });
});
