/** The numbers of the last build, handed from the integration to the command that started it. */
/** A file in every build, so that a later build knows that it may replace the folder. */
export const BUILD_MARKER = 'wardbook.json';

export interface BuildReport {
  pages: number;
  links: number;
  records: number;
}

// Astro loads its configuration through Vite, so that the integration's copy of this module is another one.
const KEY = Symbol.for('wardbook.build-report');
const shared = globalThis as { [KEY]?: BuildReport };

export function setBuildReport(report: BuildReport): void {
  shared[KEY] = report;
}

export function buildReport(): BuildReport {
  return shared[KEY] ?? { pages: 0, links: 0, records: 0 };
}
