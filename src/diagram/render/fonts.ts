/** Widths of text in Inter, the site's typeface, from its font files. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';
import { unescapeRendered } from '../escape.ts';

/** Font size of every diagram in CSS pixels, unless the diagram says otherwise. */
export const FONT_SIZE = 14;

/** Inter's ascent and descent in em (hhea table of the 4.x release). */
export const ASCENT = 0.96875;
export const DESCENT = 0.2412;

const SUBSETS = ['latin', 'latin-ext', 'cyrillic', 'greek', 'vietnamese', 'cyrillic-ext', 'greek-ext'];

/** What other typefaces need in em: East Asian script and emoji, and everything else. */
const WIDE = 1.2;
const NARROW = 0.65;
const FIRST_WIDE = 0x2e80;

const require = createRequire(import.meta.url);
const fonts = new Map<string, Font>();
const advances = new Map<string, number>();

function fontOf(subset: string, weight: 400 | 700): Font {
  const name = `${subset}-${weight}`;
  let font = fonts.get(name);
  if (!font) {
    const opened = create(readFileSync(require.resolve(`@fontsource/inter/files/inter-${name}-normal.woff`)));
    if (!('glyphForCodePoint' in opened)) throw new Error(`inter-${name} is a collection, not a font`);
    font = opened;
    fonts.set(name, font);
  }
  return font;
}

/** The advance of one code point in em. Marks that combine take no room. */
function advanceOf(char: string, weight: 400 | 700): number {
  const code = char.codePointAt(0) ?? 0;
  const subset = SUBSETS.find((name) => fontOf(name, weight).hasGlyphForCodePoint(code));
  if (subset) {
    const font = fontOf(subset, weight);
    return font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm;
  }
  if (/\p{M}/u.test(char)) return 0;
  return code >= FIRST_WIDE ? WIDE : NARROW;
}

/**
 * The width of a line of text in CSS pixels; stand-ins are measured as what they stand for.
 * @param size font size in CSS pixels
 */
export function textWidth(text: string, size: number, bold: boolean): number {
  const weight = bold ? 700 : 400;
  let em = 0;
  for (const char of unescapeRendered(text)) {
    const key = weight + char;
    let advance = advances.get(key);
    if (advance === undefined) {
      advance = advanceOf(char, weight);
      advances.set(key, advance);
    }
    em += advance;
  }
  return em * size;
}
