/**
 * Conditions compiled to functions, once a rule.
 *
 * Each function answers for a subject; given a trace it also says which facts it looked at and what it would
 * have to ask. The first pass over all targets runs without a trace, so that only findings pay for it.
 */
import type { ElementFact, FlowFact } from '../../model/vocabulary.ts';
import { ELEMENT_FACTS, FLOW_FACTS } from '../../model/vocabulary.ts';
import type { Element, Flow } from '../../model/model.ts';
import { type Answer, and, compareFact, negate, or } from './answer.ts';
import type { Context } from './context.ts';
import { compileDataCondition } from './data.ts';
import type { ControlCondition, ElementCondition, FlowCondition, SystemCondition } from './schema.ts';
import type { Trace } from './trace.ts';

export type Test<S> = (context: Context, subject: S, trace?: Trace) => Answer;

/** The subject of a system condition is the model of the context. */
export type System = null;

const list = <T>(value: T | readonly T[]): readonly T[] => (Array.isArray(value) ? value : [value as T]);

/** All tests hold. Where one says `no`, the first that does is the whole reason. */
function every<S>(tests: readonly Test<S>[]): Test<S> {
  if (tests.length === 1) return tests[0] as Test<S>;
  return (context, subject, trace) => {
    let answer: Answer = 'yes';
    for (const test of tests) {
      const next = test(context, subject);
      if (next === 'no') {
        if (trace) test(context, subject, trace);
        return 'no';
      }
      answer = and(answer, next);
    }
    if (trace) for (const test of tests) test(context, subject, trace);
    return answer;
  };
}

/** One test holds. Only the branches that gave the answer are its reason. */
function some<S>(tests: readonly Test<S>[]): Test<S> {
  return (context, subject, trace) => {
    let answer: Answer = 'no';
    for (const test of tests) {
      answer = or(answer, test(context, subject));
      if (answer === 'yes') break;
    }
    if (trace) for (const test of tests) if (test(context, subject) === answer) test(context, subject, trace);
    return answer;
  };
}

const not =
  <S>(test: Test<S>): Test<S> =>
  (context, subject, trace) =>
    negate(test(context, subject, trace));

function combined<C extends { all?: C[] | undefined; any?: C[] | undefined; not?: C | undefined }, S>(
  condition: C,
  own: Test<S>[],
  compile: (condition: C) => Test<S>,
): Test<S> {
  const tests = [...own];
  if (condition.all) tests.push(every(condition.all.map(compile)));
  if (condition.any) tests.push(some(condition.any.map(compile)));
  if (condition.not) tests.push(not(compile(condition.not)));
  return every(tests);
}

function controlTests<S extends Element | Flow | System>(condition: ControlCondition): Test<S>[] {
  const one =
    (id: string): Test<S> =>
    (context, subject, trace) => {
      const found = context.controlOf(subject ?? undefined, id);
      const status = found?.use.status ?? 'absent';
      if (status === 'unknown') {
        const name = context.knowledge.control(id)?.name ?? id;
        trace?.ask({
          text: `Is ${name.toLowerCase()} in place on ${subject?.name ?? subject?.id ?? 'the system'}?`,
          about: `controls of ${subject?.id ?? 'the system'}`,
          ...(found ? { at: found.use.at } : {}),
        });
        return 'unknown';
      }
      return status === 'implemented' ? 'yes' : status === 'partial' ? 'partly' : 'no';
    };
  const tests: Test<S>[] = [];
  if (condition.control) tests.push(one(condition.control));
  if (condition['any-control']) tests.push(some(condition['any-control'].map(one)));
  if (condition['all-controls']) tests.push(every(condition['all-controls'].map(one)));
  return tests;
}

/** Holds where one of the list does; the subject's relatives (flows, elements) are found by `related`. */
const exists =
  <S, R>(related: (context: Context, subject: S) => readonly R[], test: Test<R>): Test<S> =>
  (context, subject, trace) => {
    let unknown: R | undefined;
    for (const item of related(context, subject)) {
      const answer = test(context, item);
      if (answer === 'yes' || answer === 'partly') {
        if (trace) test(context, item, trace);
        return answer;
      }
      if (answer === 'unknown') unknown ??= item;
    }
    if (unknown === undefined) return 'no';
    if (trace) test(context, unknown, trace);
    return 'unknown';
  };

export function compileElement(condition: ElementCondition): Test<Element> {
  const tests: Test<Element>[] = [];
  if (condition.type !== undefined) {
    const types = new Set<string>(list(condition.type));
    tests.push((_, element) => (types.has(element.type) ? 'yes' : 'no'));
  }
  if (condition.kind !== undefined) tests.push(kindTest(list(condition.kind)));
  if (condition['trust-below'] !== undefined) tests.push(trustTest(condition['trust-below'], true));
  if (condition['trust-at-least'] !== undefined) tests.push(trustTest(condition['trust-at-least'], false));
  for (const where of ['processes', 'stores', 'holds'] as const) {
    const data = condition[where];
    if (data) tests.push(compileDataCondition(data, where));
  }
  for (const fact of Object.keys(ELEMENT_FACTS) as ElementFact[]) {
    const wanted = condition[fact];
    if (wanted !== undefined) tests.push(elementFactTest(fact, wanted));
  }
  tests.push(...controlTests<Element>(condition));
  if (condition.receives) tests.push(exists((c, e) => c.graph.flowsInto(e.id), compileFlow(condition.receives)));
  if (condition.sends) tests.push(exists((c, e) => c.graph.flowsFrom(e.id), compileFlow(condition.sends)));
  if (condition['reachable-from']) tests.push(reachTest(condition['reachable-from']));
  return combined(condition, tests, compileElement);
}

