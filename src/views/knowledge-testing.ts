/** A small knowledge base with rules and one system, for the tests of its pages. */
import { compileCatalogue } from '../engine/rule/catalogue.ts';
import { type Rule, ruleSchemaFor } from '../engine/rule/schema.ts';
import { indexKnowledge, NO_KNOWLEDGE } from '../knowledge/knowledge.ts';
import { ComponentSchema } from '../knowledge/schema/component.ts';
import { ControlSchema } from '../knowledge/schema/control.ts';
import { FactTableSchema } from '../knowledge/schema/fact.ts';
import { NoteSchema } from '../knowledge/schema/note.ts';
import type { KnowledgeSite } from './knowledge-site.ts';
import type { System } from './system.ts';
import { CHAT, findingOf, systemOf } from './testing.ts';

const table = (scheme: string, kind: string, entries: object[], more: object = {}) =>
  FactTableSchema.parse({
    scheme,
    kind,
    title: `${scheme} ${kind}`,
    provenance: {
      source: scheme.toUpperCase(),
      edition: '2026.09',
      url: 'https://example.org/',
      licence: 'CC0',
      checked: '2026-11-20',
    },
    entries,
    ...more,
  });

const TABLES = [
  table('atlas', 'tactic', [
    { id: 'AML.TA0005', name: 'Execution', order: 2 },
    { id: 'AML.TA0002', name: 'Reconnaissance', order: 1 },
  ]),
  table(
    'atlas',
    'technique',
    [
      { id: 'AML.T0051', name: 'LLM Prompt Injection', tactics: ['AML.TA0005'], attack: 'T1059' },
      { id: 'AML.T0051.001', name: 'Indirect', parent: 'AML.T0051', tactics: ['AML.TA0005'] },
      { id: 'AML.T0051.002', name: 'Triggered', parent: 'AML.T0051', url: 'https://atlas.mitre.org/x' },
      { id: 'AML.T0000', name: 'Search', tactics: ['AML.TA0002'] },
    ],
    { retired: [{ id: 'AML.T0050', name: 'Old', 'replaced-by': ['AML.T0051.001'] }] },
  ),
  table('atlas', 'mitigation', [
    { id: 'AML.M0001', name: 'Filter', techniques: ['AML.T0051', 'AML.T0051.001'] },
    { id: 'AML.M0002', name: 'Unused', techniques: ['AML.T0000'] },
  ]),
  table('owasp-llm', 'list-item', [{ id: 'LLM01:2026', name: 'Prompt Injection', order: 1 }]),
  table(
    'owasp-llm',
    'list-item',
    [
      { id: 'LLM09:2025', name: 'Steering', status: 'superseded', 'replaced-by': ['LLM01:2026'] },
      { id: 'LLM10:2025', name: 'Dropped', status: 'superseded' },
    ],
    { title: 'owasp-llm list-item 2025' },
  ),
  table('stride', 'category', [
    { id: 'spoofing', name: 'Spoofing', elements: ['process', 'external-entity'] },
    {
      id: 'tampering',
      name: 'Tampering',
      elements: ['process', 'data-store', 'flow'],
      property: 'Integrity',
    },
  ]),
  table('stride-ai', 'asset', [{ id: 'raw-data', name: 'Raw data', group: 'Data', stride: ['tampering'] }]),
  table('linddun', 'threat-type', [{ id: 'L', name: 'Linking', aliases: ['Linkability'] }]),
  table('linddun', 'tree-node', [{ id: 'L.1', name: 'Linked data', parent: 'L' }]),
  table('nist-ai-rmf', 'subcategory', [{ id: 'MEASURE 2.7', name: 'Security evaluated' }]),
];

const control = (id: string, name: string, more: object = {}) =>
  ControlSchema.parse({
    id,
    name,
    effect: 'prevents',
    summary: 'What it does.',
    implement: [{ on: 'any', how: 'Set `flag`.' }],
    verify: ['Try it.'],
    effort: 'low',
    ...more,
  });

const kind = (id: string, name: string, more: object = {}) =>
  ComponentSchema.parse({
    id,
    name,
    type: 'process',
    ai: true,
    summary: 'What it is.',
    ask: ['Why?'],
    ...more,
  });

const example = { name: 'An example.', on: 'app', model: { zones: { a: { name: 'A', trust: 1 } } } };
const dread = { damage: 8, reproducibility: 6, exploitability: 7, 'affected-users': 5, discoverability: 4 };

/** A rule from what matters to the test. @throws where it is not one */
export function ruleOf(rule: object): Rule {
  const whole = {
    title: 'Somebody steers {element}',
    summary: 'What happens.',
    question: 'Who could?',
    ai: true,
    stride: ['tampering'],
    dread,
    applies: { to: 'process' },
    examples: { found: [example], clear: [example] },
    ...rule,
  };
  return ruleSchemaFor(whole).parse(whole);
}

export const STEER = ruleOf({
  id: 'steer',
  applies: { to: 'process', where: { kind: 'agent', 'trust-below': 6 } },
  unless: { any: [{ 'any-control': ['human-approval', 'sandboxing'] }, { autonomous: false }] },
  'stride-ai': ['Raw data'],
  refs: ['atlas:AML.T0051.001 (Indirect)', 'owasp-llm:LLM01:2026 (Prompt Injection)'],
  refines: ['change'],
  controls: ['human-approval', 'sandboxing', 'red-teaming'],
});
export const CHANGE = ruleOf({ id: 'change', title: 'Change {element}', ai: false });

const RULES = [STEER, CHANGE];

export function siteOf(systems: readonly System[]): KnowledgeSite {
  return {
    systems,
    knowledge: indexKnowledge({
      ...NO_KNOWLEDGE,
      tables: TABLES,
      notes: [NoteSchema.parse({ entry: 'linddun:L.1 (Linked data)', summary: 'What it is.' })],
      controls: [
        control('human-approval', 'Human approval', { refs: ['atlas:AML.M0001 (Filter)'] }),
        control('sandboxing', 'Sandboxing'),
        control('red-teaming', 'AI red teaming'),
      ],
      components: [
        kind('service', 'Service', { facts: { autonomous: false } }),
        kind('agent', 'Agent', { parents: ['service'] }),
        kind('web-app', 'Web application', { parents: ['service'] }),
      ],
    }),
    catalogue: compileCatalogue(RULES),
  };
}

/** One system with an open finding of `steer` on its agent, and a settled one on its flow. */
export const FOUND = findingOf({ refs: ['atlas:AML.T0051.001'], linddun: ['L.1'] });
export const SETTLED = findingOf({
  id: 'change@note',
  rule: 'change',
  target: { type: 'flow', id: 'note', name: 'App → Log' },
  state: 'mitigated',
  refs: [],
});
export const SITE: KnowledgeSite = siteOf([systemOf([FOUND, SETTLED], CHAT)]);
