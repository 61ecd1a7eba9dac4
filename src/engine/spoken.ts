/** Everything an analysis says, one by one: findings, and what is folded under them with the target it is about. */

import type { StrideCategory } from '../model/vocabulary.ts';
import type { Finding, State } from './analysis.ts';

export interface Spoken {
  /** `rule@target` */
  id: string;
  rule: string;
  /** The id of the element or flow, or `system`. */
  target: string;
  state: State;
  stride: readonly StrideCategory[];
  /** The finding that is shown for it; itself where it is not folded. */
  shown: Finding;
}

/** Each finding, then what it stands for: a fold may be about a flow of the element that it is listed on. */
export const spokenOf = (findings: readonly Finding[]): Spoken[] =>
  findings.flatMap((shown) =>
    [shown, ...shown.folds].map((one) => ({ ...partsOf(one.id), ...pick(one), shown })),
  );

const pick = ({ id, state, stride }: Pick<Finding, 'id' | 'state' | 'stride'>) => ({ id, state, stride });

/** `rule@target`, taken apart. */
export function partsOf(findingId: string): { rule: string; target: string } {
  const at = findingId.lastIndexOf('@');
  return { rule: findingId.slice(0, at), target: findingId.slice(at + 1) };
}
