/** Rules in words: what a reader would say aloud, with links to kinds and controls. */
import { expect, test } from 'vitest';
import type { Rule } from '../../engine/rule/schema.ts';
import { ruleOf, SITE } from '../knowledge-testing.ts';
import { type Clause, textOf } from './phrase.ts';
import { ruleInWords } from './rule-words.ts';

const lines = (clauses: readonly Clause[], depth = 0): string[] =>
  clauses.flatMap((c) => [`${'  '.repeat(depth)}${textOf(c.words)}`, ...lines(c.items ?? [], depth + 1)]);
const applies = (rule: Rule) => lines(ruleInWords(rule, SITE.knowledge).applies.clauses);
const stops = (rule: Rule) => lines(ruleInWords(rule, SITE.knowledge).stops.clauses);
const where = (condition: object, to = 'process') =>
  applies(ruleOf({ id: 'r', applies: { to, where: condition } }));

test('each key is a line; kinds go by their name', () => {
  expect(where({ kind: ['agent', 'web-app'], 'trust-below': 3, autonomous: true })).toEqual([
    'is of kind agent or web application',
    'stands in a zone of trust below 3',
    'acts without a person approving each action',
  ]);
});

test('kinds and controls link to their pages', () => {
  const { clauses } = ruleInWords(
    ruleOf({ id: 'r', applies: { to: 'process', where: { kind: 'agent' } } }),
    SITE.knowledge,
  ).applies;
  expect(clauses[0]?.words).toContainEqual({ text: 'agent', path: '/components/agent/' });
});

test('not turns a phrase round, also a group of them', () => {
  expect(where({ not: { kind: 'agent' } })).toEqual(['is not of kind agent']);
  expect(where({ not: { kind: 'agent', autonomous: true } })).toEqual([
    'either is not of kind agent or has each action approved by a person',
  ]);
});

test('a long choice is a list under its line', () => {
  const branch = { kind: 'agent', 'reachable-from': { type: 'external-entity', 'trust-below': 5 } };
  expect(where({ any: [branch, { autonomous: true }] })).toEqual([
    'meets at least one of these:',
    '  is of kind agent and can be reached by data from an external entity in a zone of trust below 5',
    '  acts without a person approving each action',
  ]);
});

test('flows name their ends and what they carry', () => {
  const condition = {
    from: { type: 'external-entity' },
    to: { kind: 'agent' },
    carries: { personal: true },
    encrypted: false,
  };
  expect(where(condition, 'flow')).toEqual([
    'is not encrypted in transit',
    'comes from an external entity',
    'goes to an element of kind agent',
    'carries personal data',
  ]);
});

test('a flow of which only the other end counts is data from there', () => {
  expect(where({ receives: { from: { kind: 'agent' } } })).toEqual([
    'receives data from an element of kind agent',
  ]);
  expect(where({ sends: { authenticated: false } })).toEqual([
    'sends a flow that does not have its sender authenticated',
  ]);
});

test('data go by kind, sensitivity and class', () => {
  const data = { kind: ['prompts', 'outputs'], personal: true, 'class-at-least': 'confidential' };
  expect(where({ holds: data })).toEqual([
    'stores or works on prompts or outputs that are personal and classed confidential or higher',
  ]);
});

test('what stops a rule names controls by their state', () => {
  const rule = ruleOf({
    id: 'r',
    unless: { any: [{ 'any-control': ['human-approval', 'sandboxing'] }, { control: 'red-teaming' }] },
  });
  expect(stops(rule)).toEqual([
    'has at least one of human approval or sandboxing in place',
    'has AI red teaming in place',
  ]);
});

test('a rule for all, and one that nothing stops', () => {
  const words = ruleInWords(ruleOf({ id: 'r', applies: { to: 'data-store' } }), SITE.knowledge);
  expect(words.applies.lead).toBe('Every data store.');
  expect(words.stops.lead).toContain('only a decision');
});
