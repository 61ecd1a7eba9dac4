/** A threat model as a data flow diagram: Mermaid text, and which part of it stands for what. */
import type { Element, Model } from '../model/model.ts';
import { cleanLabel, escapeForRender, escapePublished } from './escape.ts';
import { flowLabels, NAMED_FLOWS_LIMIT } from './flow-label.ts';

export { flowNumber } from './flow-label.ts';

export interface DfdOptions {
  /** Ids of the elements that get the class `ai`. */
  ai?: ReadonlySet<string> | undefined;
  /** Up to how many flows the labels say more than the number; 30 where left out. */
  namedFlowsLimit?: number | undefined;
}

export interface DfdEdge {
  /** The generated id, `f_1` … */
  id: string;
  flowId: string;
  label: string;
}

export interface Dfd {
  /** Mermaid text to publish: it shows every label exactly in any Mermaid. */
  text: string;
  /** Mermaid text for `render/`: the same picture, escaped with private-use characters. */
  renderText: string;
  /** Generated id (`e_1`) → element id. */
  nodes: Map<string, string>;
  /** Generated id (`z_1`) → zone id, only zones that are drawn. */
  zones: Map<string, string>;
  /** Generated id of a node or zone → its cleaned label. */
  labels: Map<string, string>;
  edges: DfdEdge[];
  title: string;
  description: string;
}

/** Lays a model out as Mermaid text. Ids are generated from the order in the model, never from names. */
export function dfdOf(model: Model, options: DfdOptions = {}): Dfd {
  const drawn = drawnZones(model);
  const nodes = new Map(model.elements.map((element, i) => [`e_${i + 1}`, element.id]));
  const allZones = model.zones.map((zone, i) => [`z_${i + 1}`, zone] as const);
  const zones = new Map(allZones.filter(([, z]) => drawn.has(z.id)).map(([key, z]) => [key, z.id]));
  const labels = new Map([
    ...model.elements.map((element, i) => [`e_${i + 1}`, cleanLabel(element.name)] as const),
    ...allZones.filter(([, z]) => drawn.has(z.id)).map(([key, z]) => [key, cleanLabel(z.name)] as const),
  ]);
  const edges = flowLabels(model, options.namedFlowsLimit ?? NAMED_FLOWS_LIMIT).map((label, i) => ({
    id: `f_${i + 1}`,
    flowId: model.flows[i]?.id ?? '',
    label,
  }));
  const title = cleanLabel(`Data flow diagram of ${model.name}`);
  const description = describe(model, zones.size);
  const parts: Parts = { model, options, nodes, zones, labels, edges };
  const header = [
    // Older Mermaid draws flows through foreign zones unless it is told to use ELK.
    '---\nconfig:\n  layout: elk\n---\nflowchart TB',
    `accTitle: ${escapePublished(title)}`,
    `accDescr: ${escapePublished(description)}`,
  ];
  return {
    text: [...header, ...bodyOf(parts, escapePublished, false), ''].join('\n'),
    renderText: ['flowchart TB', ...bodyOf(parts, escapeForRender, true), ''].join('\n'),
    nodes,
    zones,
    labels,
    edges,
    title,
    description,
  };
}

type Parts = Pick<Dfd, 'nodes' | 'zones' | 'labels' | 'edges'> & { model: Model; options: DfdOptions };

/** Zones with an element in them or in a zone below: Mermaid draws an empty one wrong. */
function drawnZones(model: Model): Set<string> {
  const parentOf = new Map(model.zones.map((zone) => [zone.id, zone.in]));
  const drawn = new Set<string>();
  for (const element of model.elements) {
    let zone: string | undefined = element.zone;
    while (zone !== undefined && parentOf.has(zone) && !drawn.has(zone)) {
      drawn.add(zone);
      zone = parentOf.get(zone);
    }
  }
  return drawn;
}

/** @param edgeIds whether edges carry their ids in the text (Mermaid 11.6 or later) */
function bodyOf(parts: Parts, escaped: (label: string) => string, edgeIds: boolean): string[] {
  const { model, nodes, edges, labels } = parts;
  const keyOf = new Map([...nodes].map(([key, id]) => [id, key]));
  const quoted = (label: string | undefined) => `"${escaped(label ?? '')}"`;
  const flowLines = model.flows.flatMap((flow, i) => {
    const edge = edges[i];
    const from = keyOf.get(flow.from);
    const to = keyOf.get(flow.to);
    if (!edge || !from || !to) return [];
    return [`${from} ${edgeIds ? `${edge.id}@` : ''}-->|${quoted(edge.label)}| ${to}`];
  });
  return [
    ...boxLines(parts, keyOf, (key) => quoted(labels.get(key))),
    ...flowLines,
    ...classLines(parts, keyOf),
  ];
}

/** Zones as nested subgraphs with their elements; an element of no drawn zone stands outside all. */
function boxLines(
  { model, zones }: Parts,
  keyOf: ReadonlyMap<string, string>,
  labelOf: (key: string) => string,
): string[] {
  const zoneKeyOf = new Map([...zones].map(([key, id]) => [id, key]));
  const zonesIn = Map.groupBy(
    model.zones.filter((zone) => zoneKeyOf.has(zone.id)),
    (zone) => (zone.in !== undefined && zoneKeyOf.has(zone.in) ? zone.in : ''),
  );
  const elementsIn = Map.groupBy(model.elements, (e) => (zoneKeyOf.has(e.zone) ? e.zone : ''));
  const inside = (zoneId: string, indent: string): string[] => [
    ...(elementsIn.get(zoneId) ?? []).map((element) => {
      const key = keyOf.get(element.id) ?? '';
      return `${indent}${key}${shapeOf(element, labelOf(key))}`;
    }),
    ...(zonesIn.get(zoneId) ?? []).flatMap((zone) => {
      const key = zoneKeyOf.get(zone.id) ?? '';
      return [`${indent}subgraph ${key}[${labelOf(key)}]`, ...inside(zone.id, `${indent}  `), `${indent}end`];
    }),
  ];
  return inside('', '');
}

const CLASSES = { process: 'process', 'data-store': 'store', 'external-entity': 'external' } as const;

function shapeOf(element: Element, label: string): string {
  if (element.type === 'process') return `(${label})`;
  return element.type === 'data-store' ? `[(${label})]` : `[${label}]`;
}

function classLines({ model, options }: Parts, keyOf: ReadonlyMap<string, string>): string[] {
  const byClass = Map.groupBy(model.elements, (element) => CLASSES[element.type]);
  const ai = model.elements.filter((element) => options.ai?.has(element.id));
  const line = (elements: readonly Element[], name: string) =>
    elements.length === 0 ? [] : [`class ${elements.map((e) => keyOf.get(e.id)).join(',')} ${name}`];
  const types = Object.values(CLASSES).flatMap((name) => line(byClass.get(name) ?? [], name));
  return [...types, ...line(ai, 'ai')];
}

function describe(model: Model, zoneCount: number): string {
  const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
  const parts = [count(model.elements.length, 'element'), count(model.flows.length, 'data flow')];
  return `${parts.join(', ')} and ${count(zoneCount, 'trust zone')}.`;
}
