/** What to write where our own files name an entry that a release renamed or retired. */
import type { TableChanges } from './changes.ts';
import { type AtlasKind, KIND_INFO } from './kinds.ts';
import { type Mention, mentionsIn } from './mentions.ts';
import type { MergedTable } from './merge.ts';
import { fullNames } from './names.ts';
import type { Retired } from './retire.ts';

export interface Advice extends Mention {
  advice: string;
}

export interface Advised {
  /** Notes on an entry that is gone or has another name. */
  notes: Advice[];
  /** References that are wrong now. */
  mend: Advice[];
  /** References by id alone and ids in prose: still valid, but written with the old entry in mind. */
  look: Advice[];
}

export interface TextFile {
  file: string;
  text: string;
}

/** Goes through the files of content and the models. The tables and the release files are not among them: the import writes those. */
export function adviceFor(
  files: Iterable<TextFile>,
  changes: readonly TableChanges[],
  merged: readonly MergedTable[],
): Advised {
  const now = stateAfter(changes, merged);
  const wanted = new Set([...now.retired.keys(), ...now.newNames.keys()]);
  const result: Advised = { notes: [], mend: [], look: [] };
  if (wanted.size === 0) return result;
  for (const { file, text } of files) {
    if (isWritten(file)) continue;
    for (const mention of mentionsIn(file, text, wanted)) {
      const found = advise(mention, now);
      if (found) result[found.list].push({ ...mention, advice: found.advice });
    }
  }
  return result;
}

interface After {
  retired: ReadonlyMap<string, Retired>;
  /** Full names that differ from those before. */
  newNames: ReadonlyMap<string, string>;
  /** All names, in full and as the entry itself says. */
  full: ReadonlyMap<string, string>;
  own: ReadonlyMap<string, string>;
}

const stateAfter = (changes: readonly TableChanges[], merged: readonly MergedTable[]): After => ({
  retired: new Map(changes.flatMap((c) => c.retired).map((row) => [row.id, row])),
  newNames: new Map(changes.flatMap((c) => c.newNames).map(({ id, to }) => [id, to])),
  full: new Map(merged.flatMap(({ entries }) => [...fullNames(entries)])),
  own: new Map(merged.flatMap(({ entries }) => entries.map(({ id, name }) => [id, name] as const))),
});

interface Found {
  list: keyof Advised;
  advice: string;
}

function advise(mention: Mention, now: After): Found | undefined {
  const gone = now.retired.get(mention.id);
  const isNote = /(^|\/)atlas\/notes\//.test(mention.file) && mention.path?.join() === 'entry';
  if (gone && isNote) return { list: 'notes', advice: noteGone(gone, now.full) };
  if (gone) {
    const inProse = mention.path === undefined;
    return { list: inProse ? 'look' : 'mend', advice: retiredAdvice(gone, now.full, inProse) };
  }
  const name = now.newNames.get(mention.id);
  // A sub-technique may be called by its own part, which a new name of its technique leaves as it is.
  if (!name || mention.name === name || (mention.name && mention.name === now.own.get(mention.id)))
    return undefined;
  if (mention.name === undefined) return { list: 'look', advice: `${mention.id} is ${name} now` };
  const written = reference(mention.id, now.full);
  return isNote
    ? { list: 'notes', advice: `write entry: ${written}` }
    : { list: 'mend', advice: `write ${written}` };
}

const isWritten = (file: string): boolean => /(^|\/)content\/(atlas\/[^/]+\.yaml|changes\/.+)$/.test(file);

const reference = (id: string, names: ReadonlyMap<string, string>): string => {
  const name = names.get(id);
  return name === undefined ? `atlas:${id}` : `atlas:${id} (${name})`;
};

function retiredAdvice(gone: Retired, names: ReadonlyMap<string, string>, inProse: boolean): string {
  const to = gone['replaced-by'];
  if (to.length === 0)
    return `${gone.id} (${gone.name}) is retired and nothing is known to replace it: choose another entry, or take it out`;
  const written = to.map((id) => (inProse ? id : reference(id, names))).join(' or ');
  return `${gone.id} is retired: write ${written}`;
}

function noteGone(gone: Retired, names: ReadonlyMap<string, string>): string {
  const [to] = gone['replaced-by'];
  if (to === undefined)
    return `the note lacks its entry: ${gone.id} (${gone.name}) is retired; remove the note`;
  return `the note lacks its entry: ${gone.id} is retired; move what still holds to ${noteFile(to)} with entry: ${reference(to, names)}`;
}

export const noteFile = (id: string): string => `content/atlas/notes/${id}.yaml`;

/** New entries on which nobody has written yet. */
export function withoutNote(
  changes: readonly TableChanges[],
  kind: AtlasKind,
  noted: ReadonlySet<string>,
): { id: string; name: string }[] {
  const added = changes.filter((c) => c.kind === kind).flatMap((c) => c.added);
  return added.filter(({ id }) => KIND_INFO[kind].shape.test(id) && !noted.has(id));
}
