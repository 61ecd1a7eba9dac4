/** The built-in tools: as many checks as their registries had, each with what its kind promises. */
import { expect, test } from 'vitest';
import { indexKnowledge } from '../src/knowledge/knowledge.ts';
import { parseReference, referenceKey } from '../src/knowledge/reference.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';

const loaded = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(loaded.knowledge);
const { tools, releases } = knowledge.data;
const kindOf = (ref: string) => {
  const reference = parseReference(ref);
  return reference ? knowledge.entry(referenceKey(reference))?.kind : undefined;
};

test.each([
  ['garak', 41],
  ['promptfoo', 49],
  ['art', 23],
  ['textattack', 21],
])('%s has %i checks', (id, count) => {
  expect(knowledge.tool(id)?.checks.length).toBe(count);
});

test('the classes of garak and the plugins that need a service are as many as in the registries', () => {
  const held = knowledge.tool('garak')?.checks.flatMap((c) => [...c.names, ...c['by-name']]);
  expect(held?.length).toBe(189);
  expect(knowledge.tool('promptfoo')?.checks.filter((c) => c.remote).length).toBe(27);
});

test('an attack tests techniques and list entries; a defence is a form of a mitigation', () => {
  const wrong = tools.flatMap((tool) =>
    tool.checks.flatMap((check) =>
      check.refs
        .filter((ref) => (kindOf(ref) === 'mitigation') !== (check.sort === 'defence'))
        .map((ref) => `${tool.id} ${check.use} ${ref}`),
    ),
  );
  expect(wrong).toEqual([]);
});

test('no mapping claims an authority', () => {
  expect(tools.filter((tool) => tool.mapping === 'published')).toEqual([]);
});

test('every release says what it means for a reader', () => {
  expect(releases.filter((release) => !release.summary).map((r) => r.id)).toEqual([]);
});
