/** Chains of people against the model: order, way, and where they break. */
import { expect, test } from 'vitest';
import { chainWarnings, checkedChains } from './chains.ts';
import { knowledge, situationOf } from './fixtures.ts';

const chainOf = (steps: string, elements = '') =>
  situationOf(`
elements:
  user: { type: external-entity, name: User, zone: net }
  web: { type: process, kind: service, name: Web, zone: app, controls: [watch] }
  store: { type: data-store, kind: training-data-store, name: Store, zone: core, controls: [{ use: guard, status: partial }] }
  server: { type: process, kind: model-server, name: Server, zone: core, controls: [guard] }
  island: { type: process, kind: service, name: Island, zone: core }
${elements}
flows:
  ask: { from: user, to: web }
  write: { from: web, to: store }
  load: { from: store, to: server }
chains:
  c:
    name: C
    steps:
${steps}
`).model;
const step = (technique: string, on: string, rest = '') =>
  `      - { technique: atlas:${technique}, on: ${on}, what: It happens.${rest} }`;

test('a chain breaks at the first preventive control in place, and is seen at the first detective one', () => {
  const model = chainOf(
    [
      step('AML.T0049', 'ask', ', detected: [watch]'),
      step('AML.T0020', 'store', ', prevented: [guard]'),
      step('AML.T0029', 'server', ', prevented: [limit, guard]'),
    ].join('\n'),
  );
  const [chain] = checkedChains(model, knowledge);
  expect(chain).toMatchObject({ breaksAt: 3, seenAt: 1 });
  expect(chain?.steps.map((s) => s.prevented.map((c) => c.status))).toEqual([
    [],
    ['partial'],
    ['absent', 'implemented'],
  ]);
  // A control of what receives the flow counts at the flow.
  expect(chain?.steps[0]?.detected).toEqual([
    { id: 'watch', status: 'implemented', from: 'this element', elsewhere: [] },
  ]);
  expect(chain?.steps.map((s) => s.tactic)).toEqual([
    'atlas:AML.TA0004',
    'atlas:AML.TA0006',
    'atlas:AML.TA0011',
  ]);
});

test('a control that is in place only elsewhere does not break the chain, but is said', () => {
  const model = chainOf(
    [step('AML.T0049', 'web', ', prevented: [guard]'), step('AML.T0049', 'web')].join('\n'),
  );
  const [chain] = checkedChains(model, knowledge);
  expect(chain?.breaksAt).toBeUndefined();
  expect(chain?.steps[0]?.prevented).toEqual([{ id: 'guard', status: 'absent', elsewhere: ['server'] }]);
});

test('the way from step to step: next to it, through others, from outside again, or none', () => {
  const model = chainOf(
    ['user', 'web', 'server', 'ask', 'island'].map((on) => step('AML.T0049', on)).join('\n'),
  );
  expect(checkedChains(model, knowledge)[0]?.steps.map((s) => s.way)).toEqual([
    { by: 'start' },
    { by: 'next' },
    { by: 'through', elements: ['store'] },
    { by: 'start' },
    { by: 'none' },
  ]);
  expect(chainWarnings(model, knowledge).map((d) => [d.severity, d.message])).toEqual([
    ['warning', 'chain c, step 5: no flow leads from ask to Island'],
  ]);
});

test('falling back in the matrix is remarked; preparing may happen at any time', () => {
  const model = chainOf(
    [
      step('AML.T0020', 'store'),
      step('AML.T0003', 'web'),
      step('AML.T0029', 'server'),
      step('AML.T0049', 'web'),
    ].join('\n'),
  );
  expect(checkedChains(model, knowledge)[0]?.steps.map((s) => s.back)).toEqual([false, false, false, true]);
});
