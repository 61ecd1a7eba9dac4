/** Every rule of the catalogue does what its own examples say. */
import { describe, expect, test } from 'vitest';
import { indexKnowledge } from '../knowledge/knowledge.ts';
import { isError } from '../source/diagnostic.ts';
import { workspacePlaces } from '../workspace/places.ts';
import { loadWorkspace } from '../workspace/workspace.ts';
import { EXPECTATIONS, exampleProblem } from './rule/examples.ts';

const loaded = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(loaded.knowledge);

test('content has no errors', () => {
  const inContent = loaded.diagnostics.filter((d) => isError(d) && d.file.startsWith('content/'));
  expect(inContent.map((d) => `${d.file}:${d.line} ${d.message}`)).toEqual([]);
});

describe.each(loaded.rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  const examples = EXPECTATIONS.flatMap((expectation) =>
    rule.examples[expectation].map((example) => ({ expectation, example })),
  );
  test.each(examples.map((e) => [`${e.expectation}: ${e.example.name}`, e] as const))(
    '%s',
    (_name, { expectation, example }) => {
      expect(exampleProblem(rule, expectation, example, knowledge)).toBeUndefined();
    },
  );
});
