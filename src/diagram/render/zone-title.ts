/** Titles of zones, broken into rows that keep within their zone. */
import { type Box, boxAt } from './box.ts';
import { ASCENT, DESCENT, FONT_SIZE, textWidth } from './fonts.ts';

/** In CSS pixels; a zone around one element of the usual size is a little wider. */
const LEAST_WIDTH = 160;
/** Between the title and the zone's borders, at both sides together. */
const MARGIN = 16;
/** From one row to the next, in em. */
const ROW = 1.1;

/** Is this the text of a title, painted or about to be measured (as a node with the zone's id)? */
export function isZoneTitle(text: Element): boolean {
  if (text.closest('.cluster-label')) return true;
  const node = text.closest('g.node');
  return node !== null && node.id !== '' && !/-flowchart-.+-\d+$/.test(node.id);
}

/**
 * The room for a title as Mermaid may know it: its height, and no width. Mermaid 12.3 keeps a title on one
 * line and tells ELK a zone's least width as its height; a long title would then leave a hole in the picture
 * and make a zone wider than the one around it, which is false.
 */
export function titleBox(text: string): Box {
  const rows = titleRows(text, LEAST_WIDTH + MARGIN).length;
  return boxAt(0, 0, 1, (ASCENT + DESCENT + (rows - 1) * ROW) * FONT_SIZE);
}

/** Breaks a title into rows for a zone of this width: at spaces, and within words that are too long. */
export function titleRows(text: string, zoneWidth: number): string[] {
  const room = Math.max(LEAST_WIDTH, zoneWidth - MARGIN);
  const fits = (row: string) => textWidth(row, FONT_SIZE, true) <= room;
  const rows: string[] = [];
  let row = '';
  for (const word of text.split(' ').filter(Boolean)) {
    const longer = row === '' ? word : `${row} ${word}`;
    if (fits(longer)) {
      row = longer;
      continue;
    }
    if (row !== '') rows.push(row);
    const pieces = piecesOf(word, fits);
    rows.push(...pieces.slice(0, -1));
    row = pieces.at(-1) ?? '';
  }
  return row === '' ? rows : [...rows, row];
}

function piecesOf(word: string, fits: (piece: string) => boolean): string[] {
  const pieces: string[] = [''];
  for (const char of word) {
    const longer = pieces.at(-1) + char;
    if (fits(longer)) pieces[pieces.length - 1] = longer;
    else pieces.push(char);
  }
  return pieces;
}

/** How far a row's baseline lies below the zone's upper border, or below the row before. */
export const rowShift = (index: number) => `${index === 0 ? 1 : ROW}em`;
