/** Times attack paths and the mitigation plan: the models of the workspace, and synthetic ones of 10 to 1,000 elements. Prints medians. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from '../src/engine/analyse.ts';
import { attackPaths } from '../src/engine/paths/attack-paths.ts';
import { mitigationPlan } from '../src/engine/paths/mitigation/mitigation-plan.ts';
import { compileCatalogue } from '../src/engine/rule/catalogue.ts';
import { indexKnowledge } from '../src/knowledge/knowledge.ts';
import { parseModel } from '../src/model/parse.ts';
import { workspacePlaces } from '../src/workspace/places.ts';
import { loadWorkspace } from '../src/workspace/workspace.ts';
import { syntheticModel } from './synthetic.ts';

const TODAY = '2026-01-01';
const places = workspacePlaces();
const loaded = await loadWorkspace(places);
const knowledge = indexKnowledge(loaded.knowledge);
const catalogue = compileCatalogue(loaded.rules);

/** Median of the runs in milliseconds, for about a second; the first run warms up. */
function median(run: () => unknown): number {
  run();
  const times: number[] = [];
  const end = performance.now() + 1000;
  while (times.length < 3 || (performance.now() < end && times.length < 100)) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

const HEAD = [
  'model'.padEnd(24),
  'elements',
  'targets',
  'paths',
  'paths ms',
  'steps',
  'effort',
  'least',
  'plan ms',
];

function measure(name: string, text: string): void {
  const { model, diagnostics } = parseModel(name, text, 'bench');
  if (!model) throw new Error(`${name}: ${diagnostics[0]?.message}`);
  const analysis = analyse(model, knowledge, catalogue, { today: TODAY });
  const { targets, bounds } = attackPaths(model, analysis, knowledge);
  const plan = mitigationPlan(model, analysis, knowledge, catalogue);
  const cells = [
    model.elements.length,
    targets.length,
    targets.reduce((n, t) => n + t.paths.length, 0),
    median(() => attackPaths(model, analysis, knowledge)).toFixed(1),
    plan.steps.length + plan.further,
    plan.effort,
    plan.atLeast,
    median(() => mitigationPlan(model, analysis, knowledge, catalogue)).toFixed(1),
  ];
  console.log(
    [name.padEnd(24), ...cells.map((c, i) => String(c).padStart(HEAD[i + 1]?.length ?? 0))].join('  '),
  );
  for (const bound of bounds) console.log(`  ${bound}`);
}

/** The synthetic models lead outsiders in small circles; a flow from each element to the next lets them everywhere. */
function ringed(elements: number): string {
  const ring = Array.from(
    { length: elements },
    (_, i) => `  g${i}: { from: e${i}, to: e${(i + 1) % elements}, carries: [prompts] }`,
  );
  return `${syntheticModel(elements)}${ring.join('\n')}\n`;
}

console.log(HEAD.join('  '));
for (const m of loaded.models) measure(m.id, readFileSync(path.join(places.workspace, m.file), 'utf8'));
for (const n of [10, 100, 1_000]) measure(`synthetic ${n}, ringed`, ringed(n));
