/** What an import would write: the tables, the release file, and what changes by it. Writes nothing itself. */
import type { FactTable } from '../../knowledge/schema/fact.ts';
import type { Release } from '../../knowledge/schema/release.ts';
import type { Provenance } from '../../knowledge/schema/text.ts';
import { type Diagnostic, printable } from '../../source/diagnostic.ts';
import { joined, type TableChanges, tableChanges } from './changes.ts';
import { compose } from './compose.ts';
import { compareEditions, releaseId } from './edition.ts';
import { ATLAS_KINDS, type AtlasKind, KIND_INFO } from './kinds.ts';
import { type Kept, type MergedTable, mergeTable } from './merge.ts';
import type { AtlasRelease } from './release.ts';
import { releaseText } from './release-text.ts';
import { ownComments, tableText } from './table-text.ts';

/** What the knowledge base holds now. */
export interface Carried {
  tables: Readonly<Record<AtlasKind, { table: FactTable; text: string }>>;
  releases: readonly Release[];
}

export interface PlanOptions {
  /** The name of the file that was read, without its folder. */
  file: string;
  /** YYYY-MM-DD */
  today: string;
  /** When the release came out, where the user says so. */
  released?: string | undefined;
  allowOlder?: boolean | undefined;
}

export interface Plan {
  from: string;
  to: string;
  format: 5 | 6;
  merged: MergedTable[];
  changes: TableChanges[];
  /** None for a step back: that is no release. */
  release?: Release;
  /** By the path inside `content/`. */
  files: { inside: string; text: string }[];
}

export function planImport(
  { tables, releases }: Carried,
  release: AtlasRelease,
  options: PlanOptions,
): { plan?: Plan; diagnostics: Diagnostic[] } {
  const from = tables.technique.table.provenance.edition;
  const to = release.edition;
  const merged = ATLAS_KINDS.map((kind) => mergeTable(kind, tables[kind].table, release));
  const changes = merged.map((table) => tableChanges(tables[table.kind].table, table));
  const older = compareEditions(to, from) < 0;
  const id = releaseId(to);
  const same = from === to ? releases.find((r) => r.id === id) : undefined;
  const released = options.released ?? same?.released ?? release.newest;
  const problems = [
    ...(older && !options.allowOlder ? [olderProblem(from, release)] : []),
    ...changes.flatMap((c) => wholeProblems(c, tables[c.kind].table, release)),
    ...(released === undefined && !older ? [undatedProblem(release)] : []),
  ];
  if (problems.length > 0) return { diagnostics: problems };
  const written =
    older || released === undefined
      ? undefined
      : releaseOf(id, { from, to, released }, joined(changes), same);
  return {
    plan: {
      from,
      to,
      format: release.format,
      merged,
      changes,
      ...(written ? { release: written } : {}),
      files: [
        ...merged.map((table) => {
          const { table: old, text } = tables[table.kind];
          const provenance = provenanceOf(old.provenance, table, release, options);
          return {
            inside: KIND_INFO[table.kind].file,
            text: tableText(table, old, provenance, ownComments(text)),
          };
        }),
        ...(written ? [{ inside: `changes/${id}.yaml`, text: releaseText(written) }] : []),
      ],
    },
    diagnostics: [],
  };
}

function releaseOf(
  id: string,
  { from, to, released }: Pick<Release, 'from' | 'to' | 'released'>,
  changes: ReturnType<typeof joined>,
  same: Release | undefined,
): Release {
  // The file of an edition tells what it changed against the one before, however often it is read.
  if (same) return { ...same, released, ...compose(same, changes) };
  return { id, title: `MITRE ATLAS ${to}`, scheme: 'atlas', from, to, released, replaced: [], ...changes };
}

function provenanceOf(
  old: Provenance,
  { kind, kept }: MergedTable,
  { edition, format }: AtlasRelease,
  { file, today }: PlanOptions,
): Provenance {
  const note = [
    `Read from ${printable(file)} itself (format ${format}).`,
    keptSentence(kept),
    kind === 'technique'
      ? 'A sub-technique carries its short name; its alias has the name of the parent in front.'
      : '',
    'Changed by us: ids, names and relations only, in another form; descriptions are not carried.',
  ];
  return { ...old, edition, checked: today, note: note.filter((part) => part !== '').join(' ') };
}

/** Which facts are older than the edition says, for the page that shows them. */
function keptSentence(kept: readonly Kept[]): string {
  const fields = Object.entries(Object.groupBy(kept, ({ field }) => field));
  if (fields.length === 0) return '';
  const said = fields.map(([field, list]) => `${field} (${list.length})`);
  return `Kept from an earlier edition, as this file does not state them: ${said.join(', ')}.`;
}

const at = (release: AtlasRelease, message: string, expected: string, hint: string): Diagnostic => ({
  severity: 'error',
  ...release.editionPlace,
  message,
  expected,
  hint,
});

const olderProblem = (from: string, release: AtlasRelease): Diagnostic =>
  at(
    release,
    `the file is ${release.edition}, the knowledge base carries ${from}`,
    `a release newer than ${from}, or the same one again`,
    'to go back on purpose, add --allow-older',
  );

const undatedProblem = (release: AtlasRelease): Diagnostic =>
  at(
    release,
    'the file has no date by which to tell when it was released',
    'created or modified dates',
    'say it with --released YYYY-MM-DD',
  );

/** Upstream retires a few entries at a time: a file that lacks half of them was cut off, or is made up. */
function wholeProblems({ kind, retired }: TableChanges, old: FactTable, release: AtlasRelease): Diagnostic[] {
  if (retired.length * 2 <= old.entries.length) return [];
  return [
    at(
      release,
      `${retired.length} of ${old.entries.length} ${KIND_INFO[kind].plural} are not in the file`,
      'a whole release',
      'get the file again; it seems to be cut off, or to be a sample',
    ),
  ];
}
