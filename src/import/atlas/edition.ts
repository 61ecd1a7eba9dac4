/** Editions of ATLAS: 5.6.1 before May 2026, the year and month since. */

/** What an edition looks like. */
export const EDITION = /^\d{1,4}(\.\d{1,3}){1,3}$/;

/** The last edition of `dist/ATLAS.yaml`, which upstream froze there. */
export const FROZEN_EDITION = '5.6.0';

/** Below 0 where `a` is the older one. A year is a greater number than any version before it. */
export function compareEditions(a: string, b: string): number {
  const [left, right] = [a, b].map((edition) => edition.split('.').map(Number));
  for (let i = 0; i < Math.max(left?.length ?? 0, right?.length ?? 0); i++) {
    const difference = (left?.[i] ?? 0) - (right?.[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The id of the file under `content/changes/`. */
export const releaseId = (edition: string): string => `atlas-${edition.replaceAll('.', '-')}`;
