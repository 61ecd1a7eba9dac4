/** Chains of people as a page shows them. */
import { expect, test } from 'vitest';
import { chainsOf } from './chains.ts';
import { KNOWN, modelOf } from './testing.ts';

const MODEL = modelOf(`
zones: { z: { name: Z, trust: 1 } }
elements:
  a: { type: process, name: A, zone: z }
  b: { type: process, name: B, zone: z, controls: [human-approval] }
flows: { f: { from: a, to: b, name: Ask } }
chains:
  theft:
    name: Theft
    goal: Money
    steps:
      - { technique: 'atlas:AML.T0051', on: a, what: Injects., prevented: [human-approval] }
      - { technique: 'atlas:AML.T9999', on: f, what: Takes., prevented: [human-approval] }
`);

test('steps name techniques, places and the status of controls; the verdict says where it breaks', () => {
  const [chain] = chainsOf(MODEL, KNOWN);
  expect(chain).toMatchObject({
    anchor: 'chain-theft',
    goal: 'Money',
    unbroken: false,
    verdict: 'It breaks at step 2: Human approval in place. Nothing in place would show it.',
  });
  expect(chain?.steps).toMatchObject([
    {
      technique: { label: 'AML.T0051', name: 'LLM Prompt Injection' },
      target: { name: 'A', path: '/systems/chat/#element-a' },
      prevented: [{ name: 'Human approval', status: 'absent', statusLabel: 'not there, but on B' }],
      breaks: false,
    },
    { target: { name: 'A → B' }, prevented: [{ statusLabel: 'in place' }], breaks: true, remarks: [] },
  ]);
  expect(chain?.steps[1]?.technique).not.toHaveProperty('name');
});
