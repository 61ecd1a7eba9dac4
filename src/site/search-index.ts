/** The search index, made by Pagefind over the built pages and one record for each finding. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { close, createIndex } from 'pagefind';
import { findingRecords } from '../views/search-records.ts';
import { resolveToday, workspacePlaces } from '../workspace/places.ts';
import { analyseWorkspace, loadWorkspace } from '../workspace/workspace.ts';
import { canonical, type IndexFile } from './search-canonical.ts';

/** @returns how many records beside the pages were indexed */
export async function writeSearchIndex(folder: string): Promise<{ records: number }> {
  const { index, errors } = await createIndex({});
  if (!index) throw new Error(`the search index cannot be made: ${errors.join('; ')}`);
  const problems: string[] = [];
  const pages = await index.addDirectory({ path: folder });
  problems.push(...pages.errors);
  const { systems } = analyseWorkspace(await loadWorkspace(workspacePlaces()), resolveToday());
  const records = systems.flatMap(({ model, analysis }) => findingRecords(model, analysis));
  for (const record of records) problems.push(...(await index.addCustomRecord(record)).errors);
  const { files, errors: fileErrors } = await index.getFiles();
  problems.push(...fileErrors);
  await close();
  if (problems.length > 0) throw new Error(`the search index cannot be made: ${problems.join('; ')}`);
  await writeAll(
    canonical(files).filter(({ path: name }) => !INTERFACE.test(name)),
    path.join(folder, 'pagefind'),
  );
  return { records: records.length };
}

/** Pagefind brings three user interfaces of its own; ours is in `client/search/`. */
const INTERFACE = /^pagefind-.*(ui|highlight)\.(js|css)$/;

/** Pagefind's own `writeFiles` may leave a file empty: it is ended before the system has taken everything. */
async function writeAll(files: readonly IndexFile[], output: string): Promise<void> {
  const folders = new Set(files.map((file) => path.dirname(path.join(output, file.path))));
  for (const folder of folders) await mkdir(folder, { recursive: true });
  for (const file of files) await writeFile(path.join(output, file.path), file.content);
}
