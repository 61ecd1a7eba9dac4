/** A finding as pages show it. */
import { expect, test } from 'vitest';
import { findingDetail, findingLine } from './finding.ts';
import { contextOfChat, findingOf } from './testing.ts';

const context = contextOfChat();

test('a line says what, how bad, where', () => {
  expect(findingLine(findingOf(), context)).toMatchObject({
    path: '/systems/chat/threats/#steer@app',
    score: '7.0',
    target: { type: 'element', name: 'App', path: '/systems/chat/#element-app' },
    stride: [{ letter: 'T', label: 'Tampering' }],
    chips: [{ label: 'AML.T0051' }, { label: 'LLM01:2026' }, { label: 'CWE-77' }],
  });
});

test('a flow is named by its ends, with its number in the picture', () => {
  const target = { type: 'flow' as const, id: 'ask', name: 'User → App' };
  expect(findingLine(findingOf({ target }), context).target).toEqual({
    type: 'flow',
    name: 'User → App',
    detail: 'F1 question',
    path: '/systems/chat/#dataflow-ask',
  });
});

test('facts carry their place in the file', () => {
  const detail = findingDetail(findingOf(), context);
  expect(detail.because).toEqual([
    {
      text: 'App is an agent',
      basis: 'stated',
      basisLabel: 'stated in the model',
      place: 'chat.yaml:17:5',
    },
  ]);
  expect(detail.place).toBe('threat-models/chat.yaml:15:3');
});

test('a threat that people found has no rule page', () => {
  expect(findingDetail(findingOf({ origin: 'people' }), context)).not.toHaveProperty('rule');
  expect(findingDetail(findingOf(), context).rule?.path).toBe('/rules/steer/');
});

test('a planned control says when and who', () => {
  const control = {
    id: 'human-approval',
    name: 'Human approval',
    effect: 'prevents' as const,
    status: 'planned' as const,
    stops: true,
    from: 'App',
    owner: 'Ana',
    due: '2026-12-01',
  };
  expect(findingDetail(findingOf({ controls: [control] }), context).controls[0]?.notes).toEqual([
    'due 1 Dec 2026 (in 10 days)',
    'owner Ana',
    'declared on App',
  ]);
});

test('an expired decision says that it has expired', () => {
  const decision = {
    do: 'accept' as const,
    why: 'Small.',
    by: 'Ana',
    until: '2026-11-01',
    expired: true,
    at: [9, 5] as const,
  };
  expect(findingDetail(findingOf({ decision }), context).decision).toEqual({
    text: 'Accepted by Ana',
    why: 'Small.',
    until: 'expired 1 Nov 2026 (20 days ago)',
    expired: true,
    place: 'chat.yaml:9:5',
  });
});

test('the arithmetic can be followed', () => {
  const { scores } = findingDetail(findingOf(), context);
  expect(scores.base).toBe('(5 + 6 + 7 + 8 + 9) / 5 = 7');
  expect(scores.inherent).toBe('7 × (1.5 × 1 × 1)^⅓ = 8');
  expect(scores.ratings[2]?.steps).toEqual(['reached from outside: 5 → 7']);
});

test('a capped score says what it was before', () => {
  expect(findingDetail(findingOf({}, 11.237), context).scores).toMatchObject({
    residual: '10.0',
    uncapped: '11.24',
  });
});

test('a settled finding shows what is in place, not what could be', () => {
  const control = { id: 'c', name: 'C', effect: 'prevents' as const, stops: true };
  const controls = [
    { ...control, id: 'a', status: 'implemented' as const },
    { ...control, id: 'b', status: 'absent' as const },
  ];
  expect(findingDetail(findingOf({ controls }), context).controls).toHaveLength(2);
  const settled = findingDetail(findingOf({ controls, state: 'mitigated' }), context);
  expect(settled.settled).toBe(true);
  expect(settled.controls.map((c) => c.id)).toEqual(['a']);
});

test.each([
  [['change@app'], 'Stands for 1 general threat'],
  [['cut@ask', 'cut@note'], 'Stands for 2 general threats on its flows or neighbours'],
  [['change@app', 'cut@ask'], 'Stands for 2 general threats, 1 of them on its flows or neighbours'],
])('it says for how much it stands: %s', (ids, said) => {
  const folds = ids.map((id) => ({ id, title: 'T', state: 'open' as const, stride: [] }));
  expect(findingDetail(findingOf({ folds }), context).standsFor).toBe(said);
});
