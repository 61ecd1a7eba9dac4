/** What an import does, as text for the terminal. */
import type { Fact } from '../../knowledge/schema/fact.ts';
import { type Diagnostic, printable } from '../../source/diagnostic.ts';
import { type Advice, type Advised, noteFile } from './advice.ts';
import { type FactChange, joined } from './changes.ts';
import { KIND_INFO } from './kinds.ts';
import type { Plan } from './plan.ts';

export interface ReportInput {
  plan: Plan;
  advised: Advised;
  /** New techniques without a note. */
  unwritten: readonly { id: string; name: string }[];
  /** What `wardbook check` would say of the rest, once the tables are written. */
  broken: readonly Diagnostic[];
  /** The file that was read, as the user named it. */
  file: string;
}

/** The whole report; a part without lines is left out. */
export function reportText({ plan, advised, unwritten, broken, file }: ReportInput): string {
  const { added, renamed, retired, moved } = joined(plan.changes);
  const name = namer(plan);
  const tactics = (ids: readonly string[]) => ids.map((id) => `${id} ${name(id)}`).join(', ') || 'none';
  const facts = plan.changes.flatMap((c) => c.facts);
  const parts = [
    part(
      'New',
      added.map((e) => `${e.id}  ${e.name}`),
    ),
    part(
      'Renamed',
      renamed.map((e) => `${e.id}  ${e.from} → ${e.to}`),
    ),
    part(
      'Retired',
      retired.map((e) => {
        const to = e['replaced-by'].map((id) => `${id} ${name(id)}`).join(', ');
        return `${e.id}  ${e.name} → ${to || 'nothing is known to replace it: fill in replaced-by if you know better'}`;
      }),
    ),
    part(
      'Moved to other tactics',
      moved.map((e) => `${e.id}  ${name(e.id)}: ${tactics(e.from)} → ${tactics(e.to)}`),
    ),
    part(
      'Other facts that differ',
      facts.map((change) => `${change.id}  ${factLine(change)}`),
    ),
    part('Facts that were not known before', counted(plan.changes.flatMap((c) => c.filled))),
    part(
      'Kept from the old tables, as the file does not state them',
      counted(plan.merged.flatMap((m) => m.kept)),
    ),
    part('Notes to mend', advised.notes.map(adviceLine)),
    part('References to mend', advised.mend.map(adviceLine)),
    part('To look at: ids in prose, and references without a name', advised.look.map(adviceLine)),
    part(
      'What wardbook check will say besides',
      broken.map((d) => `${d.file}:${d.line}:${d.column}  ${d.message}${d.hint ? ` (${d.hint})` : ''}`),
    ),
    part(
      'New techniques without a note',
      unwritten.map((e) => `${noteFile(e.id)}  ${e.name}`),
    ),
  ].filter((lines) => lines.length > 0);
  if (added.length + renamed.length + retired.length + moved.length + facts.length === 0)
    parts.unshift(['Nothing new, renamed, retired or moved.']);
  return [head(plan, file), ...parts].map((lines) => lines.map(printable).join('\n')).join('\n\n');
}

function head({ from, to, format, merged }: Plan, file: string): string[] {
  const counts = merged.map(({ kind, entries }) => `${entries.length} ${KIND_INFO[kind].plural}`);
  const step = from === to ? `ATLAS ${to}, read again` : `ATLAS ${from} → ${to}`;
  return [`${step}, from ${file} (format ${format})`, counts.join(', ')];
}

const part = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${title} (${lines.length})`, ...lines.map((line) => `  ${line}`)];

const adviceLine = ({ file, line, column, advice }: Advice): string => `${file}:${line}:${column}  ${advice}`;

function namer({ merged }: Plan): (id: string) => string {
  const names = new Map(merged.flatMap(({ entries }) => entries.map((e) => [e.id, e.name] as const)));
  return (id) => names.get(id) ?? '';
}

const SHOWN_IDS = 8;

/** One line a field: how many entries, and which, where they are few. */
function counted(list: readonly { id: string; field: string }[]): string[] {
  return Object.entries(Object.groupBy(list, ({ field }) => field)).map(([field, of = []]) => {
    const ids = of.slice(0, SHOWN_IDS).map(({ id }) => id);
    return `${field} of ${of.length}: ${ids.join(', ')}${of.length > SHOWN_IDS ? ', …' : ''}`;
  });
}

function factLine({ field, from, to }: FactChange): string {
  if (!Array.isArray(from) || !Array.isArray(to))
    return `${field}: ${String(from)} → ${String(to ?? 'none')}`;
  const [was, now] = [from.map(memberText), to.map(memberText)];
  const gone = was.filter((item) => !now.includes(item)).map((item) => `− ${item}`);
  const come = now.filter((item) => !was.includes(item)).map((item) => `+ ${item}`);
  return `${field}: ${[...gone, ...come].join(', ') || 'in another order'}`;
}

const memberText = (item: string | Fact['procedure'][number]): string =>
  typeof item === 'string' ? item : `${item.technique}${item.tactic ? ` under ${item.tactic}` : ''}`;
