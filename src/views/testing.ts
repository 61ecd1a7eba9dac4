/** Small models, findings and a knowledge base for this folder's tests. */
import type { Analysis, Finding, Score } from '../engine/analysis.ts';
import { summaryOf } from '../engine/summary.ts';
import { indexKnowledge, type Knowledge, NO_KNOWLEDGE } from '../knowledge/knowledge.ts';
import { ComponentSchema } from '../knowledge/schema/component.ts';
import { ControlSchema } from '../knowledge/schema/control.ts';
import { FactTableSchema } from '../knowledge/schema/fact.ts';
import type { Model } from '../model/model.ts';
import { parseModel } from '../model/parse.ts';
import { contextOf, type System } from './system.ts';

/** A model from YAML without its head. @throws where it is not valid */
export function modelOf(body: string, id = 'chat', name = 'Chat'): Model {
  const head = `wardbook: 1\nid: ${id}\nname: ${JSON.stringify(name)}\ndescription: A model for a test.\n`;
  const { model, diagnostics } = parseModel(`threat-models/${id}.yaml`, head + body, id);
  if (!model) throw new Error(diagnostics.map((d) => d.message).join('; '));
  return model;
}

export const CHAT = modelOf(`
owner: Platform
reviewed: 2026-10-01
zones:
  outside: { name: Outside, trust: 0 }
  inside: { name: Inside, trust: 5 }
data:
  prompts: { name: Prompts, class: confidential, personal: true }
  keys: { name: Keys, class: restricted }
elements:
  user: { type: external-entity, name: User, zone: outside }
  app:
    type: process
    kind: agent
    name: App
    zone: inside
    processes: [prompts]
    controls: [sandboxing, { use: human-approval, status: planned, due: 2026-12-01, owner: Ana }]
  log: { type: data-store, name: Log, zone: inside, stores: [prompts] }
flows:
  ask: { from: user, to: app, name: question, carries: [prompts], encrypted: true }
  note: { from: app, to: log, authenticated: false }
controls: [{ use: red-teaming, status: partial }]
`);

const score = (uncapped: number): Score => ({
  inputs: {
    damage: 5,
    reproducibility: 6,
    exploitability: 7,
    affectedUsers: 8,
    discoverability: 9,
    modelImpact: 1.5,
    dataSensitivity: 1,
    detectionDifficulty: 1,
  },
  base: 7,
  uncapped,
  adjusted: Math.min(10, uncapped),
  severity: 'high',
});

/** An open, high finding on `app`, changed where the test needs it. */
export function findingOf(changes: Partial<Finding> = {}, residual = 7): Finding {
  const severity = changes.severity ?? 'high';
  return {
    id: 'steer@app',
    rule: 'steer',
    origin: 'rule',
    target: { type: 'element', id: 'app', name: 'App' },
    title: 'Somebody steers App',
    summary: 'What it says.',
    state: 'open',
    reason: 'It applies, and nothing on record stops it.',
    ai: true,
    stride: ['tampering'],
    strideAi: [],
    linddun: [],
    refs: ['atlas:AML.T0051', 'owasp-llm:LLM01:2026', 'cwe:CWE-77'],
    because: [{ text: 'App is an agent', basis: 'stated', at: [17, 5] }],
    questions: [],
    controls: [],
    scores: {
      steps: [{ label: 'reached from outside', input: 'exploitability', from: 5, to: 7 }],
      inherent: score(8),
      residual: { uncapped: residual, adjusted: Math.min(10, residual), severity, steps: [] },
      risk: {
        likelihood: { value: 7.33, class: 'likely', basis: 'derived' },
        impact: { value: 7.44, class: 'major', basis: 'derived' },
        rating: 'high',
        residual: { likelihood: { value: 6.42, class: 'likely' }, rating: 'high' },
      },
    },
    severity,
    folds: [],
    verify: [],
    at: [15, 3],
    ...changes,
  };
}

/** @param findings in the order in which the engine would give them */
export function systemOf(findings: Finding[], model: Model = CHAT, today = '2026-11-21'): System {
  const analysis: Analysis = {
    today,
    system: { id: model.id, name: model.name, file: model.file },
    findings,
    summary: summaryOf(findings),
    settings: [],
  };
  return { model, analysis };
}

const provenance = {
  source: 'MITRE ATLAS',
  edition: '2026.09',
  url: 'https://atlas.mitre.org/',
  licence: 'Apache-2.0',
};

export const KNOWN: Knowledge = indexKnowledge({
  ...NO_KNOWLEDGE,
  tables: [
    FactTableSchema.parse({
      scheme: 'atlas',
      kind: 'technique',
      title: 'Techniques',
      provenance: { ...provenance, checked: '2026-11-20' },
      entries: [{ id: 'AML.T0051', name: 'LLM Prompt Injection' }],
    }),
    FactTableSchema.parse({
      scheme: 'stride',
      kind: 'category',
      title: 'STRIDE',
      provenance: { ...provenance, source: 'STRIDE', edition: 'per element', checked: '2026-11-20' },
      entries: [
        { id: 'spoofing', name: 'Spoofing', elements: ['process', 'external-entity'] },
        { id: 'tampering', name: 'Tampering', elements: ['process', 'data-store', 'flow'] },
      ],
    }),
  ],
  notes: [],
  controls: [
    ControlSchema.parse({
      id: 'human-approval',
      name: 'Human approval',
      effect: 'prevents',
      summary: 'A person approves.',
      implement: [{ on: 'any', how: 'Ask.' }],
      verify: ['Try without.'],
      effort: 'low',
    }),
  ],
  components: [
    ComponentSchema.parse({
      id: 'agent',
      name: 'Agent',
      type: 'process',
      ai: true,
      summary: 'Acts.',
      ask: ['What may it do?'],
    }),
  ],
});

export const contextOfChat = (findings: Finding[] = []) => contextOf(systemOf(findings), KNOWN);
