/** What releases changed, and what of ours refers to it. */
import { expect, test } from 'vitest';
import { indexKnowledge } from '../knowledge/knowledge.ts';
import { ReleaseSchema } from '../knowledge/schema/release.ts';
import { changes } from './changes.ts';
import { linkTables } from './data/links.ts';
import type { KnowledgeSite } from './knowledge-site.ts';
import { SITE } from './knowledge-testing.ts';

const release = (id: string, released: string, more: object) =>
  ReleaseSchema.parse({ id, title: id, scheme: 'atlas', from: '1', to: '2', released, ...more });

const site: KnowledgeSite = {
  ...SITE,
  knowledge: indexKnowledge({
    ...SITE.knowledge.data,
    releases: [
      release('older', '2026-01-01', {
        scheme: 'owasp-llm',
        replaced: [{ id: 'LLM09:2025', name: 'Steering', by: ['LLM01:2026'], change: 'Wider now.' }],
      }),
      release('newer', '2026-09-15', {
        added: [
          { id: 'AML.T0051.001', name: 'LLM Prompt Injection: Indirect' },
          { id: 'AML.M0001', name: 'Filter' },
        ],
        renamed: [{ id: 'AML.T0051', from: 'Prompts', to: 'LLM Prompt Injection' }],
        retired: [{ id: 'AML.T0050', name: 'Old', 'replaced-by': ['AML.T0051.001'] }],
        moved: [{ id: 'AML.T0000', from: ['AML.TA0005'], to: ['AML.TA0002'] }],
      }),
    ],
  }),
};

test('the newest release comes first, what it added by kind', () => {
  const [first, second] = changes(site);
  expect([first?.id, second?.id]).toEqual(['newer', 'older']);
  expect(first?.added.map((g) => [g.title, g.chips.length])).toEqual([
    ['Techniques', 1],
    ['Mitigations', 1],
  ]);
  expect(first?.lists.map((l) => l.id)).toEqual(['renamed', 'retired', 'moved']);
});

test('a retired entry shows its last name, what took its place, and what refers to that', () => {
  const line = changes(site)[0]?.lists.find((l) => l.id === 'retired')?.lines[0];
  expect(line).toMatchObject({
    chip: { label: 'AML.T0050', name: 'Old' },
    now: [{ label: 'AML.T0051.001' }],
    uses: [
      { text: '1 rule', path: '/atlas/techniques/AML.T0051.001/' },
      { text: '1 finding', path: '/atlas/techniques/AML.T0051.001/#systems' },
    ],
  });
});

test('an entry that moved shows its tactics before and after; nothing of ours refers to it', () => {
  const line = changes(site)[0]?.lists.find((l) => l.id === 'moved')?.lines[0];
  expect(line).toMatchObject({
    before: [{ name: 'Execution' }],
    after: [{ name: 'Reconnaissance' }],
    uses: [],
  });
});

test('an entry of a former edition shows what says it now, on the page and in the table for programs', () => {
  expect(changes(site)[1]?.lists[0]).toMatchObject({
    id: 'replaced',
    lines: [{ chip: { label: 'LLM09:2025' }, now: [{ label: 'LLM01:2026' }], change: 'Wider now.' }],
  });
  const rows = linkTables(site).find((t) => t.id === 'changes')?.rows;
  expect(rows).toContainEqual({
    release: 'older',
    released: '2026-01-01',
    change: 'replaced',
    id: 'LLM09:2025',
    from: 'Steering',
    to: ['LLM01:2026'],
  });
});
