/** The mitigation plan as page and as table: the same steps and figures. */
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import { catalogue, knowledge, situationOf } from '../engine/paths/fixtures.ts';
import { mitigationPlanView, planCsv } from './mitigation-plan.ts';

const system = situationOf(`
elements:
  s: { type: process, kind: model-server, name: Server, zone: core, controls: [{ use: limit, status: planned, due: 2026-12-01 }] }
`);

test('steps say where, what is there today, what is cleared, and what is left', () => {
  const view = mitigationPlanView(system, { knowledge, catalogue });
  expect(view.today).toEqual({ risk: '9.2', open: 2 });
  expect(view.steps).toMatchObject([
    {
      number: 1,
      control: { name: 'limit', path: '/controls/limit/' },
      place: { name: 'Server', path: '/systems/test/#element-s' },
      effort: 'low',
      status: 'planned, due 1 Dec 2026',
      clears: [{ id: 'copy-model@s' }],
    },
    { control: { name: 'guard' }, risk: '0.0', left: 0, open: 0 },
  ]);
  expect(view.summary).toBe(
    '2 steps of together 2 points of effort (low 1, medium 2, high 4). Of all choices weighed, none that clears the same takes less.',
  );
});

test('the table has the same steps', () => {
  const rows = parse(planCsv(system, { knowledge, catalogue }), { bom: true, columns: true }) as Record<
    string,
    string
  >[];
  expect(rows.map((r) => [r['step'], r['control'], r['place'], r['open findings after']])).toEqual([
    ['1', 'limit', 's', '1'],
    ['2', 'guard', 's', '0'],
  ]);
});

test('nothing open: nothing to do', () => {
  const clear = situationOf('elements:\n  a: { type: data-store, name: A, zone: app }\n');
  expect(mitigationPlanView(clear, { knowledge, catalogue })).toMatchObject({
    steps: [],
    summary: '',
    stubborn: [],
  });
});
