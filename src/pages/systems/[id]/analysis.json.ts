/** A system's analysis for machines. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonReport } from '../../../reports/json.ts';
import { loadSite, type SystemEntry } from '../../../site/data.ts';
import { assessmentsOf } from '../../../views/assess/assessments-of.ts';

export const getStaticPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map((system) => ({ params: { id: system.model.id }, props: { system } }));
}) satisfies GetStaticPaths;

/** From `/systems/<id>/` to the published schema. */
const SCHEMA = '../../schemas/analysis.schema.json';

export const GET: APIRoute<{ system: SystemEntry }> = async ({ props: { system } }) => {
  const site = await loadSite();
  const text = jsonReport(system.analysis, assessmentsOf(system, site), site.knowledge, SCHEMA);
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
