/** Checks that the tests a rule names exist: the tool, and what is to be selected in it. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { problemAt, type Sourced } from '../../knowledge/problems.ts';
import { checkOf, namesOfTool } from '../../knowledge/tool-checks.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { didYouMean } from '../../source/nearest.ts';
import type { Rule } from './schema.ts';

export function verifyProblems(
  { value: rule, source }: Sourced<Rule>,
  knowledge: Pick<Knowledge, 'tool' | 'data'>,
): Diagnostic[] {
  return rule.verify.flatMap((step, i) => {
    if ('manual' in step) return [];
    const tool = knowledge.tool(step.tool);
    if (!tool) {
      const ids = knowledge.data.tools.map((t) => t.id);
      const hint = didYouMean(step.tool, ids);
      return [problemAt(source, ['verify', i, 'tool'], { message: `there is no tool ${step.tool}`, hint })];
    }
    if (checkOf(tool, step.use)) return [];
    return [
      problemAt(source, ['verify', i, 'use'], {
        message: `${tool.name} has no check ${step.use}`,
        expected: `a name listed under checks in content/tools/${tool.id}.yaml`,
        hint: didYouMean(step.use, namesOfTool(tool)),
      }),
    ];
  });
}
