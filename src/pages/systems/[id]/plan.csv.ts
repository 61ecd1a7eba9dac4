/** The steps of a system's mitigation plan for spreadsheets. */
import type { APIRoute } from 'astro';
import { loadSite } from '../../../site/data.ts';
import { type SystemProps, systemPaths } from '../../../site/system-paths.ts';
import { planCsv } from '../../../views/mitigation-plan.ts';

export const getStaticPaths = systemPaths;

export const GET: APIRoute<SystemProps> = async ({ props }) => {
  const text = planCsv(props.system, await loadSite());
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
