/** The index of ATLAS: tactics in their order with the techniques that have a page, and the mitigations. */
import type { Entry } from '../../knowledge/knowledge.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { keyPath } from '../paths.ts';
import type { Facet } from '../register.ts';
import { type EntryLine, editionOf, entryLine, ofKind, tree } from './lines.ts';
import { publishedEntries } from './published.ts';

export interface TacticColumn {
  id: string;
  name: string;
  path: string;
  order: number;
  techniques: EntryLine[];
  /** Techniques of this tactic that have no page here. */
  elsewhere: number;
}

export interface AtlasIndex {
  edition: string;
  tactics: TacticColumn[];
  mitigations: EntryLine[];
  facets: Facet[];
  /** Rows: a technique of two tactics counts twice. */
  total: number;
}

const MATURITIES = ['realized', 'demonstrated', 'feasible'] as const;

export function atlasIndex(site: KnowledgeSite): AtlasIndex {
  const published = publishedEntries(site);
  const tactics = ofKind(site, 'atlas', 'tactic');
  const techniques = ofKind(site, 'atlas', 'technique').filter((e) => e.fact.parent === undefined);
  const columns = tactics.map((tactic): TacticColumn => {
    const own = techniques.filter((e) => e.fact.tactics.includes(tactic.fact.id));
    return {
      id: tactic.fact.id,
      name: tactic.name,
      path: keyPath(tactic.key) ?? '',
      order: tactic.fact.order ?? 0,
      techniques: tree(own, site).sort(byName(own)),
      elsewhere: own.filter((e) => !published.has(e.key)).length,
    };
  });
  // A technique of several tactics stands under each of them, and is counted there.
  const lines = columns.flatMap((c) => c.techniques);
  return {
    edition: editionOf(tactics),
    tactics: columns,
    mitigations: ofKind(site, 'atlas', 'mitigation')
      .filter((e) => published.has(e.key))
      .map((e) => entryLine(e, site)),
    facets: [
      {
        name: 'ours',
        label: 'In our systems',
        pick: 'many' as const,
        choices: [
          { value: 'open', label: 'open findings', count: lines.filter((l) => l.tally.exposed > 0).length },
          { value: 'yes', label: 'any finding', count: lines.filter((l) => l.tally.total > 0).length },
        ],
      },
      {
        name: 'maturity',
        label: 'Maturity',
        pick: 'many' as const,
        choices: MATURITIES.map((value) => ({
          value,
          label: value,
          count: lines.filter((l) => l.maturity === value).length,
        })),
      },
    ],
    total: lines.length,
  };
}

/** Techniques of a tactic by name, each followed by its own sub-techniques. */
const byName = (parents: readonly Entry[]) => {
  const nameOf = new Map(parents.map((e) => [e.fact.id, e.name]));
  const family = (line: EntryLine) => nameOf.get(line.id.split('.').slice(0, 2).join('.')) ?? line.name;
  return (a: EntryLine, b: EntryLine): number =>
    family(a).localeCompare(family(b), 'en') || a.depth - b.depth || a.id.localeCompare(b.id);
};
