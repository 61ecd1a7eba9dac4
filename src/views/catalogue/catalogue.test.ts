/** Pages of rules, controls and kinds. */

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { CHANGE, ruleOf, SITE, STEER } from '../knowledge-testing.ts';
import { controlRow } from './control-line.ts';
import { controlPage } from './control-page.ts';
import { exampleYaml } from './examples.ts';
import { componentPage } from './kind-page.ts';
import { kindTree } from './kind-tree.ts';
import { ruleList } from './rule-list.ts';
import { rulePage } from './rule-page.ts';
import { ruleTitle } from './rule-title.ts';

const controlOf = (id: string) => {
  const control = SITE.knowledge.control(id);
  if (!control) throw new Error(id);
  return control;
};
const kindOf = (id: string) => {
  const kind = SITE.knowledge.component(id);
  if (!kind) throw new Error(id);
  return kind;
};

test('a title speaks about what the rule applies to', () => {
  expect(ruleTitle(STEER, SITE.knowledge)).toBe('Somebody steers an agent');
  expect(ruleTitle(CHANGE, SITE.knowledge)).toBe('Change a process');
  const flow = ruleOf({ id: 'f', title: '{from} hands data to {to}', applies: { to: 'flow' } });
  expect(ruleTitle(flow, SITE.knowledge)).toBe('A sender hands data to a receiver');
});

test('a rule parts what stops it from what helps, and knows what it takes the place of', () => {
  const page = rulePage(STEER, SITE);
  expect(page.stops.map((c) => c.id)).toEqual(['human-approval', 'sandboxing']);
  expect(page.helps.map((c) => c.id)).toEqual(['red-teaming']);
  expect(page.refines.map((r) => r.id)).toEqual(['change']);
  expect(rulePage(CHANGE, SITE).refinedBy.map((r) => r.id)).toEqual(['steer']);
});

test('a rule says what it is listed under', () => {
  const on = (place: string) => ({ rule: 'change', on: place });
  const flow = ruleOf({ id: 'f', applies: { to: 'flow' }, 'folds-into': [on('to'), on('from')] });
  expect(rulePage(flow, SITE).listedUnder).toBe(
    'Listed under “Change a process” on the receiver, or else on the sender, where that is at least as unresolved.',
  );
  expect(rulePage(CHANGE, SITE)).not.toHaveProperty('listedUnder');
});

test('a rule’s own score is written out', () => {
  expect(rulePage(STEER, SITE).score).toMatchObject({
    base: '(8 + 6 + 7 + 5 + 4) / 5 = 6',
    inherentShown: '6.0',
  });
});

test('the catalogue counts rules and open findings by target and category', () => {
  const { rows, rules } = ruleList(SITE);
  const cell = rows.find((r) => r.label === 'process')?.cells.find((c) => c.category === 'tampering');
  expect(cell).toMatchObject({ rules: 2, tally: { exposed: 1, total: 2 } });
  expect(rules.map((r) => r.id)).toEqual(['steer', 'change']);
});

test('examples are short YAML that says the same', () => {
  const model = { zones: { net: { name: 'Internet', trust: 0 } }, flows: { f: { from: 'a', to: 'b' } } };
  const text = exampleYaml(model);
  expect(text).toContain('  net: { name: Internet, trust: 0 }');
  expect(parse(text)).toEqual(model);
});

test('a control knows its rules in both ways and where it is declared', () => {
  const page = controlPage(controlOf('human-approval'), SITE);
  expect(page.stops.map((r) => r.id)).toEqual(['steer']);
  expect(page.inPlace[0]?.uses[0]).toMatchObject({
    on: 'App',
    status: 'planned',
    path: '/systems/chat/#element-app',
  });
  expect(controlPage(controlOf('red-teaming'), SITE).helps.map((r) => r.id)).toEqual(['steer']);
  expect(controlRow(controlOf('red-teaming'), SITE).systems).toEqual([{ status: 'partial', count: 1 }]);
});

test('a kind has its place in the tree, and what its parents imply', () => {
  const [processes] = kindTree(SITE).columns;
  expect(processes?.roots.map((n) => [n.name, n.children.map((c) => [c.name, c.used])])).toEqual([
    [
      'Service',
      [
        ['Agent', 1],
        ['Web application', 0],
      ],
    ],
  ]);
  const page = componentPage(kindOf('agent'), SITE);
  expect(page.facts).toEqual([
    {
      text: 'Has each action approved by a person',
      from: { label: 'Service', path: '/components/service/' },
    },
  ]);
  expect(page.rules.own.map((r) => r.id)).toEqual(['steer']);
  expect(page.elements.map((e) => e.name)).toEqual(['App']);
  expect(componentPage(kindOf('web-app'), SITE).rules).toEqual({ own: [], inherited: [] });
});
