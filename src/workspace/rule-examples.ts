/** Runs the examples of every loaded rule and reports those that do not hold, with their place in the rule's file. */
import { EXPECTATIONS, exampleProblem } from '../engine/rule/examples.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { readYaml } from '../source/yaml.ts';
import type { LoadedWorkspace } from './workspace.ts';

export function exampleProblems(loaded: LoadedWorkspace, knowledge: Knowledge): Diagnostic[] {
  return loaded.rules.flatMap((rule) =>
    EXPECTATIONS.flatMap((expectation) =>
      rule.examples[expectation].flatMap((example, i): Diagnostic[] => {
        const problem = exampleProblem(rule, expectation, example, knowledge);
        if (!problem) return [];
        const file = `content/rules/${rule.id}.yaml`;
        const place = readYaml(file, loaded.texts.get(file) ?? '').keyPlace(['examples', expectation, i]);
        return [{ severity: 'error', ...place, message: `example "${example.name}": ${problem}` }];
      }),
    ),
  );
}
