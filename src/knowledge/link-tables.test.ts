/** A release names ids that are in its list, or once were. */
import { expect, test } from 'vitest';
import { readYaml } from '../source/yaml.ts';
import { indexKnowledge, NO_KNOWLEDGE } from './knowledge.ts';
import { releaseProblems } from './link-tables.ts';
import { FactTableSchema } from './schema/fact.ts';
import { ReleaseSchema } from './schema/release.ts';

const table = FactTableSchema.parse({
  scheme: 'owasp-llm',
  kind: 'list-item',
  title: 'List',
  provenance: {
    source: 'L',
    edition: '2',
    url: 'https://example.org/',
    licence: 'CC0',
    checked: '2026-11-20',
  },
  entries: [
    { id: 'A:1', name: 'Former', status: 'superseded', 'replaced-by': ['B:2'] },
    { id: 'B:2', name: 'Present' },
  ],
  retired: [{ id: 'C:0', name: 'Gone', 'replaced-by': [] }],
});
const knowledge = indexKnowledge({ ...NO_KNOWLEDGE, tables: [table] });

const problemsOf = (lists: string) => {
  const head = 'id: r\ntitle: R\nscheme: owasp-llm\nfrom: "1"\nto: "2"\nreleased: 2026-08-03\n';
  const source = readYaml('content/changes/r.yaml', head + lists);
  return releaseProblems({ value: ReleaseSchema.parse(source.value), source }, knowledge);
};

test('entries and retired ids may be named', () => {
  const lists = 'replaced: [{ id: A:1, name: Former, by: [B:2] }]\nretired: [{ id: C:0, name: Gone }]\n';
  expect(problemsOf(lists)).toEqual([]);
});

test('an id that never was is an error at its place, on either side of a replacement', () => {
  expect(problemsOf('replaced:\n  - id: X:1\n    name: X\n    by: [B:2, Y:2]\n')).toMatchObject([
    { line: 8, message: 'owasp-llm:X:1 is neither an entry nor a retired id' },
    { line: 10, message: 'owasp-llm:Y:2 is neither an entry nor a retired id' },
  ]);
});
