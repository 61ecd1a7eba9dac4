/** The page of attack paths: words for steps, reasons for what is empty. */
import { expect, test } from 'vitest';
import { attackPathsView } from './attack-paths.ts';
import { findingOf, KNOWN, modelOf, systemOf } from './testing.ts';

const BODY = `
zones:
  outside: { name: Outside, trust: 0 }
  inside: { name: Inside, trust: 5 }
data:
  rows: { name: Rows, class: restricted, kind: training-data }
elements:
  user: { type: external-entity, name: User, zone: outside }
  app: { type: process, kind: agent, name: App, zone: inside }
  lake: { type: data-store, name: Lake, zone: inside, stores: [rows] }
flows:
  ask: { from: user, to: app, name: question }
  keep: { from: app, to: lake }
`;
const MODEL = modelOf(BODY);
const spoil = findingOf({
  id: 'spoil@lake',
  target: { type: 'element', id: 'lake', name: 'Lake' },
  refs: [],
});

test('a path is told step by step, with flow, finding, technique and cost', () => {
  const { targets, entries, chokePoints, empty } = attackPathsView(
    systemOf([findingOf(), spoil], MODEL),
    KNOWN,
  );
  expect(empty).toBeUndefined();
  expect(entries).toMatchObject([{ name: 'User', why: 'stands in Outside, trust 0' }]);
  expect(targets).toMatchObject([
    {
      goal: 'Training data',
      target: { name: 'Lake', path: '/systems/chat/#element-lake' },
      why: 'keeps Rows',
      best: {
        route: 'User → App → Lake',
        cost: '9.0',
        steps: [
          {
            from: 'User',
            verb: 'sends to',
            to: 'App',
            flow: { detail: 'F1 question' },
            technique: { label: 'AML.T0051' },
          },
          { verb: 'writes to', to: 'Lake', finding: { path: '/systems/chat/threats/#spoil@lake' } },
        ],
      },
    },
  ]);
  expect(chokePoints).toEqual([]);
});

test('where nothing is open on the way it is ordinary use', () => {
  const [target] = attackPathsView(systemOf([spoil], MODEL), KNOWN).targets;
  expect(target?.best.steps.map((s) => s.finding?.id)).toEqual([undefined, 'spoil@lake']);
});

test.each([
  ['Nothing open leads', BODY],
  ['Nothing in the model is a target', BODY.replace(', stores: [rows]', '')],
  ['The model shows nobody outside', BODY.replace('external-entity', 'process')],
])('an empty page says why: %s', (reason, body) => {
  const view = attackPathsView(systemOf([], modelOf(body)), KNOWN);
  expect(view.empty).toContain(reason);
  expect(view.targets).toEqual([]);
});

test('a target that is not reached says why', () => {
  expect(attackPathsView(systemOf([], MODEL), KNOWN).safe).toMatchObject([
    { target: { name: 'Lake' }, reason: 'nothing open there does this harm' },
  ]);
  const cut = modelOf(BODY.replace('from: app, to: lake', 'from: user, to: user'));
  expect(attackPathsView(systemOf([spoil], cut), KNOWN).safe).toMatchObject([
    { reason: 'no way leads there from outside' },
  ]);
});
