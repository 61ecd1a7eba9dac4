/** An SVG picture as plain, serialisable data: the tree that rendering yields and annotation changes. */

export interface SvgElement {
  tag: string;
  attrs: Record<string, string>;
  children: SvgNode[];
}

export type SvgNode = SvgElement | string;

/** Makes an element; undefined attributes are left out. */
export function svgElement(
  tag: string,
  attrs: Readonly<Record<string, string | undefined>>,
  children: readonly SvgNode[] = [],
): SvgElement {
  const stated = Object.entries(attrs).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { tag, attrs: Object.fromEntries(stated), children: [...children] };
}

export const isElement = (node: SvgNode): node is SvgElement => typeof node !== 'string';

/** The class names of an element. */
export function classesOf(element: SvgElement): string[] {
  return (element.attrs.class ?? '').split(/\s+/).filter(Boolean);
}

/** A copy with more classes, each once. */
export function withClasses(element: SvgElement, more: readonly string[]): SvgElement {
  const all = [...new Set([...classesOf(element), ...more])];
  return all.length === 0 ? element : { ...element, attrs: { ...element.attrs, class: all.join(' ') } };
}

/** The element and all below it, in document order. */
export function* walk(element: SvgElement): Generator<SvgElement> {
  yield element;
  for (const child of element.children) if (isElement(child)) yield* walk(child);
}

/** Rebuilds a tree from the leaves up; `change` may drop (none) or multiply (several) a node. */
export function rebuild(element: SvgElement, change: (node: SvgElement) => readonly SvgNode[]): SvgNode[] {
  const children = element.children.flatMap((c) => (isElement(c) ? rebuild(c, change) : [c]));
  return [...change({ ...element, children })];
}

/** As `rebuild`, for a root that stays one element. */
export function rebuildRoot(root: SvgElement, change: (node: SvgElement) => readonly SvgNode[]): SvgElement {
  const children = root.children.flatMap((c) => (isElement(c) ? rebuild(c, change) : [c]));
  return { ...root, children };
}

/** All text below an element, as a reader sees it. Rows of a wrapped label are joined by a space. */
export function textOf(node: SvgNode): string {
  if (!isElement(node)) return node;
  const rows = node.tag === 'text' && node.children.some(isElement);
  return node.children.map(textOf).join(rows ? ' ' : '');
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&#38;',
  '<': '&#60;',
  '>': '&#62;',
  '"': '&#34;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Characters that no XML document may hold. */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Escapes text for XML and for HTML, as numbers. */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(NOT_XML, '')
    .replace(/[&<>"'`]/g, (c) => REFERENCES[c] ?? c);
}

/** The tree as text: well-formed XML that can also stand in an HTML page. The same tree, the same bytes. */
export function serialise(node: SvgNode): string {
  if (!isElement(node)) return escapeXml(node);
  const attrs = Object.entries(node.attrs).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `<${node.tag}${attrs.join('')}`;
  if (node.children.length === 0) return `${open}/>`;
  return `${open}>${node.children.map(serialise).join('')}</${node.tag}>`;
}
