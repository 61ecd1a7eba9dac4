/** Small models, knowledge and rules for the engine's tests. */
import { parse } from 'yaml';
import { indexKnowledge, type Knowledge, NO_KNOWLEDGE } from '../knowledge/knowledge.ts';
import { ComponentSchema } from '../knowledge/schema/component.ts';
import { ControlSchema } from '../knowledge/schema/control.ts';
import type { Model } from '../model/model.ts';
import { parseModel } from '../model/parse.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { compileCatalogue } from './rule/catalogue.ts';
import { type Rule, ruleSchemaFor } from './rule/schema.ts';

const component = (id: string, rest: object = {}) =>
  ComponentSchema.parse({ id, name: id, type: 'process', ai: true, summary: id, ask: ['?'], ...rest });
const control = (id: string, effect: string) =>
  ControlSchema.parse({
    id,
    name: id,
    effect,
    summary: id,
    implement: [{ on: 'x', how: 'x' }],
    verify: ['x'],
    effort: 'low',
  });

export const knowledge: Knowledge = indexKnowledge({
  ...NO_KNOWLEDGE,
  controls: [control('guard', 'prevents'), control('limit', 'reduces'), control('watch', 'detects')],
  components: [
    component('server'),
    component('model-server', {
      parents: ['server'],
      facts: { 'returns-scores': true },
      holds: ['model-weights'],
    }),
    component('llm-server', { parents: ['model-server'] }),
  ],
});

const DREAD = { damage: 5, reproducibility: 5, exploitability: 5, 'affected-users': 5, discoverability: 5 };

/** A rule from YAML; what it leaves out is filled in. */
export function rule(yaml: string): Rule {
  const example = [{ name: 'x', model: {}, on: 'x' }];
  const value = {
    title: 'T',
    summary: 's',
    question: 'q',
    ai: false,
    stride: ['tampering'],
    dread: DREAD,
    examples: { found: example, clear: example },
    ...parse(yaml),
  };
  return ruleSchemaFor(value).parse(value);
}

const FRAME = `wardbook: 1
name: System
description: For tests.
zones:
  net: { name: Net, trust: 0 }
  app: { name: App, trust: 5 }
  core: { name: Core, trust: 8, in: app }
`;

/** A model from YAML below `zones:`, which has net (0), app (5) and core (8, inside app). */
export function modelOf(yaml: string): Model {
  const { model, diagnostics } = parseModel('test.yaml', FRAME + yaml, 'test');
  if (!model) throw new Error(diagnostics.map((d) => `${d.line}:${d.column} ${d.message}`).join('\n'));
  return model;
}

export function analysisOf(yaml: string, rules: readonly string[], today = '2026-06-01'): Analysis {
  return analyse(modelOf(yaml), knowledge, compileCatalogue(rules.map(rule)), { today });
}

/** `id: state` of each finding, in the order of the analysis. */
export const statesOf = (analysis: Analysis): string[] => analysis.findings.map((f) => `${f.id}: ${f.state}`);
