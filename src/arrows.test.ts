/** Holds the arrows of the design: which folder of src/ may import which, and who may touch Node or Astro. */
import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const SRC = import.meta.dirname;

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  source: [],
  model: ['source'],
  knowledge: ['source', 'model'],
  engine: ['source', 'model', 'knowledge'],
  import: ['source', 'knowledge'],
  diagram: ['model'],
  reports: ['source', 'model', 'knowledge', 'engine'],
  views: ['source', 'model', 'knowledge', 'engine', 'diagram', 'reports'],
  workspace: ['source', 'model', 'knowledge', 'engine', 'diagram', 'reports', 'views'],
  cli: ['source', 'model', 'knowledge', 'engine', 'import', 'diagram', 'reports', 'views', 'workspace'],
  site: ['source', 'model', 'knowledge', 'engine', 'diagram', 'reports', 'views', 'workspace'],
  pages: ['views', 'workspace', 'site', 'reports'],
};

/** These run in the browser too; an import is as pure. */
const NO_NODE = ['source', 'model', 'knowledge', 'engine', 'import', 'views'];
const NO_ASTRO = [...NO_NODE, 'diagram', 'reports', 'workspace'];

interface Import {
  file: string;
  from: string;
  /** Types cost nothing and tie nothing together at run time. */
  typeOnly: boolean;
}

const IMPORT = /^\s*(?:import|export)\s+(type\s+)?(?:[^'"`;]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;

function importsOf(file: string): Import[] {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const fixed = [...text.matchAll(IMPORT)].map((m) => ({
    file,
    from: m[2] ?? '',
    typeOnly: m[1] !== undefined,
  }));
  return [...fixed, ...[...text.matchAll(DYNAMIC)].map((m) => ({ file, from: m[1] ?? '', typeOnly: false }))];
}

const folderOf = (file: string): string => (file.includes(path.sep) ? (file.split(path.sep)[0] ?? '') : '');

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
  (f) => /\.(ts|astro)$/.test(f) && !/\.test\.ts$/.test(f),
);
const imports = files.flatMap(importsOf);

test('every folder of src has its arrows', () => {
  const folders = new Set(files.map(folderOf).filter((f) => f !== ''));
  expect([...folders].filter((f) => !Object.hasOwn(MAY_IMPORT, f))).toEqual([]);
});

describe.each(Object.entries(MAY_IMPORT))('src/%s', (folder, allowed) => {
  const own = imports.filter((i) => folderOf(i.file) === folder);

  test('imports only the folders it may', () => {
    const wrong = own.filter(({ file, from, typeOnly }) => {
      if (!from.startsWith('.')) return false;
      const to = folderOf(path.relative(SRC, path.resolve(SRC, path.dirname(file), from)));
      return to !== folder && !allowed.includes(to) && !(folder === 'pages' && typeOnly);
    });
    expect(wrong.map((i) => `${i.file} → ${i.from}`)).toEqual([]);
  });

  if (NO_NODE.includes(folder))
    test('uses no Node built-in', () => {
      const wrong = own.filter(({ from }) => from.startsWith('node:') || builtinModules.includes(from));
      expect(wrong.map((i) => `${i.file} → ${i.from}`)).toEqual([]);
    });

  if (NO_ASTRO.includes(folder))
    test('does not know Astro', () => {
      expect(
        own.filter(({ from }) => /^astro(:|\/|$)|^@astrojs/.test(from)).map((i) => `${i.file} → ${i.from}`),
      ).toEqual([]);
    });
});

test('pages are thin', () => {
  const long = files.filter(
    (f) =>
      folderOf(f) === 'pages' && readFileSync(path.join(SRC, f), 'utf8').trimEnd().split('\n').length > 45,
  );
  expect(long).toEqual([]);
});
