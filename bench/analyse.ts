/** Times parse and analyse: the models of the workspace, and synthetic ones of 10 to 10,000 elements. Prints medians. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { analyse } from '../src/engine/analyse.ts';
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

/** Median of the runs in milliseconds, after warm-up, for about a second. */
function median(run: () => unknown): number {
  for (let i = 0; i < 3; i++) run();
  const times: number[] = [];
  const end = performance.now() + 1000;
  while (times.length < 5 || (performance.now() < end && times.length < 200)) {
    const started = performance.now();
    run();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}

interface Row {
  name: string;
  elements: number;
  parse: number;
  analyse: number;
  findings: number;
}

function measure(name: string, text: string): Row {
  const { model, diagnostics } = parseModel(name, text, 'bench');
  if (!model) throw new Error(`${name}: ${diagnostics[0]?.message}`);
  const { findings } = analyse(model, knowledge, catalogue, { today: TODAY });
  return {
    name,
    elements: model.elements.length,
    parse: median(() => parseModel(name, text, 'bench')),
    analyse: median(() => analyse(model, knowledge, catalogue, { today: TODAY })),
    findings: findings.length,
  };
}

function print(rows: readonly Row[]): void {
  console.log(['model'.padEnd(26), 'elements', 'findings', 'parse ms', 'analyse ms', 'growth'].join('  '));
  let before: Row | undefined;
  for (const row of rows) {
    const growth =
      before?.name.startsWith('synthetic') && row.name.startsWith('synthetic')
        ? `×${(row.analyse / before.analyse).toFixed(1)}`
        : '';
    console.log(
      [
        row.name.padEnd(26),
        String(row.elements).padStart(8),
        String(row.findings).padStart(8),
        row.parse.toFixed(2).padStart(8),
        row.analyse.toFixed(2).padStart(10),
        growth.padStart(6),
      ].join('  '),
    );
    before = row;
  }
}

console.log(`${loaded.rules.length} rules, Node ${process.version}`);
print([
  ...loaded.models.map((m) => measure(m.id, readFileSync(path.join(places.workspace, m.file), 'utf8'))),
  ...[10, 100, 1_000, 10_000].map((n) => measure(`synthetic ${n}`, syntheticModel(n))),
]);
