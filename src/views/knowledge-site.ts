/** What pages of the knowledge base are made from, and who refers to what: worked out once for each state of the workspace. */
import type { Finding } from '../engine/analysis.ts';
import type { Catalogue } from '../engine/rule/catalogue.ts';
import type { Rule } from '../engine/rule/schema.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { referenceKeys } from '../knowledge/reference.ts';
import type { Control } from '../knowledge/schema/control.ts';
import type { Chain, GovernanceAnswer } from '../model/model.ts';
import type { Settings } from '../model/settings.ts';
import { allReferences } from './finding.ts';
import { strideAiKey } from './references.ts';
import type { System } from './system.ts';

export interface KnowledgeSite {
  systems: readonly System[];
  knowledge: Knowledge;
  catalogue: Catalogue;
  /** The workspace’s own; the defaults where left out. */
  settings?: Settings | undefined;
}

/** A finding with the system it is in. */
export interface Found {
  system: System;
  finding: Finding;
}

/** Who refers to an entry, by its key `scheme:id`. Findings and answers are those of systems that are not retired. */
export interface Uses {
  rules(key: string): readonly Rule[];
  controls(key: string): readonly Control[];
  findings(key: string): readonly Found[];
  chains(key: string): readonly { system: System; chain: Chain }[];
  answers(key: string): readonly { system: System; answer: GovernanceAnswer }[];
  findingsOfRule(id: string): readonly Found[];
  findingsOfControl(id: string): readonly Found[];
  /** The place of a finding among all, in the order of systems and their analyses. */
  place(finding: Finding): number;
  /** Every key that a rule, a control, a finding, a threat that people found, a chain or an answer names. */
  keys: ReadonlySet<string>;
}

/** All keys a rule refers to: its references, STRIDE categories, STRIDE-AI assets and LINDDUN nodes. */
export const keysOfRule = (rule: Rule): string[] => [
  ...referenceKeys(rule.refs),
  ...rule.stride.map((id) => `stride:${id}`),
  ...rule['stride-ai'].map(strideAiKey),
  ...rule.linddun.map((id) => `linddun:${id}`),
];

const keysOfFinding = (finding: Finding): string[] => [
  ...allReferences(finding),
  ...finding.stride.map((id) => `stride:${id}`),
];

const keysOfChain = (chain: Chain): string[] =>
  chain.steps.flatMap(({ technique, tactic }) => referenceKeys(tactic ? [technique, tactic] : [technique]));

const answerKey = (answer: GovernanceAnswer): string => `nist-ai-rmf:${answer.id}`;

/** Files things under each of their keys, once a key. */
function byKey<T>(things: readonly T[], keys: (thing: T) => readonly string[]): ReadonlyMap<string, T[]> {
  const map = new Map<string, T[]>();
  for (const thing of things) {
    for (const key of new Set(keys(thing))) {
      const list = map.get(key);
      if (list) list.push(thing);
      else map.set(key, [thing]);
    }
  }
  return map;
}

const cache = new WeakMap<KnowledgeSite['systems'], Uses>();

/** @returns the same index again for the same systems, so that each page may ask for it */
export function usesOf(site: KnowledgeSite): Uses {
  const known = cache.get(site.systems);
  if (known) return known;
  const uses = index(site);
  cache.set(site.systems, uses);
  return uses;
}

function index({ systems, knowledge, catalogue }: KnowledgeSite): Uses {
  const live = systems.filter(({ model }) => model.status !== 'retired');
  const found = live.flatMap((system) => system.analysis.findings.map((finding) => ({ system, finding })));
  const places = new Map(found.map(({ finding }, i) => [finding, i]));
  const rules = byKey(catalogue.rules, keysOfRule);
  const controls = byKey(knowledge.data.controls, (c) => referenceKeys(c.refs));
  const findings = byKey(found, ({ finding }) => keysOfFinding(finding));
  const chains = byKey(
    live.flatMap((system) => system.model.chains.map((chain) => ({ system, chain }))),
    ({ chain }) => keysOfChain(chain),
  );
  const answers = byKey(
    live.flatMap((system) => system.model.governance.map((answer) => ({ system, answer }))),
    ({ answer }) => [answerKey(answer)],
  );
  const byRule = byKey(
    found.filter(({ finding }) => finding.origin === 'rule'),
    ({ finding }) => [finding.rule],
  );
  const byControl = byKey(found, ({ finding }) => finding.controls.map((c) => c.id));
  return {
    rules: (key) => rules.get(key) ?? [],
    controls: (key) => controls.get(key) ?? [],
    findings: (key) => findings.get(key) ?? [],
    chains: (key) => chains.get(key) ?? [],
    answers: (key) => answers.get(key) ?? [],
    findingsOfRule: (id) => byRule.get(id) ?? [],
    findingsOfControl: (id) => byControl.get(id) ?? [],
    place: (finding) => places.get(finding) ?? found.length,
    keys: new Set([...rules.keys(), ...controls.keys(), ...systems.flatMap(keysOfSystem)]),
  };
}

/** Retired systems too: their pages link as well. */
const keysOfSystem = ({ model, analysis }: System): string[] => [
  ...analysis.findings.flatMap(keysOfFinding),
  ...model.threats.flatMap((t) => [...referenceKeys(t.refs), ...t.stride.map((id) => `stride:${id}`)]),
  ...model.chains.flatMap(keysOfChain),
  ...model.governance.map(answerKey),
];
