/** The tables of a system's overview: flows (the diagram's text alternative), elements, data and zones. */
import { flowNumber } from '../diagram/flow-label.ts';
import type { Finding } from '../engine/analysis.ts';
import { graphOf, type ModelGraph } from '../model/graph.ts';
import type { DataAsset, Element, Flow, Model, Zone } from '../model/model.ts';
import { ELEMENT_FACTS } from '../model/vocabulary.ts';
import { type Tally, tallyOf } from './counts.ts';
import { CLASS_LABELS, CONTROL_STATUS_LABELS, TYPE_LABELS, words } from './labels.ts';
import { type KnownNames, namesOf, type SystemNames } from './names.ts';
import {
  componentPath,
  controlPath,
  dataAnchor,
  elementAnchor,
  flowAnchor,
  threatsPath,
  zoneAnchor,
} from './paths.ts';
import type { Chip } from './references.ts';

/** A three-valued fact. */
export type Answer = 'yes' | 'no' | 'unstated';

export interface CarriedData {
  name: string;
  path: string;
  personal: boolean;
}

export interface FlowRow {
  id: string;
  /** As in the picture: F1, F2 … */
  number: string;
  anchor: string;
  name?: string;
  from: { name: string; path: string };
  to: { name: string; path: string };
  carries: CarriedData[];
  protocol?: string;
  encrypted: Answer;
  authenticated: Answer;
  /** `Internet → DMZ`, where the flow leaves its zone. */
  crosses?: string;
  tally: Tally;
  /** The register, filtered to this flow. */
  path: string;
}

export interface ElementRow {
  id: string;
  anchor: string;
  name: string;
  description?: string;
  type: Element['type'];
  typeLabel: string;
  kind?: { name: string; path: string; ai: boolean };
  zone: { name: string; path: string };
  technologies: string[];
  data: CarriedData[];
  /** Facts that the model states as true. */
  facts: string[];
  controls: { chip: Chip; status: string; inPlace: boolean }[];
  outOfScope?: string;
  tally: Tally;
  path: string;
}

export interface DataRow {
  id: string;
  anchor: string;
  name: string;
  description?: string;
  classLabel: string;
  kind?: string;
  personal: Answer;
  subjects?: string;
  retention?: string;
  /** Elements that keep or work on it. */
  held: { name: string; path: string }[];
  /** How many flows carry it, and how many of those are stated to be encrypted. */
  flows: number;
  encrypted: number;
}

export interface ZoneRow {
  id: string;
  anchor: string;
  name: string;
  trust: number;
  description?: string;
  in?: string;
  elements: { name: string; path: string }[];
}

export interface Inventory {
  flows: FlowRow[];
  elements: ElementRow[];
  data: DataRow[];
  zones: ZoneRow[];
}

const answer = (fact: boolean | undefined): Answer => (fact === undefined ? 'unstated' : fact ? 'yes' : 'no');
const optional = <K extends string, V>(key: K, value: V | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [P in K]?: V };

export function inventoryOf(model: Model, findings: readonly Finding[], known: KnownNames): Inventory {
  const graph = graphOf(model);
  const names = namesOf(model);
  const byTarget = Map.groupBy(findings, (f) => f.target.id);
  const tally = (id: string) => tallyOf(byTarget.get(id) ?? []);
  return {
    flows: model.flows.map((flow) => flowRow(flow, graph, names, tally(flow.id))),
    elements: model.elements.map((element) => elementRow(element, graph, names, known, tally(element.id))),
    data: model.data.map((asset) => dataRow(asset, model)),
    zones: [...model.zones].sort((a, b) => a.trust - b.trust).map((zone) => zoneRow(zone, model, names)),
  };
}

const elementLink = (id: string, names: SystemNames) => ({
  name: names.element(id),
  path: `#${elementAnchor(id)}`,
});

