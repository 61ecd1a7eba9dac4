/** The index of the OWASP lists, each in its own order, the current editions first, with what each entry was or became. */
import { tableId } from '../data/frameworks.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import type { Chip } from '../references.ts';
import { entryChip } from './chip.ts';
import { type EntryLine, entryLine, inOrder } from './lines.ts';
import { formerIds } from './relations.ts';

export interface ListIndex {
  anchor: string;
  title: string;
  edition: string;
  checked: string;
  /** The name of its files for programs. */
  twins: string;
  lines: ListLine[];
  /** An older edition: folded. */
  old: boolean;
}

export interface ListLine extends EntryLine {
  /** Entries of older editions that this one replaced. */
  was: Chip[];
  /** Retired ids that lead here. */
  former: string[];
  /** What became of it. */
  now: Chip[];
  change?: string;
}

/** The OWASP lists, the current editions first. */
export function owaspIndex(site: KnowledgeSite): ListIndex[] {
  return site.knowledge.data.tables
    .filter((t) => t.scheme.startsWith('owasp-'))
    .map((table) => {
      const entries = inOrder(site.knowledge.entries.filter((e) => e.table === table));
      return {
        anchor: `${table.scheme}-${tableId(table.title)}`,
        title: table.title,
        edition: table.provenance.edition,
        checked: table.provenance.checked,
        twins: tableId(table.title),
        lines: entries.map((entry): ListLine => {
          const { fact, scheme } = entry;
          const replaced = site.knowledge.entries.filter(
            (e) => e.scheme === scheme && e.fact['replaced-by'].includes(fact.id),
          );
          return {
            ...entryLine(entry, site),
            was: replaced.map((e) => entryChip(e, site)),
            former: formerIds(entry, site).map((f) => `${f.id} ${f.name}`),
            now: fact['replaced-by'].map((id) => entryChip({ key: `${scheme}:${id}` }, site)),
            ...(fact.change ? { change: fact.change } : {}),
          };
        }),
        old: entries.every((e) => e.fact.status === 'superseded'),
      };
    })
    .sort((a, b) => Number(a.old) - Number(b.old) || order(a.anchor) - order(b.anchor));
}

const order = (anchor: string): number =>
  ['owasp-llm', 'owasp-agentic', 'owasp-ml'].findIndex((s) => anchor.startsWith(s));
