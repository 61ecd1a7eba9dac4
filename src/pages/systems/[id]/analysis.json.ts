/** A system's analysis for machines. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Analysis } from '../../../engine/analysis.ts';
import { jsonReport } from '../../../reports/json.ts';
import { loadSite } from '../../../site/data.ts';

export const getStaticPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map(({ model, analysis }) => ({ params: { id: model.id }, props: { analysis } }));
}) satisfies GetStaticPaths;

/** From `/systems/<id>/` to the published schema. */
const SCHEMA = '../../schemas/analysis.schema.json';

export const GET: APIRoute<{ analysis: Analysis }> = async ({ props }) => {
  const { knowledge } = await loadSite();
  const text = jsonReport(props.analysis, knowledge, SCHEMA);
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
