/** Mermaid's `#NN;` and `#name;` entities in free text, which version 12.3 shows literally in SVG text. */
import { standInFor } from '../escape.ts';

const NAMES: ReadonlyMap<string, number> = new Map(
  Object.entries({ quot: 34, amp: 38, apos: 39, lt: 60, gt: 62, nbsp: 160, semi: 59, colon: 58, num: 35 }),
);

/** Lines in which `#fff;` is a colour. */
const STYLE_LINE = /^\s*(?:style|classDef|linkStyle)\s/;

/** Replaces entities by the stand-ins that rendering turns into the characters themselves. */
export function resolveEntities(text: string): string {
  return text
    .split('\n')
    .map((line) => (STYLE_LINE.test(line) ? line : line.replace(/#(\w+);/g, characterOf)))
    .join('\n');
}

function characterOf(entity: string, name: string): string {
  const code = /^\d{1,7}$/.test(name) ? Number(name) : NAMES.get(name);
  if (code === undefined || code < 0x20 || code > 0x10ffff) return entity;
  return standInFor(code) ?? String.fromCodePoint(code).toWellFormed();
}
