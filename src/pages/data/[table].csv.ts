/** Every table of the site for spreadsheets. */
import type { APIRoute, GetStaticPaths } from 'astro';
import { csvTable } from '../../reports/csv.ts';
import { loadSite } from '../../site/data.ts';
import { cellText, columnsOf, type DataTable } from '../../views/data/table.ts';
import { dataTables } from '../../views/data/tables.ts';

export const getStaticPaths = (async () =>
  dataTables(await loadSite()).map((table) => ({
    params: { table: table.id },
    props: { table },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ table: DataTable }> = ({ props: { table } }) => {
  const columns = columnsOf(table);
  const rows = table.rows.map((row) => columns.map((column) => cellText(row[column])));
  return new Response(csvTable(columns, rows), { headers: { 'content-type': 'text/csv; charset=utf-8' } });
};
