/** OWASP lists: what applies, why not, and what hangs on an item. */
import { describe, expect, test } from 'vitest';
import { assessed } from './testing.ts';

const INJECT =
  '{ id: inject, applies: { to: process, where: { kind: llm-application } }, unless: { control: guard }, controls: [guard, vet], refs: ["owasp-llm:LLM01:2026 (Prompt Injection)", "owasp-agentic:ASI01"], verify: [{ tool: probe, use: inject }, { manual: Try it. }] }';
const VECTORS =
  '{ id: vectors, applies: { to: data-store, where: { kind: vector-store } }, refs: ["owasp-llm:LLM07:2025 (Leakage)"] }';
const BOT =
  'elements:\n  bot: { type: process, kind: llm-application, name: Bot, zone: app, controls: [{ use: vet, status: partial }] }\n';

const list = (yaml: string, rules: string[], id: string) => {
  const found = assessed(yaml, rules).lists.find((l) => l.id === id);
  if (!found) throw new Error(id);
  return { ...found, item: (item: string) => found.items.find((i) => i.id === item) };
};

describe('a system with an LLM', () => {
  const llm = list(BOT, [INJECT, VECTORS], 'owasp-llm-2026');

  test('the list applies and says by which elements', () => {
    expect(llm).toMatchObject({ applies: true, why: expect.stringContaining('Bot') });
    expect(Object.values(llm.totals).reduce((a, b) => a + b)).toBe(llm.items.length);
  });

  test('an item with an open finding is rated and names controls and tests', () => {
    expect(llm.item('LLM01:2026')).toMatchObject({
      standing: 'open',
      findings: ['inject@bot'],
      controls: [{ id: 'vet', status: 'partial', where: ['Bot'] }],
      missing: [
        { id: 'guard', status: 'absent', helps: 1, stops: 1 },
        { id: 'vet', status: 'partial', helps: 1, stops: 0 },
      ],
    });
  });

  test('a check that a finding names is not named twice, and defences are no tests', () => {
    expect(llm.item('LLM01:2026')?.tests).toEqual([
      { basis: 'finding', tool: 'probe', use: 'inject' },
      { basis: 'finding', manual: 'Try it.' },
    ]);
  });

  test('an item does not apply where no element is of the kinds its rules speak about', () => {
    expect(llm.item('LLM02:2026')).toMatchObject({
      standing: 'not-applicable',
      former: [{ id: 'LLM07:2025' }],
      reason: expect.stringContaining('Vector-store'),
    });
  });

  test('no rule is not the same as no finding', () => {
    expect(llm.item('LLM03:2026')?.standing).toBe('no-rule');
  });

  test('a finding that cites the older edition counts for the newer one', () => {
    const store =
      'elements:\n  v: { type: data-store, kind: vector-store, name: V, zone: app }\n  b: { type: process, kind: llm-application, name: B, zone: app }\n';
    expect(list(store, [VECTORS], 'owasp-llm-2026').item('LLM02:2026')?.findings).toEqual(['vectors@v']);
  });

  test('the kind is there and a fact rules it out: nothing found', () => {
    const rule =
      '{ id: r, applies: { to: process, where: { kind: llm-application, autonomous: true } }, refs: ["owasp-llm:LLM03:2026"] }';
    const bot =
      'elements:\n  b: { type: process, kind: llm-application, name: B, zone: app, autonomous: false }\n';
    expect(list(bot, [rule], 'owasp-llm-2026').item('LLM03:2026')?.standing).toBe('clear');
  });
});

describe('a system without an LLM', () => {
  const model =
    'platform: predictive\nelements:\n  m: { type: process, kind: model-server, name: M, zone: app }\n';
  const ANY = '{ id: any, applies: { to: process }, refs: ["owasp-llm:LLM01:2026", "owasp-ml:ML01:2023"] }';

  test('the LLM list does not apply, and says so although a finding cites it', () => {
    const llm = list(model, [ANY], 'owasp-llm-2026');
    expect(llm).toMatchObject({ applies: false, why: expect.stringContaining('platform is predictive') });
    expect(llm.item('LLM01:2026')).toMatchObject({
      standing: 'not-applicable',
      findings: [],
      reason: expect.stringContaining('1 finding in the register'),
    });
  });

  test('the machine-learning list does', () => {
    expect(list(model, [ANY], 'owasp-ml-2023').item('ML01:2023')?.findings).toEqual(['any@m']);
  });
});
