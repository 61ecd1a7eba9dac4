/** A small matrix, a few kinds and rules for this folder's tests. */
import { indexKnowledge, type Knowledge, NO_KNOWLEDGE } from '../../knowledge/knowledge.ts';
import { ComponentSchema } from '../../knowledge/schema/component.ts';
import { ControlSchema } from '../../knowledge/schema/control.ts';
import { FactTableSchema } from '../../knowledge/schema/fact.ts';
import type { Model } from '../../model/model.ts';
import { analyse } from '../analyse.ts';
import type { Analysis } from '../analysis.ts';
import { modelOf, rule } from '../fixtures.ts';
import { type Catalogue, compileCatalogue } from '../rule/catalogue.ts';

const provenance = {
  source: 'MITRE ATLAS',
  edition: 'test',
  url: 'https://atlas.mitre.org/',
  licence: 'Apache-2.0',
  checked: '2026-11-20',
};
const table = (kind: string, entries: object[]) =>
  FactTableSchema.parse({ scheme: 'atlas', kind, title: kind, provenance, entries });
const component = (id: string, rest: object = {}) =>
  ComponentSchema.parse({ id, name: id, type: 'process', ai: true, summary: id, ask: ['?'], ...rest });
const control = (id: string, effect: string, effort: string) =>
  ControlSchema.parse({
    id,
    name: id,
    effect,
    summary: id,
    implement: [{ on: 'x', how: 'x' }],
    verify: ['x'],
    effort,
  });

export const knowledge: Knowledge = indexKnowledge({
  ...NO_KNOWLEDGE,
  tables: [
    table('tactic', [
      { id: 'AML.TA0002', name: 'Reconnaissance', order: 1 },
      { id: 'AML.TA0004', name: 'Initial Access', order: 4 },
      { id: 'AML.TA0006', name: 'Persistence', order: 7 },
      { id: 'AML.TA0010', name: 'Exfiltration', order: 15 },
      { id: 'AML.TA0011', name: 'Impact', order: 16 },
    ]),
    table('technique', [
      { id: 'AML.T0003', name: 'Search Victim-Owned Websites', tactics: ['AML.TA0002'] },
      { id: 'AML.T0049', name: 'Exploit Public-Facing Application', tactics: ['AML.TA0004'] },
      { id: 'AML.T0020', name: 'Training Data Poisoning', tactics: ['AML.TA0006'] },
      { id: 'AML.T0024.002', name: 'Extract AI Model', tactics: ['AML.TA0010'] },
      { id: 'AML.T0029', name: 'Denial of AI Service', tactics: ['AML.TA0011'] },
    ]),
  ],
  controls: [
    control('guard', 'prevents', 'low'),
    control('limit', 'reduces', 'low'),
    control('strong', 'prevents', 'high'),
    control('watch', 'detects', 'medium'),
  ],
  components: [
    component('service', { ai: false }),
    component('model-server', { parents: ['service'] }),
    component('training-data-store', { type: 'data-store' }),
    component('person', { type: 'external-entity', ai: false }),
  ],
});

export const RULES = [
  '{ id: break-in, applies: { to: process, where: { kind: service } }, stride: [elevation-of-privilege], refs: [atlas:AML.T0049], unless: { control: guard }, controls: [guard, limit] }',
  '{ id: copy-model, ai: true, applies: { to: process, where: { kind: model-server } }, stride: [information-disclosure], refs: [atlas:AML.T0024.002], unless: { any-control: [limit, strong] }, controls: [limit, strong, watch] }',
  '{ id: poison, ai: true, applies: { to: data-store, where: { kind: training-data-store } }, stride: [tampering], refs: [atlas:AML.T0020], unless: { all-controls: [guard, limit] }, controls: [guard, limit] }',
  '{ id: sniff, applies: { to: flow, where: { encrypted: false } }, stride: [tampering], unless: { any: [{ control: guard }, { to: { control: guard } }] }, controls: [guard] }',
];

export const catalogue: Catalogue = compileCatalogue(RULES.map(rule));

/** Below `zones:`, which has net (0), app (5) and core (8). */
export function situationOf(yaml: string): { model: Model; analysis: Analysis } {
  const model = modelOf(yaml);
  return { model, analysis: analyse(model, knowledge, catalogue, { today: '2026-06-01' }) };
}
