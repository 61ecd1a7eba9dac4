/** A system's findings for spreadsheets. */
import type { APIRoute } from 'astro';
import { csvReport } from '../../../reports/csv.ts';
import { type SystemProps, systemPaths } from '../../../site/system-paths.ts';

export const getStaticPaths = systemPaths;

export const GET: APIRoute<SystemProps> = ({ props: { system } }) =>
  new Response(csvReport(system.analysis), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
