/** STRIDE-AI of a system: assets against the properties they must keep, and failure modes. */
import type { Assessed, StrideAiAssessment } from '../../engine/assess/assessments.ts';
import { STRIDE_CATEGORIES } from '../../model/vocabulary.ts';
import type { FindingLine } from '../finding.ts';
import { keyPath } from '../paths.ts';
import { type Shelf, type StandingView, standingView, type TotalsView, totalsView } from './standing.ts';

export interface StrideAiView {
  edition: string;
  totals: TotalsView;
  /** Properties in the order of STRIDE. */
  columns: string[];
  groups: { title: string; rows: AssetRow[] }[];
  failureModes: { name: string; path: string; standing: StandingView; findings: FindingLine[] }[];
  /** Failure modes that no finding names. */
  quiet: number;
}

export interface AssetRow {
  id: string;
  name: string;
  path: string;
  standing: StandingView;
  /** One a column; undefined where the asset need not keep that property. */
  cells: (StandingView | undefined)[];
  findings: FindingLine[];
}

export function strideAiView(assessment: StrideAiAssessment, shelf: Shelf): StrideAiView {
  const { edition, assets, totals, failureModes } = assessment;
  const titles = new Map(assets.flatMap((a) => a.properties.map((p) => [p.category, p.property] as const)));
  const columns = STRIDE_CATEGORIES.filter((c) => titles.has(c));
  const rowOf = (asset: StrideAiAssessment['assets'][number]): AssetRow => ({
    id: asset.id,
    name: asset.name,
    path: keyPath(asset.key) ?? '',
    standing: standingView(asset, shelf),
    cells: columns.map((category) => {
      const property = asset.properties.find((p) => p.category === category);
      return property && standingView(property, shelf);
    }),
    findings: shelf.lines(asset.findings),
  });
  const named = failureModes.filter((mode) => mode.findings.length > 0);
  return {
    edition,
    totals: totalsView(totals, 'asset'),
    columns: columns.map((c) => titles.get(c) ?? c),
    groups: [...Map.groupBy(assets, (a) => a.group)].map(([title, list]) => ({
      title,
      rows: list.map(rowOf),
    })),
    failureModes: named.map((mode) => ({
      name: mode.name,
      path: keyPath(mode.key) ?? '',
      standing: standingView(mode as Assessed, shelf),
      findings: shelf.lines(mode.findings),
    })),
    quiet: failureModes.length - named.length,
  };
}
