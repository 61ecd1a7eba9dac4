/** A system's findings for spreadsheets. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Analysis } from '../../../engine/analysis.ts';
import { csvReport } from '../../../reports/csv.ts';
import { loadSite } from '../../../site/data.ts';

export const getStaticPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map(({ model, analysis }) => ({ params: { id: model.id }, props: { analysis } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ analysis: Analysis }> = ({ props }) =>
  new Response(csvReport(props.analysis), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
