import { describe, expect, test } from 'vitest';
import { analysisOf, statesOf } from '../fixtures.ts';

const elements = (rest: string) =>
  `elements:\n  user: { type: external-entity, name: User, zone: net }\n  api: { type: process, kind: llm-server, name: API, zone: app${rest} }\nflows:\n  f1: { from: user, to: api }\n`;
const stateOn = (yaml: string, where: string, to = 'process') =>
  statesOf(analysisOf(yaml, [`{ id: r, applies: { to: ${to}, where: ${where} } }`]))[0] ?? 'silent';

describe('conditions on elements', () => {
  test.each([
    ['kind, itself', '{ kind: llm-server }', 'r@api: open'],
    ['kind, inherited', '{ kind: server }', 'r@api: open'],
    ['kind, one of', '{ kind: [feature-store, model-server] }', 'r@api: open'],
    ['kind, other', '{ not: { kind: server } }', 'silent'],
    ['trust of its zone', '{ trust-below: 6, trust-at-least: 5 }', 'r@api: open'],
    ['trust too low', '{ trust-at-least: 6 }', 'silent'],
    ['unstated fact asks', '{ autonomous: true }', 'r@api: asked'],
    ['unstated fact is not false', '{ autonomous: false }', 'r@api: asked'],
    ['fact of its kind', '{ returns-scores: true }', 'r@api: open'],
    ['fact of its kind, contradicted', '{ returns-scores: false }', 'silent'],
    ['all: a no beats an unknown', '{ all: [{ autonomous: true }, { kind: feature-store }] }', 'silent'],
    ['any: a yes beats an unknown', '{ any: [{ autonomous: true }, { kind: server }] }', 'r@api: open'],
    ['any: unknown beats no', '{ any: [{ autonomous: true }, { kind: feature-store }] }', 'r@api: asked'],
    ['not of unknown is unknown', '{ not: { autonomous: true } }', 'r@api: asked'],
    [
      'receives a flow from less trust',
      '{ receives: { crosses: true, from: { trust-below: 3 } } }',
      'r@api: open',
    ],
    ['receives: unstated fact of the flow asks', '{ receives: { encrypted: false } }', 'r@api: asked'],
    ['sends nothing', '{ sends: { crosses: true } }', 'silent'],
    ['reachable from less trust', '{ reachable-from: { trust-below: 3 } }', 'r@api: open'],
    ['reachable from a kind', '{ reachable-from: { kind: server } }', 'silent'],
    ['holds what its kind typically holds', '{ holds: { kind: model-weights } }', 'r@api: open'],
    ['holds: class of data that is not listed asks', '{ holds: { class: restricted } }', 'r@api: asked'],
  ])('%s', (_, where, expected) => expect(stateOn(elements(''), where)).toBe(expected));

  test('a stated fact overrides that of the kind', () => {
    expect(stateOn(elements(', returns-scores: false'), '{ returns-scores: true }')).toBe('silent');
  });

  test('a kind condition says nothing about an element without a kind', () => {
    expect(stateOn(elements('').replace('kind: llm-server, ', ''), '{ kind: server }')).toBe('silent');
  });
});

describe('conditions on data', () => {
  const withData = (data: string) => `data:\n  d: { name: D, ${data} }\n${elements(', processes: [d]')}`;
  test.each([
    ['class: restricted', '{ processes: { class: restricted } }', 'r@api: open'],
    ['class: internal', '{ processes: { class-at-least: confidential } }', 'silent'],
    ['class: restricted', '{ processes: { class-at-least: confidential } }', 'r@api: open'],
    ['class: internal', '{ processes: { personal: true } }', 'r@api: asked'],
    ['class: internal, personal: false', '{ processes: { personal: true } }', 'silent'],
    [
      'class: internal, kind: prompts, personal: true',
      '{ holds: { kind: prompts, personal: true } }',
      'r@api: open',
    ],
  ])('%s with %s', (data, where, expected) => expect(stateOn(withData(data), where)).toBe(expected));
});

describe('conditions on flows', () => {
  const flow = (rest: string) => elements('').replace('to: api }', `to: api${rest} }`);
  test.each([
    ['', '{ into-higher-trust: true }', 'r@f1: open'],
    ['', '{ into-higher-trust: false }', 'silent'],
    [', encrypted: false', '{ encrypted: false }', 'r@f1: open'],
    [', encrypted: true', '{ encrypted: false }', 'silent'],
    ['', '{ encrypted: false }', 'r@f1: asked'],
    ['', '{ from: { type: external-entity }, to: { kind: server } }', 'r@f1: open'],
  ])('flow%s with %s', (rest, where, expected) => {
    expect(stateOn(flow(rest), where, 'flow')).toBe(expected);
    expect(stateOn(flow(rest), where, 'crossing')).toBe(expected);
  });

  test('a crossing rule is silent inside one zone', () => {
    expect(
      stateOn(elements('').replace('zone: net', 'zone: app'), '{ into-higher-trust: false }', 'crossing'),
    ).toBe('silent');
  });
});

test('a finding shows only the facts that decided', () => {
  const { findings } = analysisOf(elements(', autonomous: true'), [
    '{ id: r, applies: { to: process, where: { any: [{ kind: feature-store }, { autonomous: true }] } } }',
  ]);
  expect(findings[0]?.because).toEqual([{ text: 'API: autonomous is true', basis: 'stated', at: [10, 65] }]);
});

test('a question names what to state, and where', () => {
  const { findings } = analysisOf(elements(''), [
    '{ id: r, applies: { to: process, where: { autonomous: true } } }',
  ]);
  expect(findings[0]?.questions).toEqual([
    {
      text: 'API: does it act without a person approving each action?',
      about: 'autonomous of api',
      at: [10, 3],
    },
  ]);
});
