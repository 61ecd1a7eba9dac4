/** What each release of an upstream list changed, and what of ours refers to the entries it touched. */
import type { Knowledge } from '../knowledge/knowledge.ts';
import { parseReference, referenceKey } from '../knowledge/reference.ts';
import type { Release } from '../knowledge/schema/release.ts';
import { formatDate, plural } from './dates.ts';
import { type KnowledgeSite, usesOf } from './knowledge-site.ts';
import { keyPath } from './paths.ts';
import { type Chip, referenceChip } from './references.ts';

/** `3 rules`, with where they are listed. */
export interface Use {
  text: string;
  path?: string;
}

export interface ChangeLine {
  chip: Chip;
  /** Its former name. */
  was?: string;
  /** Former and present tactics. */
  before: Chip[];
  after: Chip[];
  /** What says it now. */
  now: Chip[];
  change?: string;
  uses: Use[];
}

export interface ChangeGroup {
  title: string;
  chips: Chip[];
}

export interface ReleaseView {
  id: string;
  title: string;
  /** `5.6.1 → 2026.09` */
  editions: string;
  released: string;
  date: string;
  summary?: string;
  /** By kind: techniques, mitigations, case studies. */
  added: ChangeGroup[];
  lists: {
    id: 'renamed' | 'retired' | 'replaced' | 'moved';
    title: string;
    what: string;
    lines: ChangeLine[];
  }[];
}

/** Newest first. */
export function changes(site: KnowledgeSite): ReleaseView[] {
  return [...site.knowledge.data.releases]
    .sort((a, b) => (a.released < b.released ? 1 : a.released > b.released ? -1 : a.id < b.id ? -1 : 1))
    .map((release) => releaseView(release, site));
}

function releaseView(release: Release, site: KnowledgeSite): ReleaseView {
  const { knowledge } = site;
  const key = (id: string) => `${release.scheme}:${id}`;
  const chip = (id: string, name?: string): Chip => {
    const known = referenceChip(key(id), knowledge);
    return known.name || known.words || !name ? known : { ...known, name };
  };
  const chips = (ids: readonly string[]) => ids.map((id) => chip(id));
  const line = (
    id: string,
    name: string | undefined,
    more: Partial<ChangeLine>,
    used: readonly string[],
  ) => ({
    chip: chip(id, name),
    before: [],
    after: [],
    now: [],
    uses: usesOfKeys(used.map(key), site),
    ...more,
  });
  const said = (id: string, change: string | undefined): Partial<ChangeLine> => {
    const text = change ?? knowledge.entry(key(id))?.fact.change ?? knowledge.retired(key(id))?.change;
    return text ? { change: text } : {};
  };
  const lists: ReleaseView['lists'] = [
    {
      id: 'renamed',
      title: 'Renamed',
      what: 'The same id under another name.',
      lines: release.renamed.map(({ id, from, to }) => line(id, to, { was: from }, [id])),
    },
    {
      id: 'retired',
      title: 'Retired',
      what: 'The id is gone; its page leads to what took its place.',
      lines: release.retired.map(({ id, name, 'replaced-by': by, change }) =>
        line(id, name, { now: chips(by), ...said(id, change) }, by),
      ),
    },
    {
      id: 'replaced',
      title: 'Replaced',
      what: 'An entry of the former edition, which keeps its page, and what says it in the new one.',
      lines: release.replaced.map(({ id, name, by, change }) =>
        line(id, name, { now: chips(by), ...said(id, change) }, by),
      ),
    },
    {
      id: 'moved',
      title: 'Moved',
      what: 'The same technique under other tactics.',
      lines: release.moved.map(({ id, from, to }) =>
        line(id, undefined, { before: chips(from), after: chips(to) }, [id]),
      ),
    },
  ];
  return {
    id: release.id,
    title: release.title,
    editions: `${release.from} → ${release.to}`,
    released: formatDate(release.released),
    date: release.released,
    ...(release.summary ? { summary: release.summary } : {}),
    added: addedBy(release, knowledge, chip),
    lists: lists.filter(({ lines }) => lines.length > 0),
  };
}

const KIND_TITLES: Readonly<Record<string, string>> = {
  tactic: 'Tactics',
  technique: 'Techniques',
  mitigation: 'Mitigations',
  'case-study': 'Case studies',
};

function addedBy(
  release: Release,
  knowledge: Knowledge,
  chip: (id: string, name?: string) => Chip,
): ChangeGroup[] {
  const kindOf = ({ id }: Release['added'][number]) => knowledge.entry(`${release.scheme}:${id}`)?.kind ?? '';
  return [...Map.groupBy(release.added, kindOf)].map(([kind, entries]) => ({
    title: KIND_TITLES[kind] ?? 'Entries',
    chips: entries.map(({ id, name }) => chip(id, name)),
  }));
}

/** What of ours refers to any of some entries: rules, findings, notes. */
function usesOfKeys(keys: readonly string[], site: KnowledgeSite): Use[] {
  const uses = usesOf(site);
  const notes = notesNaming(site.knowledge);
  const count = (of: (key: string) => readonly unknown[]) =>
    new Set(keys.flatMap((key) => [...of(key)])).size;
  const [only] = keys;
  const page = keys.length === 1 && only ? keyPath(only) : undefined;
  const use = (n: number, word: string, path?: string): Use[] =>
    n > 0 ? [{ text: plural(n, word), ...(path ? { path } : {}) }] : [];
  return [
    ...use(count(uses.rules), 'rule', page),
    ...use(
      new Set(keys.flatMap((key) => uses.findings(key).map((f) => f.finding))).size,
      'finding',
      page && `${page}#systems`,
    ),
    ...use(
      count((key) => [...(notes.get(key) ?? [])]),
      'note',
      page,
    ),
  ];
}

const cache = new WeakMap<Knowledge['data'], ReadonlyMap<string, Set<string>>>();

/** Notes by the entries they are on or tell of. */
function notesNaming({ data }: Knowledge): ReadonlyMap<string, Set<string>> {
  const known = cache.get(data);
  if (known) return known;
  const map = new Map<string, Set<string>>();
  for (const note of data.notes)
    for (const text of [
      note.entry,
      ...note.applies.map((a) => a.technique),
      ...note.steps.map((s) => s.technique),
    ]) {
      const reference = parseReference(text);
      if (!reference) continue;
      const key = referenceKey(reference);
      map.set(key, (map.get(key) ?? new Set()).add(note.entry));
    }
  cache.set(data, map);
  return map;
}
