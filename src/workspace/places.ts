/** Where things lie: Wardbook's own folder, the workspace, and the day an analysis is made for. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WorkspacePlaces } from './workspace.ts';

/** Wardbook's own folder: what the configuration says, else the nearest one above this file that has `package.json` and `content`. */
export function packageRoot(): string {
  // Pages are bundled into the folder of the build, from where nothing leads back.
  const given = process.env['WARDBOOK_ROOT'];
  if (given) return given;
  let here = path.dirname(fileURLToPath(import.meta.url));
  while (!existsSync(path.join(here, 'package.json')) || !existsSync(path.join(here, 'content'))) {
    const up = path.dirname(here);
    if (up === here) throw new Error('the folder of Wardbook itself was not found');
    here = up;
  }
  return here;
}

/** `--workspace`, else `WARDBOOK_WORKSPACE`, else Wardbook's own folder with its example models. */
export function workspacePlaces(option?: string): WorkspacePlaces {
  const root = packageRoot();
  const chosen = option ?? process.env['WARDBOOK_WORKSPACE'];
  return { root, workspace: chosen ? path.resolve(chosen) : root };
}

/**
 * The day an analysis is made for: `--today`, else `WARDBOOK_TODAY`, else `SOURCE_DATE_EPOCH` (seconds), else the clock's date in UTC.
 * @returns YYYY-MM-DD
 * @throws RangeError where a given day is no date
 */
export function resolveToday(option?: string): string {
  const given = option ?? process.env['WARDBOOK_TODAY'];
  if (given !== undefined) {
    const date = new Date(`${given}T00:00:00Z`);
    if (
      !/^\d{4}-\d{2}-\d{2}$/.test(given) ||
      Number.isNaN(date.getTime()) ||
      date.toISOString().slice(0, 10) !== given
    )
      throw new RangeError(`"${given}" is not a date: expected YYYY-MM-DD`);
    return given;
  }
  const epoch = process.env['SOURCE_DATE_EPOCH'];
  if (epoch !== undefined && !/^\d{1,12}$/.test(epoch))
    throw new RangeError(`SOURCE_DATE_EPOCH is "${epoch}": expected seconds since 1970`);
  return new Date(epoch === undefined ? Date.now() : Number(epoch) * 1000).toISOString().slice(0, 10);
}
