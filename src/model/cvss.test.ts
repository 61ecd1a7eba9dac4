import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CVSS_BASE, CVSS_METRICS, CVSS_PATTERN, cvssProblem } from './cvss.ts';

const BASE = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N';

/** Any valid vector: all base metrics, some of the others, in order. */
const vectors = fc
  .tuple(
    ...CVSS_METRICS.map(([metric, values], i) => {
      const part = fc.constantFrom(...values).map((value) => `/${metric}:${value}`);
      return i < CVSS_BASE ? part : fc.oneof(part, fc.constant(''));
    }),
  )
  .map((parts) => `CVSS:4.0${parts.join('')}`);

test('every vector of the grammar is one, for readers and for editors', () => {
  fc.assert(
    fc.property(vectors, (vector) => {
      expect(cvssProblem(vector)).toBeUndefined();
      expect(vector).toMatch(new RegExp(CVSS_PATTERN));
    }),
  );
});

test.each([
  ['', 'a vector that begins with CVSS:4.0/, as the FIRST calculator prints it'],
  [BASE.replace('4.0', '3.1'), 'a vector that begins with CVSS:4.0/, as the FIRST calculator prints it'],
  ['CVSS:4.0', 'all base metrics: AV is missing'],
  [BASE.replace('/AT:N', ''), 'all base metrics: AT is missing'],
  [BASE.replace('/SA:N', ''), 'all base metrics: SA is missing'],
  [BASE.replace('/SA:N', '/E:A'), 'all base metrics: SA is missing'],
  [BASE.replace('AV:N', 'AV:Q'), 'AV as one of N, A, L, P'],
  [BASE.replace('SC:N', 'SC:S'), 'SC as one of H, L, N'],
  [BASE.replace('AV:N', 'AV'), 'AV as one of N, A, L, P'],
  [BASE.replace('AV:N', 'AV:N/AV:N'), 'AV once'],
  [`${BASE}/CR:H/E:A`, 'E before CR: the order of metrics is fixed'],
  [`${BASE}/XX:H`, 'metrics of CVSS 4.0 only: there is no XX'],
  [`${BASE}/`, 'metrics of CVSS 4.0 only: there is no empty one'],
])('%s: %s', (vector, problem) => expect(cvssProblem(vector)).toBe(problem));

test('nothing makes it throw', () => {
  fc.assert(fc.property(fc.string(), (text) => typeof cvssProblem(text) === 'string'));
});
