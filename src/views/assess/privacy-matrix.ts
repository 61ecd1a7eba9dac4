/** LINDDUN by type of element: where a type can happen, where findings stand, and every place with personal data. */

import type { Severity } from '../../engine/analysis.ts';
import {
  type PrivacyAssessment,
  type PrivacyCell,
  SHAPES,
  type Shape,
} from '../../engine/assess/assessments.ts';
import type { Model } from '../../model/model.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { plural } from '../dates.ts';
import { filteredThreats } from '../inventory.ts';
import { SEVERITY_LABELS, sentence } from '../labels.ts';
import { namesOf } from '../names.ts';
import { SORT_LABELS } from '../our-systems.ts';
import { keyPath } from '../paths.ts';
import type { Shelf } from './standing.ts';

export interface PrivacyMatrix {
  columns: { id: string; name: string; path: string; exposed: number }[];
  rows: { label: string; places: string; cells: PrivacyCellView[] }[];
}

export interface PrivacyCellView {
  kind: 'open' | 'asked' | 'settled' | 'none' | 'not';
  count: number;
  worst?: Severity;
  /** The cell in words. */
  text: string;
  /** The findings of this type, on this page. */
  path?: string;
}

/** An element or flow with personal data, and the types that can happen there. */
export interface PlaceRow {
  name: string;
  detail: string;
  path: string;
  data: string[];
  types: string[];
  /** The register, filtered to it. */
  register: string;
  tally: Tally;
}

export const typeAnchor = (id: string): string => `privacy-${id}`;

export function privacyMatrix({ types, places }: PrivacyAssessment, shelf: Shelf): PrivacyMatrix {
  const shown = SHAPES.filter(
    (shape) =>
      places.some((p) => p.shape === shape) ||
      types.some((t) => t.cells.some((c) => c.shape === shape && c.findings.length > 0)),
  );
  return {
    columns: types.map(({ id, key, name, findings }) => ({
      id,
      name,
      path: keyPath(key) ?? '',
      exposed: tallyOf(shelf.findings(findings)).exposed,
    })),
    rows: shown.map((shape) => ({
      label: sentence(SORT_LABELS[shape]),
      places: placesText(shape, places.filter((p) => p.shape === shape).length),
      cells: types.flatMap((t) =>
        t.cells.filter((c) => c.shape === shape).map((c) => cellView(t.name, c, shelf)),
      ),
    })),
  };
}

const placesText = (shape: Shape, n: number): string =>
  shape === 'system' ? '' : n === 0 ? 'no personal data stated' : `${n} with personal data`;

function cellView(name: string, cell: PrivacyCell, shelf: Shelf): PrivacyCellView {
  const { exposed, asked, settled, worst } = tallyOf(shelf.findings(cell.findings));
  const path = `#${typeAnchor(cell.type)}`;
  if (worst) {
    const text = `${name}: ${exposed} open, worst ${SEVERITY_LABELS[worst]}`;
    return { kind: 'open', count: exposed, worst, text, path };
  }
  if (asked > 0)
    return { kind: 'asked', count: asked, text: `${name}: ${asked} waiting for an answer`, path };
  if (settled > 0)
    return { kind: 'settled', count: settled, text: `${name}: ${plural(settled, 'finding')} settled`, path };
  return cell.applies && cell.places > 0
    ? { kind: 'none', count: 0, text: `${name}: nothing found at ${plural(cell.places, 'place')}` }
    : { kind: 'not', count: 0, text: `${name}: does not apply` };
}

export function placeRows({ places, types }: PrivacyAssessment, shelf: Shelf, model: Model): PlaceRow[] {
  const names = namesOf(model);
  const typeNames = new Map(types.map((t) => [t.id, t.name]));
  const found = shelf.findings([...new Set(types.flatMap((t) => t.findings))]);
  return places.map(({ shape, id, data, types: ids }) => {
    const type = shape === 'flow' ? 'flow' : 'element';
    const target = names.target({ type, id, name: names.element(id) });
    return {
      name: target.name,
      detail: target.detail ?? SORT_LABELS[shape],
      path: target.path,
      data: data.map(names.data),
      types: ids.map((t) => typeNames.get(t) ?? t),
      register: filteredThreats(model.id, { on: id }),
      tally: tallyOf(found.filter((f) => f.target.id === id && f.target.type === type)),
    };
  });
}
