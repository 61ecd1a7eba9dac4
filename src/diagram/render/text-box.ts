/** Boxes and lengths of SVG text, from declared properties and font metrics. */
import { type Box, boxAt, union } from './box.ts';
import { ASCENT, DESCENT, FONT_SIZE, textWidth } from './fonts.ts';
import { isZoneTitle, titleBox } from './zone-title.ts';

/** How far a middle baseline lies below the text's own, in em. */
const MIDDLE_SHIFT = 0.33;

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** A declared property, the nearest one upwards: from `style`, else from the attribute of that name. */
function declared(element: Element, property: string): string | undefined {
  for (let here: Element | null = element; here; here = here.parentElement) {
    const inStyle = new RegExp(`(?:^|;)\\s*${property}:\\s*([^;!]+)`).exec(here.getAttribute('style') ?? '');
    const value = inStyle?.[1]?.trim() ?? here.getAttribute(property);
    if (value) return value;
  }
  return undefined;
}

function fontSize(element: Element): number {
  const size = Number.parseFloat(declared(element, 'font-size') ?? '');
  return Number.isFinite(size) && size > 0 ? size : FONT_SIZE;
}

function isBold(element: Element): boolean {
  const weight = declared(element, 'font-weight') ?? '';
  return weight.startsWith('bold') || Number.parseInt(weight, 10) >= 600;
}

/** Length of an element's text on one line, in CSS pixels. */
export function textLength(element: Element): number {
  let width = 0;
  for (const child of element.childNodes) {
    if (child.nodeType === TEXT_NODE)
      width += textWidth(child.nodeValue ?? '', fontSize(element), isBold(element));
    else if (child.nodeType === ELEMENT_NODE) width += textLength(child as Element);
  }
  return width;
}

/** The box of a span taken alone, as if it began at the origin. */
export function spanBox(span: Element): Box {
  const size = fontSize(span);
  return boxAt(0, -ASCENT * size, textLength(span), (ASCENT + DESCENT) * size);
}

/** The box of a text with its rows, each a span of its own. */
export function textBox(text: Element): Box {
  if (isZoneTitle(text)) return titleBox(text.textContent ?? '');
  const size = fontSize(text);
  const rows = [...text.children].filter((child) => child.localName === 'tspan');
  let y = lengthOf(text, 'y', size) + lengthOf(text, 'dy', size);
  if (rows.length === 0) return rowBox(text, text, y) ?? boxAt(0, 0, 0, 0);
  const boxes = rows.map((row) => {
    if (row.hasAttribute('y')) y = lengthOf(row, 'y', size);
    y += lengthOf(row, 'dy', size);
    return rowBox(text, row, y);
  });
  return union(boxes) ?? boxAt(0, 0, 0, 0);
}

function rowBox(text: Element, row: Element, y: number): Box | undefined {
  const width = textLength(row);
  if (width === 0) return undefined;
  const size = fontSize(text);
  const x = lengthOf(row.hasAttribute('x') ? row : text, 'x', size);
  const anchor = anchorOf(text);
  const shift = anchor === 'middle' ? width / 2 : anchor === 'end' ? width : 0;
  const centred = /^(?:middle|central)$/.test(declared(row, 'dominant-baseline') ?? '');
  const baseline = y + (centred ? size * MIDDLE_SHIFT : 0);
  return boxAt(x - shift, baseline - ASCENT * size, width, (ASCENT + DESCENT) * size);
}

/** Mermaid's stylesheet centres the labels of nodes; jsdom does not apply it. */
function anchorOf(text: Element): string {
  return declared(text, 'text-anchor') ?? (text.closest('.node') ? 'middle' : 'start');
}

/** An attribute such as `1.1em` or `12` in CSS pixels. */
function lengthOf(element: Element, name: string, size: number): number {
  const value = element.getAttribute(name) ?? '';
  const length = Number.parseFloat(value);
  if (!Number.isFinite(length)) return 0;
  return value.endsWith('em') ? length * size : length;
}
