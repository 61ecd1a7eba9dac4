/** What most attack paths have in common: where one measure stands in the way of many. */
import type { Finding } from '../analysis.ts';
import type { AttackPath, TargetPaths } from './attack-paths.ts';

export interface Crossed<T> {
  what: T;
  /** How many of the paths pass it. */
  paths: number;
  /** The same as a share of all paths, 0–1. */
  share: number;
}

export interface ChokePoints {
  /** All paths to all targets. */
  paths: number;
  /** Elements between the entry and the target. */
  elements: Crossed<string>[];
  flows: Crossed<string>[];
  findings: Crossed<Finding>[];
}

/** What at least two paths pass, the most passed first; equals in the order of the paths. */
export function chokePoints(targets: readonly TargetPaths[]): ChokePoints {
  const paths = targets.flatMap((t) => t.paths);
  return {
    paths: paths.length,
    elements: crossed(paths, (p) => p.steps.slice(0, -1).map((s) => s.to)),
    flows: crossed(paths, (p) => p.steps.flatMap((s) => s.flow ?? [])),
    findings: crossed(paths, (p) => p.steps.flatMap((s) => s.finding ?? [])),
  };
}

function crossed<T>(paths: readonly AttackPath[], passes: (path: AttackPath) => readonly T[]): Crossed<T>[] {
  const counts = new Map<T, number>();
  for (const path of paths)
    for (const what of new Set(passes(path))) counts.set(what, (counts.get(what) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count > 1)
    .map(([what, count]) => ({ what, paths: count, share: count / paths.length }))
    .sort((a, b) => b.paths - a.paths);
}
