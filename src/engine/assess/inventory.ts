/** The inventory of personal data: each data set with where it is kept, worked on, seen and carried. */
import type { DataAsset } from '../../model/model.ts';
import { ELEMENT_TYPES, type ElementType } from '../../model/vocabulary.ts';
import type { PersonalData } from './assessments.ts';
import type { Subject } from './subject.ts';

/** Data that is personal or does not say, in the order of the file. */
export const inventory = (subject: Subject): PersonalData[] =>
  subject.model.data.filter((d) => d.personal !== false).map((asset) => personalData(asset, subject));

function personalData(asset: DataAsset, { model, graph }: Subject): PersonalData {
  const holders = model.elements.filter((e) => graph.dataOf(e).includes(asset));
  const ofType = (type: ElementType) => holders.filter((e) => e.type === type).map((e) => e.id);
  const flows = model.flows.filter((f) => f.carries.includes(asset.id));
  return {
    id: asset.id,
    name: asset.name,
    class: asset.class,
    personal: asset.personal ?? null,
    specialCategory: asset['special-category'] ?? null,
    ...(asset.subjects ? { subjects: asset.subjects } : {}),
    ...(asset.retention ? { retention: asset.retention } : {}),
    at: Object.fromEntries(ELEMENT_TYPES.map((type) => [type, ofType(type)])) as Record<
      ElementType,
      string[]
    >,
    flows: flows.map((f) => f.id),
    crossings: flows.filter((f) => graph.crosses(f)).length,
  };
}
