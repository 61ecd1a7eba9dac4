import { expect, test } from 'vitest';
import { graphOf } from './graph.ts';
import { parseModel } from './parse.ts';

const { model } = parseModel(
  'm.yaml',
  `wardbook: 1
name: A
description: B
zones:
  net: { name: Net, trust: 0 }
  cloud: { name: Cloud, trust: 4 }
  core: { name: Core, trust: 7, in: cloud }
data:
  d1: { name: D1, class: internal }
  d2: { name: D2, class: restricted }
elements:
  user: { type: external-entity, name: User, zone: net }
  api: { type: process, name: API, zone: cloud, processes: [d1] }
  db: { type: data-store, name: DB, zone: core }
  alone: { type: process, name: Alone, zone: core }
flows:
  f1: { from: user, to: api }
  f2: { from: api, to: db, carries: [d2] }
  f3: { from: db, to: api, carries: [d2] }
`,
  'm',
);
if (!model) throw new Error('the fixture does not parse');
const graph = graphOf(model);

test('zones from the inside out, trust of the innermost', () => {
  expect(graph.zonesOf('db').map((z) => z.id)).toEqual(['core', 'cloud']);
  expect(graph.trustOf('db')).toBe(7);
});

test('a flow crosses where its ends stand in different zones', () => {
  expect(model.flows.map((f) => graph.crosses(f))).toEqual([true, true, true]);
});

test('data of an element is what it lists and what its flows carry', () => {
  const api = graph.element('api');
  expect(api && graph.dataOf(api).map((d) => d.id)).toEqual(['d1', 'd2']);
});

test('the lowest trust that reaches an element, itself excluded', () => {
  expect(graph.lowestTrustReaching('db')).toBe(0);
  expect(graph.lowestTrustReaching('alone')).toBeUndefined();
  expect(graph.lowestTrustReaching('user')).toBeUndefined();
});

test('what data can flow to, circles included', () => {
  expect([...graph.reachableFrom(['api'])].sort()).toEqual(['api', 'db']);
});
