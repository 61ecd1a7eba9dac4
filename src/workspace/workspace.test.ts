import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { packageRoot, resolveToday } from './places.ts';
import { workspaceSession } from './session.ts';
import { loadWorkspace, modelIdOf } from './workspace.ts';

let workspace = '';
const root = packageRoot();
beforeEach(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'wardbook-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const MODEL = `wardbook: 1
name: A
description: B
zones: { app: { name: App, trust: 5 } }
elements:
  api: { type: process, kind: web-server, name: API, zone: app }
`;

async function write(name: string, text: string | Uint8Array): Promise<void> {
  const file = path.join(workspace, name);
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text);
}
const load = () => loadWorkspace({ root, workspace });
const problems = async () =>
  (await load()).diagnostics.map((d) => `${d.file}:${d.line}:${d.column} ${d.severity} ${d.message}`);

describe('models of a folder elsewhere', () => {
  test('both places of a model, with built-in content', async () => {
    await write('threat-models/one.yaml', MODEL);
    await write('threat-models/two/model.yaml', MODEL);
    await write('threat-models/two/evidence.yaml', 'not: a model');
    const { models, rules, diagnostics } = await load();
    expect(diagnostics).toEqual([]);
    expect(models.map((m) => m.id)).toEqual(['one', 'two']);
    expect(rules.length).toBeGreaterThan(100);
  });

  test('an empty workspace has no models and no problems', async () => {
    expect((await load()).models).toEqual([]);
    expect(await problems()).toEqual([]);
  });

  test('all problems of all files in one run', async () => {
    await write('threat-models/a.yaml', MODEL.replace('zone: app', 'zone: ap'));
    await write('threat-models/b.yaml', MODEL.replace('kind: web-server', 'kind: web-sever'));
    await write('threat-models/c.yaml', new Uint8Array([0xff, 0xfe]));
    await write('threat-models/d.yml', MODEL);
    await write('threat-models/e.yaml', '');
    expect(await problems()).toEqual([
      'threat-models/a.yaml:6:60 error elements.api.zone: there is no zone ap',
      'threat-models/b.yaml:6:25 error there is no kind web-sever',
      'threat-models/c.yaml:1:1 error the file is not UTF-8 text',
      'threat-models/d.yml:1:1 warning files named .yml are not read',
      'threat-models/e.yaml:1:1 error the file: nothing',
    ]);
  });

  test('two systems with one id', async () => {
    await write('threat-models/one.yaml', MODEL);
    await write('threat-models/two.yaml', `id: one\n${MODEL}`);
    expect(await problems()).toEqual([
      'threat-models/two.yaml:1:1 error the system id one is taken by threat-models/one.yaml',
    ]);
  });

  test('what a model names in the catalogue must exist', async () => {
    const more = `controls: [audit-loging]
threats: { t: { on: api, title: T, stride: [tampering], refs: ['atlas:AML.T0019'] } }
decisions:
  - { threat: proces-spoofing@api, do: accept, why: w, by: me }
  - { threat: process-spoofing@apu, do: accept, why: w, by: me }
chains:
  c: { name: C, steps: [{ technique: 'atlas:AML.T0051 (LLM Jailbreak)', on: api, what: w }, { technique: atlas:AML.T9999, on: api, what: w }] }
governance: { MEASURE 9.9: { answer: met } }
`;
    await write('threat-models/a.yaml', MODEL + more);
    const { diagnostics } = await load();
    expect(diagnostics.map((d) => [d.line, d.message, d.hint])).toEqual([
      [7, 'there is no control audit-loging', 'did you mean audit-logging?'],
      [8, 'atlas:AML.T0019 (Publish Poisoned Datasets) is retired', 'use atlas:AML.T0115.000'],
      [10, 'there is no rule or own threat proces-spoofing', 'did you mean process-spoofing?'],
      [11, 'there is no element or flow apu', 'did you mean api?'],
      [13, 'step 1: atlas:AML.T0051 is named LLM Prompt Injection, not LLM Jailbreak', undefined],
      [13, 'step 2: there is no atlas:AML.T9999', undefined],
      [14, 'NIST AI RMF 1.0 has no subcategory MEASURE 9.9', undefined],
    ]);
  });
});

test('an own threat with the name of a rule, and a finding that is decided twice', async () => {
  const more = `threats: { process-spoofing: { on: api, title: T, stride: [spoofing] } }
decisions:
  - { threat: process-tampering@api, do: accept, why: w, by: me, until: 2025-01-01 }
  - { threat: process-tampering@api, do: accept, why: w, by: me }
`;
  await write('threat-models/a.yaml', MODEL + more);
  expect(await problems()).toEqual([
    'threat-models/a.yaml:7:12 error the threat process-spoofing has the id of a rule',
    'threat-models/a.yaml:9:5 warning process-tampering@api is decided again below, and the last decision counts',
  ]);
});

describe('content of a workspace is laid over the built-in', () => {
  const RULE = `id: my-rule
title: Break {element}
summary: s
question: q
ai: false
stride: [tampering]
applies: { to: process, where: { kind: web-server } }
unless: { control: code-review }
dread: { damage: 5, reproducibility: 5, exploitability: 5, affected-users: 5, discoverability: 5 }
examples: { found: [{ name: n, model: {}, on: x }], clear: [{ name: n, model: {}, on: x }] }
`;

  test('a rule of its own', async () => {
    await write('content/rules/my-rule.yaml', RULE);
    const { rules, diagnostics } = await load();
    expect(diagnostics).toEqual([]);
    expect(rules.some((r) => r.id === 'my-rule')).toBe(true);
  });

  test('a file at the same path replaces the built-in one', async () => {
    await write(
      'content/rules/process-spoofing.yaml',
      RULE.replace('my-rule', 'process-spoofing').replace('[tampering]', '[spoofing]'),
    );
    const { rules } = await load();
    expect(rules.find((r) => r.id === 'process-spoofing')?.title).toBe('Break {element}');
  });

  test.each([
    [
      'a misspelt property',
      RULE.replace('kind: web-server', 'knd: web-server'),
      'content/rules/my-rule.yaml:7:34 error unknown key knd in applies.where',
    ],
    [
      'a property of another target',
      RULE.replace('kind: web-server', 'encrypted: false'),
      'content/rules/my-rule.yaml:7:34 error unknown key encrypted in applies.where',
    ],
    [
      'a kind that does not exist',
      RULE.replace('kind: web-server', 'kind: web-sever'),
      'content/rules/my-rule.yaml:7:40 error there is no kind web-sever',
    ],
    [
      'a control that does not exist',
      RULE.replace('code-review', 'code-revue'),
      'content/rules/my-rule.yaml:8:20 error there is no control code-revue',
    ],
    [
      'a control among the facts',
      RULE.replace('kind: web-server', 'control: code-review'),
      'content/rules/my-rule.yaml:7:43 error a control in applies.where',
    ],
    [
      'a reference with another name',
      `${RULE}refs: [atlas:AML.T0051 (LLM Jailbreak)]\n`,
      'content/rules/my-rule.yaml:11:8 error atlas:AML.T0051 is named LLM Prompt Injection, not LLM Jailbreak',
    ],
    [
      'refining a rule of another category',
      `${RULE}refines: [process-spoofing]\n`,
      'content/rules/my-rule.yaml:11:11 error my-rule refines process-spoofing but not its category spoofing',
    ],
    [
      'an id that is not the file’s name',
      RULE.replace('my-rule', 'your-rule'),
      "content/rules/my-rule.yaml:1:5 error the id your-rule differs from the file's name",
    ],
  ])('%s', async (_, text, expected) => {
    await write('content/rules/my-rule.yaml', text);
    expect(await problems()).toContain(expected);
  });
});

describe('a session keeps the last good state', () => {
  test('of a model that is broken now, and forgets one that is gone', async () => {
    const state = workspaceSession({ root, workspace });
    await write('threat-models/one.yaml', MODEL);
    await write('threat-models/two.yaml', MODEL);
    expect((await state()).models.map((m) => [m.id, m.name])).toEqual([
      ['one', 'A'],
      ['two', 'A'],
    ]);
    await write('threat-models/one.yaml', MODEL.replace('name: A', 'name: ['));
    await rm(path.join(workspace, 'threat-models/two.yaml'));
    await write('threat-models/three.yaml', MODEL.replace('name: A', 'name: C'));
    const broken = await state();
    expect(broken.models.map((m) => [m.id, m.name])).toEqual([
      ['one', 'A'],
      ['three', 'C'],
    ]);
    expect(broken.diagnostics.length).toBeGreaterThan(0);
    await write('threat-models/one.yaml', MODEL.replace('name: A', 'name: B'));
    const mended = await state();
    expect(mended.models.map((m) => [m.id, m.name])).toEqual([
      ['one', 'B'],
      ['three', 'C'],
    ]);
    expect(mended.diagnostics).toEqual([]);
  });
});

test.each([
  ['threat-models/one.yaml', 'one'],
  ['threat-models/My System.yaml', 'my-system'],
  ['threat-models/two/model.yaml', 'two'],
])('the id of %s is %s', (file, id) => expect(modelIdOf(file)).toBe(id));

test('today is an input', () => {
  expect(resolveToday('2026-02-28')).toBe('2026-02-28');
  for (const bad of ['2026-02-30', 'today', '2026-2-3']) expect(() => resolveToday(bad)).toThrow(RangeError);
});
