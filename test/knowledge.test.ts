/** The built-in knowledge base is whole: as many entries as the sources have, each with what its kind promises, and no dead end. */
import { describe, expect, test } from 'vitest';
import { linksOf } from '../src/knowledge/links.ts';
import type { FactKind } from '../src/knowledge/schema/fact.ts';
import { controlsOf } from '../src/views/entry/evidence.ts';
import { usesOf } from '../src/views/knowledge-site.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { analyseWorkspace, loadWorkspace } from '../src/workspace/workspace.ts';

const loaded = await loadWorkspace(workspacePlaces());
const site = analyseWorkspace(loaded, '2026-11-21');
const { knowledge } = site;
const { data, entries } = knowledge;
const links = linksOf(knowledge);
const uses = usesOf(site);
const of = (scheme: string, kind: FactKind) => entries.filter((e) => e.scheme === scheme && e.kind === kind);

test.each<[string, FactKind, number]>([
  ['atlas', 'tactic', 16],
  ['atlas', 'technique', 208],
  ['atlas', 'mitigation', 40],
  ['atlas', 'case-study', 73],
  ['owasp-llm', 'list-item', 20],
  ['owasp-ml', 'list-item', 10],
  ['owasp-agentic', 'list-item', 27],
  ['linddun', 'threat-type', 7],
  ['linddun', 'tree-node', 65],
  ['linddun-go', 'card', 33],
  ['stride', 'category', 6],
  ['stride-ai', 'asset', 18],
  ['ms-failure-mode', 'failure-mode', 17],
  ['nist-ai-rmf', 'function', 4],
  ['nist-ai-rmf', 'category', 19],
  ['nist-ai-rmf', 'subcategory', 72],
  ['nist-ai-600-1', 'risk', 12],
  ['nist-ai-100-2', 'objective', 5],
  ['nist-ai-100-2', 'attack', 25],
  ['eu-ai-act', 'article', 20],
  ['iso-42001', 'clause', 47],
])('%s has its entries of the kind %s: %i', (scheme, kind, count) => {
  expect(of(scheme, kind)).toHaveLength(count);
});

test('controls, kinds, tools, crosswalk and mitigation links are as many as promised', () => {
  expect(data.controls.length).toBeGreaterThanOrEqual(90);
  expect(data.components.length).toBeGreaterThanOrEqual(60);
  expect(data.tools.map((t) => t.id)).toEqual(
    expect.arrayContaining([
      'garak',
      'promptfoo',
      'art',
      'textattack',
      'pyrit',
      'counterfit',
      'cleverhans',
      'burp',
    ]),
  );
  expect(data.crosswalks.reduce((n, c) => n + c.rows.length, 0)).toBe(845);
  const covered = of('atlas', 'mitigation').reduce((n, m) => n + links.coverage(m.key).length, 0);
  expect(covered).toBe(361);
});

