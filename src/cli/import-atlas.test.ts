import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { carriedFrom, read } from '../import/atlas/fixtures/carried.ts';
import { ATLAS_KINDS, KIND_INFO } from '../import/atlas/kinds.ts';

const MAIN = path.join(import.meta.dirname, 'main.ts');
const SAMPLES = path.join(import.meta.dirname, '../import/atlas/fixtures');
const NOTE = 'entry: atlas:AML.T0020 (Poison Training Data)\nsummary: Somebody changes the data.\n';

let root = '';
beforeAll(async () => {
  // A small Wardbook of its own: its content is what format-5.yaml would have given.
  root = await mkdtemp(path.join(tmpdir(), 'wardbook-import-'));
  await mkdir(path.join(root, 'content/atlas/notes'), { recursive: true });
  await writeFile(path.join(root, 'package.json'), '{ "version": "0.0.0" }');
  const carried = carriedFrom(read(await readFile(path.join(SAMPLES, 'format-5.yaml'), 'utf8')));
  for (const kind of ATLAS_KINDS)
    await writeFile(path.join(root, 'content', KIND_INFO[kind].file), carried.tables[kind].text);
  await writeFile(path.join(root, 'content/atlas/notes/AML.T0020.yaml'), NOTE);
  await copyFile(path.join(SAMPLES, 'format-6.yaml'), path.join(root, 'ATLAS-2026.10.yaml'));
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Ran {
  code: number;
  stdout: string;
  stderr: string;
}
const wardbook = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const env = {
      ...process.env,
      WARDBOOK_ROOT: root,
      WARDBOOK_WORKSPACE: root,
      WARDBOOK_TODAY: '2026-11-21',
    };
    execFile(
      process.execPath,
      [MAIN, 'kb', 'import-atlas', ...args],
      { cwd: root, env },
      (error, stdout, stderr) =>
        resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr }),
    );
  });
const contentOf = async (folder: string) => {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.yaml')).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')])),
  ) as Record<string, string>;
};

test('a dry run reports and writes nothing; a run writes the tables and the changes, never a note', async () => {
  const content = path.join(root, 'content');
  const before = await contentOf(content);
  const dry = await wardbook('ATLAS-2026.10.yaml', '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toContain('ATLAS 5.6.1 → 2026.10, from ATLAS-2026.10.yaml (format 6)');
  expect(dry.stdout).toContain(
    'content/atlas/notes/AML.T0020.yaml:1:8  write entry: atlas:AML.T0020 (Training Data Poisoning)',
  );
  expect(dry.stdout).toContain('Nothing was written');
  expect(await contentOf(content)).toEqual(before);

  // Laid over in a workspace, the built-in tables stay as they are.
  const workspace = path.join(root, 'ours');
  await mkdir(workspace);
  const own = await wardbook('ATLAS-2026.10.yaml', '--workspace', workspace, '--today', '2026-11-22');
  expect(own).toMatchObject({ code: 0, stderr: '' });
  expect(await contentOf(content)).toEqual(before);
  const written = await contentOf(path.join(workspace, 'content'));
  expect(Object.keys(written)).toEqual([
    'atlas/case-studies.yaml',
    'atlas/mitigations.yaml',
    'atlas/tactics.yaml',
    'atlas/techniques.yaml',
    'changes/atlas-2026-10.yaml',
  ]);
  expect(written['atlas/techniques.yaml']).toContain('checked: 2026-11-22');

  const run = await wardbook('ATLAS-2026.10.yaml');
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const after = await contentOf(content);
  expect(after['atlas/notes/AML.T0020.yaml']).toBe(NOTE);
  expect(after['atlas/techniques.yaml']).toContain('name: Training Data Poisoning');
  expect(after['changes/atlas-2026-10.yaml']).toBe(written['changes/atlas-2026-10.yaml']);
  expect((await readdir(content, { recursive: true })).some((name) => name.endsWith('.partial'))).toBe(false);

  const again = await wardbook('ATLAS-2026.10.yaml');
  expect(again.stdout).toContain('Nothing new, renamed, retired or moved.');
  expect(await contentOf(content)).toEqual(after);
}, 60_000);

test('what is refused ends with 1 or 2, says why with the place, and writes nothing', async () => {
  const before = await contentOf(path.join(root, 'content'));
  await mkdir(path.join(root, 'dist'), { recursive: true });
  await writeFile(path.join(root, 'dist/ATLAS-latest.yaml'), 'v6/ATLAS-latest.yaml');
  await writeFile(path.join(root, 'huge.yaml'), 'x'.repeat(9 * 1024 * 1024));
  const older = await readFile(path.join(SAMPLES, 'format-5.yaml'), 'utf8');
  await writeFile(path.join(root, 'older.yaml'), older.replace('5.6.1', '5.5.0'));
  const ran = await Promise.all(
    ['dist/ATLAS-latest.yaml', 'huge.yaml', 'older.yaml', 'nowhere.yaml', 'dist'].map((file) =>
      wardbook(file),
    ),
  );
  expect(ran.map(({ code, stderr }) => `${code} ${stderr.split('\n')[0]}`)).toEqual([
    '1 dist/ATLAS-latest.yaml:1:1 error: this file only names another one: v6/ATLAS-latest.yaml',
    '1 huge.yaml:1:1 error: the file has 9.0 MiB',
    expect.stringMatching(/^1 older.yaml:5:10 error: the file is 5.5.0, the knowledge base carries /),
    '2 wardbook: there is no file nowhere.yaml',
    '2 wardbook: dist is no file',
  ]);
  expect(ran.slice(0, 3).every(({ stderr }) => stderr.includes('nothing was imported'))).toBe(true);
  expect(await contentOf(path.join(root, 'content'))).toEqual(before);
}, 60_000);
