/** The exposure of all systems as a layer for the ATT&CK Navigator. */
import type { APIRoute } from 'astro';
import { navigatorJson, portfolioLayer } from '../../reports/navigator.ts';
import { loadSite } from '../../site/data.ts';
import { layerContext } from '../../site/layers.ts';

export const GET: APIRoute = async ({ site }) => {
  const { systems, knowledge } = await loadSite();
  const live = systems.filter(({ model }) => model.status !== 'retired').map(({ analysis }) => analysis);
  return new Response(navigatorJson(portfolioLayer(live, layerContext(knowledge, site))));
};
