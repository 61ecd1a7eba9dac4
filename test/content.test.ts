/** The built-in content as a whole: named references, notes of their own, nothing unused, tables covered. */

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { analyse } from '../src/engine/analyse.ts';
import { namesIn } from '../src/engine/condition/names.ts';
import { compileCatalogue } from '../src/engine/rule/catalogue.ts';
import type { Rule } from '../src/engine/rule/schema.ts';
import { spokenOf } from '../src/engine/spoken.ts';
import { indexKnowledge } from '../src/knowledge/knowledge.ts';
import { parseReference } from '../src/knowledge/reference.ts';
import type { Note } from '../src/knowledge/schema/note.ts';
import { parseModel } from '../src/model/parse.ts';
import {
  DATA_FACTS,
  ELEMENT_FACTS,
  ELEMENT_TYPES,
  FLOW_FACTS,
  type StrideCategory,
} from '../src/model/vocabulary.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';

const loaded = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(loaded.knowledge);
const { rules, models } = loaded;
const { controls, components, notes } = loaded.knowledge;
const ruleById = new Map(rules.map((rule) => [rule.id, rule]));

const LETTERS: Readonly<Record<string, StrideCategory>> = {
  S: 'spoofing',
  T: 'tampering',
  R: 'repudiation',
  I: 'information-disclosure',
  D: 'denial-of-service',
  E: 'elevation-of-privilege',
};
const letterOf = new Map(Object.entries(LETTERS).map(([letter, category]) => [category, letter]));
/** Categories as letters in the order of the word STRIDE. */
const letters = (categories: Iterable<StrideCategory>): string => {
  const present = new Set(categories);
  return [...letterOf].flatMap(([category, letter]) => (present.has(category) ? [letter] : [])).join('');
};

/** What the rules say about one element or flow of a minimal model, folded findings included. */
function categoriesOf(model: object, target: string, chosen: readonly Rule[]): StrideCategory[] {
  const text = stringify({ wardbook: 1, name: 'Minimal', description: 'One of each.', ...model });
  const parsed = parseModel('minimal', text, 'minimal');
  if (!parsed.model) throw new Error(parsed.diagnostics.map((d) => d.message).join('; '));
  const catalogue = compileCatalogue(chosen);
  const { findings } = analyse(parsed.model, knowledge, catalogue, { today: '2026-01-01' });
  return spokenOf(findings)
    .filter((s) => s.target === target)
    .flatMap((s) => s.stride);
}

test('everything loads', () => {
  expect(loaded.diagnostics.map((d) => `${d.file}:${d.line} ${d.message}`)).toEqual([]);
  expect([rules.length, controls.length, components.length, notes.length].every((n) => n > 50)).toBe(true);
});

test('a reference to ATLAS or an OWASP list carries its name', () => {
  const refs = [
    ...rules.flatMap((rule) => rule.refs.map((ref) => ({ where: rule.id, ref }))),
    ...controls.flatMap((control) => control.refs.map((ref) => ({ where: control.id, ref }))),
    ...notes.map((note) => ({ where: 'note', ref: note.entry })),
    ...models.flatMap((m) => [
      ...m.threats.flatMap((threat) => threat.refs.map((ref) => ({ where: `${m.id}/${threat.id}`, ref }))),
      ...m.chains.flatMap((chain) =>
        chain.steps.flatMap((step) =>
          [step.technique, step.tactic].flatMap((ref) =>
            ref ? [{ where: `${m.id}/${chain.id}`, ref }] : [],
          ),
        ),
      ),
    ]),
  ];
  const bare = refs.filter(({ ref }) => {
    const reference = parseReference(ref);
    return !reference || (/^(atlas|owasp-.*)$/.test(reference.scheme) && reference.name === undefined);
  });
  expect(bare).toEqual([]);
  expect(refs.length).toBeGreaterThan(500);
});

test('a CWE number of a rule carries its name, and always the same one', () => {
  const named = rules.flatMap((rule) => rule.refs.filter((ref) => ref.startsWith('cwe:')));
  const spellings = new Map<string, Set<string | undefined>>();
  for (const ref of named) {
    const reference = parseReference(ref);
    const id = reference?.id ?? ref;
    spellings.set(id, new Set([...(spellings.get(id) ?? []), reference?.name]));
  }
  const wrong = [...spellings].filter(([, names]) => names.size !== 1 || names.has(undefined));
  expect(wrong).toEqual([]);
});

