/** What a browser's layout would answer to `getBBox`, computed from the SVG alone. */
import { type Box, boxAt, boxOfPoints, matrixOf, numbersIn, transformed, union } from './box.ts';
import { pathBox } from './path-box.ts';
import { spanBox, textBox } from './text-box.ts';

const NO_BOX = new Set(['defs', 'marker', 'style', 'title', 'desc', 'symbol', 'filter', 'clippath']);

/** As `SVGGraphicsElement.getBBox`: the element's box in its own coordinates; empty where it has none. */
export function bBox(element: Element): { x: number; y: number; width: number; height: number } {
  const box = shapeBox(element) ?? boxAt(0, 0, 0, 0);
  return { x: box.left, y: box.top, width: box.right - box.left, height: box.bottom - box.top };
}

function shapeBox(element: Element): Box | undefined {
  const n = (name: string) => numberOf(element, name);
  const name = element.localName.toLowerCase();
  if (NO_BOX.has(name)) return undefined;
  switch (name) {
    case 'rect':
    case 'image':
    case 'use':
      return boxAt(n('x'), n('y'), n('width'), n('height'));
    case 'circle':
      return boxAt(n('cx') - n('r'), n('cy') - n('r'), 2 * n('r'), 2 * n('r'));
    case 'ellipse':
      return boxAt(n('cx') - n('rx'), n('cy') - n('ry'), 2 * n('rx'), 2 * n('ry'));
    case 'line':
      return boxOfPoints([n('x1'), n('y1'), n('x2'), n('y2')]);
    case 'polygon':
    case 'polyline':
      return boxOfPoints(numbersIn(element.getAttribute('points') ?? ''));
    case 'path':
      return pathBox(element.getAttribute('d') ?? '');
    case 'text':
      return textBox(element);
    case 'tspan':
      return spanBox(element);
    default:
      return childrenBox(element);
  }
}

function numberOf(element: Element, name: string): number {
  const value = Number.parseFloat(element.getAttribute(name) ?? '');
  return Number.isFinite(value) ? value : 0;
}

function childrenBox(element: Element): Box | undefined {
  const boxes = [...element.children].map((child) => {
    const box = shapeBox(child);
    return box && transformed(box, matrixOf(child.getAttribute('transform')));
  });
  return union(boxes);
}
