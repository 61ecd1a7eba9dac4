/** A small knowledge base with lists of every framework, for the tests of this folder. */
import { indexKnowledge, type Knowledge, NO_KNOWLEDGE } from '../../knowledge/knowledge.ts';
import { ComponentSchema } from '../../knowledge/schema/component.ts';
import { ControlSchema } from '../../knowledge/schema/control.ts';
import { CrosswalkSchema } from '../../knowledge/schema/crosswalk.ts';
import { FactTableSchema } from '../../knowledge/schema/fact.ts';
import { ToolSchema } from '../../knowledge/schema/tool.ts';
import { analyse } from '../analyse.ts';
import type { Analysis } from '../analysis.ts';
import { modelOf, rule } from '../fixtures.ts';
import { compileCatalogue } from '../rule/catalogue.ts';
import { assess } from './assess.ts';
import type { Assessments } from './assessments.ts';

const provenance = {
  source: 's',
  edition: '2026',
  url: 'https://example.org/',
  licence: 'CC0',
  checked: '2026-11-20',
};
const table = (scheme: string, kind: string, entries: object[]) =>
  FactTableSchema.parse({ scheme, kind, title: `${scheme} ${kind}`, provenance, entries });

const component = (id: string, more: object = {}) =>
  ComponentSchema.parse({ id, name: id, type: 'process', ai: true, summary: id, ask: ['?'], ...more });
const control = (id: string, refs: string[] = []) =>
  ControlSchema.parse({
    id,
    name: id,
    effect: 'prevents',
    summary: id,
    implement: [{ on: 'x', how: 'x' }],
    verify: ['x'],
    effort: 'low',
    refs,
  });

const SHAPES = ['process', 'data-store', 'flow'];

export const KNOWLEDGE: Knowledge = indexKnowledge({
  ...NO_KNOWLEDGE,
  tables: [
    table('owasp-llm', 'list-item', [
      { id: 'LLM01:2026', name: 'Prompt Injection', order: 1 },
      { id: 'LLM02:2026', name: 'Disclosure', order: 2 },
      { id: 'LLM03:2026', name: 'Agency', order: 3 },
    ]),
    table('owasp-llm', 'list-item', [
      { id: 'LLM07:2025', name: 'Leakage', status: 'superseded', 'replaced-by': ['LLM02:2026'] },
    ]),
    table('owasp-ml', 'list-item', [{ id: 'ML01:2023', name: 'Input Manipulation', order: 1 }]),
    table('owasp-agentic', 'list-item', [{ id: 'ASI01', name: 'Goal Hijack', order: 1 }]),
    table('atlas', 'technique', [
      { id: 'AML.T0051', name: 'Injection' },
      { id: 'AML.T0051.001', name: 'Indirect', parent: 'AML.T0051' },
      { id: 'AML.T0029', name: 'Denial' },
    ]),
    table('stride-ai', 'asset', [
      { id: 'raw-data', name: 'Raw data', group: 'Data', stride: ['spoofing', 'tampering'] },
    ]),
    table('ms-failure-mode', 'failure-mode', [{ id: '5', name: 'Model stealing' }]),
    table('linddun', 'threat-type', [
      { id: 'L', name: 'Linking', order: 1, elements: [...SHAPES, 'external-entity'] },
      { id: 'U', name: 'Unawareness', order: 2, elements: ['external-entity'] },
    ]),
    table('linddun', 'tree-node', [
      { id: 'L.1', name: 'Linked', parent: 'L' },
      { id: 'L.1.1', name: 'Identifier', parent: 'L.1' },
      { id: 'U.1', name: 'Unaware', parent: 'U' },
    ]),
    table('nist-ai-rmf', 'function', [
      { id: 'MEASURE', name: 'Measure', order: 2 },
      { id: 'MANAGE', name: 'Manage', order: 3 },
      { id: 'GOVERN', name: 'Govern', order: 1 },
    ]),
    table('nist-ai-rmf', 'subcategory', [
      { id: 'GOVERN 6.1', name: 'Third parties' },
      { id: 'MANAGE 1.3', name: 'Responses' },
      { id: 'MEASURE 2.9', name: 'Explained' },
      { id: 'MEASURE 2.10', name: 'Privacy' },
    ]),
  ],
  controls: [
    control('guard', ['nist-ai-rmf:GOVERN 6.1 (Third parties)']),
    control('vet', ['nist-ai-rmf:MEASURE 2.9']),
  ],
  components: [
    component('model-server'),
    component('llm-application'),
    component('vector-store', { type: 'data-store' }),
    component('agent', { parents: ['llm-application'] }),
  ],
  tools: [
    ToolSchema.parse({
      id: 'probe',
      name: 'Probe',
      summary: 's',
      state: 'active',
      leaves: 'no',
      'leaves-note': 'n',
      provenance,
      checks: [
        { use: 'inject', refs: ['owasp-llm:LLM01:2026'] },
        { use: 'filter', sort: 'defence', refs: ['owasp-llm:LLM01:2026'] },
      ],
    }),
  ],
  crosswalks: [
    CrosswalkSchema.parse({
      id: 'linddun-gdpr',
      title: 't',
      authority: 'a',
      status: 'verify',
      rows: [
        { from: 'linddun:L (Linking)', to: 'gdpr:Art. 25', relationship: 'legal-anchor' },
        { from: 'linddun:L.1 (Linked)', to: 'gdpr:Art. 5(1)(c)', relationship: 'legal-anchor' },
        { from: 'linddun:U (Unawareness)', to: 'gdpr:Art. 13', relationship: 'legal-anchor' },
      ],
    }),
  ],
});

/** The assessments and the analysis of a model below `zones:` under some rules. */
export function assessed(
  yaml: string,
  rules: readonly string[],
  today = '2026-06-01',
): Assessments & { analysis: Analysis } {
  const catalogue = compileCatalogue(rules.map(rule));
  const model = modelOf(yaml);
  const analysis = analyse(model, KNOWLEDGE, catalogue, { today });
  return { ...assess(model, KNOWLEDGE, catalogue, analysis), analysis };
}
