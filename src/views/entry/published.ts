/** Which entries of the frameworks have a page: the one place that decides it. */
import type { Entry, RetiredEntry } from '../../knowledge/knowledge.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { usesOf } from '../knowledge-site.ts';
import { keyPath } from '../paths.ts';
import type { Chip } from '../references.ts';
import { referenceChip } from '../references.ts';

const cache = new WeakMap<KnowledgeSite['systems'], ReadonlySet<string>>();

/**
 * An entry has a page where we wrote a note on it, or where a rule, a control, a finding, a threat that people
 * found, a chain or a governance answer refers to it. With it come its parents and its tactics, and the entries
 * of older editions that it replaced.
 * @returns keys, `scheme:id`
 */
export function publishedEntries(site: KnowledgeSite): ReadonlySet<string> {
  const known = cache.get(site.systems);
  if (known) return known;
  const { knowledge } = site;
  const { keys } = usesOf(site);
  const published = new Set<string>();
  const publish = (entry: Entry | undefined): void => {
    if (!entry || published.has(entry.key)) return;
    published.add(entry.key);
    const { parent, tactics } = entry.fact;
    for (const id of parent ? [parent, ...tactics] : tactics)
      publish(knowledge.entry(`${entry.scheme}:${id}`));
  };
  for (const entry of knowledge.entries) if (entry.note || keys.has(entry.key)) publish(entry);
  for (const entry of knowledge.entries) {
    if (entry.fact['replaced-by'].some((id) => published.has(`${entry.scheme}:${id}`))) publish(entry);
  }
  cache.set(site.systems, published);
  return published;
}

export interface RetiredPage {
  retired: RetiredEntry;
  path: string;
  /** The entries that took its place and have a page. */
  to: Entry[];
}

/** Ids that no longer exist and whose replacement has a page. */
export function retiredEntries(site: KnowledgeSite): RetiredPage[] {
  const published = publishedEntries(site);
  return site.knowledge.data.tables.flatMap((table) =>
    table.retired.flatMap((row) => {
      const key = `${table.scheme}:${row.id}`;
      const retired = site.knowledge.retired(key);
      const path = keyPath(key);
      const to = row['replaced-by']
        .flatMap((id) => site.knowledge.entry(`${table.scheme}:${id}`) ?? [])
        .filter((entry) => published.has(entry.key));
      return retired && path && to.length > 0 ? [{ retired, path, to }] : [];
    }),
  );
}

export interface EntryRoute {
  /** The address without the slashes at its ends. */
  address: string;
  entry?: Entry;
  moved?: RetiredPage;
}

/** Every page of the frameworks: entries at their addresses, retired ids that lead on. */
export function entryRoutes(site: KnowledgeSite): EntryRoute[] {
  const address = (path: string): string => decodeURIComponent(path).replace(/^\/|\/$/g, '');
  const pages = site.knowledge.entries.flatMap((entry): EntryRoute[] => {
    const path = publishedEntries(site).has(entry.key) ? keyPath(entry.key) : undefined;
    return path ? [{ address: address(path), entry }] : [];
  });
  return [...pages, ...retiredEntries(site).map((moved) => ({ address: address(moved.path), moved }))];
}

/** An entry as a chip that leads to our page, or to the list's own where we have none. */
export function entryChip(entry: Entry, site: KnowledgeSite): Chip {
  const { path, ...chip } = referenceChip(entry.key, site.knowledge);
  const to = publishedEntries(site).has(entry.key) ? path : entry.fact.url;
  return { ...chip, ...(to ? { path: to } : {}) };
}
