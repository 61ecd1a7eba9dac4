/** The remedies of a rule: the controls that stop its threat, at whatever place they stand. */
import { namesIn } from '../condition/names.ts';
import type { Rule } from './schema.ts';

const known = new WeakMap<Rule, ReadonlySet<string>>();

export function remediesOf(rule: Rule): ReadonlySet<string> {
  let remedies = known.get(rule);
  if (!remedies) {
    remedies = new Set(rule.unless ? namesIn(rule.unless, []).controls.map((c) => c.name) : []);
    known.set(rule, remedies);
  }
  return remedies;
}

/** Does one control stop both? */
export function shareRemedy(a: Rule, b: Rule): boolean {
  const remedies = remediesOf(a);
  return [...remediesOf(b)].some((control) => remedies.has(control));
}

/** The categories of a general rule that another does not speak about. */
export const categoriesLost = (general: Rule, by: Rule): readonly string[] =>
  general.stride.filter((category) => !by.stride.includes(category));

/** On one target the same category or the same remedy is enough for one rule to stand for another. */
export const isKin = (general: Rule, by: Rule): boolean =>
  categoriesLost(general, by).length === 0 || shareRemedy(general, by);
