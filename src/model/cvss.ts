/** CVSS 4.0 vectors: the grammar alone, so that reading a model costs no calculator; the score is in `engine/scoring/cvss.ts`. */

/** Metrics in the order of the specification (FIRST, CVSS v4.0, table 23) with their values. */
export const CVSS_METRICS: readonly (readonly [metric: string, values: readonly string[]])[] = (
  [
    ['AV', 'N A L P'],
    ['AC', 'L H'],
    ['AT', 'N P'],
    ['PR', 'N L H'],
    ['UI', 'N P A'],
    ['VC', 'H L N'],
    ['VI', 'H L N'],
    ['VA', 'H L N'],
    ['SC', 'H L N'],
    ['SI', 'H L N'],
    ['SA', 'H L N'],
    ['E', 'X A P U'],
    ['CR', 'X H M L'],
    ['IR', 'X H M L'],
    ['AR', 'X H M L'],
    ['MAV', 'X N A L P'],
    ['MAC', 'X L H'],
    ['MAT', 'X N P'],
    ['MPR', 'X N L H'],
    ['MUI', 'X N P A'],
    ['MVC', 'X H L N'],
    ['MVI', 'X H L N'],
    ['MVA', 'X H L N'],
    ['MSC', 'X H L N'],
    ['MSI', 'X S H L N'],
    ['MSA', 'X S H L N'],
    ['S', 'X N P'],
    ['AU', 'X N Y'],
    ['R', 'X A U I'],
    ['V', 'X D C'],
    ['RE', 'X L M H'],
    ['U', 'X Clear Green Amber Red'],
  ] as const
).map(([metric, values]) => [metric, values.split(' ')]);

/** The first so many metrics are the base, and have to be there. */
export const CVSS_BASE = 11;

const PREFIX = 'CVSS:4.0';

/** A loose form of the grammar for editors. */
export const CVSS_PATTERN = '^CVSS:4\\.0(/[A-Z]{1,3}:[A-Za-z]{1,5}){11,32}$';

/** What was expected, where a text is no valid CVSS 4.0 vector; undefined where it is one. */
export function cvssProblem(vector: string): string | undefined {
  const [prefix, ...parts] = vector.slice(0, 400).split('/');
  if (prefix !== PREFIX) return `a vector that begins with ${PREFIX}/, as the FIRST calculator prints it`;
  let last = -1;
  for (const part of parts) {
    const at = CVSS_METRICS.findIndex(([metric]) => metric === part.split(':', 1)[0]);
    const problem = metricProblem(part, at) ?? orderProblem(at, last);
    if (problem) return problem;
    last = at;
  }
  return orderProblem(CVSS_BASE, Math.min(last, CVSS_BASE - 1));
}

function metricProblem(part: string, at: number): string | undefined {
  const [metric, values] = CVSS_METRICS[at] ?? [];
  if (!metric || !values)
    return `metrics of CVSS 4.0 only: there is no ${part.split(':', 1)[0] || 'empty one'}`;
  return values.includes(part.slice(metric.length + 1))
    ? undefined
    : `${metric} as one of ${values.join(', ')}`;
}

/** @param at the place of a metric in the table, `last` that of the metric before it */
function orderProblem(at: number, last: number): string | undefined {
  const name = (i: number) => CVSS_METRICS[i]?.[0];
  if (at === last) return `${name(at)} once`;
  if (at < last) return `${name(at)} before ${name(last)}: the order of metrics is fixed`;
  const next = last + 1;
  return at > next && next < CVSS_BASE ? `all base metrics: ${name(next)} is missing` : undefined;
}

/** FIRST's own calculator with the vector filled in. */
export const calculatorUrl = (vector: string): string =>
  `https://www.first.org/cvss/calculator/4.0#${vector}`;
