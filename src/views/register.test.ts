/** The register: every finding once, and facets that count what they choose. */
import { expect, test } from 'vitest';
import { register } from './register.ts';
import { findingOf, KNOWN, systemOf } from './testing.ts';

const FLOW = { type: 'flow' as const, id: 'ask', name: 'User → App' };
const FINDINGS = [
  findingOf(),
  findingOf({ id: 'sniff@ask', target: FLOW, stride: ['information-disclosure', 'tampering'], ai: false }),
  findingOf({ id: 'asked@ask', target: FLOW, state: 'asked', stride: ['spoofing'] }),
  findingOf({ id: 'done@app', state: 'mitigated', severity: 'low' }),
];
const view = register(systemOf(FINDINGS), KNOWN);

test('groups hold every finding of the analysis once', () => {
  expect(view.groups.map((g) => g.state)).toEqual(['open', 'asked', 'mitigated']);
  const ids = view.groups.flatMap((g) => g.findings.map((f) => f.id));
  expect([...ids].sort()).toEqual(FINDINGS.map((f) => f.id).sort());
  expect(view.head.tabs.find((t) => t.id === 'threats')?.count).toBe(FINDINGS.length);
});

test('a facet counts the findings that its choice shows', () => {
  const stride = view.facets.find((f) => f.name === 'stride');
  expect(stride?.choices.map((c) => [c.value, c.count])).toEqual([
    ['spoofing', 1],
    ['tampering', 3],
    ['information-disclosure', 1],
  ]);
});

test('a facet with one choice is left out', () => {
  expect(register(systemOf([findingOf()]), KNOWN).facets).toEqual([]);
});

test('the matrix tells what is open, asked, settled, empty and impossible apart', () => {
  const rows = view.matrix.groups.flatMap((g) => g.rows);
  const cell = (name: string, column: number) => rows.find((r) => r.name === name)?.cells[column];
  expect(cell('App', 1)).toMatchObject({
    kind: 'open',
    count: 1,
    worst: 'high',
    text: 'Tampering: 1 open, worst high',
  });
  expect(cell('User → App', 0)).toMatchObject({
    kind: 'asked',
    path: '/systems/chat/threats/?on=ask&stride=spoofing',
  });
  expect(cell('Log', 1)).toMatchObject({ kind: 'none' });
  expect(cell('Log', 0)).toMatchObject({ kind: 'not' });
  expect(view.matrix.columns[1]?.exposed).toBe(2);
});

test('the matrix shows what is folded under a finding on another target, and leads to that', () => {
  const folds = [
    { id: 'listen@ask', title: 'T', state: 'open' as const, stride: ['information-disclosure' as const] },
    { id: 'answer@ask', title: 'T', state: 'mitigated' as const, stride: ['denial-of-service' as const] },
  ];
  const rows = register(systemOf([findingOf({ folds })]), KNOWN).matrix.groups.flatMap((g) => g.rows);
  const flow = rows.find((r) => r.name === 'User → App');
  expect(flow?.cells[3]).toMatchObject({ kind: 'open', count: 1, path: '/systems/chat/threats/#steer@app' });
  expect(flow?.cells[4]).toMatchObject({ kind: 'settled', count: 1 });
});

test('an empty system has an empty register', () => {
  const empty = register(systemOf([]), KNOWN);
  expect(empty).toMatchObject({ groups: [], facets: [], total: 0 });
});
