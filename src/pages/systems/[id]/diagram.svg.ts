/** The diagram as a picture of its own, with its colours. */
import type { APIRoute } from 'astro';
import { type SystemProps, systemPaths } from '../../../site/system-paths.ts';

export const getStaticPaths = systemPaths;

export const GET: APIRoute<SystemProps> = ({ props: { system } }) =>
  new Response(system.diagram.standalone, { headers: { 'content-type': 'image/svg+xml' } });
