/** Passes over a cleaned tree that leave the picture as it is and the markup small and addressable. */
import {
  classesOf,
  isElement,
  rebuildRoot,
  type SvgElement,
  type SvgNode,
  svgElement,
  textOf,
  walk,
} from '../svg.ts';
import { rowShift, titleRows } from './zone-title.ts';

/** Class names of Mermaid that no stylesheet of ours needs. */
const NOISE = new Set([
  'default',
  'basic',
  'clickable',
  'row',
  'text-outer-tspan',
  'text-inner-tspan',
  'edge-thickness-normal',
  'edge-pattern-solid',
  'flowchart-v2',
  'outer-path',
  'edges',
  'undefined',
  '200',
]);

export function tidy(root: SvgElement): SvgElement {
  return withoutUnused(rebuildRoot(root, (element) => simplified(withFewerClasses(oneOutline(element)))));
}

function withFewerClasses(element: SvgElement): SvgElement {
  const names = [...new Set(classesOf(element))].filter((name) => !NOISE.has(name));
  const { class: _, ...attrs } = element.attrs;
  return { ...element, attrs: names.length > 0 ? { ...attrs, class: names.join(' ') } : attrs };
}

/** Some shapes come as a path to fill and the same path to stroke: one path does for both. */
function oneOutline(element: SvgElement): SvgElement {
  const twice = classesOf(element).includes('outer-path') && element.children.length === 2;
  return twice ? { ...element, children: element.children.slice(0, 1) } : element;
}

function simplified(element: SvgElement): SvgNode[] {
  const { tag, attrs, children } = element;
  const bare = Object.keys(attrs).length === 0;
  if (tag === 'rect' && !('width' in attrs)) return [];
  if (tag === 'g' && (children.length === 0 || bare)) return children;
  if (tag === 'defs' && children.length === 0) return [];
  if (tag === 'tspan' && bare && children.every((c) => !isElement(c))) return children;
  return [{ ...element, children: joined(children) }];
}

/** Neighbouring texts as one. */
function joined(children: readonly SvgNode[]): SvgNode[] {
  const all: SvgNode[] = [];
  for (const child of children) {
    const last = all.at(-1);
    if (typeof child === 'string' && typeof last === 'string') all[all.length - 1] = last + child;
    else all.push(child);
  }
  return all;
}

/** Drops the markers and symbols that nothing refers to: Mermaid brings a dozen for each picture. */
function withoutUnused(root: SvgElement): SvgElement {
  const used = new Set<string>();
  for (const element of walk(root))
    for (const value of Object.values(element.attrs)) {
      const id = /^url\(["']?#([^"')]+)["']?\)$/.exec(value)?.[1] ?? /^#(.+)$/.exec(value)?.[1];
      if (id) used.add(id);
    }
  const pruned = rebuildRoot(root, (element) => {
    const spare = ['marker', 'symbol'].includes(element.tag) && !used.has(element.attrs.id ?? '');
    return spare || (element.tag === 'defs' && element.children.length === 0) ? [] : [element];
  });
  return pruned;
}

/**
 * Moves the titles of zones to the end, where no flow is painted over them, each centred on its zone.
 * @param titleId the id of a title, from the id of its zone
 */
export function titlesLast(root: SvgElement, titleId: (zoneId: string) => string): SvgElement {
  const titles: SvgElement[] = [];
  const rest = rebuildRoot(root, (element) => {
    if (!classesOf(element).includes('cluster')) return [element];
    const label = element.children.filter(isElement).find((c) => classesOf(c).includes('cluster-label'));
    if (!label) return [element];
    titles.push(titleOf(element, label, titleId(element.attrs.id ?? '')));
    return [{ ...element, children: element.children.filter((child) => child !== label) }];
  });
  if (titles.length === 0) return rest;
  return { ...rest, children: [...rest.children, svgElement('g', { class: 'zone-titles' }, titles)] };
}

function titleOf(zone: SvgElement, label: SvgElement, id: string): SvgElement {
  const rect = zone.children.filter(isElement).find((child) => child.tag === 'rect')?.attrs;
  const [x = 0, y = 0, width = 0] = [rect?.x, rect?.y, rect?.width].map((value) => Number(value ?? 0));
  const text = label.children.map(textOf).join(' ');
  const rows = titleRows(text, width).map((row, i) =>
    svgElement('tspan', { x: '0', dy: rowShift(i) }, [row]),
  );
  const at = `translate(${Math.round((x + width / 2) * 10) / 10}, ${y})`;
  return svgElement('g', { id, class: 'zone-title', transform: at }, [
    svgElement('text', { 'text-anchor': 'middle' }, rows),
  ]);
}
