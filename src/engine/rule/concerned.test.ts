/** Rules that are not tried on a target would have had nothing to say about it. */
import { expect, test } from 'vitest';
import { indexKnowledge } from '../../knowledge/knowledge.ts';
import { graphOf } from '../../model/graph.ts';
import { workspacePlaces } from '../../workspace/places.ts';
import { loadWorkspace } from '../../workspace/workspace.ts';
import { contextOf } from '../condition/context.ts';
import { type ElementShape, staticElement, staticFlow } from '../condition/static.ts';
import { compileCatalogue } from './catalogue.ts';
import { concernedBy } from './concerned.ts';

const loaded = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(loaded.knowledge);
const catalogue = compileCatalogue(loaded.rules);

test.each(loaded.models.map((model) => [model.id, model] as const))('%s', (_, model) => {
  const context = contextOf(graphOf(model), knowledge);
  const concerned = concernedBy(context, catalogue);
  const wrong: string[] = [];
  let spared = 0;
  for (const element of model.elements) {
    const tried = new Set(concerned.element(element));
    for (const rule of catalogue.forElements)
      if (!tried.has(rule) && ++spared && rule.applies(context, element) !== 'no')
        wrong.push(`${rule.rule.id}@${element.id}`);
  }
  for (const flow of model.flows) {
    const tried = new Set(concerned.flow(flow));
    for (const rule of catalogue.forFlows)
      if (!tried.has(rule) && ++spared && rule.applies(context, flow) !== 'no')
        wrong.push(`${rule.rule.id}@${flow.id}`);
  }
  expect(wrong).toEqual([]);
  expect(spared).toBeGreaterThan(model.elements.length * 50);
});

const SERVER: ElementShape = { type: 'process', kinds: ['llm-server', 'model-server'] };

test.each([
  [{ type: 'process' }, 'yes'],
  [{ type: 'data-store' }, 'no'],
  [{ kind: ['agent', 'model-server'] }, 'yes'],
  [{ kind: 'agent', autonomous: true }, 'no'],
  [{ kind: 'model-server', autonomous: true }, 'unknown'],
  [{ not: { kind: 'model-server' } }, 'no'],
  [{ not: { kind: 'model-server', autonomous: true } }, 'unknown'],
  [{ any: [{ kind: 'agent' }, { type: 'data-store' }] }, 'no'],
  [{ any: [{ kind: 'agent' }, { autonomous: true }] }, 'unknown'],
  [{ all: [{ kind: 'agent' }, { autonomous: true }] }, 'no'],
])('of an element, %j: %s', (condition, answer) => expect(staticElement(condition, SERVER)).toBe(answer));

test.each([
  [{ crosses: true }, 'yes'],
  [{ crosses: false, encrypted: false }, 'no'],
  [{ to: { type: 'process' }, encrypted: false }, 'unknown'],
  [{ from: { type: 'process' } }, 'no'],
  [{ not: { from: { type: 'process' } } }, 'yes'],
])('of a flow, %j: %s', (condition, answer) =>
  expect(staticFlow(condition, { crosses: true, from: undefined, to: SERVER })).toBe(answer),
);
