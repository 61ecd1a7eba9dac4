/** Attack paths in small models: what backs a step, where they begin and end. */
import { describe, expect, test } from 'vitest';
import { indexKnowledge } from '../../knowledge/knowledge.ts';
import { workspacePlaces } from '../../workspace/places.ts';
import { loadWorkspace } from '../../workspace/workspace.ts';
import { attackPaths } from './attack-paths.ts';
import { chokePoints } from './choke-points.ts';
import { knowledge, situationOf } from './fixtures.ts';
import { GOALS, MEANING } from './goals.ts';

const MODEL = `
data: { weights: { name: Weights, class: restricted, kind: model-weights } }
elements:
  user: { type: external-entity, name: User, zone: net }
  web: { type: process, kind: service, name: Web, zone: app, controls: [WEB] }
  server: { type: process, kind: model-server, name: Server, zone: core, processes: [weights], controls: [SERVER] }
flows:
  ask: { from: user, to: web, encrypted: true }
  pass: { from: web, to: server, encrypted: true }
  again: { from: server, to: web, encrypted: true }
`;
const pathsOf = (yaml: string) => {
  const { model, analysis } = situationOf(yaml);
  return attackPaths(model, analysis, knowledge);
};
const model = (web = '', server = '') =>
  MODEL.replace('[WEB]', `[${web}]`).replace('[SERVER]', `[${server}]`);
const shown = (yaml: string) =>
  pathsOf(yaml).targets.map((t) => [
    t.goal,
    t.element,
    t.paths.map((p) => p.steps.map((s) => s.finding?.id ?? `use of ${s.flow}`)),
  ]);

describe('a step', () => {
  test('is backed by what is open on what it reaches, with technique and tactic', () => {
    const [weights] = pathsOf(model()).targets;
    expect(weights).toMatchObject({ goal: 'model-weights', element: 'server', why: 'keeps or runs Weights' });
    expect(weights?.paths).toHaveLength(1);
    expect(weights?.paths[0]?.steps).toMatchObject([
      { from: 'user', to: 'web', flow: 'ask', move: 'send', practice: { technique: 'atlas:AML.T0049' } },
      { from: 'web', to: 'server', flow: 'pass', practice: { tactic: 'atlas:AML.TA0010' }, back: false },
    ]);
  });

  test('with nothing open is ordinary use, dearer than any other, and never the last', () => {
    const open = pathsOf(model()).targets[0]?.paths[0]?.cost ?? 0;
    const used = pathsOf(model('guard')).targets[0]?.paths[0];
    expect(used?.steps.map((s) => s.finding?.id)).toEqual([undefined, 'copy-model@server']);
    expect(used?.cost).toBeGreaterThan(open);
    expect(shown(model('', 'guard, limit')).find(([goal]) => goal === 'model-weights')?.[2]).toEqual([]);
  });

  test('cannot go through a person', () => {
    const yaml = model().replace(
      'type: process, kind: service, name: Web',
      'type: external-entity, kind: person, name: Web',
    );
    expect(pathsOf(yaml).targets[0]?.paths).toEqual([]);
  });

  test('may read what is handed to the attacker, and hold what is in reach', () => {
    const read = model()
      .replace('again: { from: server, to: web', 'again: { from: server, to: user')
      .replace(/ {2}pass.*\n/, '');
    expect(pathsOf(read).targets[0]?.paths[0]?.steps).toMatchObject([
      { move: 'read', from: 'user', to: 'server' },
    ]);
    const held = model().replace('zone: core', 'zone: core, physical-access: true');
    expect(pathsOf(held).targets[0]?.paths[0]?.steps).toMatchObject([{ move: 'hold', to: 'server' }]);
  });
});

test('who may write to a store has not read it by that', () => {
  const yaml = `
data: { rows: { name: Rows, class: restricted, kind: training-data } }
elements:
  user: { type: external-entity, name: User, zone: net }
  lake: { type: data-store, name: Lake, zone: core, stores: [rows] }
flows: { put: { from: user, to: lake, encrypted: true } }
threats: { copied: { on: lake, title: Copied, stride: [information-disclosure] } }
`;
  expect(pathsOf(yaml).targets[0]?.paths).toEqual([]);
  expect(
    pathsOf(yaml.replace('from: user, to: lake', 'from: lake, to: user')).targets[0]?.paths,
  ).toHaveLength(1);
});

describe('an empty answer has a reason', () => {
  test('nobody stands outside: those of the lowest trust count', () => {
    expect(pathsOf(model().replace('User, zone: net', 'User, zone: core')).entries).toEqual([
      { element: 'user', why: 'stands in Core, trust 8' },
    ]);
    expect(pathsOf('elements: { a: { type: process, name: A, zone: app } }\n')).toEqual({
      entries: [],
      targets: [],
      bounds: [],
    });
  });
});

test('what most paths pass is counted once a path; the target itself does not count', () => {
  const points = chokePoints(
    pathsOf(`${model()}  more: { from: user, to: web, encrypted: false }\n`).targets,
  );
  expect(points.elements.map((e) => [e.what, e.paths])).toEqual(
    points.paths > 1 ? [['web', points.paths]] : [],
  );
});

test('the same model gives the same paths', () => {
  expect(JSON.stringify(pathsOf(model()))).toBe(JSON.stringify(pathsOf(model())));
});

describe('the workspace', async () => {
  const loaded = await loadWorkspace(workspacePlaces());
  const atlas = indexKnowledge(loaded.knowledge);

  test.each(GOALS)('the techniques that harm %s are in the carried release', (goal) => {
    const missing = MEANING[goal].techniques.filter((id) => atlas.entry(`atlas:${id}`)?.kind !== 'technique');
    expect(missing).toEqual([]);
  });
});
