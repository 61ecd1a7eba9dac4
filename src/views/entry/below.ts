/** What stands under an entry: techniques under a tactic, sub-techniques, nodes, subcategories. */
import type { Entry } from '../../knowledge/knowledge.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { type EntryLine, entryLine, inOrder, tree } from './lines.ts';
import type { ListInfo } from './lists.ts';

export interface Below {
  title: string;
  lines: EntryLine[];
}

export function belowOf(entry: Entry, list: ListInfo, site: KnowledgeSite): Below {
  const { knowledge } = site;
  const { id } = entry.fact;
  if (entry.kind === 'tactic')
    return {
      title: list.below,
      lines: tree(
        inOrder(knowledge.entries.filter((e) => e.fact.tactics.includes(id) && !inParent(e, id, site))),
        site,
      ),
    };
  if (entry.kind === 'objective')
    return {
      title: list.below,
      lines: knowledge.entries
        .filter((e) => e.scheme === entry.scheme && e.fact.objectives.includes(id))
        .map((e) => entryLine(e, site)),
    };
  return { title: list.below, lines: tree(inOrder(knowledge.childrenOf(entry.key)), site) };
}

/** Does its parent stand under the tactic already? */
const inParent = (entry: Entry, tactic: string, site: KnowledgeSite): boolean =>
  entry.fact.parent !== undefined &&
  (site.knowledge.entry(`${entry.scheme}:${entry.fact.parent}`)?.fact.tactics.includes(tactic) ?? false);
