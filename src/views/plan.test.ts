/** The plan: what to put in place first, and why. */
import { expect, test } from 'vitest';
import type { ControlEvidence } from '../engine/analysis.ts';
import { plan } from './plan.ts';
import { findingOf, KNOWN, systemOf } from './testing.ts';

const control = (id: string, changes: Partial<ControlEvidence> = {}): ControlEvidence => ({
  id,
  name: id,
  effect: 'reduces',
  status: 'absent',
  stops: false,
  ...changes,
});

test('controls are ranked by the open score they touch; what is in place is left out', () => {
  const findings = [
    findingOf(
      {
        id: 'a@app',
        controls: [
          control('human-approval', { stops: true }),
          control('sandboxing', { status: 'implemented' }),
        ],
      },
      8,
    ),
    findingOf(
      { id: 'b@app', controls: [control('human-approval', { status: 'planned' }), control('red-teaming')] },
      2,
    ),
    findingOf({ id: 'c@app', state: 'mitigated', controls: [control('red-teaming')] }, 1),
  ];
  const { controls } = plan(systemOf(findings), KNOWN);
  expect(controls.map((c) => [c.id, c.touches, c.share, c.stops])).toEqual([
    ['human-approval', '10.0', 100, 1],
    ['red-teaming', '2.0', 20, 0],
  ]);
  expect(controls[0]).toMatchObject({ effort: 'low', statuses: ['not there', 'planned'] });
});

test('promised controls: dated first, wherever they are declared', () => {
  const { promised } = plan(systemOf([]), KNOWN);
  expect(promised.map((p) => [p.id, p.on, p.status, p.due])).toEqual([
    ['human-approval', 'App', 'planned', '1 Dec 2026, in 10 days'],
    ['red-teaming', 'the whole system', 'in part', undefined],
  ]);
});

test('a test that checks several findings is listed once', () => {
  const verify = [{ tool: 'garak', use: 'promptinject' }, { manual: 'Look.' }];
  const findings = [
    findingOf({ id: 'a@app', verify }),
    findingOf({ id: 'b@app', verify: verify.slice(0, 1) }),
  ];
  const { tests } = plan(systemOf(findings), KNOWN);
  expect(tests.map((t) => [t.how, t.what, t.findings.length])).toEqual([
    ['garak', 'promptinject', 2],
    ['by hand', 'Look.', 1],
  ]);
});
