/** Our systems on a page: open ones first, settled ones apart, filters only where there are many. */
import { expect, test } from 'vitest';
import { FOUND, SETTLED, SITE } from './knowledge-testing.ts';
import { ourSystems, sortOf } from './our-systems.ts';
import { findingOf, systemOf } from './testing.ts';

const [system] = SITE.systems;
if (!system) throw new Error('no system');
const found = [SETTLED, FOUND, FOUND].map((finding) => ({ system, finding }));

test('a finding counts once; what wants something stands apart from what is settled', () => {
  const view = ourSystems(found, SITE.knowledge);
  expect(view.total).toBe(2);
  expect(view.systems[0]?.findings.map((f) => f.id)).toEqual(['steer@app']);
  expect(view.systems[0]?.settled.map((f) => f.id)).toEqual(['change@note']);
  expect(view.facets).toEqual([]);
});

test('the sort of target is the element’s type', () => {
  expect(found.slice(0, 2).map(sortOf)).toEqual(['flow', 'process']);
});

test('many findings get filters, and more than a page holds are counted', () => {
  const findings = Array.from({ length: 400 }, (_, i) =>
    findingOf({ id: `steer-${i}@app`, state: i % 2 ? 'open' : 'asked' }),
  );
  const many = systemOf(findings);
  const view = ourSystems(
    findings.map((finding) => ({ system: many, finding })),
    SITE.knowledge,
  );
  expect(view.systems[0]?.findings).toHaveLength(300);
  expect(view.systems[0]?.more).toBe(100);
  expect(view.facets.map((f) => f.name)).toEqual(['state']);
});
