/** All crosswalks, and a table of which list is linked to which by how many rows. */
import { parseReference } from '../../knowledge/reference.ts';
import type { Crosswalk } from '../../knowledge/schema/crosswalk.ts';
import { TRUST_WORDS } from '../entry/head.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { crosswalkPath } from '../paths.ts';
import { hasFilters } from './crosswalk-page.ts';
import { type EndList, endListOf } from './ends.ts';

export interface CrosswalkBrief {
  id: string;
  title: string;
  path: string;
  authority: string;
  document?: string;
  /** Where it is not simply published. */
  mark?: string;
  rows: number;
}

/** The rows of one crosswalk that link two lists. */
export interface PairLink {
  path: string;
  count: number;
  title: string;
  mark?: string;
}

export interface CrosswalkList {
  crosswalks: CrosswalkBrief[];
  columns: EndList[];
  /** From each list to each list of the columns; an empty cell is an empty list. */
  grid: { list: EndList; cells: PairLink[][] }[];
  total: number;
}

interface Pair {
  crosswalk: Crosswalk;
  from: EndList;
  to: EndList;
}

const markOf = ({ status }: Crosswalk): { mark?: string } =>
  status === 'published' ? {} : { mark: TRUST_WORDS[status].label };

export function crosswalkList({ knowledge }: KnowledgeSite): CrosswalkList {
  const { crosswalks } = knowledge.data;
  const pairs = crosswalks.flatMap((crosswalk) =>
    crosswalk.rows.flatMap((row): Pair[] => {
      const from = parseReference(row.from);
      const to = parseReference(row.to);
      return from && to
        ? [{ crosswalk, from: endListOf(from, knowledge), to: endListOf(to, knowledge) }]
        : [];
    }),
  );
  const columns = listsOf(pairs.map((p) => p.to));
  return {
    crosswalks: crosswalks.map((crosswalk) => ({
      id: crosswalk.id,
      title: crosswalk.title,
      path: crosswalkPath(crosswalk.id),
      authority: crosswalk.authority,
      ...(crosswalk.document ? { document: crosswalk.document } : {}),
      ...markOf(crosswalk),
      rows: crosswalk.rows.length,
    })),
    columns,
    grid: listsOf(pairs.map((p) => p.from)).map((list) => ({
      list,
      cells: columns.map((column) =>
        linksOf(pairs.filter((p) => p.from.id === list.id && p.to.id === column.id)),
      ),
    })),
    total: pairs.length,
  };
}

/** Each list once, those with most rows first. */
function listsOf(ends: readonly EndList[]): EndList[] {
  return [...Map.groupBy(ends, (end) => end.id).values()]
    .sort((a, b) => b.length - a.length)
    .flatMap((same) => same[0] ?? []);
}

/** Where a page has filters, the link chooses the rows that are counted. */
function linksOf(pairs: readonly Pair[]): PairLink[] {
  return [...Map.groupBy(pairs, (p) => p.crosswalk)].map(([crosswalk, rows]) => {
    const part = hasFilters(crosswalk) && rows.length < crosswalk.rows.length;
    const query = part ? `?${new URLSearchParams({ to: rows[0]?.to.id ?? '' })}` : '';
    return {
      path: `${crosswalkPath(crosswalk.id)}${query}`,
      count: rows.length,
      title: crosswalk.title,
      ...markOf(crosswalk),
    };
  });
}
