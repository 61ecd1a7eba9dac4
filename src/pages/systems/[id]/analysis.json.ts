/** A system's analysis for machines. */
import type { APIRoute } from 'astro';
import { jsonReport } from '../../../reports/json.ts';
import { loadSite } from '../../../site/data.ts';
import { type SystemProps, systemPaths } from '../../../site/system-paths.ts';
import { assessmentsOf } from '../../../views/assess/assessments-of.ts';

export const getStaticPaths = systemPaths;

/** From `/systems/<id>/` to the published schema. */
const SCHEMA = '../../schemas/analysis.schema.json';

export const GET: APIRoute<SystemProps> = async ({ props: { system } }) => {
  const site = await loadSite();
  const text = jsonReport(system.analysis, assessmentsOf(system, site), site.knowledge, SCHEMA);
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
};
