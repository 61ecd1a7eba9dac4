/** An excerpt of Pagefind as parts of plain text: the marks become parts, entities become characters, nothing stays markup. */

export interface ExcerptPart {
  text: string;
  marked: boolean;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

const decoded = (html: string): string =>
  html.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);

export function excerptParts(excerpt: string): ExcerptPart[] {
  let marked = false;
  const parts: ExcerptPart[] = [];
  for (const piece of excerpt.split(/(<\/?mark>)/)) {
    if (piece === '<mark>') marked = true;
    else if (piece === '</mark>') marked = false;
    else if (piece !== '') parts.push({ text: decoded(piece), marked });
  }
  return parts;
}
