/** The list that one end of a crosswalk row stands in. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { type Reference, referenceKey } from '../../knowledge/reference.ts';
import { listTitle } from '../references.ts';

export interface EndList {
  id: string;
  title: string;
}

/** A Top 10 by its edition, because numbers mean something else in each; other frameworks as a whole. */
export function endListOf(reference: Reference, knowledge: Pick<Knowledge, 'entry'>): EndList {
  const entry = knowledge.entry(referenceKey(reference));
  if (entry?.kind !== 'list-item') return { id: reference.scheme, title: listTitle(reference.scheme) };
  const { title } = entry.table;
  return { id: title.toLowerCase().replace(/[^a-z0-9]+/g, '-'), title };
}
