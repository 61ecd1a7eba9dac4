/** The steps of a system's mitigation plan for spreadsheets. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite, type SystemEntry } from '../../../site/data.ts';
import { planCsv } from '../../../views/mitigation-plan.ts';

export const getStaticPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map((system) => ({ params: { id: system.model.id }, props: { system } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ system: SystemEntry }> = async ({ props }) => {
  const { knowledge, catalogue } = await loadSite();
  const text = planCsv(props.system, { knowledge, catalogue });
  return new Response(text, { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
