/** Conditions on the whole system. */

import { combined, exists, listOf, type System, type Test } from './combine.ts';
import { controlTests } from './controls.ts';
import { compileDataCondition } from './data.ts';
import { compileElement } from './element.ts';
import { compileFlow } from './flow.ts';
import type { SystemCondition } from './schema.ts';

export function compileSystem(condition: SystemCondition): Test<System> {
  const tests: Test<System>[] = [];
  if (condition.platform !== undefined) tests.push(platformTest(listOf(condition.platform)));
  if (condition.lifecycle !== undefined) {
    const wanted = new Set<string>(listOf(condition.lifecycle));
    tests.push((c) => (c.graph.model.lifecycle.some((stage) => wanted.has(stage)) ? 'yes' : 'no'));
  }
  if (condition['has-element'])
    tests.push(exists((c) => c.graph.model.elements, compileElement(condition['has-element'])));
  if (condition['has-flow'])
    tests.push(exists((c) => c.graph.model.flows, compileFlow(condition['has-flow'])));
  const data = condition['has-data'];
  if (data) tests.push(compileDataCondition(data, 'system'));
  tests.push(...controlTests<System>(condition));
  return combined(condition, tests, compileSystem);
}

function platformTest(platforms: readonly string[]): Test<System> {
  const wanted = new Set(platforms);
  return (context, _, trace) => {
    const { platform, name } = context.graph.model;
    if (platform === undefined) {
      trace?.ask({ text: `${name}: is its AI predictive, generative or agentic?`, about: 'platform' });
      return 'unknown';
    }
    if (!wanted.has(platform)) return 'no';
    trace?.fact({ text: `the system's platform is ${platform}`, basis: 'stated' });
    return 'yes';
  };
}