/** The register with a filter set; without JavaScript it is the whole register. */
export const filteredThreats = (systemId: string, query: Readonly<Record<string, string>>): string =>
  `${threatsPath(systemId)}?${new URLSearchParams(query)}`;

function flowRow(flow: Flow, graph: ModelGraph, names: SystemNames, tally: Tally): FlowRow {
  const zoneOf = (id: string) => names.zone(graph.element(id)?.zone ?? '');
  return {
    id: flow.id,
    number: flowNumber(graph.model, flow.id) ?? flow.id,
    anchor: flowAnchor(flow.id),
    ...optional('name', flow.name),
    from: elementLink(flow.from, names),
    to: elementLink(flow.to, names),
    carries: graph.dataOf(flow).map(carried),
    ...optional('protocol', flow.protocol),
    encrypted: answer(flow.encrypted),
    authenticated: answer(flow.authenticated),
    ...(graph.crosses(flow) ? { crosses: `${zoneOf(flow.from)} → ${zoneOf(flow.to)}` } : {}),
    tally,
    path: filteredThreats(graph.model.id, { on: flow.id }),
  };
}

const carried = (asset: DataAsset): CarriedData => ({
  name: asset.name,
  path: `#${dataAnchor(asset.id)}`,
  personal: asset.personal === true,
});

function elementRow(
  element: Element,
  graph: ModelGraph,
  names: SystemNames,
  known: KnownNames,
  tally: Tally,
): ElementRow {
  const component = element.kind ? known.component(element.kind) : undefined;
  const kind = element.kind && {
    name: component?.name ?? words(element.kind),
    path: componentPath(element.kind),
    ai: component?.ai ?? false,
  };
  return {
    id: element.id,
    anchor: elementAnchor(element.id),
    name: element.name,
    ...optional('description', element.description),
    type: element.type,
    typeLabel: TYPE_LABELS[element.type],
    ...(kind ? { kind } : {}),
    zone: { name: names.zone(element.zone), path: `#${zoneAnchor(element.zone)}` },
    technologies: element.technologies,
    data: graph.dataOf(element).map(carried),
    facts: (Object.keys(ELEMENT_FACTS) as (keyof typeof ELEMENT_FACTS)[])
      .filter((f) => element[f])
      .map(words),
    controls: element.controls.map(({ use, status }) => ({
      chip: { label: use, path: controlPath(use), ...optional('name', known.control(use)?.name) },
      status: CONTROL_STATUS_LABELS[status],
      inPlace: status === 'implemented',
    })),
    ...optional('outOfScope', element['out-of-scope']),
    tally,
    path: filteredThreats(graph.model.id, { on: element.id }),
  };
}

function dataRow(asset: DataAsset, model: Model): DataRow {
  const flows = model.flows.filter((f) => f.carries.includes(asset.id));
  const holders = model.elements.filter((e) => e.stores.includes(asset.id) || e.processes.includes(asset.id));
  return {
    id: asset.id,
    anchor: dataAnchor(asset.id),
    name: asset.name,
    ...optional('description', asset.description),
    classLabel: CLASS_LABELS[asset.class],
    ...optional('kind', asset.kind && words(asset.kind)),
    personal: answer(asset.personal),
    ...optional('subjects', asset.subjects),
    ...optional('retention', asset.retention),
    held: holders.map(({ id, name }) => ({ name, path: `#${elementAnchor(id)}` })),
    flows: flows.length,
    encrypted: flows.filter((f) => f.encrypted).length,
  };
}

function zoneRow(zone: Zone, model: Model, names: SystemNames): ZoneRow {
  return {
    id: zone.id,
    anchor: zoneAnchor(zone.id),
    name: zone.name,
    trust: zone.trust,
    ...optional('description', zone.description),
    ...optional('in', zone.in && names.zone(zone.in)),
    elements: model.elements.filter((e) => e.zone === zone.id).map(({ id }) => elementLink(id, names)),
  };
}
