import { describe, expect, test } from 'vitest';
import { parseModel } from './parse.ts';

const good = `wardbook: 1
name: A
description: B
zones:
  net: { name: Net, trust: 0 }
  app: { name: App, trust: 5 }
elements:
  user: { type: external-entity, name: User, zone: net }
  api: { type: process, name: API, zone: app }
flows:
  f1: { from: user, to: api, encrypted: true }
`;

const problemsOf = (text: string) =>
  parseModel('m.yaml', text, 'm').diagnostics.map((d) => ({
    at: `${d.line}:${d.column}`,
    message: d.message,
    expected: d.expected,
    hint: d.hint,
  }));

test('a good file is a model with ids, places and unstated facts left out', () => {
  const { model, diagnostics } = parseModel('m.yaml', good, 'fallback');
  expect(diagnostics).toEqual([]);
  expect(model?.id).toBe('fallback');
  const flow = model?.flows[0];
  expect(flow).toMatchObject({ id: 'f1', from: 'user', to: 'api', encrypted: true });
  expect(flow && 'authenticated' in flow).toBe(false);
  expect(flow?.places['encrypted']).toEqual([11, 30]);
});

describe('each mistake has its place, what was expected and a hint', () => {
  test.each([
    [
      'unknown key',
      good.replace('encrypted: true', 'encripted: true'),
      { at: '11:30', message: 'unknown key encripted in flows.f1', hint: 'did you mean encrypted?' },
    ],
    [
      'dangling element',
      good.replace('to: api', 'to: apy'),
      { at: '11:25', message: 'flows.f1.to: there is no element apy', hint: 'did you mean api?' },
    ],
    [
      'dangling zone',
      good.replace('zone: app', 'zone: apps'),
      { at: '9:42', message: 'elements.api.zone: there is no zone apps', hint: 'did you mean app?' },
    ],
    [
      'wrong type',
      good.replace('trust: 5', 'trust: high'),
      { at: '6:28', message: 'zones.app.trust: found "high"', expected: 'a number' },
    ],
    [
      'wrong word',
      good.replace('type: process', 'type: proces'),
      { at: '9:16', message: 'elements.api.type: found "proces"', hint: 'did you mean process?' },
    ],
    [
      'bad CVSS vector',
      `${good}threats:\n  t: { on: api, title: T, stride: [tampering], cvss: 'CVSS:4.0/AV:Q' }\n`,
      { at: '13:54', message: 'threats.t.cvss: found "CVSS:4.0/AV:Q"', expected: 'AV as one of N, A, L, P' },
    ],
    [
      'likelihood that is no class',
      `${good}threats:\n  t: { on: api, title: T, stride: [tampering], likelihood: likly }\n`,
      { at: '13:60', message: 'threats.t.likelihood: found "likly"', hint: 'did you mean likely?' },
    ],
    [
      'negative value',
      `value: -1\n${good}`,
      { at: '1:8', message: 'value: found -1', expected: 'an amount of money, 0 or more' },
    ],
    [
      'missing key',
      good.replace('name: API, ', ''),
      { at: '9:3', message: 'elements.api has no name', expected: 'a text' },
    ],
    [
      'three-valued fact as a word',
      good.replace('encrypted: true', 'encrypted: maybe'),
      { at: '11:41', message: 'flows.f1.encrypted: found "maybe"', expected: 'true or false' },
    ],
    ['bad id', good.replace('  f1:', '  F 1:'), { at: '11:3', message: 'flows.F 1: bad name' }],
    [
      'bad date',
      `${good}reviewed: 2026-02-30\n`,
      { at: '12:11', message: 'reviewed: found "2026-02-30"', expected: 'a date as YYYY-MM-DD' },
    ],
    [
      'format of the future',
      good.replace('wardbook: 1', 'wardbook: 2'),
      { at: '1:11', message: 'wardbook: found 2', expected: '1' },
    ],
    ['empty file', '', { at: '1:1', message: 'the file: nothing' }],
    ['a list', '- a', { at: '1:1', message: 'the file: found a list of 1' }],
    ['only text', 'hello', { at: '1:1', message: 'the file: found "hello"' }],
    [
      'a zone in itself',
      good.replace('trust: 5 }', 'trust: 5, in: app }'),
      { message: 'the zone app stands inside itself' },
    ],
    [
      'a flow named like an element',
      good.replace('  f1:', '  api:'),
      { message: 'the id api names a flow and an element' },
    ],
    [
      'a control without use',
      good.replace('zone: app }', 'zone: app, controls: [{ status: planned }] }'),
      { message: 'elements.api.controls.0 has no use' },
    ],
    [
      'a control with a wrong status',
      good.replace('zone: app }', 'zone: app, controls: [{ use: a, status: done }] }'),
      { message: 'elements.api.controls.0.status: found "done"' },
    ],
    [
      'constructor as an element',
      good.replace('to: api', 'to: constructor'),
      { message: 'flows.f1.to: there is no element constructor' },
    ],
  ])('%s', (_, text, expected) => {
    expect(problemsOf(text)[0]).toMatchObject(expected);
  });
});

test('all mistakes of a file come in one run', () => {
  const text = good
    .replace('encrypted: true', 'encripted: true')
    .replace('trust: 5', 'trust: high')
    .replace('type: process', 'type: proces');
  expect(problemsOf(text)).toHaveLength(3);
});

test('hostile names stay text', () => {
  const name = '<img src=x onerror=alert(1)>';
  expect(
    parseModel('m.yaml', good.replace('name: API', `name: "${name}"`), 'm').model?.elements[1]?.name,
  ).toBe(name);
});
