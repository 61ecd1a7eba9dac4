/** An entry in a list: id, name, where it leads, and how our systems stand to it. */

import type { Entry } from '../../knowledge/knowledge.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { editionName } from '../editions.ts';
import { type Found, type KnowledgeSite, usesOf } from '../knowledge-site.ts';
import { keyPath } from '../paths.ts';

export interface EntryLine {
  key: string;
  id: string;
  name: string;
  /** Our page; undefined where there is none. */
  path?: string;
  /** The entry on its own list's site. */
  url?: string;
  status: Entry['fact']['status'];
  maturity?: string;
  platforms: string[];
  tally: Tally;
  /** How many of our systems have a finding that refers to it. */
  systems: number;
  /** 0 for the first level. */
  depth: number;
}

/** Findings that refer to an entry or to one below it, each once. */
export function findingsUnder(entry: Entry, site: KnowledgeSite): Found[] {
  const uses = usesOf(site);
  const keys = [entry, ...descendants(entry, site)].map((e) => e.key);
  const found = new Map(keys.flatMap((key) => uses.findings(key)).map((f) => [f.finding, f]));
  return [...found.values()].sort((a, b) => uses.place(a.finding) - uses.place(b.finding));
}

export function descendants(entry: Entry, site: KnowledgeSite): Entry[] {
  return site.knowledge.childrenOf(entry.key).flatMap((child) => [child, ...descendants(child, site)]);
}

export function entryLine(entry: Entry, site: KnowledgeSite, depth = 0): EntryLine {
  const found = findingsUnder(entry, site);
  const path = keyPath(entry.key);
  const { id, url, status, maturity, platforms } = entry.fact;
  return {
    key: entry.key,
    id,
    name: depth > 0 && entry.kind === 'technique' ? entry.fact.name : entry.name,
    ...(path ? { path } : {}),
    ...(url ? { url } : {}),
    status,
    ...(maturity ? { maturity } : {}),
    platforms,
    tally: tallyOf(found.map((f) => f.finding)),
    systems: new Set(found.map((f) => f.system)).size,
    depth,
  };
}

/** Entries with those below them. */
export function tree(entries: readonly Entry[], site: KnowledgeSite, depth = 0): EntryLine[] {
  return entries.flatMap((entry) => [
    entryLine(entry, site, depth),
    ...tree(site.knowledge.childrenOf(entry.key), site, depth + 1),
  ]);
}

export interface TreeNode {
  line: EntryLine;
  under: TreeNode[];
}

/** The same with each entry’s own under it. */
export const treeNodes = (entries: readonly Entry[], site: KnowledgeSite): TreeNode[] =>
  entries.map((entry) => ({
    line: entryLine(entry, site),
    under: treeNodes(inOrder(site.knowledge.childrenOf(entry.key)), site),
  }));

/** Entries of one table, in the list's own order. */
export const inOrder = (entries: readonly Entry[]): Entry[] =>
  [...entries].sort(
    (a, b) =>
      (a.fact.order ?? 999) - (b.fact.order ?? 999) ||
      a.fact.id.localeCompare(b.fact.id, 'en', { numeric: true }),
  );

/** Entries of one kind of a list, in its order. */
export const ofKind = (site: KnowledgeSite, scheme: string, kind: string): Entry[] =>
  inOrder(site.knowledge.entries.filter((e) => e.scheme === scheme && e.kind === kind));

/** `MITRE ATLAS 2026.09` */
export const editionOf = (entries: readonly Entry[]): string => {
  const provenance = entries[0]?.table.provenance;
  return provenance ? editionName(provenance) : '';
};
