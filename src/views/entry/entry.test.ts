/** The page of an entry: relations both ways, rules, our systems, status. */
import { expect, test } from 'vitest';
import { SITE } from '../knowledge-testing.ts';
import { atlasMatrix } from './atlas-matrix.ts';
import { entryPage } from './entry.ts';
import { strideIndex } from './stride-index.ts';

function pageOf(key: string) {
  const entry = SITE.knowledge.entry(key);
  if (!entry) throw new Error(key);
  return entryPage(entry, SITE);
}

test('a sub-technique has its full name and its way up', () => {
  const page = pageOf('atlas:AML.T0051.001');
  expect(page.name).toBe('LLM Prompt Injection: Indirect');
  expect(page.crumbs.map((c) => c.label)).toEqual(['ATLAS', 'LLM Prompt Injection', 'Indirect']);
  expect(page.relations.map((r) => r.title)).toEqual(['Tactic', 'Part of']);
});

test('a parent counts the findings of what is under it', () => {
  const page = pageOf('atlas:AML.T0051');
  expect(page.systems.tally).toMatchObject({ total: 1, exposed: 1 });
  expect(page.below.lines.map((l) => l.id)).toEqual(['AML.T0051.001', 'AML.T0051.002']);
  expect(page.attack?.path).toContain('attack.mitre.org');
});

test('a mitigation shows what it covers and the controls that cite it', () => {
  const page = pageOf('atlas:AML.M0001');
  expect(page.coverage.lines.map((l) => l.chip.label)).toEqual(['AML.T0051', 'AML.T0051.001']);
  expect(page.controls.map((c) => c.id)).toEqual(['human-approval']);
});

test('rules that refer to it, and what they name beside it', () => {
  const page = pageOf('owasp-llm:LLM01:2026');
  expect(page.rules.map((r) => r.id)).toEqual(['steer']);
  expect(page.together.flatMap((g) => g.chips.map((c) => c.label))).toContain('AML.T0051.001');
});

test('a superseded entry names what took its place', () => {
  const { status } = pageOf('owasp-llm:LLM09:2025');
  expect(status?.label).toBe('superseded');
  expect(status?.to.map((c) => c.label)).toEqual(['LLM01:2026']);
});

test('the search knows short ids and older names', () => {
  expect(pageOf('atlas:AML.T0051').search.aliases).toContain('T0051');
  expect(pageOf('linddun:L').search.aliases).toContain('Linkability');
});

test('the matrix has the tactics in their order, sub-techniques under their technique, and heats', () => {
  const { tactics, total } = atlasMatrix(SITE);
  expect(tactics.map((t) => t.id)).toEqual(['AML.TA0002', 'AML.TA0005']);
  const [cell] = tactics[1]?.cells ?? [];
  expect(cell).toMatchObject({ id: 'AML.T0051', heat: { open: 1, systems: 1 } });
  expect(cell?.subs.map((s) => [s.id, s.heat.open])).toEqual([
    ['AML.T0051.001', 1],
    ['AML.T0051.002', 0],
  ]);
  expect(tactics[0]?.cells.map((c) => c.heat)).toEqual([{ open: 0, systems: 0 }]);
  expect(total).toBe(2);
});

test('STRIDE per element says what applies and what is open', () => {
  const { rows, columns } = strideIndex(SITE);
  const at = (row: string, category: string) =>
    rows.find((r) => r.label === row)?.cells.find((c) => c.category === category);
  expect(at('Process', 'tampering')).toMatchObject({ mark: '1', tone: 'high' });
  expect(at('Flow', 'tampering')).toMatchObject({ mark: '✓', tone: 'settled' });
  expect(at('Process', 'spoofing')).toMatchObject({ mark: '·' });
  expect(at('Data store', 'spoofing')).toMatchObject({ mark: '' });
  expect(columns.find((c) => c.id === 'tampering')?.property).toBe('Integrity');
});
