/** Labels that users wrote: cleaning, and the two ways to carry them safely through Mermaid. */

/** Longest label in a diagram, in code points. */
export const LABEL_LIMIT = 120;

/** ASCII punctuation, and the two characters of which Mermaid makes its own placeholders (ﬂ°…¶ß). */
const SPECIAL = /[!-/:-@[-`{-~¶ﬂ]/gu;

/** The only special character whose code does not fit beside U+E000, and its stand-in. */
const LIGATURE = 'ﬂ';
const LIGATURE_STAND_IN = '\ue100';
const STAND_IN = /[\ue000-\ue100]/gu;

const LINE_BREAKING = /[\p{Cc}\s]+/gu;
const VARIATION_SELECTORS = new Set(['\ufe0e', '\ufe0f']);
const UNWANTED =
  /[\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\p{Co}\p{Noncharacter_Code_Point}\ufff9-\ufffb]/gu;

/**
 * Makes user text fit for one line of a picture: no controls, line ends, bidi controls, invisible or
 * private-use characters; single spaces; at most `limit` code points.
 * @param fallback what stands where nothing is left
 */
export function cleanLabel(text: string, fallback = '(no name)', limit = LABEL_LIMIT): string {
  const visible = text
    .toWellFormed()
    .replace(LINE_BREAKING, ' ')
    .replace(UNWANTED, (c) => (VARIATION_SELECTORS.has(c) ? c : ''));
  const spaced = visible.replace(/ {2,}/g, ' ').trim();
  const seen = [...spaced].some((c) => !VARIATION_SELECTORS.has(c));
  return shorten(seen ? spaced : fallback, limit);
}

function shorten(text: string, limit: number): string {
  const points = [...text];
  if (points.length <= limit) return text;
  const start = points.slice(0, limit - 1).join('');
  return `${start.trimEnd()}…`;
}

/** Escapes a cleaned label for published Mermaid text: whatever could be syntax becomes `#NN;`. */
export function escapePublished(label: string): string {
  return label.replace(SPECIAL, (c) => `#${c.codePointAt(0)};`);
}

/**
 * Escapes a cleaned label for our own rendering, where Mermaid 12.3 would show `#NN;` literally
 * (`htmlLabels: false`): whatever could be syntax becomes a private-use character.
 */
export function escapeForRender(label: string): string {
  return label.replace(SPECIAL, (c) => standInFor(c.codePointAt(0) ?? 0) ?? c);
}

/** The stand-in of a code point, where it has one. */
export function standInFor(code: number): string | undefined {
  if (code === LIGATURE.codePointAt(0)) return LIGATURE_STAND_IN;
  return code < 0x100 ? String.fromCharCode(0xe000 + code) : undefined;
}

/** Puts the characters back for which stand-ins stand; also used to measure them as what they are. */
export function unescapeRendered(text: string): string {
  return text.replace(STAND_IN, (c) =>
    c === LIGATURE_STAND_IN ? LIGATURE : String.fromCharCode(c.charCodeAt(0) - 0xe000),
  );
}
