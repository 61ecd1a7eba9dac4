/** Every table that the site publishes as files, by name. */
import type { KnowledgeSite } from '../knowledge-site.ts';
import { catalogueTables } from './catalogue.ts';
import { frameworkTables } from './frameworks.ts';
import { linkTables } from './links.ts';
import { portfolioTables } from './portfolio.ts';
import type { DataTable } from './table.ts';

const cache = new WeakMap<KnowledgeSite['systems'], DataTable[]>();

export function dataTables(site: KnowledgeSite): DataTable[] {
  const known = cache.get(site.systems);
  if (known) return known;
  const tables = [
    ...portfolioTables(site),
    ...catalogueTables(site),
    ...linkTables(site),
    ...frameworkTables(site),
  ];
  cache.set(site.systems, tables);
  return tables;
}
