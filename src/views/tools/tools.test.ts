/** Pages of tools, and text that names them. */
import { expect, test } from 'vitest';
import { compileCatalogue } from '../../engine/rule/catalogue.ts';
import { indexKnowledge } from '../../knowledge/knowledge.ts';
import { ToolSchema } from '../../knowledge/schema/tool.ts';
import { controlPage } from '../catalogue/control-page.ts';
import { rulePage } from '../catalogue/rule-page.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { ruleOf, SITE } from '../knowledge-testing.ts';
import { toolList } from './tool-list.ts';
import { toolPage } from './tool-page.ts';
import { toolText } from './tool-text.ts';

const tool = (id: string, name: string, more: object = {}) =>
  ToolSchema.parse({
    id,
    name,
    summary: 'It tests.',
    state: 'active',
    leaves: 'some',
    'leaves-note': 'Some of it.',
    provenance: {
      source: 'o/r',
      edition: '1.0',
      url: 'https://example.org/',
      licence: 'BSL 1.1; later Apache-2.0',
      checked: '2026-11-20',
    },
    ...more,
  });

const GARAK = tool('garak', 'garak', {
  cautions: ['garak needs `probes.dan.Old` in full.'],
  checks: [
    {
      use: 'probes.dan',
      names: ['Wild'],
      'by-name': ['Old'],
      refs: ['atlas:AML.T0051.001 (Indirect)', 'owasp-llm:LLM01:2026 (Prompt Injection)'],
    },
    { use: 'probes.sleepy', 'by-name': ['Nap'], remote: true },
  ],
});
const ART = tool('art', 'Adversarial Robustness Toolbox (ART)', {
  state: 'dormant',
  checks: [
    { use: 'art.attacks', names: ['HopSkipJump'], refs: ['atlas:AML.T0051 (LLM Prompt Injection)'] },
    { use: 'art.attacks', names: ['PixelAttack'], note: 'See garak’s `sleepy`.' },
  ],
});
const NAMES = ruleOf({
  id: 'names',
  verify: [{ tool: 'garak', use: 'probes.dan.Old', note: 'Try it.' }, { manual: 'Look.' }],
});

const site: KnowledgeSite = {
  ...SITE,
  knowledge: indexKnowledge({ ...SITE.knowledge.data, tools: [GARAK, ART] }),
  catalogue: compileCatalogue([NAMES, ruleOf({ id: 'gone', deprecated: 'Why.', verify: NAMES.verify })]),
};

test('a tool in the list: techniques are counted once, list entries not at all', () => {
  expect(toolList(site)).toMatchObject([
    { id: 'garak', checks: 2, techniques: 1, rules: 1, leaves: 'in part', licence: 'BSL 1.1', still: false },
    { id: 'art', checks: 2, techniques: 1, rules: 0, still: true },
  ]);
});

test('a check knows what it runs, what it tests, and the rules that name it', () => {
  const { checks, rules, mapping } = toolPage(GARAK, site);
  expect(mapping.label).toBe('proposed by us');
  expect(checks[0]).toMatchObject({
    anchor: 'check-1-probes-dan',
    sleeping: false,
    tests: [{ label: 'AML.T0051.001' }, { label: 'LLM01:2026', path: '/owasp/llm/2026/LLM01/' }],
    rules: [{ path: '/rules/names/', parts: ['Old'] }],
  });
  expect(checks[1]).toMatchObject({ sleeping: true, remote: true, rules: [] });
  expect(rules.map((r) => r.id)).toEqual(['names']);
});

test('rows of one module have anchors of their own', () => {
  expect(toolPage(ART, site).checks.map((c) => c.anchor)).toEqual([
    'check-1-art-attacks',
    'check-2-art-attacks',
  ]);
});

test('only a long table has filters', () => {
  expect(toolPage(GARAK, site).facets).toEqual([]);
  const many = tool('many', 'Many', {
    checks: Array.from({ length: 31 }, (_, i) => ({ use: `p${i}`, remote: i === 0 })),
  });
  expect(toolPage(many, site).facets).toMatchObject([
    {
      name: 'service',
      choices: [
        { value: 'without', count: 30 },
        { value: 'with', count: 1 },
      ],
    },
  ]);
});

test('a rule leads to the check it names', () => {
  expect(rulePage(NAMES, site).verify).toEqual([
    { how: 'garak', what: 'probes.dan.Old', path: '/tools/garak/#check-1-probes-dan', note: 'Try it.' },
    { how: 'by hand', what: 'Look.' },
  ]);
});

const linksIn = (text: string) =>
  toolText(text, site.knowledge).flatMap((part) => (part.path ? [[part.text, part.path]] : []));

test('text links to tools and checks; a short name counts only beside its tool or module', () => {
  expect(linksIn('Use garak’s `dan`, or ART.')).toEqual([
    ['garak', '/tools/garak/'],
    ['dan', '/tools/garak/#check-1-probes-dan'],
    ['ART', '/tools/art/'],
  ]);
  expect(linksIn('`PixelAttack` from `art.attacks`')).toEqual([
    ['PixelAttack', '/tools/art/#check-2-art-attacks'],
    ['art.attacks', '/tools/art/#check-1-art-attacks'],
  ]);
  expect(
    toolText('Run `HopSkipJump`.', site.knowledge, { beside: 'Adversarial Robustness Toolbox' })[1],
  ).toEqual({
    text: 'HopSkipJump',
    code: true,
    path: '/tools/art/#check-1-art-attacks',
  });
  expect(linksIn('Call `dan` and `HopSkipJump`; state of the art, garaksters, `Wild`.')).toEqual([]);
});

test('the name of a tool is no link on its own page', () => {
  expect(toolPage(GARAK, site).cautions[0]).toEqual([
    { text: 'garak', code: false },
    { text: ' needs ', code: false },
    { text: 'probes.dan.Old', code: true, path: '/tools/garak/#check-1-probes-dan' },
    { text: ' in full.', code: false },
  ]);
});

test('a control keeps its words where there is no tool to link to', () => {
  const [control] = site.knowledge.data.controls;
  if (!control) throw new Error('no control');
  expect(controlPage(control, site)).toMatchObject({
    implement: [
      { on: [{ text: 'any' }], how: [[{ text: 'Set ' }, { text: 'flag', code: true }, { text: '.' }]] },
    ],
    verify: [[{ text: 'Try it.', code: false }]],
  });
});
