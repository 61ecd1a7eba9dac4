/** A small mark at a node's upper right corner: a symbol or number with classes for its colour. */
import { isElement, type SvgElement, svgElement } from './svg.ts';

export interface Badge {
  /** One to about four characters, such as `◆2`. */
  text: string;
  classes?: readonly string[] | undefined;
}

const HEIGHT = 18;
/** Room for one character and at both ends, in CSS pixels at 11px bold. */
const PER_CHARACTER = 8;
const ENDS = 8;

/** The mark, to be put into the node's group. */
export function badge(node: SvgElement, { text, classes = [] }: Badge): SvgElement {
  const { x, y } = upperRight(node);
  const width = ENDS + PER_CHARACTER * [...text].length;
  const rect = { x: -width / 2, y: -HEIGHT / 2, width, height: HEIGHT, rx: HEIGHT / 2 };
  const attrs = Object.fromEntries(Object.entries(rect).map(([key, value]) => [key, String(value)]));
  const label = { 'text-anchor': 'middle', 'dominant-baseline': 'central', 'font-size': '11' };
  return svgElement(
    'g',
    { class: ['badge', ...classes].join(' '), transform: `translate(${x}, ${y})`, 'aria-hidden': 'true' },
    [svgElement('rect', attrs), svgElement('text', label, [text])],
  );
}

/** Shapes lie around the node's own origin: a rectangle says where, a path is moved by half its size. */
function upperRight(node: SvgElement): { x: number; y: number } {
  const shape = node.children.filter(isElement)[0];
  const moved = /^translate\((-?[\d.]+),\s*(-?[\d.]+)\)$/.exec(shape?.attrs.transform ?? '');
  const x = Number(moved?.[1] ?? shape?.attrs.x ?? 0);
  const y = Number(moved?.[2] ?? shape?.attrs.y ?? 0);
  return { x: Math.abs(x), y: -Math.abs(y) };
}
