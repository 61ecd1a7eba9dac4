/** Conditions on data flows. */
import type { Element, Flow } from '../../model/model.ts';
import { FLOW_FACTS, type FlowFact } from '../../model/vocabulary.ts';
import type { Evidence, Question } from '../analysis.ts';
import { compareFact } from './answer.ts';
import { combined, type Test } from './combine.ts';
import type { Context } from './context.ts';
import { controlTests } from './controls.ts';
import { compileDataCondition } from './data.ts';
import { compileElement } from './element.ts';
import type { FlowCondition } from './schema.ts';
import { crossingEvidence, questionAbout } from './words.ts';

export function compileFlow(condition: FlowCondition): Test<Flow> {
  const tests: Test<Flow>[] = [];
  if (condition.crosses !== undefined) tests.push(crossingTest(condition.crosses));
  const rising = condition['into-higher-trust'];
  if (rising !== undefined)
    tests.push((c, flow) =>
      c.graph.trustOf(flow.to) > c.graph.trustOf(flow.from) === rising ? 'yes' : 'no',
    );
  for (const fact of Object.keys(FLOW_FACTS) as FlowFact[]) {
    const wanted = condition[fact];
    if (wanted !== undefined) tests.push(flowFactTest(fact, wanted));
  }
  if (condition.carries) tests.push(compileDataCondition(condition.carries, 'carries'));
  tests.push(...controlTests<Flow>(condition));
  if (condition.from) tests.push(endTest('from', compileElement(condition.from)));
  if (condition.to) tests.push(endTest('to', compileElement(condition.to)));
  return combined(condition, tests, compileFlow);
}

const endTest =
  (end: 'from' | 'to', test: Test<Element>): Test<Flow> =>
  (context, flow, trace) => {
    const element = context.graph.element(flow[end]);
    return element ? test(context, element, trace) : 'no';
  };

function crossingTest(wanted: boolean): Test<Flow> {
  return (context, flow, trace) => {
    if (context.graph.crosses(flow) !== wanted) return 'no';
    if (wanted && trace) trace.fact(context.noted(flow, 'crossing', () => crossingEvidence(context, flow)));
    return 'yes';
  };
}

function flowFactTest(fact: FlowFact, wanted: boolean): Test<Flow> {
  return (context, flow, trace) => {
    const value = flow[fact];
    if (!trace) return compareFact(value, wanted);
    if (value === undefined) trace.ask(context.noted(flow, fact, () => flowQuestion(context, flow, fact)));
    else trace.fact(context.noted(flow, fact, () => flowEvidence(flow, fact, value)));
    return compareFact(value, wanted);
  };
}

function flowEvidence(flow: Flow, fact: FlowFact, value: boolean): Evidence {
  return { text: `${flow.id}: ${fact} is ${value}`, basis: 'stated', at: flow.places[fact] ?? flow.at };
}

function flowQuestion(context: Context, flow: Flow, fact: FlowFact): Question {
  const name = (id: string) => context.graph.element(id)?.name ?? id;
  const between = `${flow.id} (${name(flow.from)} → ${name(flow.to)})`;
  return { text: questionAbout(FLOW_FACTS[fact], between), about: `${fact} of ${flow.id}`, at: flow.at };
}
