/** The pages of assessments and privacy over a small site. */
import { expect, test } from 'vitest';
import { SITE } from '../knowledge-testing.ts';
import { findingOf, modelOf, systemOf } from '../testing.ts';
import { assessmentsOf } from './assessments-of.ts';
import { assessmentsPage } from './page.ts';
import { privacyPage } from './privacy-page.ts';
import { totalsView } from './standing.ts';

const [system] = SITE.systems;
if (!system) throw new Error('no system');

test('assessments are made once for an analysis', () => {
  expect(assessmentsOf(system, SITE)).toBe(assessmentsOf(system, SITE));
});

test('the page has the lists, and the current tab among its head', () => {
  const page = assessmentsPage(system, SITE);
  expect(page.lists.map((l) => l.id)).toEqual(['owasp-llm-2026', 'owasp-ml-2023', 'owasp-agentic-2026']);
  expect(page.head.tabs.map((t) => t.id)).toEqual(expect.arrayContaining(['assessments', 'privacy']));
  expect(page.head.crumbs.at(-1)).toEqual({ label: 'Assessments' });
});

test('a technique leads into the register by its id', () => {
  const row = assessmentsPage(system, SITE).atlas.rows[0];
  expect(row).toMatchObject({ standing: { label: 'exposed', counts: '1 open' } });
  expect(row?.register).toContain('/systems/chat/threats/?q=AML.T0051');
});

test('the cells of the privacy table lead to the findings of their type', () => {
  const page = privacyPage(system, SITE);
  const process = page.matrix.rows.find((r) => r.label === 'Process');
  expect(process?.cells[0]).toMatchObject({ kind: 'open', count: 1, path: '#privacy-L' });
  expect(page.types[0]).toMatchObject({ anchor: 'privacy-L', findings: [{ id: 'steer@app' }] });
});

test('a system without personal data says so', () => {
  const model = modelOf(
    'zones: { a: { name: A, trust: 1 } }\ndata: { d: { name: D, class: public, personal: false } }\nelements: {}\n',
  );
  const page = privacyPage(systemOf([], model), SITE);
  expect(page).toMatchObject({ applies: 'no', data: [], linkage: [], duties: [], questions: [] });
  expect(page.why).toContain('none is personal');
});

test('a list that is not about the system says so, and that findings cite it all the same', () => {
  const [llm] = assessmentsPage(system, SITE).lists;
  expect(llm).toMatchObject({ applies: false, why: expect.stringContaining('large language model') });
  const cited = systemOf([findingOf()]);
  const [item] = assessmentsPage(cited, SITE).lists[0]?.items ?? [];
  expect(item?.standing).toMatchObject({
    standing: 'not-applicable',
    reason: expect.stringContaining('1 finding in the register'),
  });
});

test('the parts of a bar fill it and say what they are', () => {
  const totals = { open: 1, asked: 0, decided: 0, covered: 3, clear: 0, 'not-applicable': 0, 'no-rule': 0 };
  const view = totalsView(totals, 'item');
  expect(view.parts.map((p) => p.width)).toEqual([250, 750]);
  expect(view.text).toBe('4 items: 1 open, 3 covered');
});
