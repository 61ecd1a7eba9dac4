/**
 * What a condition answers from types, kinds and zones alone, before any fact is looked up: so that a rule is only
 * tried where it can apply. The logic of the answers is monotone, so that a `no` here is a `no` in full.
 */
import { type Answer, and, negate, or } from './answer.ts';
import { listOf } from './combine.ts';
import type { ElementCondition, FlowCondition } from './schema.ts';

/** All that is looked at of an element. */
export interface ElementShape {
  type: string;
  /** The kind and all it inherits from. */
  kinds: readonly string[];
}

export interface FlowShape {
  crosses: boolean;
  from: ElementShape | undefined;
  to: ElementShape | undefined;
}

const yesNo = (holds: boolean): Answer => (holds ? 'yes' : 'no');

export function staticElement(condition: ElementCondition, shape: ElementShape): Answer {
  const { type, kind } = condition;
  const own: Answer[] = [];
  if (type !== undefined) own.push(yesNo(listOf(type).includes(shape.type)));
  if (kind !== undefined) own.push(yesNo(listOf(kind).some((k) => shape.kinds.includes(k))));
  return whole(condition, own, ['type', 'kind'], (inner) => staticElement(inner, shape));
}

export function staticFlow(condition: FlowCondition, shape: FlowShape): Answer {
  const { crosses, from, to } = condition;
  const own: Answer[] = [];
  if (crosses !== undefined) own.push(yesNo(crosses === shape.crosses));
  if (from) own.push(shape.from ? staticElement(from, shape.from) : 'no');
  if (to) own.push(shape.to ? staticElement(to, shape.to) : 'no');
  return whole(condition, own, ['crosses', 'from', 'to'], (inner) => staticFlow(inner, shape));
}

/** The properties answered already, with `all`, `any` and `not`; every other property may hold or not. */
function whole<C extends { all?: C[] | undefined; any?: C[] | undefined; not?: C | undefined }>(
  condition: C,
  own: readonly Answer[],
  answered: readonly string[],
  answer: (inner: C) => Answer,
): Answer {
  const { all, any, not, ...rest } = condition;
  const answers = [...own];
  if (all) answers.push(...all.map(answer));
  if (any) answers.push(any.map(answer).reduce(or, 'no'));
  if (not) answers.push(negate(answer(not)));
  const more = Object.entries(rest).some(([key, value]) => value !== undefined && !answered.includes(key));
  return [...answers, ...(more ? (['unknown'] as const) : [])].reduce(and, 'yes');
}
