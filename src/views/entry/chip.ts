/** An entry as a chip that leads to its page. */
import type { Entry } from '../../knowledge/knowledge.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { type Chip, referenceChip } from '../references.ts';

export const entryChip = (entry: Pick<Entry, 'key'>, { knowledge }: Pick<KnowledgeSite, 'knowledge'>): Chip =>
  referenceChip(entry.key, knowledge);