describe('what an entry carries', () => {
  const lacking = (list: readonly { key: string }[], has: (key: string) => boolean) =>
    list.filter((e) => !has(e.key)).map((e) => e.key);
  const note = (key: string) => knowledge.entry(key)?.note;

  test('every entry of every list has our own summary of at least two sentences', () => {
    expect(lacking(entries, (key) => /[.?!]["”)]?\s+\S/.test(note(key)?.summary ?? ''))).toEqual([]);
  });

  test('a technique says what it looks like, how to notice it, how to test for it and what to ask', () => {
    const whole = (key: string) => {
      const n = note(key);
      return Boolean(n?.['in-practice'] && n.detect && n.test && n.questions.length > 0);
    };
    expect(lacking(of('atlas', 'technique'), whole)).toEqual([]);
  });

  test('a mitigation says how it applies to each technique it covers', () => {
    const silent = of('atlas', 'mitigation').flatMap((m) =>
      links.coverage(m.key).flatMap((c) => (c.how ? [] : [`${m.key} on ${c.technique}`])),
    );
    expect(silent).toEqual([]);
  });

  test('a case study tells every step', () => {
    const silent = of('atlas', 'case-study').flatMap((s) =>
      links.procedures(s.key).flatMap((p) => (p.did ? [] : [`${s.key} step ${p.step}`])),
    );
    expect(silent).toEqual([]);
    expect(lacking(of('atlas', 'case-study'), (key) => links.procedures(key).length > 0)).toEqual([]);
  });

  test('an OWASP entry says how to assess a system and which controls answer it', () => {
    const lists = ['owasp-llm', 'owasp-ml', 'owasp-agentic'].flatMap((s) => of(s, 'list-item'));
    expect(
      lacking(lists, (key) => Boolean(note(key)?.test) && (note(key)?.controls.length ?? 0) > 0),
    ).toEqual([]);
  });

  test('a superseded entry or a retired id says what became of it', () => {
    const silent = entries.filter((e) => e.fact.status === 'superseded' && !e.fact.change).map((e) => e.key);
    const retired = data.tables.flatMap((t) => t.retired.filter((r) => !r.change).map((r) => r.id));
    expect([...silent, ...retired]).toEqual([]);
  });

  test('a LINDDUN entry has a question, an example in an AI system and a mitigation', () => {
    const whole = (key: string) => {
      const n = note(key);
      return Boolean(n && n.questions.length > 0 && n.example && n.mitigate);
    };
    const all = [...of('linddun', 'threat-type'), ...of('linddun', 'tree-node'), ...of('linddun-go', 'card')];
    expect(lacking(all, whole)).toEqual([]);
  });

  test('an outcome of NIST asks a question and says what counts as evidence', () => {
    const whole = (key: string) =>
      (note(key)?.questions.length ?? 0) > 0 && (note(key)?.evidence.length ?? 0) > 0;
    expect(lacking(of('nist-ai-rmf', 'subcategory'), whole)).toEqual([]);
    expect(lacking(of('iso-42001', 'clause'), whole)).toEqual([]);
  });
});

describe('a reader can walk on from everywhere', () => {
  test('a finding leads to a technique or another entry of a framework', () => {
    const stuck = site.systems.flatMap(({ model, analysis }) =>
      analysis.findings
        .filter(
          (f) => ![...f.refs, ...f.stride.map((s) => `stride:${s}`)].some((key) => knowledge.entry(key)),
        )
        .map((f) => `${model.id} ${f.id}`),
    );
    expect(stuck).toEqual([]);
  });

  test('a technique leads to a mitigation, a control, a tool or a case study', () => {
    const stuck = of('atlas', 'technique').filter(
      (e) =>
        links.coverage(e.key).length + links.procedures(e.key).length + links.checks(e.key).length === 0 &&
        controlsOf(e, site).length === 0,
    );
    expect(stuck.map((e) => e.fact.id)).toEqual([]);
  });

  test('a mitigation and a case study lead to a control', () => {
    const stuck = [...of('atlas', 'mitigation'), ...of('atlas', 'case-study')].filter(
      (e) => controlsOf(e, site).length === 0,
    );
    expect(stuck.map((e) => e.key)).toEqual([]);
  });

  test('from each system one can go by finding, technique, case study, mitigation and control to a system', () => {
    const declared = new Set(
      site.systems.flatMap(({ model }) =>
        [...model.elements, ...model.flows, ...model.zones, model].flatMap((at) =>
          at.controls.map((c) => c.use),
        ),
      ),
    );
    const walks = (key: string) =>
      links.procedures(key).length > 0 &&
      links
        .coverage(key)
        .some(({ mitigation }) => controlsOf(mitigation, site).some((control) => declared.has(control.id)));
    const stuck = site.systems.filter(({ analysis }) => !analysis.findings.some((f) => f.refs.some(walks)));
    expect(stuck.map((s) => s.model.id)).toEqual([]);
    expect(uses.keys.size).toBeGreaterThan(200);
  });
});

describe('every technique of ATLAS', () => {
  const ruled = (key: string): boolean =>
    uses.rules(key).some((rule) => rule.deprecated === undefined) ||
    knowledge.childrenOf(key).some((child) => ruled(child.key));

  test('has a rule, also through a sub-technique, or says why a design cannot tell', () => {
    const silent = of('atlas', 'technique').filter((e) => !ruled(e.key) && !e.note?.unmodelled);
    expect(silent.map((e) => `${e.fact.id} ${e.name}`)).toEqual([]);
  });

  test('that has a rule does not say that none could speak', () => {
    const both = of('atlas', 'technique').filter((e) => uses.rules(e.key).length > 0 && e.note?.unmodelled);
    expect(both.map((e) => e.fact.id)).toEqual([]);
  });
});
