/** Which releases of which lists the site is made from, with their licences: what the footer must say. */
import type { Knowledge } from '../knowledge/knowledge.ts';

export interface EditionView {
  source: string;
  edition: string;
  licence: string;
  url: string;
}

/** `MITRE ATLAS 2026.09`; an edition in words stands after a comma. */
export const editionName = ({ source, edition }: Pick<EditionView, 'source' | 'edition'>): string =>
  /^[0-9vE]/.test(edition) ? `${source} ${edition}` : `${source}, ${edition}`;

/** Each source and edition once, in the order of their names. */
export function editionList(knowledge: Pick<Knowledge, 'data'>): EditionView[] {
  const seen = new Map<string, EditionView>();
  for (const { provenance } of knowledge.data.tables) {
    const { source, edition, licence, url } = provenance;
    seen.set(`${source} ${edition}`, { source, edition, licence, url });
  }
  return [...seen.values()].sort(
    (a, b) => a.source.localeCompare(b.source, 'en') || a.edition.localeCompare(b.edition),
  );
}
