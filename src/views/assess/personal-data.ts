/** The inventory of personal data as rows. */
import type { PersonalData } from '../../engine/assess/assessments.ts';
import type { Model } from '../../model/model.ts';
import type { Answer } from '../inventory.ts';
import { CLASS_LABELS } from '../labels.ts';
import { namesOf } from '../names.ts';
import { dataAnchor, elementAnchor, systemPath } from '../paths.ts';

export interface Place {
  name: string;
  path: string;
}

export interface PersonalRow {
  id: string;
  name: string;
  path: string;
  classLabel: string;
  personal: Answer;
  special: Answer;
  subjects?: string;
  retention?: string;
  /** Stores that keep it, processes that work on it or see it, and who has it outside. */
  kept: Place[];
  worked: Place[];
  outside: Place[];
  flows: number;
  crossings: number;
}

const answer = (value: boolean | null): Answer => (value === null ? 'unstated' : value ? 'yes' : 'no');

export function personalRows(data: readonly PersonalData[], model: Model): PersonalRow[] {
  const names = namesOf(model);
  const base = systemPath(model.id);
  const places = (ids: readonly string[]): Place[] =>
    ids.map((id) => ({ name: names.element(id), path: `${base}#${elementAnchor(id)}` }));
  return data.map((d) => ({
    id: d.id,
    name: d.name,
    path: `${base}#${dataAnchor(d.id)}`,
    classLabel: CLASS_LABELS[d.class],
    personal: answer(d.personal),
    special: answer(d.specialCategory),
    ...(d.subjects ? { subjects: d.subjects } : {}),
    ...(d.retention ? { retention: d.retention } : {}),
    kept: places(d.at['data-store']),
    worked: places(d.at.process),
    outside: places(d.at['external-entity']),
    flows: d.flows.length,
    crossings: d.crossings,
  }));
}
