/**
 * The floor of the engine: whatever the article's program reports on its own example, our analysis speaks about too.
 *
 * The program is transcribed as a table of what it emits, an (element, category) pair a line, and its totals are
 * checked first so that the transcription cannot quietly shrink.
 */
import { describe, expect, test } from 'vitest';
import { analyse } from '../src/engine/analyse.ts';
import { compileCatalogue } from '../src/engine/rule/catalogue.ts';
import { spokenOf } from '../src/engine/spoken.ts';
import { indexKnowledge } from '../src/knowledge/knowledge.ts';
import type { StrideCategory } from '../src/model/vocabulary.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';

type Category = StrideCategory | 'crossing';
const S = 'spoofing';
const T = 'tampering';
const R = 'repudiation';
const I = 'information-disclosure';
const D = 'denial-of-service';
const E = 'elevation-of-privilege';

const REPORTED: readonly (readonly [element: string, categories: readonly Category[]])[] = [
  ['user', [S]],
  ['admin', [S]],
  ['gateway', [S, T, R, D, E]],
  ['vllm', [S, T, R, I, D, E]],
  ['pipeline', [S, T, R, I, D, E]],
  ['s3-models', [T, I]],
  ['mlflow', [T, I]],
  ['logs', [T, I]],
  ['df1', ['crossing']],
  ['df2', [T, I, S, 'crossing']],
  ['df3', ['crossing']],
  ['df4', ['crossing']],
  ['df5', [T, I, S, 'crossing']],
  ['df6', [T, I, S, 'crossing']],
];
const pairs = REPORTED.flatMap(([element, categories]) =>
  categories.map((category) => ({ element, category })),
);
const count = (category: Category) => pairs.filter((p) => p.category === category).length;

test('the transcription has the totals of the program', () => {
  expect(pairs).toHaveLength(40);
  const categories: Category[] = [S, T, R, I, D, E, 'crossing'];
  expect(categories.map(count)).toEqual([8, 9, 3, 8, 3, 3, 6]);
});

const loaded = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(loaded.knowledge);
const catalogue = compileCatalogue(loaded.rules);
const model = loaded.models.find((m) => m.id === 'llm-inference-pipeline');
if (!model) throw new Error('the model llm-inference-pipeline did not load');
const { findings } = analyse(model, knowledge, catalogue, { today: '2026-11-21' });
/** Folded findings are still there, under the one that stands for them. */
const spoken = spokenOf(findings);

describe('every pair the program reports is a finding, a mitigated one or a question', () => {
  test.each(pairs)('$element: $category', ({ element, category }) => {
    const here = spoken.filter((s) => s.target === element);
    const found =
      category === 'crossing'
        ? here.some((s) => catalogue.rule(s.rule)?.applies.to === 'crossing')
        : here.some((s) => s.stride.includes(category));
    expect(found).toBe(true);
  });
});

test('the model is the article’s system', () => {
  const facts = model.flows.map((f) => [f.id, f.from, f.to, f.encrypted, f.authenticated]);
  expect(facts).toEqual([
    ['df1', 'user', 'gateway', true, true],
    ['df2', 'gateway', 'vllm', false, false],
    ['df3', 's3-models', 'vllm', true, true],
    ['df4', 'admin', 'mlflow', true, true],
    ['df5', 'mlflow', 'pipeline', false, false],
    ['df6', 'vllm', 'logs', false, false],
  ]);
  expect(model.elements).toHaveLength(8);
});