const sentencesOf = (note: Note): string[] =>
  [
    ...[note.summary, note['in-practice'], note.detect, note.test, note.mitigate, note.example],
    ...note.questions,
    ...note.evidence,
    ...note.applies.map(({ how }) => how),
    ...note.steps.map(({ did }) => did),
  ]
    .flatMap((text) => (text ?? '').split(/(?<=[.?!]["”)]?)\s+/))
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .filter((sentence) => sentence !== '');

test('no two notes share a sentence', () => {
  const first = new Map<string, string>();
  const shared: string[] = [];
  for (const note of notes)
    for (const sentence of new Set(sentencesOf(note))) {
      const other = first.get(sentence);
      if (other !== undefined) shared.push(`${other} and ${note.entry}: ${sentence}`);
      else first.set(sentence, note.entry);
    }
  expect(shared).toEqual([]);
  expect(first.size).toBeGreaterThan(5_000);
});

/** LLM03 means three things in three editions, so a number always stands with its year. */
const BARE_NUMBER = /\b(LLM|ML)(0\d|10)\b(?!:(20\d\d|v1\.1))/;

test('no number of an OWASP list stands without its edition', () => {
  const { root } = workspacePlaces();
  const files = ['content', 'threat-models'].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ya?ml|mdx?)$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  const bare = files.flatMap((file) =>
    readFileSync(path.join(root, file), 'utf8')
      .split('\n')
      .flatMap((line, i) => (BARE_NUMBER.test(line) ? [`${file}:${i + 1} ${line.trim()}`] : [])),
  );
  expect(bare).toEqual([]);
  expect(files.length).toBeGreaterThan(500);
  expect(
    ['LLM01', 'see ML09.', 'LLM01:2026', 'ML05:2023', 'LLM02:v1.1'].map((x) => BARE_NUMBER.test(x)),
  ).toEqual([true, true, false, false, false]);
});

describe('questions', () => {
  const facts = new Set(Object.keys({ ...ELEMENT_FACTS, ...FLOW_FACTS, ...DATA_FACTS }));
  const keysOf = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(keysOf);
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)]);
  };
  const canAsk = (rule: Rule): boolean =>
    keysOf([rule.applies.where, rule.unless]).some((key) => facts.has(key)) ||
    (rule.unless !== undefined && namesIn(rule.unless, []).controls.length > 0);

  /** Rules that can leave a question and show none, with the reason. */
  const WITHOUT_EXAMPLE: Readonly<Record<string, string>> = {};

  test('a rule that can leave a question shows one', () => {
    const silent = rules
      .filter((rule) => canAsk(rule) && rule.examples.asked.length === 0)
      .map((rule) => rule.id);
    expect(silent).toEqual(Object.keys(WITHOUT_EXAMPLE));
    expect(rules.filter(canAsk).length).toBeGreaterThan(90);
  });
});

describe('nothing is carried for nobody', () => {
  /** Controls that no rule and no model names, with what they are there for. */
  const SPARE_CONTROLS: Readonly<Record<string, string>> = {};
  /** Kinds that no rule and no model names and no kind inherits from, with what they are there for. */
  const SPARE_KINDS: Readonly<Record<string, string>> = {
    'message-broker': 'The process in front of a message queue; what is said of a service is said of it.',
    'prompt-store': 'Named apart so that a diagram can show it; what is said of a data store is said of it.',
  };

  test('controls', () => {
    const used = new Set([
      ...rules.flatMap((rule) => [
        ...rule.controls,
        ...namesIn(rule.unless ?? {}, []).controls.map((c) => c.name),
      ]),
      ...models.flatMap((m) =>
        [m, ...m.zones, ...m.elements, ...m.flows].flatMap((x) => x.controls.map((c) => c.use)),
      ),
    ]);
    const unused = controls.map((c) => c.id).filter((id) => !used.has(id));
    expect(unused.sort()).toEqual(Object.keys(SPARE_CONTROLS).sort());
  });

  test('kinds', () => {
    const used = new Set([
      ...rules.flatMap((rule) =>
        [rule.applies.where, rule.unless].flatMap((c) => namesIn(c ?? {}, []).kinds.map((k) => k.name)),
      ),
      ...models.flatMap((m) => m.elements.map((e) => e.kind)),
      ...components.flatMap((c) => c.parents),
    ]);
    const unused = components.filter((c) => !used.has(c.id)).map((c) => c.id);
    expect(unused.sort()).toEqual(Object.keys(SPARE_KINDS).sort());
  });
});

