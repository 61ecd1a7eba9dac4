/** Linkage as readers see it: where data about the same people come together, and on which ways they got there. */
import type { Linkage } from '../../engine/assess/assessments.ts';
import { plural } from '../dates.ts';
import { TYPE_LABELS } from '../labels.ts';
import { elementAnchor } from '../paths.ts';
import type { Shelf } from './standing.ts';

export interface LinkageView {
  name: string;
  path: string;
  shape: string;
  subjects: string;
  /** `meet here`, `arrive together` */
  how: string;
  meets: boolean;
  data: { name: string; way: string; retention?: string }[];
  retention?: string;
  /** Kept without a stated end. */
  endless: boolean;
}

const RETENTION = {
  stated: 'kept, and for how long is stated',
  partly: 'kept, and for some of it how long is not stated',
  'not stated': 'kept, and for how long is not stated',
};

export function linkageView(linkage: Linkage, { context }: Shelf): LinkageView {
  const { names } = context;
  const way = (elements: readonly string[]): string => {
    const start = elements[0];
    if (elements.length < 2 || start === undefined) return 'starts here';
    return elements.map(names.element).join(' → ');
  };
  const sets = plural(linkage.data.length, 'data set');
  return {
    name: names.element(linkage.element),
    path: `${names.system.path}#${elementAnchor(linkage.element)}`,
    shape: TYPE_LABELS[linkage.shape],
    subjects: linkage.subjects,
    how: linkage.meets ? `${sets} meet here` : `${sets} arrive together`,
    meets: linkage.meets,
    data: linkage.data.map(({ id, path, retention }) => ({
      name: names.data(id),
      way: way(path.elements),
      ...(retention ? { retention } : {}),
    })),
    ...(linkage.retention ? { retention: RETENTION[linkage.retention] } : {}),
    endless: linkage.retention !== undefined && linkage.retention !== 'stated',
  };
}
