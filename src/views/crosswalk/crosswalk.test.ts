/** Pages of crosswalks: rows as they are stated, marks, and the table of lists. */
import { expect, test } from 'vitest';
import { indexKnowledge } from '../../knowledge/knowledge.ts';
import { CrosswalkSchema } from '../../knowledge/schema/crosswalk.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { SITE } from '../knowledge-testing.ts';
import { crosswalkList } from './crosswalk-list.ts';
import { crosswalkPage } from './crosswalk-page.ts';

const PRINTED = CrosswalkSchema.parse({
  id: 'printed',
  title: 'LLM list to others',
  authority: 'OWASP',
  document: 'Appendix 1',
  status: 'published',
  rows: [
    {
      from: 'owasp-llm:LLM01:2026 (Prompt Injection)',
      to: 'atlas:AML.TA0005 (Execution)',
      relationship: 'related',
      strength: 'primary',
      edition: '2026.06',
    },
    {
      from: 'owasp-llm:LLM09:2025 (Steering)',
      to: 'cwe:CWE-20 (Improper Input Validation)',
      relationship: 'related',
    },
    {
      from: 'owasp-llm:LLM01:2026 (Prompt Injection)',
      to: 'atlas:AML.T0051 (LLM Prompt Injection)',
      relationship: 'related',
      edition: '2026',
      as: 'AML.T9999 Prompts',
    },
  ],
});
const OURS = CrosswalkSchema.parse({
  id: 'ours',
  title: 'Ours',
  authority: 'Wardbook',
  status: 'editorial',
  rows: Array.from({ length: 31 }, (_, i) => ({
    from: 'owasp-llm:LLM01:2026 (Prompt Injection)',
    to: i === 0 ? 'stride:spoofing (Spoofing)' : `cwe:CWE-${i}`,
    relationship: 'related',
  })),
});

const site: KnowledgeSite = {
  ...SITE,
  knowledge: indexKnowledge({ ...SITE.knowledge.data, crosswalks: [PRINTED, OURS] }),
};

test('a row says what the document says, and what differs here', () => {
  const { rows, shown, published } = crosswalkPage(PRINTED, site);
  expect(published).toBe(true);
  expect(shown).toEqual({ strength: true, edition: true, mark: true });
  expect(rows[0]).toMatchObject({ strength: 'primary', edition: '2026.06', ours: '2026.09' });
  expect(rows[0]).not.toHaveProperty('mark');
  expect(rows[2]).toMatchObject({ as: 'AML.T9999 Prompts', edition: '2026' });
  expect(rows[2]).not.toHaveProperty('ours');
});

test('a row between entries that were replaced is marked, and so is every row of a proposal', () => {
  expect(crosswalkPage(PRINTED, site).rows[1]?.mark).toBe('superseded');
  const { rows, published, status } = crosswalkPage(OURS, site);
  expect({ published, mark: new Set(rows.map((r) => r.mark)), label: status.label }).toEqual({
    published: false,
    mark: new Set(['editorial']),
    label: 'editorial',
  });
});

test('only a long table has filters, by relationship always', () => {
  expect(crosswalkPage(PRINTED, site).facets).toEqual([]);
  expect(crosswalkPage(OURS, site).facets).toMatchObject([
    { name: 'relationship', choices: [{ value: 'related', count: 31 }] },
    {
      name: 'to',
      choices: [
        { value: 'stride', count: 1 },
        { value: 'cwe', count: 30 },
      ],
    },
  ]);
});

test('the table counts rows from list to list, each edition of a Top 10 for itself', () => {
  const { grid, columns, total } = crosswalkList(site);
  expect(total).toBe(34);
  expect(columns.map((c) => c.id)).toEqual(['cwe', 'atlas', 'stride']);
  expect(
    grid.map((row) => [row.list.title, row.cells.map((cell) => cell.map((l) => [l.count, l.path]))]),
  ).toEqual([
    [
      'owasp-llm list-item',
      [[[30, '/crosswalk/ours/?to=cwe']], [[2, '/crosswalk/printed/']], [[1, '/crosswalk/ours/?to=stride']]],
    ],
    ['owasp-llm list-item 2025', [[[1, '/crosswalk/printed/']], [], []]],
  ]);
});
