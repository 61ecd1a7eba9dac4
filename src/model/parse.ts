/** A threat-model file: text in, model and diagnostics out. Links inside the file are resolved here; links into the knowledge base in `engine`. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { didYouMean } from '../source/nearest.ts';
import { validate } from '../source/validate.ts';
import { type Path, readYaml, type YamlSource } from '../source/yaml.ts';
import { buildModel, type Model } from './model.ts';
import { type ThreatModelFile, ThreatModelSchema } from './schema.ts';

export interface ParsedModel {
  model: Model | undefined;
  diagnostics: Diagnostic[];
}

/**
 * Parses one threat-model file.
 * @param path the file's path relative to the workspace, for diagnostics
 * @param text its content
 * @param fallbackId the system's id where the file states none: its own or its folder's name
 */
export function parseModel(path: string, text: string, fallbackId: string): ParsedModel {
  const source = readYaml(path, text);
  const { data, diagnostics } = validate(ThreatModelSchema, source);
  if (!data) return { model: undefined, diagnostics };
  const problems = linkProblems(data, source);
  if (problems.length > 0) return { model: undefined, diagnostics: problems };
  const at = (p: Path) => {
    const { line, column } = source.keyPlace(p);
    return [line, column] as const;
  };
  return { model: buildModel(data, data.id ?? fallbackId, path, at), diagnostics: [] };
}

/** Ids that are used inside the file but not defined in it, ids that clash, and zones that hold themselves. */
function linkProblems(file: ThreatModelFile, source: YamlSource): Diagnostic[] {
  const problems: Diagnostic[] = [];
  const ids = {
    zone: Object.keys(file.zones),
    'data asset': Object.keys(file.data),
    element: Object.keys(file.elements),
    'element or flow': [...Object.keys(file.elements), ...Object.keys(file.flows)],
  };
  const sets = new Map(Object.entries(ids).map(([what, list]) => [what, new Set(list)]));
  const need = (what: keyof typeof ids, value: string | undefined, path: Path) => {
    if (value === undefined || sets.get(what)?.has(value)) return;
    const hint = didYouMean(value, ids[what]);
    problems.push({
      severity: 'error',
      ...source.valuePlace(path),
      message: `${path.join('.')}: there is no ${what} ${value}`,
      expected: `the id of a${what.startsWith('e') ? 'n' : ''} ${what} of this file`,
      ...(hint ? { hint } : {}),
    });
  };
  const needAll = (what: keyof typeof ids, values: readonly string[], path: Path) =>
    values.forEach((value, i) => {
      need(what, value, [...path, i]);
    });

  for (const [id, zone] of Object.entries(file.zones)) need('zone', zone.in, ['zones', id, 'in']);
  for (const [id, element] of Object.entries(file.elements)) {
    need('zone', element.zone, ['elements', id, 'zone']);
    needAll('data asset', element.processes, ['elements', id, 'processes']);
    needAll('data asset', element.stores, ['elements', id, 'stores']);
  }
  for (const [id, flow] of Object.entries(file.flows)) {
    need('element', flow.from, ['flows', id, 'from']);
    need('element', flow.to, ['flows', id, 'to']);
    needAll('data asset', flow.carries, ['flows', id, 'carries']);
    if (sets.get('element')?.has(id))
      problems.push({
        severity: 'error',
        ...source.keyPlace(['flows', id]),
        message: `the id ${id} names a flow and an element`,
        expected: 'ids that differ, since findings are named by their target',
        hint: `rename the flow, for instance ${id}-flow`,
      });
  }
  for (const [id, threat] of Object.entries(file.threats))
    need('element or flow', threat.on, ['threats', id, 'on']);
  for (const [id, chain] of Object.entries(file.chains))
    for (const [i, step] of chain.steps.entries())
      need('element or flow', step.on, ['chains', id, 'steps', i, 'on']);
  return [...problems, ...zoneCycles(file, source)];
}

function zoneCycles(file: ThreatModelFile, source: YamlSource): Diagnostic[] {
  const parentOf = new Map(Object.entries(file.zones).map(([id, zone]) => [id, zone.in]));
  const inCycle = (start: string): boolean => {
    let here = parentOf.get(start);
    for (let n = 0; here !== undefined && n <= parentOf.size; n++) {
      if (here === start) return true;
      here = parentOf.get(here);
    }
    return false;
  };
  return [...parentOf.keys()].filter(inCycle).map((id) => ({
    severity: 'error' as const,
    ...source.valuePlace(['zones', id, 'in']),
    message: `the zone ${id} stands inside itself`,
    expected: 'zones that nest without a circle',
  }));
}
