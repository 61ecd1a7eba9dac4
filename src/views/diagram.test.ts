/** What the page adds to the picture. */
import { expect, test } from 'vitest';
import { diagramHooks } from './diagram.ts';
import { CHAT, findingOf, KNOWN } from './testing.ts';

const hooks = diagramHooks(CHAT, [findingOf({ severity: 'critical' }), findingOf({ id: 'b@app' })], KNOWN);

test('an element leads to its row, with the worst open finding as a mark', () => {
  expect(hooks.linkOf?.('app')).toBe('#element-app');
  expect(hooks.badgeOf?.('app')).toEqual({ text: '◆ 2', classes: ['critical'] });
  expect(hooks.nameOf?.('app')).toBe('App, 2 open findings, worst critical');
  expect(hooks.classesOf?.('app')).toEqual(['ai']);
});

test('what has no finding has no mark', () => {
  expect(hooks.badgeOf?.('log')).toBeUndefined();
  expect(hooks.nameOf?.('log')).toBe('Log');
  expect(hooks.flowClassesOf?.('ask')).toEqual([]);
});

test('the spoken name of a flow begins with its label in the picture', () => {
  expect(hooks.flowNameOf?.('ask')).toBe('F1 question, User → App');
});
