/** The index of the OWASP lists, each in its own order, the current editions first. */
import type { KnowledgeSite } from '../knowledge-site.ts';
import { type EntryLine, entryLine, inOrder } from './lines.ts';

export interface ListIndex {
  anchor: string;
  title: string;
  edition: string;
  checked: string;
  lines: EntryLine[];
  /** An older edition: folded. */
  old: boolean;
}

/** The OWASP lists, the current editions first. */
export function owaspIndex(site: KnowledgeSite): ListIndex[] {
  return site.knowledge.data.tables
    .filter((t) => t.scheme.startsWith('owasp-'))
    .map((table) => {
      const entries = inOrder(site.knowledge.entries.filter((e) => e.table === table));
      return {
        anchor: `${table.scheme}-${table.title.replace(/[^A-Za-z0-9]+/g, '-').toLowerCase()}`,
        title: table.title,
        edition: table.provenance.edition,
        checked: table.provenance.checked,
        lines: entries.map((e) => entryLine(e, site)),
        old: entries.every((e) => e.fact.status === 'superseded'),
      };
    })
    .filter((list) => list.lines.length > 0)
    .sort((a, b) => Number(a.old) - Number(b.old) || order(a.anchor) - order(b.anchor));
}

const order = (anchor: string): number =>
  ['owasp-llm', 'owasp-agentic', 'owasp-ml'].findIndex((s) => anchor.startsWith(s));
