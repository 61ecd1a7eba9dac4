/** The diagram as Mermaid text. */
import type { APIRoute } from 'astro';
import { type SystemProps, systemPaths } from '../../../site/system-paths.ts';

export const getStaticPaths = systemPaths;

export const GET: APIRoute<SystemProps> = ({ props: { system } }) =>
  new Response(system.diagram.mmd, { headers: { 'content-type': 'text/plain; charset=utf-8' } });
