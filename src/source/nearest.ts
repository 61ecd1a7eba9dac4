/** The nearest valid name, for hints in diagnostics. */
import { distance } from 'fastest-levenshtein';

/** The candidate closest to `name`, if it is close enough to be a likely slip; ties go to the first in order. */
export function nearest(name: string, candidates: Iterable<string>): string | undefined {
  const given = name.slice(0, 80).toLowerCase();
  let best: string | undefined;
  let bestDistance = Math.max(2, Math.floor(given.length / 3)) + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - given.length) >= bestDistance) continue;
    const d = distance(given, candidate.toLowerCase());
    if (d < bestDistance) [best, bestDistance] = [candidate, d];
  }
  return best;
}

/** `did you mean x?` where a near name exists, else a short list of what is valid. */
export function didYouMean(name: string, candidates: readonly string[]): string | undefined {
  const near = nearest(name, candidates);
  if (near) return `did you mean ${near}?`;
  if (candidates.length === 0) return undefined;
  const shown = candidates.slice(0, 12).join(', ');
  return `valid names: ${shown}${candidates.length > 12 ? `, … (${candidates.length} in all)` : ''}`;
}
