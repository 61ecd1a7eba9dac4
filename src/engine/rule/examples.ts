/** A rule's own examples, run as tests: in the project's test suite, and by `wardbook check` for a workspace's rules. */
import { stringify } from 'yaml';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { parseModel } from '../../model/parse.ts';
import { analyse } from '../analyse.ts';
import type { State } from '../analysis.ts';
import { linkModel } from '../link-model.ts';
import { compileCatalogue } from './catalogue.ts';
import type { Rule, RuleExample } from './schema.ts';

export type Expectation = keyof Rule['examples'];
export const EXPECTATIONS: readonly Expectation[] = ['found', 'clear', 'asked'];

/** `clear` also holds where there is no finding at all. */
const EXPECTED: Readonly<Record<Expectation, readonly State[]>> = {
  found: ['open', 'partly-mitigated'],
  clear: ['mitigated'],
  asked: ['asked'],
};

/**
 * Runs one example with this rule alone.
 * @returns what is wrong, or undefined where the rule does what the example says
 */
export function exampleProblem(
  rule: Rule,
  expectation: Expectation,
  example: RuleExample,
  knowledge: Knowledge,
): string | undefined {
  const text = stringify({ wardbook: 1, name: 'Example', description: example.name, ...example.model });
  const { model, diagnostics } = parseModel('example', text, 'example');
  const catalogue = compileCatalogue([rule]);
  const problems = model
    ? linkModel({ ...model, decisions: [] }, knowledge, catalogue).filter((d) => d.severity === 'error')
    : diagnostics;
  if (!model || problems.length > 0)
    return `the example's model is not valid: ${problems.map((d) => [d.message, d.expected, d.hint].filter(Boolean).join('; ')).join(' | ')}`;
  const targets = ['system', ...model.elements.map((e) => e.id), ...model.flows.map((f) => f.id)];
  if (!targets.includes(example.on)) return `the example has no element or flow ${example.on}`;
  const { findings } = analyse(model, knowledge, catalogue, { today: '2026-01-01' });
  const finding = findings.find((f) => f.id === `${rule.id}@${example.on}`);
  const found = finding ? `the finding is ${finding.state}` : 'there is no finding';
  const right = finding ? EXPECTED[expectation].includes(finding.state) : expectation === 'clear';
  return right
    ? undefined
    : `expected ${EXPECTED[expectation].join(' or ')}${expectation === 'clear' ? ' or none' : ''}, but ${found}`;
}