/**
 * Microsoft's template "SDL TM Knowledge Base (Core)" 4.1.0.11 (MIT): the categories its generic rules give
 * for a flow across a trust boundary, by the types of its ends. Two pairs have no rule there.
 */
const CROSSING: readonly (readonly [from: string, to: string, stride: string])[] = [
  ['process', 'process', 'STRIDE'],
  ['process', 'external-entity', 'SRD'],
  ['process', 'data-store', 'STRID'],
  ['external-entity', 'process', 'STRIDE'],
  ['external-entity', 'data-store', 'STRD'],
  ['external-entity', 'external-entity', ''],
  ['data-store', 'process', 'SRIDE'],
  ['data-store', 'external-entity', 'SRID'],
  ['data-store', 'data-store', ''],
];

describe('rules for crossings speak about what the template of Microsoft speaks about', () => {
  const crossing = rules.filter((rule) => rule.applies.to === 'crossing');
  const model = (from: string, to: string, zone: string) => ({
    zones: { near: { name: 'Near', trust: 3 }, far: { name: 'Far', trust: 6 } },
    elements: { a: { type: from, name: 'A', zone: 'near' }, b: { type: to, name: 'B', zone } },
    flows: { ab: { from: 'a', to: 'b' } },
  });

  test('the table has every pair of types', () => {
    const pairs = ELEMENT_TYPES.flatMap((from) => ELEMENT_TYPES.map((to) => `${from} ${to}`));
    expect(CROSSING.map(([from, to]) => `${from} ${to}`).sort()).toEqual(pairs.sort());
  });
  test.each(CROSSING)('%s to %s: %s', (from, to, stride) => {
    expect(letters(categoriesOf(model(from, to, 'far'), 'ab', crossing))).toBe(stride);
  });
  test.each(CROSSING)('%s to %s inside one zone: nothing', (from, to) => {
    expect(categoriesOf(model(from, to, 'near'), 'ab', crossing)).toEqual([]);
  });
});

/** Shostack, Threat Modeling (2014), table 3-9. Repudiation of a store is marked there for logs only. */
const PER_ELEMENT: readonly (readonly [what: string, target: string, stride: string])[] = [
  ['a process', 'process', 'STRIDE'],
  ['a store of logs', 'logs', 'TRID'],
  ['another store', 'store', 'TID'],
  ['an external entity', 'entity', 'SR'],
  ['a flow', 'flow', 'TID'],
];

describe('the generic rules are the table per element, and no more', () => {
  const categories = Object.values(LETTERS).join('|');
  const generic = rules.filter((rule) =>
    new RegExp(`^(process|store|external|flow)-(${categories})$`).test(rule.id),
  );
  const model = {
    zones: { inside: { name: 'Inside', trust: 6 } },
    elements: {
      entity: { type: 'external-entity', name: 'Entity', zone: 'inside' },
      process: { type: 'process', name: 'Process', zone: 'inside' },
      store: { type: 'data-store', kind: 'relational-database', name: 'Store', zone: 'inside' },
      logs: { type: 'data-store', kind: 'log-store', name: 'Logs', zone: 'inside' },
    },
    flows: { flow: { from: 'entity', to: 'process' } },
  };

  test('one rule for each cell, named by it', () => {
    const sorts = { process: 'STRIDE', store: 'TRID', external: 'SR', flow: 'TID' };
    const cells = Object.entries(sorts).flatMap(([sort, row]) =>
      [...row].map((letter) => `${sort}-${LETTERS[letter]}`),
    );
    expect(generic.map((rule) => rule.id).sort()).toEqual(cells.sort());
    expect(
      generic.filter((rule) => rule.stride.length !== 1 || !rule.id.endsWith(`-${rule.stride[0]}`)),
    ).toEqual([]);
    expect(generic.filter((rule) => rule.ai || rule.refines.length > 0)).toEqual([]);
  });
  test.each(PER_ELEMENT)('%s (%s): %s', (_what, target, stride) => {
    expect(letters(categoriesOf(model, target, generic))).toBe(stride);
  });
});

/**
 * The article "Threat Modeling for AI Infrastructure Using STRIDE": each row of its lists, in short, and the
 * rules that cover it.
 */
const ARTICLE: Readonly<
  Record<string, readonly (readonly [row: string, stride: string, ...rules: string[]])[]>
