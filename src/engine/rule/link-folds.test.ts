/** What may fold under what, checked when rules are loaded. */
import { expect, test } from 'vitest';
import { readYaml } from '../../source/yaml.ts';
import { rule } from '../fixtures.ts';
import { foldProblems } from './link-folds.ts';

const OWNER = '{ id: owner, applies: { to: process }, unless: { control: guard } }';
const flow = (folds: string, more = '') =>
  `{ id: general, applies: { to: flow }, unless: { to: { control: guard } }, folds-into: [${folds}]${more} }`;

const messages = (about: string, others: readonly string[]): string[] => {
  const value = rule(about);
  const rules = new Map([value, ...others.map(rule)].map((r) => [r.id, r]));
  return foldProblems({ value, source: readYaml('rule.yaml', about) }, rules).map((p) => p.message);
};

test.each<[what: string, about: string, others: string[], expected: string[]]>([
  ['all is right', flow('{ rule: owner, on: to }'), [OWNER], []],
  ['a rule that is not there', flow('{ rule: ownr, on: to }'), [OWNER], ['there is no rule ownr']],
  [
    'a rule on something else',
    flow('{ rule: owner, on: here }'),
    [OWNER],
    ['owner speaks about elements, not about flows'],
  ],
  [
    'a category that would be lost',
    flow('{ rule: owner, on: to }', ', stride: [spoofing, tampering]'),
    [OWNER],
    ['general folds into owner, which does not cover its category spoofing'],
  ],
  [
    'another remedy',
    flow('{ rule: owner, on: to }'),
    [OWNER.replace('guard', 'limit')],
    ['no control stops both general and owner'],
  ],
  [
    'on the same target one remedy is enough',
    flow('{ rule: owner, on: here }', ', stride: [spoofing]'),
    ['{ id: owner, applies: { to: flow }, unless: { control: guard } }'],
    [],
  ],
  [
    'or one category',
    flow('{ rule: owner, on: here }'),
    ['{ id: owner, applies: { to: crossing }, unless: { control: limit } }'],
    [],
  ],
  ['a circle of one', flow('{ rule: general, on: here }'), [], ['general and general fold into each other']],
  [
    'a circle that goes over `refines`',
    flow('{ rule: owner, on: here }', ', refines: [middle]'),
    [
      '{ id: owner, applies: { to: flow }, unless: { control: guard }, folds-into: [{ rule: middle, on: here }] }',
      '{ id: middle, applies: { to: flow }, unless: { control: guard } }',
    ],
    ['general and middle refine each other', 'general and owner fold into each other'],
  ],
])('%s', (_, about, others, expected) => expect(messages(about, others)).toEqual(expected));
