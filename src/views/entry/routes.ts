/** The pages of the frameworks: every entry at its address, and retired ids that lead on. */
import type { Entry, Knowledge, RetiredEntry } from '../../knowledge/knowledge.ts';
import { keyPath } from '../paths.ts';

export interface RetiredPage {
  retired: RetiredEntry;
  path: string;
  /** The entries that took its place. */
  to: Entry[];
}

/** Ids that no longer exist. */
export function retiredEntries(knowledge: Knowledge): RetiredPage[] {
  return knowledge.data.tables.flatMap((table) =>
    table.retired.flatMap((row) => {
      const key = `${table.scheme}:${row.id}`;
      const retired = knowledge.retired(key);
      const path = keyPath(key);
      const to = row['replaced-by'].flatMap((id) => knowledge.entry(`${table.scheme}:${id}`) ?? []);
      return retired && path ? [{ retired, path, to }] : [];
    }),
  );
}

export interface EntryRoute {
  /** The address without the slashes at its ends. */
  address: string;
  entry?: Entry;
  moved?: RetiredPage;
}

export function entryRoutes(knowledge: Knowledge): EntryRoute[] {
  const address = (path: string): string => decodeURIComponent(path).replace(/^\/|\/$/g, '');
  const pages = knowledge.entries.flatMap((entry): EntryRoute[] => {
    const path = keyPath(entry.key);
    return path ? [{ address: address(path), entry }] : [];
  });
  return [...pages, ...retiredEntries(knowledge).map((moved) => ({ address: address(moved.path), moved }))];
}
