/** STRIDE per element: which categories apply to which part of the diagram, and where findings stand. */
import type { Finding, Severity } from '../engine/analysis.ts';
import { spokenOf } from '../engine/spoken.ts';
import type { Model } from '../model/model.ts';
import { STRIDE_CATEGORIES, type StrideCategory } from '../model/vocabulary.ts';
import { type Tally, tallyOf } from './counts.ts';
import { plural } from './dates.ts';
import { type StrideMark, strideMarks } from './finding.ts';
import { filteredThreats } from './inventory.ts';
import { SEVERITY_LABELS, STRIDE_LABELS } from './labels.ts';
import { type KnownNames, namesOf } from './names.ts';
import { findingPath } from './paths.ts';

export interface MatrixCell {
  category: StrideCategory;
  /** `open`, `asked`, `settled`: findings; `none`: it applies, nothing fired; `not`: it does not apply. */
  kind: 'open' | 'asked' | 'settled' | 'none' | 'not';
  count: number;
  worst?: Severity;
  /** The cell in words. */
  text: string;
  path?: string;
}

export interface MatrixRow {
  name: string;
  detail: string;
  path: string;
  cells: MatrixCell[];
}

export interface Matrix {
  columns: (StrideMark & { exposed: number })[];
  groups: { title: string; rows: MatrixRow[] }[];
}

type Target = {
  id: string;
  type: 'element' | 'flow' | 'system';
  shape: string;
  name: string;
  detail: string;
  path: string;
};

/** Findings of several categories stand in each of their columns; where none is shown, what is folded elsewhere does. */
export function strideMatrix(model: Model, findings: readonly Finding[], known: KnownNames): Matrix {
  const names = namesOf(model);
  const byTarget = Map.groupBy(findings, (f) => `${f.target.type} ${f.target.id}`);
  const foldedAt = Map.groupBy(
    spokenOf(findings).filter((s) => s.id !== s.shown.id),
    (s) => s.target,
  );
  const row = (target: Target): MatrixRow => ({
    name: target.name,
    detail: target.detail,
    path: target.path,
    cells: STRIDE_CATEGORIES.map((category) => {
      const own = (byTarget.get(`${target.type} ${target.id}`) ?? []).filter((f) =>
        f.stride.includes(category),
      );
      const folded =
        own.length > 0 ? [] : (foldedAt.get(target.id) ?? []).filter((s) => s.stride.includes(category));
      const [first] = folded;
      const tally = tallyOf(first ? folded.map(({ shown, state }) => ({ ...shown, state })) : own);
      return cell(category, tally, applies(category, target.shape, known), () =>
        first
          ? findingPath(model.id, first.shown.id)
          : filteredThreats(model.id, { on: target.id, stride: category }),
      );
    }),
  });
  const elements = model.elements.map((e): Target => {
    const { path } = names.target({ type: 'element', id: e.id, name: e.name });
    return { id: e.id, type: 'element', shape: e.type, name: e.name, detail: names.zone(e.zone), path };
  });
  const flows = model.flows.map((f): Target => {
    const { name, path, detail = '' } = names.target({ type: 'flow', id: f.id, name: f.id });
    return { id: f.id, type: 'flow', shape: 'flow', name, detail, path };
  });
  const whole = findings.filter((f) => f.target.type === 'system').slice(0, 1);
  const system = whole.map(({ target }): Target => {
    return {
      id: target.id,
      type: 'system',
      shape: 'system',
      name: 'Whole system',
      detail: '',
      path: names.system.path,
    };
  });
  const groups = [
    { title: 'Elements', rows: [...system, ...elements].map(row) },
    { title: 'Flows', rows: flows.map(row) },
  ];
  return {
    columns: strideMarks(STRIDE_CATEGORIES).map((mark) => ({
      ...mark,
      exposed: tallyOf(findings.filter((f) => f.stride.includes(mark.id))).exposed,
    })),
    groups: groups.filter((g) => g.rows.length > 0),
  };
}

/** STRIDE per element, as the knowledge base has it; where it says nothing, every category applies. */
function applies(category: StrideCategory, shape: string, known: KnownNames): boolean {
  const shapes: readonly string[] = known.entry(`stride:${category}`)?.fact.elements ?? [];
  return shapes.length === 0 || shape === 'system' || shapes.includes(shape);
}

function cell(category: StrideCategory, tally: Tally, applicable: boolean, path: () => string): MatrixCell {
  const label = STRIDE_LABELS[category];
  const linked = { category, path: path() };
  if (tally.exposed > 0) {
    const worst = tally.worst ?? 'info';
    const text = `${label}: ${tally.exposed} open, worst ${SEVERITY_LABELS[worst]}`;
    return { ...linked, kind: 'open', count: tally.exposed, worst, text };
  }
  if (tally.asked > 0) {
    return {
      ...linked,
      kind: 'asked',
      count: tally.asked,
      text: `${label}: ${tally.asked} waiting for an answer`,
    };
  }
  if (tally.settled > 0) {
    return {
      ...linked,
      kind: 'settled',
      count: tally.settled,
      text: `${label}: ${plural(tally.settled, 'finding')} settled`,
    };
  }
  return applicable
    ? { category, kind: 'none', count: 0, text: `${label}: nothing found` }
    : { category, kind: 'not', count: 0, text: `${label}: does not apply to this type` };
}
