/** What a finding is about: an element, a flow or the whole system, by id and name. */
import type { Element, Flow } from '../model/model.ts';
import type { Target } from './analysis.ts';
import type { Context } from './condition/context.ts';
import { type Circumstances, circumstancesOf } from './scoring/context.ts';

const systemTarget = (context: Context): Target => ({
  type: 'system',
  id: 'system',
  name: context.graph.model.name,
});

/** @param subject null for the whole system */
export function targetOf(context: Context, subject: Element | Flow | null): Target {
  if (subject === null) return systemTarget(context);
  if (!('from' in subject)) return { type: 'element', id: subject.id, name: subject.name };
  const end = (id: string) => context.graph.element(id)?.name ?? id;
  return { type: 'flow', id: subject.id, name: `${end(subject.from)} → ${end(subject.to)}` };
}

/** One target with all that the rules speaking about it share. */
export interface Subject<S extends Element | Flow | null> {
  subject: S;
  target: Target;
  circumstances: Circumstances;
}

export const subjectOf = <S extends Element | Flow | null>(context: Context, subject: S): Subject<S> => ({
  subject,
  target: targetOf(context, subject),
  circumstances: circumstancesOf(context, subject),
});
