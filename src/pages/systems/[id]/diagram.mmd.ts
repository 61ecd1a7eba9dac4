/** The diagram as Mermaid text. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../../site/data.ts';

export const getStaticPaths = (async () => {
  const { systems } = await loadSite();
  return systems.map(({ model, diagram }) => ({ params: { id: model.id }, props: { text: diagram.mmd } }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ text: string }> = ({ props }) =>
  new Response(props.text, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
