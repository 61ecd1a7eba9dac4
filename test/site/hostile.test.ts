/** Names and descriptions from strangers are text on every page and in every download. */
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Parser } from 'htmlparser2';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE, hostileModel } from './hostile.ts';
import { wardbook } from './wardbook.ts';

let folder = '';
let dist = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wardbook-hostile-'));
  dist = path.join(folder, 'dist');
  await mkdir(path.join(folder, 'threat-models'));
  await writeFile(path.join(folder, 'threat-models/hostile.yaml'), hostileModel());
  const { code, stderr } = await wardbook('build', '--workspace', folder, '--out', dist);
  expect(stderr).toBe('');
  expect(code).toBe(0);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const files = async (ending: string) =>
  (await readdir(dist, { recursive: true })).filter((f) => f.endsWith(ending)).map((f) => path.join(dist, f));

/** Tags that no name may bring in, and attributes that would run or load something. */
function dangers(html: string, xml: boolean): string[] {
  const found: string[] = [];
  let scripts = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (/^(img|iframe|object|embed|base|foreignobject|b)$/i.test(name) && attributes['src'] !== undefined)
          found.push(name);
        for (const [key, value] of Object.entries(attributes)) {
          if (/^on/i.test(key)) found.push(`${name} ${key}`);
          if (/^(href|src|action|xlink:href)$/i.test(key) && /^\s*(javascript|data):/i.test(value))
            found.push(`${name} ${key}=${value}`);
        }
        if (name === 'script' && attributes['src'] === undefined && attributes['type'] !== 'application/json')
          scripts = true;
      },
      ontext: (text) => {
        if (scripts && text.includes('alert(1)')) found.push('script with alert(1)');
      },
      onclosetag: (name) => {
        if (name === 'script') scripts = false;
      },
    },
    { xmlMode: xml },
  );
  parser.write(html);
  parser.end();
  return found;
}

test('no page has anything of it as markup', async () => {
  for (const file of await files('.html'))
    expect(dangers(await readFile(file, 'utf8'), false), file).toEqual([]);
});

test('the pictures have it as text', async () => {
  const svgs = await files('diagram.svg');
  expect(svgs).toHaveLength(1);
  for (const file of svgs) expect(dangers(await readFile(file, 'utf8'), true)).toEqual([]);
});

test('a spreadsheet gets no formula', async () => {
  const [csv = ''] = await Promise.all((await files('analysis.csv')).map((f) => readFile(f, 'utf8')));
  const cells = csv.split(/,|\r\n/).map((c) => c.replace(/^"/, ''));
  expect(cells.filter((c) => /^[=+@\t\r]/.test(c))).toEqual([]);
});

test('the names are there, exactly, for machines', async () => {
  const [json = ''] = await Promise.all((await files('analysis.json')).map((f) => readFile(f, 'utf8')));
  expect(JSON.parse(json).system.name).toBe(HOSTILE[0]);
});
