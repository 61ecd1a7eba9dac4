/** The tests that a rule names are checked against the tools. */
import { expect, test } from 'vitest';
import { indexKnowledge, NO_KNOWLEDGE } from '../../knowledge/knowledge.ts';
import { ToolSchema } from '../../knowledge/schema/tool.ts';
import { checkOf } from '../../knowledge/tool-checks.ts';
import { readYaml } from '../../source/yaml.ts';
import { verifyProblems } from './link-verify.ts';
import type { Rule } from './schema.ts';

const SCANNER = ToolSchema.parse({
  id: 'scanner',
  name: 'Scanner',
  summary: 'It scans.',
  state: 'active',
  leaves: 'no',
  'leaves-note': 'Nothing.',
  provenance: {
    source: 'S',
    edition: '1',
    url: 'https://example.org/',
    licence: 'MIT',
    checked: '2026-11-20',
  },
  checks: [
    { use: 'probes.dan', names: ['Wild'], 'by-name': ['Old'] },
    { use: 'probes.dan', names: ['Cached'] },
    { use: 'pii:direct' },
  ],
});
const knowledge = indexKnowledge({ ...NO_KNOWLEDGE, tools: [SCANNER] });

const problemsOf = (steps: string) => {
  const source = readYaml('content/rules/r.yaml', `id: r\nverify:\n${steps}`);
  return verifyProblems({ value: source.value as Rule, source }, knowledge);
};

test('a check is named by itself, by what it holds in full, or by that alone', () => {
  const uses = ['probes.dan', 'probes.dan.Wild', 'probes.dan.Old', 'probes.dan.Cached', 'Wild', 'pii:direct'];
  expect(problemsOf(uses.map((use) => `  - { tool: scanner, use: '${use}' }\n`).join(''))).toEqual([]);
  expect(checkOf(SCANNER, 'probes.dan.Cached')).toBe(SCANNER.checks[1]);
});

test('a name that no check has is an error at its place, with the nearest name', () => {
  const [problem, ...more] = problemsOf(
    "  - manual: Try it.\n  - tool: scanner\n    use: 'probes.dan.Wildd'\n",
  );
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    severity: 'error',
    file: 'content/rules/r.yaml',
    line: 5,
    message: 'Scanner has no check probes.dan.Wildd',
    hint: 'did you mean probes.dan.Wild?',
  });
});

test('a tool that is not known is an error with the nearest id', () => {
  expect(problemsOf('  - { tool: scaner, use: probes.dan }\n')).toMatchObject([
    { message: 'there is no tool scaner', hint: 'did you mean scanner?' },
  ]);
});
