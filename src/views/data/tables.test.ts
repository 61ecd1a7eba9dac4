/** Tables for programs: the same values in both forms, unique names, hostile cells. */
import { expect, test } from 'vitest';
import { csvTable } from '../../reports/csv.ts';
import { SITE } from '../knowledge-testing.ts';
import { columnsOf, type DataTable, tableJson } from './table.ts';
import { dataTables } from './tables.ts';

const tables = dataTables(SITE);

test('every list of the knowledge base is a table, each with a name of its own', () => {
  const ids = tables.map((t) => t.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(
    expect.arrayContaining(['systems', 'findings', 'rules', 'crosswalk', 'atlas-technique']),
  );
});

test('a table has as many rows as there are things', () => {
  const rows = (id: string) => tables.find((t) => t.id === id)?.rows.length;
  expect(rows('findings')).toBe(SITE.systems.reduce((n, s) => n + s.analysis.findings.length, 0));
  expect(rows('rules')).toBe(SITE.catalogue.rules.length);
  expect(rows('atlas-technique')).toBe(4);
});

const TABLE: DataTable = {
  id: 'x',
  title: 'X',
  what: 'A row.',
  rows: [
    { id: 'a', name: '=1+1', tags: ['one', 'two'], empty: '' },
    { id: 'b', name: 'second, "quoted"', tags: [], n: 0 },
  ],
};

test('columns that no row fills are left out; a nought is a value', () => {
  expect(columnsOf(TABLE)).toEqual(['id', 'name', 'tags', 'n']);
});

test('JSON keeps lists, CSV joins them; no cell is a formula', () => {
  expect(JSON.parse(tableJson(TABLE)).rows).toEqual([
    { id: 'a', name: '=1+1', tags: ['one', 'two'] },
    { id: 'b', name: 'second, "quoted"', n: 0 },
  ]);
  const csv = csvTable(columnsOf(TABLE), [['a', '=1+1', 'one; two', '']]);
  expect(csv).toContain("a,'=1+1,one; two,");
});
