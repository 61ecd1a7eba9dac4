/** Mermaid's SVG text → our tree: only what a picture needs under a strict content policy. */
import { unescapeRendered } from '../escape.ts';
import { type SvgElement, type SvgNode, svgElement } from '../svg.ts';

const ELEMENTS = new Set([
  'svg',
  'g',
  'defs',
  'marker',
  'symbol',
  'use',
  'path',
  'rect',
  'circle',
  'ellipse',
  'line',
  'polyline',
  'polygon',
  'text',
  'tspan',
]);

/** Left out with all they hold: we name the picture ourselves, and colours come from a stylesheet. */
const DROPPED = new Set(['style', 'title', 'desc', 'filter', 'linearGradient', 'script']);

const KEPT = new Set([
  'id',
  'class',
  'xmlns',
  'viewBox',
  'transform',
  'd',
  'points',
  'x',
  'y',
  'x1',
  'y1',
  'x2',
  'y2',
  'cx',
  'cy',
  'r',
  'rx',
  'ry',
  'dx',
  'dy',
  'width',
  'height',
  'refX',
  'refY',
  'markerUnits',
  'markerWidth',
  'markerHeight',
  'orient',
  'marker-start',
  'marker-mid',
  'marker-end',
  'text-anchor',
  'dominant-baseline',
  'font-style',
  'font-weight',
  'stroke-dasharray',
]);

/** Attributes whose numbers are lengths and can be rounded. */
const MEASURES = /^(?:viewBox|transform|d|points|[xyr]|[xy][12]|c[xy]|r[xy]|width|height)$/;

/** Of a `style` attribute only what places or shapes: colours come by class. */
const STYLE_KEPT = ['text-anchor', 'font-style', 'font-weight', 'stroke-dasharray'];

const DEFAULTS: Readonly<Record<string, readonly string[]>> = {
  'font-style': ['normal'],
  'font-weight': ['normal', '400'],
  'stroke-dasharray': ['0 0', '0, 0', '0,0', '1,0', '1, 0', '0'],
};

/** Parses Mermaid's SVG text and keeps what may stay. @throws where it holds HTML labels */
export function cleanSvg(svgText: string): SvgElement {
  const page = new DOMParser().parseFromString(svgText, 'text/html');
  const root = page.querySelector('body > svg');
  const tree = root && cleanElement(root);
  if (!tree) throw new Error('Mermaid drew no picture');
  return tree;
}

function cleanElement(element: Element): SvgElement | undefined {
  const name = element.localName;
  if (name === 'foreignObject')
    throw new Error('the diagram uses HTML labels, which cannot be drawn without a browser');
  if (DROPPED.has(name)) return undefined;
  // Links of a diagram's own text become plain groups, which keeps their place in the picture.
  const tag = ELEMENTS.has(name) ? name : 'g';
  return svgElement(tag, attributesOf(element), childrenOf(element));
}

function childrenOf(element: Element): SvgNode[] {
  const holdsText = element.localName === 'text' || element.localName === 'tspan';
  return [...element.childNodes].flatMap((child): SvgNode[] => {
    if (child instanceof window.Element) {
      const kept = cleanElement(child);
      return kept ? [kept] : [];
    }
    const isText = child.nodeType === window.Node.TEXT_NODE && holdsText;
    return isText ? [unescapeRendered(child.nodeValue ?? '')] : [];
  });
}

function attributesOf(element: Element): Record<string, string> {
  const stated = [...element.attributes].map(({ name, value }) => [name, value] as const);
  const entries = [...stated.filter(([name]) => KEPT.has(name)), ...fromStyle(element), ...implied(element)]
    .filter(([name, value]) => !DEFAULTS[name]?.includes(value) && value !== '')
    .map(([name, value]) => [name, MEASURES.test(name) ? rounded(value) : value] as const);
  return Object.fromEntries(entries);
}

function fromStyle(element: Element): [string, string][] {
  return STYLE_KEPT.flatMap((property): [string, string][] => {
    const value = new RegExp(`(?:^|;)\\s*${property}:\\s*([^;!]+)`)
      .exec(element.getAttribute('style') ?? '')?.[1]
      ?.trim();
    return value ? [[property, value]] : [];
  });
}

/** What Mermaid's stylesheet says about places and what must not depend on ours. */
function implied(element: Element): [string, string][] {
  const entries: [string, string][] = [];
  const centred = element.localName === 'text' && element.closest('.node .label, .flowchartTitleText');
  if (centred) entries.push(['text-anchor', 'middle']);
  const openLine = element.matches('path.flowchart-link, path[class^="messageLine"]');
  if (openLine || element.getAttribute('fill') === 'none') entries.push(['fill', 'none']);
  const edge = element.matches('.edgeLabel') && element.querySelector('[data-id]')?.getAttribute('data-id');
  if (edge) entries.push(['id', `${element.closest('svg')?.id}-edge-label-${edge}`]);
  return entries;
}

/** Numbers with a fraction, to one decimal: finer differences are not seen and would only be noise. */
function rounded(value: string): string {
  return value.replace(/-?\d*\.\d+(?:e[-+]?\d+)?|-?\d+e[-+]?\d+/gi, (n) =>
    String(Math.round(Number(n) * 10) / 10 || 0),
  );
}
