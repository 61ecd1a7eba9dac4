/** Where the worker's file is: it is started from its source, also where the caller is bundled elsewhere. */
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The worker, from the root of the package. */
const WORKER = join('src', 'diagram', 'render', 'worker.ts');

/**
 * Finds the worker: under the given package root, else above this module, else above the working folder.
 * @throws where there is none
 */
export function workerFile(packageRoot?: string): string {
  const roots = packageRoot ? [packageRoot] : [...upwards(import.meta.dirname), ...upwards(process.cwd())];
  const found = roots.map((root) => join(root, WORKER)).find((file) => existsSync(file));
  if (!found) throw new Error(`${WORKER} was not found under ${roots.join(', ')}: pass the package root`);
  return found;
}

function upwards(folder: string | undefined): string[] {
  if (!folder) return [];
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...upwards(parent)];
}
