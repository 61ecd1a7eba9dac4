/** A system's exposure as a layer for the ATT&CK Navigator. */
import type { APIRoute, GetStaticPaths } from 'astro';
import type { Analysis } from '../../../engine/analysis.ts';
import { navigatorJson, systemLayer } from '../../../reports/navigator.ts';
import { loadSite } from '../../../site/data.ts';
import { layerContext } from '../../../site/layers.ts';

export const getStaticPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map(({ model, analysis }) => ({ params: { id: model.id }, props: { analysis } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ analysis: Analysis }> = async ({ props, site }) => {
  const { knowledge } = await loadSite();
  return new Response(navigatorJson(systemLayer(props.analysis, layerContext(knowledge, site))));
};
