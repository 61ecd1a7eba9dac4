/** The register of a system: every finding, grouped by state, with what the filters offer. */
import { type Finding, SEVERITIES, STATES, type State } from '../engine/analysis.ts';
import { STRIDE_CATEGORIES } from '../model/vocabulary.ts';
import { type FindingDetail, findingDetail, linddunTypes } from './finding.ts';
import { SEVERITY_LABELS, STATE_LABELS, STATE_MEANINGS, STRIDE_LABELS } from './labels.ts';
import { type Matrix, strideMatrix } from './matrix.ts';
import type { KnownNames, SystemNames } from './names.ts';
import { contextOf, type System, type SystemHead, systemHead } from './system.ts';

/** In the order of the word; `Dd` is Data Disclosure. */
const LINDDUN_TYPES = ['L', 'I', 'Nr', 'D', 'Dd', 'U', 'Nc'] as const;

/** One group of filter choices: `name` is the key in the address. */
export interface Facet {
  name: string;
  label: string;
  /** `many`: several values at once; `one`: a list to choose one from. */
  pick: 'many' | 'one';
  choices: { value: string; label: string; count: number }[];
}

export interface RegisterGroup {
  state: State;
  label: string;
  meaning: string;
  findings: FindingDetail[];
}

export interface Register {
  head: SystemHead;
  groups: RegisterGroup[];
  facets: Facet[];
  matrix: Matrix;
  total: number;
}

export function register(system: System, known: KnownNames): Register {
  const { model, analysis } = system;
  const context = contextOf(system, known);
  const byState = Map.groupBy(analysis.findings, (f) => f.state);
  return {
    head: systemHead(system, 'Threats'),
    groups: STATES.flatMap((state) => {
      const findings = byState.get(state) ?? [];
      if (findings.length === 0) return [];
      const details = findings.map((f) => findingDetail(f, context));
      return { state, label: STATE_LABELS[state], meaning: STATE_MEANINGS[state], findings: details };
    }),
    facets: facetsOf(analysis.findings, context.names, known),
    matrix: strideMatrix(model, analysis.findings, known),
    total: analysis.summary.total,
  };
}

/** Choices that no finding has are left out; a facet with one choice tells nothing and is left out too. */
function facetsOf(findings: readonly Finding[], names: SystemNames, known: KnownNames): Facet[] {
  const facet = (
    name: string,
    label: string,
    values: readonly string[],
    has: (f: Finding, value: string) => boolean,
    labelOf: (value: string) => string,
    pick: Facet['pick'] = 'many',
  ): Facet => ({
    name,
    label,
    pick,
    choices: values
      .map((value) => ({ value, label: labelOf(value), count: findings.filter((f) => has(f, value)).length }))
      .filter((choice) => choice.count > 0),
  });
  const targets = new Map(findings.map((f) => [f.target.id, names.target(f.target)]));
  const targetLabel = (id: string) => {
    const target = targets.get(id);
    return target?.detail ? `${target.name} (${target.detail})` : (target?.name ?? id);
  };
  const targetIds = [...targets.keys()].sort((a, b) => targetLabel(a).localeCompare(targetLabel(b), 'en'));
  const lookup = (table: Readonly<Record<string, string>>) => (value: string) => table[value] ?? value;
  return [
    facet('state', 'State', STATES, (f, v) => f.state === v, lookup(STATE_LABELS)),
    facet('severity', 'Severity', SEVERITIES, (f, v) => f.severity === v, lookup(SEVERITY_LABELS)),
    facet(
      'stride',
      'STRIDE',
      STRIDE_CATEGORIES,
      (f, v) => f.stride.some((s) => s === v),
      lookup(STRIDE_LABELS),
    ),
    facet(
      'linddun',
      'LINDDUN',
      LINDDUN_TYPES,
      (f, v) => linddunTypes(f).includes(v),
      (v) => known.entry(`linddun:${v}`)?.name ?? v,
    ),
    facet(
      'ai',
      'Kind',
      ['yes', 'no'],
      (f, v) => f.ai === (v === 'yes'),
      (v) => (v === 'yes' ? 'AI only' : 'any software'),
    ),
    facet('on', 'Element or flow', targetIds, (f, v) => f.target.id === v, targetLabel, 'one'),
  ].filter((f) => f.choices.length > 1);
}
