/** The condition language of rules in plain words, with links to the kinds and controls it names. */
import type {
  ControlCondition,
  ElementCondition,
  FlowCondition,
  SystemCondition,
} from '../../engine/condition/schema.ts';
import { ELEMENT_FACTS, type ElementFact, FLOW_FACTS, type FlowFact } from '../../model/vocabulary.ts';
import { words as spaced, TYPE_LABELS } from '../labels.ts';
import type { KnownNames } from '../names.ts';
import { componentPath, controlPath } from '../paths.ts';
import { dataWords, or } from './data-words.ts';
import { ELEMENT_FACT_WORDS, FLOW_FACT_WORDS } from './facts.ts';
import { either, inline, leaf, negated, type Phrase, type Span, say, simple, type Words } from './phrase.ts';

type OneOrMore = string | readonly string[];
const list = (value: OneOrMore): readonly string[] => (typeof value === 'string' ? [value] : value);

/** A name inside a sentence: a small first letter, unless it is an abbreviation. */
export const inSentence = (name: string): string =>
  /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;

export interface Phrasing {
  element(condition: ElementCondition): Phrase;
  flow(condition: FlowCondition): Phrase;
  system(condition: SystemCondition): Phrase;
}

/** @param known gives kinds and controls their names */
export function phrasingFor(known: Pick<KnownNames, 'control' | 'component'>): Phrasing {
  const kind = (id: string): Span => ({
    text: inSentence(known.component(id)?.name ?? spaced(id)),
    path: componentPath(id),
  });
  const control = (id: string): Span => ({
    text: inSentence(known.control(id)?.name ?? spaced(id)),
    path: controlPath(id),
  });
  const kinds = (value: OneOrMore): Words => either(list(value).map(kind));
  const types = (value: OneOrMore): Words =>
    either(list(value).map((type, i) => `${i === 0 ? article(typeName(type)) : ''}${typeName(type)}`));

  const controls = (c: ControlCondition): Phrase[] => {
    const phrases: Phrase[] = [];
    const one = (id: string) =>
      leaf(say('has ', control(id), ' in place'), say('does not have ', control(id), ' in place'));
    if (c.control) phrases.push(one(c.control));
    for (const [ids, many, none, word] of [
      [c['any-control'], 'has at least one of ', 'has none of ', 'or'],
      [c['all-controls'], 'has ', 'lacks at least one of ', 'and'],
    ] as const) {
      const [only] = ids ?? [];
      if (ids?.length === 1 && only) phrases.push(one(only));
      else if (ids) {
        const named = (last: string) => either(ids.map(control), last);
        phrases.push(leaf(say(many, named(word), ' in place'), say(none, named('and'), ' in place')));
      }
    }
    return phrases;
  };

  const combined = <C extends { all?: C[] | undefined; any?: C[] | undefined; not?: C | undefined }>(
    condition: C,
    own: Phrase[],
    compile: (c: C) => Phrase,
  ): Phrase => {
    const parts = [...own];
    if (condition.all) parts.push(...condition.all.map(compile));
    if (condition.any) parts.push({ any: condition.any.map(compile) });
    if (condition.not) parts.push(negated(simple(compile(condition.not))));
    return simple({ all: parts });
  };

  const zone = (c: {
    'trust-below'?: number | undefined;
    'trust-at-least'?: number | undefined;
  }): Phrase[] => {
    const below = c['trust-below'];
    const least = c['trust-at-least'];
    return [
      ...(below === undefined
        ? []
        : [leaf(`stands in a zone of trust below ${below}`, `stands in a zone of trust ${below} or more`)]),
      ...(least === undefined
        ? []
        : [leaf(`stands in a zone of trust ${least} or more`, `stands in a zone of trust below ${least}`)]),
    ];
  };

  const identity = (c: { type?: OneOrMore | undefined; kind?: OneOrMore | undefined }): Phrase[] => [
    ...(c.type === undefined ? [] : [leaf(say('is ', types(c.type)), say('is not ', types(c.type)))]),
    ...(c.kind === undefined
      ? []
      : [leaf(say('is of kind ', kinds(c.kind)), say('is not of kind ', kinds(c.kind)))]),
  ];

  const element = (c: ElementCondition): Phrase => {
    const parts = [...identity(c), ...zone(c)];
    for (const fact of Object.keys(ELEMENT_FACTS) as ElementFact[])
      parts.push(...factPhrase(c[fact], ELEMENT_FACT_WORDS[fact]));
    for (const [data, verb] of [
      [c.processes, 'works on'],
      [c.stores, 'stores'],
      [c.holds, 'stores or works on'],
    ] as const)
      if (data) parts.push(leaf(`${verb} ${dataWords(data)}`, `${verb} no ${dataWords(data)}`));
    if (c.receives) parts.push(flowPhrase('receives', c.receives));
    if (c.sends) parts.push(flowPhrase('sends', c.sends));
    const reach = c['reachable-from'];
    if (reach) {
      const source = someElement(reach as ElementCondition);
      parts.push(
        leaf(say('can be reached by data from ', source), say('cannot be reached by data from ', source)),
      );
    }
    return combined(c, [...parts, ...controls(c)], element);
  };

  /** `receives data from an agent` where nothing else is asked of the flow. */
  const flowPhrase = (verb: 'receives' | 'sends' | 'has', c: FlowCondition): Phrase => {
    const { from, to, ...rest } = c;
    const other = verb === 'receives' ? from : verb === 'sends' ? to : undefined;
    const bareFlow = other && !(from && to) && Object.values(rest).every((v) => v === undefined);
    if (bareFlow) {
      const toward = verb === 'receives' ? 'from' : 'to';
      return leaf(
        say(`${verb} data ${toward} `, someElement(other)),
        say(`${verb} no data ${toward} `, someElement(other)),
      );
    }
    return leaf(say(`${verb} a flow that `, inline(flow(c))), say(`${verb} no flow that `, inline(flow(c))));
  };

  /** `a data store`, `an element of kind agent`, `a process that …`. */
  const someElement = (c: ElementCondition): Words => {
    const { type, kind: ofKind, ...rest } = c;
    const noun = type === undefined ? say('an element') : types(type);
    const named = ofKind === undefined ? noun : say(noun, ' of kind ', kinds(ofKind));
    const only = Object.values(rest).every((value) => value === undefined);
    if (only) return named;
    const { 'trust-below': below, ...others } = rest;
    if (below !== undefined && Object.values(others).every((v) => v === undefined))
      return say(named, ` in a zone of trust below ${below}`);
    return say(named, ' that ', inline(element(rest)));
  };

  const end = (verb: string, c: ElementCondition): Phrase => {
    const { not, ...rest } = c;
    if (not && Object.values(rest).every((v) => v === undefined))
      return negated(
        leaf(say(`${verb} `, someElement(not)), say(`does not ${bare(verb)} `, someElement(not))),
      );
    return leaf(say(`${verb} `, someElement(c)), say(`does not ${bare(verb)} `, someElement(c)));
  };

  const flow = (c: FlowCondition): Phrase => {
    const parts: Phrase[] = [
      ...factPhrase(c.crosses, ['crosses from one trust zone into another', 'stays inside its trust zone']),
      ...factPhrase(c['into-higher-trust'], [
        'goes into a more trusted zone',
        'does not go into a more trusted zone',
      ]),
    ];
    for (const fact of Object.keys(FLOW_FACTS) as FlowFact[])
      parts.push(...factPhrase(c[fact], FLOW_FACT_WORDS[fact]));
    if (c.from) parts.push(end('comes from', c.from));
    if (c.to) parts.push(end('goes to', c.to));
    if (c.carries) parts.push(leaf(`carries ${dataWords(c.carries)}`, `carries no ${dataWords(c.carries)}`));
    return combined(c, [...parts, ...controls(c)], flow);
  };

  const system = (c: SystemCondition): Phrase => {
    const parts: Phrase[] = [];
    const { platform, lifecycle } = c;
    if (platform) parts.push(leaf(`uses ${or(platform)} AI`, `does not use ${or(platform)} AI`));
    if (lifecycle)
      parts.push(leaf(`covers the stage ${or(lifecycle)}`, `does not cover the stage ${or(lifecycle)}`));
    const part = c['has-element'];
    if (part) parts.push(leaf(say('has ', someElement(part)), say('does not have ', someElement(part))));
    if (c['has-flow']) parts.push(flowPhrase('has', c['has-flow']));
    const data = c['has-data'];
    if (data) parts.push(leaf(`holds ${dataWords(data)}`, `holds no ${dataWords(data)}`));
    return combined(c, [...parts, ...controls(c)], system);
  };

  return { element, flow, system };
}

const typeName = (type: string): string =>
  (TYPE_LABELS as Readonly<Record<string, string>>)[type] ?? spaced(type);
const article = (noun: string): string => (/^[aeiou]/.test(noun) ? 'an ' : 'a ');
const bare = (verb: string): string => verb.replace(/^(come|goe)s/, (v) => (v === 'goes' ? 'go' : 'come'));

function factPhrase(wanted: boolean | undefined, [yes, no]: readonly [string, string]): Phrase[] {
  if (wanted === undefined) return [];
  return [wanted ? leaf(yes, no) : leaf(no, yes)];
}