function kindTest(kinds: readonly string[]): Test<Element> {
  const wanted = new Set(kinds);
  return (context, element, trace) => {
    const match = context.knowledge.kindsOf(element.kind).find((k) => wanted.has(k));
    if (match === undefined) return 'no';
    if (trace) {
      const name = (id: string | undefined) => (id === undefined ? '' : (context.knowledge.component(id)?.name ?? id));
      const inherited = match === element.kind ? '' : `, a kind of ${name(match).toLowerCase()}`;
      trace.fact({
        text: `${element.name} is of kind ${name(element.kind)}${inherited}`,
        basis: 'stated',
        at: element.places['kind'] ?? element.at,
      });
    }
    return 'yes';
  };
}

function trustTest(limit: number, below: boolean): Test<Element> {
  return (context, element, trace) => {
    const trust = context.graph.trustOf(element.id);
    if (trust < limit !== below) return 'no';
    const zone = context.graph.zone(element.zone);
    trace?.fact({
      text: `${element.name} stands in zone ${zone?.name ?? element.zone} (trust ${trust})`,
      basis: 'stated',
      at: element.places['zone'] ?? element.at,
    });
    return 'yes';
  };
}

function elementFactTest(fact: ElementFact, wanted: boolean): Test<Element> {
  return (context, element, trace) => {
    const { value, basis } = context.factOf(element, fact);
    const at = element.places[fact] ?? element.places['kind'] ?? element.at;
    if (value === undefined) trace?.ask({ text: questionAbout(ELEMENT_FACTS[fact], element.name), about: `${fact} of ${element.id}`, at: element.at });
    else trace?.fact({ text: `${element.name}: ${fact} is ${value}${basis === 'kind' ? ', as for every one of its kind' : ''}`, basis, at });
    return compareFact(value, wanted);
  };
}

const questionAbout = (question: string, name: string): string => `${name}: ${question.charAt(0).toLowerCase()}${question.slice(1)}`;

function reachTest(from: NonNullable<ElementCondition['reachable-from']>): Test<Element> {
  const tests: Test<Element>[] = [];
  if (from['trust-below'] !== undefined) tests.push(trustTest(from['trust-below'], true));
  if (from.kind !== undefined) tests.push(kindTest(list(from.kind)));
  if (from.type !== undefined) {
    const types = new Set<string>(list(from.type));
    tests.push((_, element) => (types.has(element.type) ? 'yes' : 'no'));
  }
  const isSource = every(tests);
  const inWords = [
    from['trust-below'] === undefined ? '' : `zones of trust below ${from['trust-below']}`,
    from.kind === undefined ? '' : list(from.kind).join(' or '),
    from.type === undefined ? '' : list(from.type).join(' or '),
  ].filter(Boolean);
  return (context, element, trace) => {
    const reached = context.once(from, () => {
      const sources = context.graph.model.elements.filter((e) => isSource(context, e) === 'yes');
      return context.graph.reachableFrom(sources.map((e) => e.id));
    });
    if (!reached.has(element.id)) return 'no';
    trace?.fact({ text: `data flows to ${element.name} from ${inWords.join(', ')}`, basis: 'computed', at: element.at });
    return 'yes';
  };
}

export function compileFlow(condition: FlowCondition): Test<Flow> {
  const tests: Test<Flow>[] = [];
  if (condition.crosses !== undefined) tests.push(crossingTest(condition.crosses));
  const rising = condition['into-higher-trust'];
  if (rising !== undefined)
    tests.push((c, flow) => (c.graph.trustOf(flow.to) > c.graph.trustOf(flow.from) === rising ? 'yes' : 'no'));
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
    if (wanted) trace?.fact({ text: crossingInWords(context, flow), basis: 'computed', at: flow.at });
    return 'yes';
  };
}

export function crossingInWords(context: Context, flow: Flow): string {
  const zone = (id: string) => {
    const z = context.graph.zone(context.graph.element(id)?.zone ?? '');
    return `${z?.name ?? id} (trust ${z?.trust ?? 0})`;
  };
  return `it crosses from ${zone(flow.from)} to ${zone(flow.to)}`;
}

function flowFactTest(fact: FlowFact, wanted: boolean): Test<Flow> {
  return (context, flow, trace) => {
    const value = flow[fact];
    if (trace) {
      const name = (id: string) => context.graph.element(id)?.name ?? id;
      const between = `${flow.id} (${name(flow.from)} → ${name(flow.to)})`;
      if (value === undefined) trace.ask({ text: questionAbout(FLOW_FACTS[fact], between), about: `${fact} of ${flow.id}`, at: flow.at });
      else trace.fact({ text: `${flow.id}: ${fact} is ${value}`, basis: 'stated', at: flow.places[fact] ?? flow.at });
    }
    return compareFact(value, wanted);
  };
}

export function compileSystem(condition: SystemCondition): Test<System> {
  const tests: Test<System>[] = [];
  if (condition.platform !== undefined) tests.push(platformTest(list(condition.platform)));
  if (condition.lifecycle !== undefined) {
    const wanted = new Set<string>(list(condition.lifecycle));
    tests.push((c) => (c.graph.model.lifecycle.some((stage) => wanted.has(stage)) ? 'yes' : 'no'));
  }
  if (condition['has-element']) tests.push(exists((c) => c.graph.model.elements, compileElement(condition['has-element'])));
  if (condition['has-flow']) tests.push(exists((c) => c.graph.model.flows, compileFlow(condition['has-flow'])));
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