> = {
  'what can be spoofed': [
    ['data source', 'S', 'data-source-impersonation'],
    ['model artefact', 'S', 'model-artifact-replacement'],
    ['inference client', 'S', 'inference-client-impersonation'],
    ['pipeline stage', 'S', 'pipeline-stage-spoofing'],
    ['monitoring signal', 'S', 'monitoring-signal-forgery'],
    ['feature source', 'S', 'feature-source-spoofing'],
  ],
  'what can be tampered with': [
    ['training data', 'T', 'training-data-poisoning', 'label-flipping', 'fine-tuning-data-poisoning'],
    ['model weights', 'T', 'model-weight-tampering'],
    ['features', 'T', 'feature-tampering', 'inference-feature-manipulation'],
    ['pipeline', 'T', 'pipeline-tampering'],
    ['gradients', 'T', 'gradient-poisoning'],
  ],
  'what can be disclosed': [
    ['the model, by queries', 'I', 'model-extraction-by-query'],
    ['training samples', 'I', 'training-data-extraction'],
    ['membership', 'I', 'membership-inference', 'detectable-membership'],
    ['architecture', 'I', 'architecture-disclosure'],
    ['credentials', 'I', 'credential-disclosure', 'notebook-credential-exposure'],
  ],
  'what can be denied': [
    ['inference resources', 'D', 'inference-resource-exhaustion', 'unbounded-consumption'],
    ['training', 'D', 'training-disruption'],
    ['quality of the model', 'D', 'model-degradation'],
    ['pipeline', 'D', 'pipeline-denial-of-service'],
  ],
  'how privileges grow': [
    ['out of a GPU container', 'E', 'gpu-container-escape'],
    ['by a service account', 'E', 'service-account-abuse'],
    ['through the pipeline', 'E', 'pipeline-privilege-escalation'],
  ],
  'the catalogue': [
    ['a data source is impersonated', 'S', 'data-source-impersonation'],
    ['a model in the registry is replaced', 'S', 'model-artifact-replacement'],
    ['stored training data are modified', 'T', 'training-data-poisoning'],
    ['weights are altered in transfer', 'T', 'model-weights-altered-in-transfer'],
    [
      'feature values are manipulated at inference',
      'T',
      'inference-feature-manipulation',
      'feature-tampering',
    ],
    ['a deployment is denied', 'R', 'model-deployment-denied'],
    ['the model is extracted', 'I', 'model-extraction-by-query'],
    ['training data are extracted', 'I', 'training-data-extraction'],
    ['GPU memory leaks between tenants', 'I', 'gpu-memory-leak'],
    ['adversarial prompts exhaust resources', 'D', 'inference-resource-exhaustion'],
    ['corrupt data disrupt training', 'D', 'training-disruption'],
    ['a privileged GPU pod is left', 'E', 'gpu-container-escape'],
    ['a model file runs code in the pipeline', 'E', 'unsafe-model-deserialisation'],
  ],
};

describe('every row of the article has a rule of its category', () => {
  test('no list was shortened', () => {
    expect(Object.values(ARTICLE).map((rows) => rows.length)).toEqual([6, 5, 5, 4, 3, 13]);
  });
  const rows = Object.entries(ARTICLE).flatMap(([list, entries]) =>
    entries.map(([row, stride, ...ids]) => ({ list, row, stride, ids })),
  );
  test.each(rows)('$list: $row', ({ stride, ids }) => {
    expect(ids.length).toBeGreaterThan(0);
    for (const id of ids) {
      const rule = ruleById.get(id);
      expect(rule?.stride, id).toContain(LETTERS[stride]);
      expect(rule?.ai, id).toBe(true);
    }
  });
});

/**
 * The four scored examples of the article: damage, reproducibility, exploitability, affected users and
 * discoverability; then impact on the model, sensitivity of the data and difficulty of detection.
 */
const DREAD: readonly (readonly [rule: string, ratings: readonly number[], factors: readonly number[]])[] = [
  ['training-data-poisoning', [9, 8, 6, 10, 4], [2, 1.8, 1.8]],
  ['model-extraction-by-query', [8, 9, 7, 8, 6], [1.5, 1.3, 1.5]],
  ['exposed-management-api', [10, 9, 8, 10, 7], [1, 1, 1]],
  ['gpu-memory-leak', [7, 5, 4, 6, 3], [1.5, 1.7, 2]],
];

test.each(DREAD)('%s has the ratings of the article', (id, ratings, factors) => {
  const d = ruleById.get(id)?.dread;
  expect(
    d && [d.damage, d.reproducibility, d.exploitability, d['affected-users'], d.discoverability],
  ).toEqual(ratings);
  expect(d && [d['model-impact'], d['data-sensitivity'], d['detection-difficulty']]).toEqual(factors);
});
