/** A system's exposure as a layer for the ATT&CK Navigator. */
import type { APIRoute } from 'astro';
import { navigatorJson, systemLayer } from '../../../reports/navigator.ts';
import { loadSite } from '../../../site/data.ts';
import { layerContext } from '../../../site/layers.ts';
import { type SystemProps, systemPaths } from '../../../site/system-paths.ts';

export const getStaticPaths = systemPaths;

export const GET: APIRoute<SystemProps> = async ({ props: { system }, site }) => {
  const { knowledge } = await loadSite();
  return new Response(navigatorJson(systemLayer(system.analysis, layerContext(knowledge, site))));
};
