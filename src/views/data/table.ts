/** A table for programs: rows of named cells, written as CSV and as JSON from the same values. */

export type Cell = string | number | boolean | readonly string[] | undefined;
export type Row = Readonly<Record<string, Cell>>;

export interface DataTable {
  /** The name of its files: `<id>.csv` and `<id>.json`. */
  id: string;
  title: string;
  /** One sentence on what a row is. */
  what: string;
  /** Where the facts come from; undefined where they are ours. */
  source?: { title: string; edition: string; licence: string; url: string; checked: string };
  rows: readonly Row[];
}

/** Every column that some row fills, in the order in which the rows name them. */
export function columnsOf(table: Pick<DataTable, 'rows'>): string[] {
  const filled = (cell: Cell): boolean => cell !== undefined && cell !== '' && !isEmptyList(cell);
  const seen = new Set<string>();
  for (const row of table.rows)
    for (const [column, cell] of Object.entries(row)) if (filled(cell)) seen.add(column);
  const named = new Set(table.rows.flatMap((row) => Object.keys(row)));
  return [...named].filter((column) => seen.has(column));
}

const isEmptyList = (cell: Cell): boolean => Array.isArray(cell) && cell.length === 0;

/** A cell as one text: lists with `; ` between. */
export function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  return Array.isArray(cell) ? cell.join('; ') : String(cell);
}

/** The table as JSON text: its head, then each row with the columns it fills. */
export function tableJson(table: DataTable): string {
  const columns = columnsOf(table);
  const { id, title, what, source, rows } = table;
  const shown = rows.map((row) =>
    Object.fromEntries(
      columns.flatMap((column) => {
        const cell = row[column];
        return cell === undefined || cell === '' || isEmptyList(cell) ? [] : [[column, cell]];
      }),
    ),
  );
  return `${JSON.stringify({ id, title, what, ...(source ? { source } : {}), columns, rows: shown }, null, 1)}\n`;
}
