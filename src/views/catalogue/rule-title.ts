/** The title of a rule where it speaks about no particular element: placeholders become what it applies to. */
import type { Rule } from '../../engine/rule/schema.ts';
import { inSentence } from '../condition/words.ts';
import { sentence } from '../labels.ts';
import type { KnownNames } from '../names.ts';

type Known = Pick<KnownNames, 'component'>;

/** What a rule speaks about, with its article. */
export const TARGETS: Readonly<Record<Rule['applies']['to'], string>> = {
  process: 'a process',
  'data-store': 'a data store',
  'external-entity': 'an external entity',
  element: 'an element',
  flow: 'a flow',
  crossing: 'a flow between zones',
  system: 'the system',
};

/** `Crafted inputs make {element} decide wrongly` → `Crafted inputs make a model server decide wrongly`. */
export function ruleTitle(rule: Rule, known: Known): string {
  const words: Readonly<Record<string, string>> = {
    element: nounOf(rule, known) ?? TARGETS[rule.applies.to],
    flow: 'a flow',
    from: 'its sender',
    to: 'its receiver',
    data: 'data',
    system: 'the system',
  };
  const flow = rule.applies.to === 'flow' || rule.applies.to === 'crossing';
  // A flow has two ends; the one named first needs no owner.
  const named = flow ? { ...words, from: 'a sender', to: 'a receiver' } : words;
  return sentence(rule.title.replace(/\{([a-z]+)\}/g, (all, word: string) => named[word] ?? all));
}

/** The kind, where the rule asks for exactly one. */
function nounOf(rule: Rule, known: Known): string | undefined {
  const kind = (rule.applies.where as { kind?: string | string[] } | undefined)?.kind;
  const only = Array.isArray(kind) ? (kind.length === 1 ? kind[0] : undefined) : kind;
  const name = only === undefined ? undefined : known.component(only)?.name;
  if (name === undefined) return undefined;
  const noun = inSentence(name);
  return `${/^([aeiou]|[AEFHILMNORSX][A-Z])/.test(noun) ? 'an' : 'a'} ${noun}`;
}
