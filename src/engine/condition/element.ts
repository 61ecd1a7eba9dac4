/** Conditions on elements. */
import type { Element } from '../../model/model.ts';
import { ELEMENT_FACTS, type ElementFact } from '../../model/vocabulary.ts';
import type { Evidence, Question } from '../analysis.ts';
import { compareFact } from './answer.ts';
import { combined, every, exists, listOf, type Test } from './combine.ts';
import type { Context } from './context.ts';
import { controlTests } from './controls.ts';
import { compileDataCondition } from './data.ts';
import { compileFlow } from './flow.ts';
import type { ElementCondition } from './schema.ts';
import { midSentence, questionAbout } from './words.ts';

export function compileElement(condition: ElementCondition): Test<Element> {
  const tests: Test<Element>[] = [];
  if (condition.type !== undefined) {
    const types = new Set<string>(listOf(condition.type));
    tests.push((_, element) => (types.has(element.type) ? 'yes' : 'no'));
  }
  if (condition.kind !== undefined) tests.push(kindTest(listOf(condition.kind)));
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
  if (condition.receives)
    tests.push(exists((c, e) => c.graph.flowsInto(e.id), compileFlow(condition.receives)));
  if (condition.sends) tests.push(exists((c, e) => c.graph.flowsFrom(e.id), compileFlow(condition.sends)));
  if (condition['reachable-from']) tests.push(reachTest(condition['reachable-from']));
  return combined(condition, tests, compileElement);
}

function kindTest(kinds: readonly string[]): Test<Element> {
  const wanted = new Set(kinds);
  return (context, element, trace) => {
    for (const kind of context.knowledge.kindsOf(element.kind)) {
      if (!wanted.has(kind)) continue;
      trace?.fact(context.noted(element, `kind ${kind}`, () => kindEvidence(context, element, kind)));
      return 'yes';
    }
    return 'no';
  };
}

function kindEvidence(context: Context, element: Element, match: string): Evidence {
  const name = (id: string | undefined) =>
    id === undefined ? '' : (context.knowledge.component(id)?.name ?? id);
  const inherited = match === element.kind ? '' : `, a kind of ${midSentence(name(match))}`;
  const at = element.places['kind'] ?? element.at;
  return { text: `${element.name} is of kind ${name(element.kind)}${inherited}`, basis: 'stated', at };
}

function trustTest(limit: number, below: boolean): Test<Element> {
  return (context, element, trace) => {
    const trust = context.graph.trustOf(element.id);
    if (trust < limit !== below) return 'no';
    trace?.fact(context.noted(element, 'zone', () => zoneEvidence(context, element)));
    return 'yes';
  };
}

function zoneEvidence(context: Context, element: Element): Evidence {
  const zone = context.graph.zone(element.zone)?.name ?? element.zone;
  const text = `${element.name} stands in zone ${zone} (trust ${context.graph.trustOf(element.id)})`;
  return { text, basis: 'stated', at: element.places['zone'] ?? element.at };
}

function elementFactTest(fact: ElementFact, wanted: boolean): Test<Element> {
  return (context, element, trace) => {
    const { value, basis } = context.factOf(element, fact);
    if (!trace) return compareFact(value, wanted);
    if (value === undefined) trace.ask(context.noted(element, fact, () => elementQuestion(element, fact)));
    else trace.fact(context.noted(element, fact, () => elementEvidence(element, fact, value, basis)));
    return compareFact(value, wanted);
  };
}

function elementQuestion(element: Element, fact: ElementFact): Question {
  const text = questionAbout(ELEMENT_FACTS[fact], element.name);
  return { text, about: `${fact} of ${element.id}`, at: element.at };
}

function elementEvidence(
  element: Element,
  fact: ElementFact,
  value: boolean,
  basis: Evidence['basis'],
): Evidence {
  const at = element.places[fact] ?? element.places['kind'] ?? element.at;
  const inherited = basis === 'kind' ? ', as for every one of its kind' : '';
  return { text: `${element.name}: ${fact} is ${value}${inherited}`, basis, at };
}

function reachTest(from: NonNullable<ElementCondition['reachable-from']>): Test<Element> {
  const tests: Test<Element>[] = [];
  if (from['trust-below'] !== undefined) tests.push(trustTest(from['trust-below'], true));
  if (from.kind !== undefined) tests.push(kindTest(listOf(from.kind)));
  if (from.type !== undefined) {
    const types = new Set<string>(listOf(from.type));
    tests.push((_, element) => (types.has(element.type) ? 'yes' : 'no'));
  }
  const isSource = every(tests);
  const inWords = [
    from['trust-below'] === undefined ? '' : `zones of trust below ${from['trust-below']}`,
    from.kind === undefined ? '' : listOf(from.kind).join(' or '),
    from.type === undefined ? '' : listOf(from.type).join(' or '),
  ].filter(Boolean);
  return (context, element, trace) => {
    const reached = context.once(from, () => {
      const sources = context.graph.model.elements.filter((e) => isSource(context, e) === 'yes');
      return context.graph.reachableFrom(sources.map((e) => e.id));
    });
    if (!reached.has(element.id)) return 'no';
    trace?.fact({
      text: `data flows to ${element.name} from ${inWords.join(', ')}`,
      basis: 'computed',
      at: element.at,
    });
    return 'yes';
  };
}
