/** A workspace: the models and content of a folder over the built-in content, loaded, linked and ready to analyse. */
import path from 'node:path';
import { analyse } from '../engine/analyse.ts';
import type { Analysis } from '../engine/analysis.ts';
import { idleDecisions, linkModel } from '../engine/link-model.ts';
import { chainWarnings } from '../engine/paths/chains.ts';
import { type Catalogue, compileCatalogue, linkRules } from '../engine/rule/catalogue.ts';
import type { Rule } from '../engine/rule/schema.ts';
import { indexKnowledge, type Knowledge, type KnowledgeData } from '../knowledge/knowledge.ts';
import { dataOf, linkKnowledge } from '../knowledge/link.ts';
import type { Model } from '../model/model.ts';
import { parseModel } from '../model/parse.ts';
import type { Settings } from '../model/settings.ts';
import { compareDiagnostics, type Diagnostic, isError } from '../source/diagnostic.ts';
import { type ReadFiles, readText, readYamlFiles, type SourceFile } from './files.ts';
import { readContent } from './read-content.ts';
import { type ReadSettings, readSettings } from './settings.ts';

export interface WorkspacePlaces {
  /** The folder of Wardbook itself, with the built-in `content/`. */
  root: string;
  /** The folder that holds `threat-models/` and, if wanted, `content/` and `wardbook.yaml`. */
  workspace: string;
}

/** What was loaded, as plain data that can be kept and sent. */
export interface WorkspaceData {
  models: Model[];
  knowledge: KnowledgeData;
  rules: Rule[];
  settings: Settings;
}

export interface LoadedWorkspace extends WorkspaceData {
  diagnostics: Diagnostic[];
  /** The text of each file by the name diagnostics use, for code frames. */
  texts: ReadonlyMap<string, string>;
}

/** Loads everything and reports every problem of every file. Models and rules with an error are left out of the data. */
export async function loadWorkspace(places: WorkspacePlaces): Promise<LoadedWorkspace> {
  const modelFiles = await readYamlFiles(path.join(places.workspace, 'threat-models'), places.workspace);
  return loadFiles(await contentFiles(places), await readSettings(places.workspace), {
    files: modelFiles.files.filter((f) => isModelFile(f.name)),
    diagnostics: modelFiles.diagnostics,
  });
}

/** The content of a workspace with one model, wherever its file lies. */
export async function loadOneModel(places: WorkspacePlaces, file: string): Promise<LoadedWorkspace> {
  const { text, diagnostics } = await readText(file, file);
  return loadFiles(await contentFiles(places), await readSettings(places.workspace), {
    files: diagnostics.length > 0 ? [] : [{ path: file, name: file, text }],
    diagnostics,
  });
}

function loadFiles(
  content: Awaited<ReturnType<typeof contentFiles>>,
  { settings, diagnostics: settingsProblems, file: settingsFile }: ReadSettings,
  modelFiles: ReadFiles,
): LoadedWorkspace {
  const read = readContent(content.files);
  const { knowledge, diagnostics: knowledgeProblems } = linkKnowledge(read.content.knowledge);
  const ruleProblems = linkRules(read.content.rules, knowledge);
  const badRules = new Set(ruleProblems.filter(isError).map((d) => d.file));
  const rules = read.content.rules.filter((s) => !badRules.has(s.source.file)).map((s) => s.value);
  const { models, diagnostics: modelProblems } = loadModels(
    modelFiles.files,
    knowledge,
    compileCatalogue(rules),
  );
  const diagnostics = [
    ...settingsProblems,
    ...content.diagnostics,
    ...modelFiles.diagnostics,
    ...read.diagnostics,
    ...knowledgeProblems,
    ...ruleProblems,
    ...modelProblems,
  ].sort(compareDiagnostics);
  const texts = new Map(
    [...content.files.map((f) => f.file), ...modelFiles.files, ...(settingsFile ? [settingsFile] : [])].map(
      (f) => [f.name, f.text],
    ),
  );
  return { models, knowledge: dataOf(read.content.knowledge), rules, settings, diagnostics, texts };
}

/** Built-in content with the workspace's own laid over it: a file at the same path replaces the built-in one. */
async function contentFiles({ root, workspace }: WorkspacePlaces) {
  const layers = [path.join(root, 'content')];
  if (path.resolve(workspace) !== path.resolve(root)) layers.push(path.join(workspace, 'content'));
  const byPath = new Map<string, { inside: string; file: SourceFile }>();
  const diagnostics: Diagnostic[] = [];
  for (const layer of layers) {
    const read = await readYamlFiles(layer, path.dirname(layer));
    diagnostics.push(...read.diagnostics);
    for (const file of read.files) {
      const inside = path.relative(layer, file.path).split(path.sep).join('/');
      byPath.set(inside, { inside, file });
    }
  }
  const files = [...byPath.values()].sort((a, b) => (a.inside < b.inside ? -1 : 1));
  return { files, diagnostics };
}

function loadModels(files: readonly SourceFile[], knowledge: Knowledge, catalogue: Catalogue) {
  const models: Model[] = [];
  const diagnostics: Diagnostic[] = [];
  const ids = new Map<string, string>();
  for (const file of files) {
    const parsed = parseModel(file.name, file.text, modelIdOf(file.name));
    diagnostics.push(...parsed.diagnostics);
    if (!parsed.model) continue;
    const problems = linkModel(parsed.model, knowledge, catalogue);
    const taken = ids.get(parsed.model.id);
    if (taken) problems.push(idTaken(parsed.model, taken));
    else ids.set(parsed.model.id, file.name);
    diagnostics.push(...problems);
    if (!problems.some(isError)) models.push(parsed.model);
  }
  return { models: models.sort((a, b) => (a.id < b.id ? -1 : 1)), diagnostics };
}

const idTaken = (model: Model, by: string): Diagnostic => ({
  severity: 'error',
  file: model.file,
  line: 1,
  column: 1,
  message: `the system id ${model.id} is taken by ${by}`,
  expected: 'an id of its own',
  hint: 'set id: in one of the two files',
});

/** `threat-models/<id>.yaml`, or `threat-models/<id>/model.yaml` with evidence beside it. */
export function isModelFile(name: string): boolean {
  const parts = name.split('/').slice(1);
  return parts.length === 1 || (parts.length === 2 && parts[1] === 'model.yaml');
}

export function modelIdOf(name: string): string {
  const base = path.posix.basename(name, '.yaml');
  const id = base === 'model' ? path.posix.basename(path.posix.dirname(name)) : base;
  return (
    id
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'model'
  );
}

export interface AnalysedSystem {
  model: Model;
  analysis: Analysis;
}

export interface AnalysedWorkspace {
  systems: AnalysedSystem[];
  knowledge: Knowledge;
  catalogue: Catalogue;
  /** Decisions that decide nothing, chains that do not hold together. */
  warnings: Diagnostic[];
}

/** Runs the engine over all models of a workspace. */
export function analyseWorkspace(data: WorkspaceData, today: string): AnalysedWorkspace {
  const knowledge = indexKnowledge(data.knowledge);
  const catalogue = compileCatalogue(data.rules);
  const systems = data.models.map((model) => ({
    model,
    analysis: analyse(model, knowledge, catalogue, { today, settings: data.settings }),
  }));
  const warnings = systems.flatMap(({ model, analysis }) => {
    const ids = new Set(analysis.findings.flatMap((f) => [f.id, ...f.folds.map((folded) => folded.id)]));
    return [...idleDecisions(model, ids), ...chainWarnings(model, knowledge)];
  });
  return { systems, knowledge, catalogue, warnings };
}
