/** The plan in small models, and its figures against full analyses of the changed models of the workspace. */
import { describe, expect, test } from 'vitest';
import type { Model } from '../../../model/model.ts';
import { SettingsSchema } from '../../../model/settings.ts';
import { workspacePlaces } from '../../../workspace/places.ts';
import { analyseWorkspace, loadWorkspace } from '../../../workspace/workspace.ts';
import { analyse } from '../../analyse.ts';
import type { Analysis } from '../../analysis.ts';
import { modelOf, rule } from '../../fixtures.ts';
import { compileCatalogue } from '../../rule/catalogue.ts';
import { isOpen } from '../../summary.ts';
import { catalogue, knowledge, RULES, situationOf } from '../fixtures.ts';
import { mitigationPlan, type PlanStep } from './mitigation-plan.ts';
import { SYSTEM } from './sites.ts';

const planOf = (yaml: string) => {
  const { model, analysis } = situationOf(yaml);
  return mitigationPlan(model, analysis, knowledge, catalogue);
};
const steps = (yaml: string) => planOf(yaml).steps.map((s) => `${s.control}@${s.place}`);
const server = (rest = '') =>
  `elements:\n  s: { type: process, kind: model-server, name: S, zone: core${rest} }\n`;

test('the least effort that clears all: the cheap control of two, and both where both are needed', () => {
  expect(steps(server())).toEqual(['limit@s', 'guard@s']);
  expect(
    steps('elements:\n  t: { type: data-store, kind: training-data-store, name: T, zone: core }\n'),
  ).toEqual(['guard@t', 'limit@t']);
});

test('one control on an element serves the flows into it', () => {
  const flows = ['a', 'b'].map((id) => `  ${id}: { from: p, to: s, encrypted: false }`).join('\n');
  const yaml = `${server(', controls: [limit]')}  p: { type: process, name: P, zone: core }\nflows:\n${flows}\n`;
  const plan = planOf(yaml);
  expect(plan.steps).toMatchObject([{ control: 'guard', place: 's', open: 0, risk: 0 }]);
  expect(plan).toMatchObject({ exact: true, effort: 1, atLeast: 1 });
});

test('what is decided counts for nothing, what is planned is said', () => {
  const planned = ', controls: [{ use: limit, status: planned, due: 2026-12-01 }, guard]';
  expect(planOf(server(planned)).steps).toMatchObject([
    { control: 'limit', status: 'planned', due: '2026-12-01' },
  ]);
  const decisions = 'decisions:\n  - { threat: copy-model@s, do: accept, why: x, by: x }\n';
  expect(steps(server(', controls: [guard]') + decisions)).toEqual([]);
});

test('what no control clears is named', () => {
  const threat = 'threats:\n  odd: { on: s, title: Odd, stride: [tampering] }\n';
  expect(planOf(server(', controls: [guard, limit]') + threat)).toMatchObject({
    steps: [],
    stubborn: ['odd@s'],
    open: 1,
  });
});

test('the figures are those of an analysis with the same settings, and a decision on a former id counts', () => {
  const settings = SettingsSchema.parse({
    wardbook: 1,
    scoring: { weights: { damage: 5 }, residual: { stops: { prevents: 0.9, reduces: 0.9 } } },
  });
  const former = compileCatalogue([
    ...RULES.slice(1).map(rule),
    rule(RULES[0]?.replace('{ id: break-in,', '{ id: break-in, aliases: [old-name],') ?? ''),
  ]);
  const decisions = 'decisions:\n  - { threat: old-name@s, do: accept, why: x, by: x }\n';
  const model = modelOf(`${server(', controls: [{ use: limit, status: partial }]')}${decisions}`);
  const analysis = analyse(model, knowledge, former, { today: '2026-06-01', settings });
  const plan = mitigationPlan(model, analysis, knowledge, former, settings);
  expect([plan.risk, plan.open]).toEqual(openOf(analysis));
  expect(plan.steps.map((s) => `${s.control}@${s.place}`)).toEqual(['limit@s']);
});

describe('the workspace', async () => {
  const { systems, ...known } = analyseWorkspace(await loadWorkspace(workspacePlaces()), '2026-11-21');

  test.each(systems.map((s) => [s.model.id, s] as const))(
    '%s: what the plan says is what a full analysis says',
    (_, { model, analysis }) => {
      const plan = mitigationPlan(model, analysis, known.knowledge, known.catalogue);
      expect([plan.risk, plan.open]).toEqual(openOf(analysis));
      for (const count of [1, 5, Math.floor(plan.steps.length / 2), plan.steps.length]) {
        const changed = withSteps(model, plan.steps.slice(0, count));
        const again = analyse(changed, known.knowledge, known.catalogue, { today: analysis.today });
        const step = plan.steps[count - 1];
        if (step) expect([count, step.risk, step.open]).toEqual([count, ...openOf(again)]);
      }
    },
  );
});

function openOf({ findings }: Analysis): [number, number] {
  const open = findings.filter(isOpen);
  const sum = open.reduce((so, f) => so + f.scores.residual.uncapped, 0);
  return [Math.round(100 * sum) / 100, open.length];
}

function withSteps(model: Model, plan: readonly PlanStep[]): Model {
  const changed = structuredClone(model);
  for (const { control, place } of plan) {
    const holder =
      place === SYSTEM ? changed : [...changed.elements, ...changed.flows].find((x) => x.id === place);
    if (!holder) throw new Error(`no place ${place}`);
    holder.controls = holder.controls.filter((c) => c.use !== control);
    holder.controls.push({ use: control, status: 'implemented', at: [1, 1] });
  }
  return changed;
}
