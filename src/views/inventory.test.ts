/** The tables under the diagram. */
import { expect, test } from 'vitest';
import { inventoryOf } from './inventory.ts';
import { CHAT, findingOf, KNOWN } from './testing.ts';

const inventory = inventoryOf(CHAT, [findingOf()], KNOWN);

test('a flow says what it carries, whether it is protected, and which border it crosses', () => {
  expect(inventory.flows[0]).toMatchObject({
    number: 'F1',
    from: { name: 'User', path: '#element-user' },
    carries: [{ name: 'Prompts', personal: true }],
    encrypted: 'yes',
    authenticated: 'unstated',
    crosses: 'Outside → Inside',
  });
  expect(inventory.flows[1]).toMatchObject({ encrypted: 'unstated', authenticated: 'no' });
  expect(inventory.flows[1]).not.toHaveProperty('crosses');
});

test('an element has its kind, its controls with their status, its findings', () => {
  const app = inventory.elements[1];
  expect(app).toMatchObject({
    kind: { name: 'Agent', ai: true, path: '/components/agent/' },
    tally: { exposed: 1 },
  });
  expect(app?.controls.map((c) => [c.chip.label, c.status])).toEqual([
    ['sandboxing', 'in place'],
    ['human-approval', 'planned'],
  ]);
});

test('data says who holds it', () => {
  expect(inventory.data[0]).toMatchObject({
    held: [{ name: 'App' }, { name: 'Log' }],
    flows: 1,
    encrypted: 1,
  });
});

test('zones stand by trust', () => expect(inventory.zones.map((z) => z.trust)).toEqual([0, 5]));
