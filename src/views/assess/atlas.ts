/** ATLAS coverage of a system: how many techniques stand how, by tactic, and each technique as a row. */
import type { AtlasAssessment, Standing, TechniqueCoverage } from '../../engine/assess/assessments.ts';
import { STANDINGS } from '../../engine/assess/assessments.ts';
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { filteredThreats } from '../inventory.ts';
import { sentence } from '../labels.ts';
import { keyPath, systemLayerPath } from '../paths.ts';
import type { Facet } from '../register.ts';
import {
  EXPOSURE_LABELS,
  type Shelf,
  type StandingView,
  standingView,
  type TotalsView,
  totalsView,
} from './standing.ts';

export interface AtlasView {
  edition: string;
  totals: TotalsView;
  columns: { standing: Standing; label: string }[];
  /** Techniques of each tactic by how they stand; one of two tactics counts in both. */
  tactics: { id: string; name: string; path: string; counts: number[] }[];
  rows: TechniqueRow[];
  facets: Facet[];
  layer: string;
}

export interface TechniqueRow {
  id: string;
  name: string;
  path: string;
  tactics: { id: string; name: string }[];
  standing: StandingView;
  /** The register with its findings. */
  register?: string;
}

export function atlasView(
  { edition, techniques, totals }: AtlasAssessment,
  shelf: Shelf,
  knowledge: Knowledge,
): AtlasView {
  const tactics = knowledge.entries
    .filter((e) => e.scheme === 'atlas' && e.kind === 'tactic')
    .sort((a, b) => (a.fact.order ?? 0) - (b.fact.order ?? 0));
  const nameOf = new Map(tactics.map((t) => [t.fact.id, t.name]));
  const columns = STANDINGS.filter((s) => s !== 'clear').map((standing) => ({
    standing,
    label: sentence(EXPOSURE_LABELS[standing]),
  }));
  const rows = [...techniques]
    .sort((a, b) => STANDINGS.indexOf(a.standing) - STANDINGS.indexOf(b.standing))
    .map((t) => rowOf(t, shelf, nameOf));
  return {
    edition,
    totals: totalsView(totals, 'technique', EXPOSURE_LABELS),
    columns,
    tactics: tactics.map(({ fact, key, name }) => ({
      id: fact.id,
      name,
      path: keyPath(key) ?? '',
      counts: columns.map(
        ({ standing }) =>
          techniques.filter((t) => t.tactics.includes(fact.id) && t.standing === standing).length,
      ),
    })),
    rows,
    facets: facetsOf(
      rows,
      columns,
      tactics.map((t) => ({ id: t.fact.id, name: t.name })),
    ),
    layer: systemLayerPath(shelf.context.names.system.id),
  };
}

function rowOf(
  technique: TechniqueCoverage,
  shelf: Shelf,
  nameOf: ReadonlyMap<string, string>,
): TechniqueRow {
  const { id, name, key, tactics, findings } = technique;
  return {
    id,
    name,
    path: keyPath(key) ?? '',
    tactics: tactics.map((t) => ({ id: t, name: nameOf.get(t) ?? t })),
    standing: standingView(technique, shelf, EXPOSURE_LABELS),
    ...(findings.length > 0 ? { register: filteredThreats(shelf.context.names.system.id, { q: id }) } : {}),
  };
}

function facetsOf(
  rows: readonly TechniqueRow[],
  columns: AtlasView['columns'],
  tactics: readonly { id: string; name: string }[],
): Facet[] {
  const count = (has: (row: TechniqueRow) => boolean) => rows.filter(has).length;
  const facets: Facet[] = [
    {
      name: 'standing',
      label: 'Coverage',
      pick: 'many',
      choices: columns.map(({ standing, label }) => ({
        value: standing,
        label,
        count: count((r) => r.standing.standing === standing),
      })),
    },
    {
      name: 'tactic',
      label: 'Tactic',
      pick: 'one',
      choices: tactics.map(({ id, name }) => ({
        value: id,
        label: name,
        count: count((r) => r.tactics.some((t) => t.id === id)),
      })),
    },
  ];
  return facets.map((f) => ({ ...f, choices: f.choices.filter((c) => c.count > 0) }));
}
