/** Loads and analyses the one model a command names. */
import { existsSync } from 'node:fs';
import type { Catalogue } from '../engine/rule/catalogue.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { type AnalysedSystem, analyseWorkspace, loadOneModel } from '../workspace/workspace.ts';
import { UsageError } from './exit.ts';
import { settle, type WorkspaceOptions } from './options.ts';
import { reportProblems } from './report-problems.ts';

/** @returns undefined where the model or the content has errors, which are printed */
export async function analyseOne(
  file: string,
  options: WorkspaceOptions,
): Promise<(AnalysedSystem & { knowledge: Knowledge; catalogue: Catalogue }) | undefined> {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  const { places, today } = settle(options);
  const loaded = await loadOneModel(places, file);
  const { systems, knowledge, catalogue, warnings } = analyseWorkspace(loaded, today);
  const failed = reportProblems([...loaded.diagnostics, ...warnings], loaded.texts);
  const system = systems[0];
  return failed || !system ? undefined : { ...system, knowledge, catalogue };
}
