/** What a file that has the right shape can still have wrong: ids, hidden characters, relations that lead nowhere. */
import type { Diagnostic } from '../../source/diagnostic.ts';
import { printable } from '../../source/diagnostic.ts';
import { nearest } from '../../source/nearest.ts';
import type { Path } from '../../source/path.ts';
import type { YamlSource } from '../../source/yaml.ts';
import { type AtlasKind, KIND_INFO } from './kinds.ts';
import type { RawEntry } from './raw.ts';

// Control and format characters (bidi, zero width), and line separators: they would hide what a name says.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/u;
const PLAIN_BREAKS = /[\t\r\n]/g;
const MAX_HINTS = 30;

/** Every problem of the entries, with its place in the file. */
export function entryProblems(entries: readonly RawEntry[], source: YamlSource): Diagnostic[] {
  const error = (path: Path, message: string, expected?: string, hint?: string): Diagnostic => ({
    severity: 'error',
    ...source.valuePlace(path),
    message,
    ...(expected ? { expected } : {}),
    ...(hint ? { hint } : {}),
  });
  const ids = idsByKind(entries);
  let hints = 0;
  const hintFor = (id: string, to: AtlasKind): string | undefined => {
    // A search through all ids for every relation of a made-up file would take minutes.
    if (++hints > MAX_HINTS) return undefined;
    const near = nearest(id, ids[to]);
    return near ? `the nearest id is ${near}` : undefined;
  };
  const seen = new Set<string>();
  const all = new Set(entries.map((e) => e.row.id));
  return entries.flatMap(({ kind, row, idPath, path, texts, relations, goneTo = [] }) => {
    const { shape } = KIND_INFO[kind];
    const twice = seen.has(row.id);
    seen.add(row.id);
    return [
      ...(shape.test(row.id) ? [] : [error(idPath, `"${row.id}" is no id of a ${kind}`, EXPECTED[kind])]),
      ...(twice ? [error(idPath, `${row.id} stands twice`, 'every id once')] : []),
      ...texts
        .filter(({ text, path: at }) => HIDDEN.test(at.at(-1) === 'name' ? text : withoutBreaks(text)))
        .map(({ text, path: at }) =>
          error(
            at,
            `${row.id}: "${printable(text).slice(0, 80)}" has hidden characters (shown as \uFFFD)`,
            'a text without control, bidi and zero-width characters',
            'get the file again from the repository of MITRE ATLAS; do not import this one',
          ),
        ),
      ...relations
        .filter(({ to, id }) => !ids[to].has(id))
        .map(({ to, id, path: at }) =>
          error(at, `${row.id} names ${id}, but there is no such ${to}`, undefined, hintFor(id, to)),
        ),
      ...goneTo
        .filter((id) => !all.has(id))
        .map((id) =>
          error(
            [...path, 'replaced-by'],
            `${row.id} is said to be replaced by ${printable(id)}, which is not there`,
          ),
        ),
      ...(row.parent === undefined || row.id.startsWith(`${row.parent}.`)
        ? []
        : [error(parentPath(relations) ?? path, `${row.id} is said to belong to ${row.parent}`)]),
    ];
  });
}

const withoutBreaks = (text: string): string => text.replace(PLAIN_BREAKS, ' ');

const EXPECTED: Readonly<Record<AtlasKind, string>> = {
  technique: 'such as AML.T0051 or AML.T0051.000',
  tactic: 'such as AML.TA0002',
  mitigation: 'such as AML.M0000',
  'case-study': 'such as AML.CS0000',
};

function idsByKind(entries: readonly RawEntry[]): Record<AtlasKind, Set<string>> {
  const of = (kind: AtlasKind) => new Set(entries.filter((e) => e.kind === kind).map((e) => e.row.id));
  return {
    technique: of('technique'),
    tactic: of('tactic'),
    mitigation: of('mitigation'),
    'case-study': of('case-study'),
  };
}

/** Of a technique's relations the one to a technique is that to its parent, whose id its own begins with. */
const parentPath = (relations: RawEntry['relations']): Path | undefined =>
  relations.find(({ to }) => to === 'technique')?.path;
