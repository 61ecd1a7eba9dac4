/** Linkage over the graph: which data about the same people come together in one element, and on which ways. */
import type { DataAsset, Element, Flow } from '../../model/model.ts';
import type { Linkage, LinkedData } from './assessments.ts';
import type { Subject } from './subject.ts';

/** Stores first, then where they meet before where they only arrive together, then where most sets are. */
export function linkage(subject: Subject): Linkage[] {
  const { model } = subject;
  const found = model.elements
    .filter((e) => e.type !== 'external-entity')
    .flatMap((element) => linkedAt(element, subject));
  const rank = (l: Linkage) => (l.shape === 'data-store' ? 0 : 2) + (l.meets ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b) || b.data.length - a.data.length);
}

/** People are the same where the model names them alike; data that does not say whose it is links to nothing. */
function linkedAt(element: Element, subject: Subject): Linkage[] {
  const personal = subject.graph
    .dataOf(element)
    .filter((d) => d.personal === true && d.subjects !== undefined);
  const groups = Map.groupBy(personal, (d) => d.subjects?.trim().toLowerCase() ?? '');
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => ({
      element: element.id,
      shape: element.type,
      subjects: group[0]?.subjects ?? '',
      data: group.map((asset) => linkedData(asset, element, subject)),
      meets: !arriveTogether(group, element, subject),
      ...retentionOf(group, element),
    }));
}

/** One flow brings them all: whoever sends it has linked them before. */
const arriveTogether = (group: readonly DataAsset[], element: Element, { graph }: Subject): boolean =>
  graph.flowsInto(element.id).some((flow) => group.every((d) => flow.carries.includes(d.id)));

function retentionOf(group: readonly DataAsset[], element: Element): Pick<Linkage, 'retention'> {
  const kept = element.type === 'data-store' ? group : group.filter((d) => element.stores.includes(d.id));
  if (kept.length === 0) return {};
  const stated = kept.filter((d) => d.retention !== undefined).length;
  if (stated === kept.length) return { retention: 'stated' };
  return { retention: stated === 0 ? 'not stated' : 'partly' };
}

function linkedData(asset: DataAsset, element: Element, subject: Subject): LinkedData {
  return {
    id: asset.id,
    path: pathTo(asset, element, subject),
    stored: element.stores.includes(asset.id) || element.type === 'data-store',
    ...(asset.retention ? { retention: asset.retention } : {}),
  };
}

/** The shortest way back along flows that carry the data to who enters it or where none brings it; none in a circle. O(flows). */
function pathTo(asset: DataAsset, element: Element, { graph }: Subject): LinkedData['path'] {
  const came = new Map<string, Flow | undefined>([[element.id, undefined]]);
  const queue = [element.id];
  for (const here of queue) {
    const into = graph.flowsInto(here).filter((f) => f.carries.includes(asset.id));
    if (into.length === 0 || graph.element(here)?.type === 'external-entity') return wayFrom(here, came);
    for (const flow of into) {
      if (came.has(flow.from)) continue;
      came.set(flow.from, flow);
      queue.push(flow.from);
    }
  }
  return { elements: [element.id], flows: [] };
}

function wayFrom(source: string, came: ReadonlyMap<string, Flow | undefined>): LinkedData['path'] {
  const elements = [source];
  const flows: string[] = [];
  for (let flow = came.get(source); flow; flow = came.get(flow.to)) {
    flows.push(flow.id);
    elements.push(flow.to);
  }
  return { elements, flows };
}
