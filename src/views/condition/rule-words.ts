/** Whom a rule concerns and what stops it, in words. */
import { isFlowRule, isSystemRule } from '../../engine/rule/catalogue.ts';
import type { Rule } from '../../engine/rule/schema.ts';
import type { KnownNames } from '../names.ts';
import { type Clause, clausesOf, type Phrase, simple } from './phrase.ts';
import { phrasingFor } from './words.ts';

export interface RuleWords {
  applies: { lead: string; clauses: Clause[] };
  stops: { lead: string; clauses: Clause[] };
}

export type RuleTarget = Rule['applies']['to'];

export const TARGET_NOUNS: Readonly<Record<RuleTarget, string>> = {
  process: 'process',
  'data-store': 'data store',
  'external-entity': 'external entity',
  element: 'element',
  flow: 'flow',
  crossing: 'flow that crosses from one trust zone into another',
  system: 'system',
};

export function ruleInWords(rule: Rule, known: Pick<KnownNames, 'control' | 'component'>): RuleWords {
  const { where, unless } = phrasesOf(rule, known);
  const { to } = rule.applies;
  const noun = TARGET_NOUNS[to];
  const short = to === 'crossing' ? 'flow' : noun;
  return {
    applies: where
      ? { lead: `Every ${noun}${to === 'crossing' ? ' and' : ' that'}`, clauses: clausesOf(where) }
      : { lead: `Every ${noun}.`, clauses: [] },
    stops: unless
      ? stopsOf(short, simple(unless))
      : { lead: 'No control on record stops it; only a decision settles it.', clauses: [] },
  };
}

function stopsOf(noun: string, phrase: Phrase): RuleWords['stops'] {
  if (!('any' in phrase)) return { lead: `It is stopped where the ${noun}`, clauses: clausesOf(phrase) };
  const clauses = phrase.any.flatMap((part) => {
    const lines = clausesOf(part);
    const [only] = lines;
    return lines.length === 1 && only ? [only] : [{ words: [{ text: 'meets all of these:' }], items: lines }];
  });
  return { lead: `It is stopped where one of these is true: the ${noun}`, clauses };
}

function phrasesOf(
  rule: Rule,
  known: Pick<KnownNames, 'control' | 'component'>,
): { where?: Phrase; unless?: Phrase } {
  const say = phrasingFor(known);
  const both = <C>(compile: (c: C) => Phrase, where: C | undefined, unless: C | undefined) => ({
    ...(where === undefined ? {} : { where: compile(where) }),
    ...(unless === undefined ? {} : { unless: compile(unless) }),
  });
  if (isSystemRule(rule)) return both(say.system, rule.applies.where, rule.unless);
  if (isFlowRule(rule)) return both(say.flow, rule.applies.where, rule.unless);
  return both(say.element, rule.applies.where, rule.unless);
}
