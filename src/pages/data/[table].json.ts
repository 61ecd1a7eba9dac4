/** Every table of the site for programs. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../site/data.ts';
import { type DataTable, tableJson } from '../../views/data/table.ts';
import { dataTables } from '../../views/data/tables.ts';

export const getStaticPaths = (async () =>
  dataTables(await loadSite()).map((table) => ({
    params: { table: table.id },
    props: { table },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ table: DataTable }> = ({ props: { table } }) =>
  new Response(tableJson(table), { headers: { 'content-type': 'application/json; charset=utf-8' } });
