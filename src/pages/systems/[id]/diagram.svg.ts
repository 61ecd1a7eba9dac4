/** The diagram as a picture of its own, with its colours. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../../site/data.ts';

export const getStaticPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map(({ model, diagram }) => ({
    params: { id: model.id },
    props: { svg: diagram.standalone },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ svg: string }> = ({ props }) =>
  new Response(props.svg, { headers: { 'content-type': 'image/svg+xml' } });
