import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkLinks } from './link-check.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'wardbook-links-'));
  await mkdir(path.join(folder, 'a'));
  await writeFile(
    path.join(folder, 'index.html'),
    '<a href="/x/a/#here">ok</a><a href="/x/a/#gone">no</a><a href="/x/b/">no</a><a href="/a/">no</a><a href="https://example.org/">out</a><img src="/x/logo.svg">',
  );
  await writeFile(
    path.join(folder, 'a/index.html'),
    '<h1 id="here">A</h1><a href="../">up</a><a href="#here">self</a><a href="mailto:a@b.c">mail</a>',
  );
  await writeFile(path.join(folder, 'logo.svg'), '<svg/>');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('finds dead pages, dead anchors and links outside the base path', async () => {
  expect(await checkLinks(folder, '/x/')).toEqual({
    links: 7,
    broken: [
      'index.html → /x/a/#gone (no such anchor)',
      'index.html → /x/b/ (no such page)',
      'index.html → /a/ (outside the base path)',
    ],
  });
});
