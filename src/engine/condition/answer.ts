/** The four answers of a condition, and how `all`, `any` and `not` combine them. */

/** `partly` comes only from controls that are partly in place. */
export type Answer = 'yes' | 'no' | 'unknown' | 'partly';

// In `all` the highest of these decides; in `any` the highest of the other.
const IN_ALL: Readonly<Record<Answer, number>> = { no: 3, unknown: 2, partly: 1, yes: 0 };
const IN_ANY: Readonly<Record<Answer, number>> = { yes: 3, unknown: 2, partly: 1, no: 0 };

/** Conjunction; `yes` is its neutral element. */
export const and = (a: Answer, b: Answer): Answer => (IN_ALL[b] > IN_ALL[a] ? b : a);

/** Disjunction; `no` is its neutral element. */
export const or = (a: Answer, b: Answer): Answer => (IN_ANY[b] > IN_ANY[a] ? b : a);

export const negate = (answer: Answer): Answer =>
  answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer;

/** A fact of three values, compared with the wanted one. */
export function compareFact(stated: boolean | undefined, wanted: boolean): Answer {
  if (stated === undefined) return 'unknown';
  return stated === wanted ? 'yes' : 'no';
}
