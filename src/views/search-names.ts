/** Every name under which something is known, with the page it means: what the search shows before it weighs words. */
import { editionName } from './editions.ts';
import { listOf } from './entry/lists.ts';
import { retiredEntries } from './entry/routes.ts';
import type { KnowledgeSite } from './knowledge-site.ts';
import { componentPath, controlPath, keyPath, rulePath, systemPath, toolPath } from './paths.ts';
import { RESULT_KINDS, type ResultKind, shortIds } from './search-facts.ts';

export interface NamedPage {
  title: string;
  kind: ResultKind;
  /** The address without the base path. */
  url: string;
  id?: string;
  /** What is shown under the title: the edition, or why an old id leads here. */
  detail?: string;
  /** Names as people type them, cleaned by `nameKey`. */
  names: string[];
}

/** Letters and figures of any script in small letters, with single spaces: `AML.T0051` → `aml t0051`. */
export const nameKey = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

type Given = Omit<NamedPage, 'names'> & { names: readonly (string | undefined)[]; rank: number };

/** Current editions before older ones, then in the order in which the search shows kinds. */
export function searchNames(site: KnowledgeSite): NamedPage[] {
  return [...entries(site), ...retired(site), ...catalogue(site), ...systems(site)]
    .sort((a, b) => a.rank - b.rank || RESULT_KINDS.indexOf(a.kind) - RESULT_KINDS.indexOf(b.kind))
    .map(({ rank: _, names, ...page }) => ({ ...page, names: keysOf(names) }))
    .filter((page) => page.names.length > 0);
}

const keysOf = (names: readonly (string | undefined)[]): string[] => [
  ...new Set(names.flatMap((name) => (name ? [nameKey(name)] : [])).filter((key) => key.length > 0)),
];

const entries = ({ knowledge }: KnowledgeSite): Given[] =>
  knowledge.entries.flatMap((entry): Given[] => {
    const url = keyPath(entry.key);
    if (!url) return [];
    const { fact, note, name, table } = entry;
    return [
      {
        title: name,
        kind: listOf(entry).result,
        url,
        id: fact.id,
        detail: editionName(table.provenance),
        // The short name of a sub-technique says too little alone: `Direct`, `Models`.
        names: [name, fact.id, ...shortIds(fact.id), ...fact.aliases, ...(note?.synonyms ?? [])],
        rank: fact.status === 'superseded' ? 1 : 0,
      },
    ];
  });

/** An old id or name leads to what took its place. */
const retired = ({ knowledge }: KnowledgeSite): Given[] =>
  retiredEntries(knowledge).flatMap(({ retired: old, to }) =>
    to.flatMap((entry): Given[] => {
      const url = keyPath(entry.key);
      if (!url) return [];
      return [
        {
          title: entry.name,
          kind: listOf(entry).result,
          url,
          id: entry.fact.id,
          detail: `took the place of ${old.id} ${old.name}`,
          names: [old.id, ...shortIds(old.id), old.name],
          rank: 2,
        },
      ];
    }),
  );

const catalogue = ({ knowledge, catalogue: { rules } }: KnowledgeSite): Given[] => [
  ...knowledge.data.controls.map(
    (c): Given => ({
      title: c.name,
      kind: 'Control',
      url: controlPath(c.id),
      detail: c.effect,
      names: [c.name, c.id, ...c.aliases],
      rank: 0,
    }),
  ),
  ...rules.map(
    (r): Given => ({
      title: r.id,
      kind: 'Rule',
      url: rulePath(r.id),
      names: [r.id, ...r.aliases],
      rank: 0,
    }),
  ),
  ...knowledge.data.components.map(
    (k): Given => ({
      title: k.name,
      kind: 'Kind of element',
      url: componentPath(k.id),
      names: [k.name, k.id, ...k.aliases],
      rank: 0,
    }),
  ),
  ...knowledge.data.tools.map(
    (t): Given => ({ title: t.name, kind: 'Tool', url: toolPath(t.id), names: [t.name, t.id], rank: 0 }),
  ),
];

const systems = (site: KnowledgeSite): Given[] =>
  site.systems.map(({ model }) => ({
    title: model.name,
    kind: 'System',
    url: systemPath(model.id),
    names: [model.name, model.id],
    rank: 0,
  }));

/** Ways to read what was typed, the most literal first. */
function readings(term: string): string[] {
  const key = nameKey(term);
  return [...new Set([key, key.replace(/^owasp /, ''), key.replace(/s$/, '')])].filter((r) => r !== '');
}

/** The pages that a search for exactly this means, best first; one that is found twice stands once. */
export function namedPages(term: string, pages: readonly NamedPage[]): NamedPage[] {
  const found = readings(term).flatMap((reading) => pages.filter((page) => page.names.includes(reading)));
  return found.filter((page, i) => found.findIndex(({ url }) => url === page.url) === i);
}
