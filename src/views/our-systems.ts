/** The findings of our systems that concern one thing: grouped by system, open ones first, with what they can be filtered by. */
import { SEVERITIES, type Severity, STATES, type State, UNRESOLVED } from '../engine/analysis.ts';
import { isOpen } from '../engine/summary.ts';
import { byWorst, countsOf, type Tally, tallyOf } from './counts.ts';
import type { FindingContext, FindingLine } from './finding.ts';
import { findingLine } from './finding.ts';
import type { Found } from './knowledge-site.ts';
import { SEVERITY_LABELS, STATE_LABELS, TYPE_LABELS } from './labels.ts';
import type { KnownNames } from './names.ts';
import { threatsPath } from './paths.ts';
import type { Facet } from './register.ts';
import { contextOf, type System } from './system.ts';

/** Rows shown with their titles on one page, unresolved and settled ones; what goes beyond is counted and linked. */
const ROWS = 300;
const SETTLED_ROWS = 120;
/** From here on the list has filters. */
const FILTERS_FROM = 16;

/** What a finding is about, as a filter value. */
export type TargetSort = 'process' | 'data-store' | 'external-entity' | 'flow' | 'system';

export const SORT_LABELS: Readonly<Record<TargetSort, string>> = {
  ...TYPE_LABELS,
  flow: 'flow',
  system: 'whole system',
};

export interface OurFinding extends FindingLine {
  sort: TargetSort;
}

export interface OurSystem {
  id: string;
  name: string;
  path: string;
  /** The system's register. */
  register: string;
  tally: Tally;
  /** What still wants something from the team. */
  findings: OurFinding[];
  settled: OurFinding[];
  /** How many findings are only counted here. */
  more: number;
}

export interface OurSystems {
  tally: Tally;
  systems: OurSystem[];
  /** Empty where the list is short. */
  facets: Facet[];
  total: number;
}

export function sortOf({ system, finding }: Found): TargetSort {
  const { type, id } = finding.target;
  if (type !== 'element') return type;
  return system.model.elements.find((e) => e.id === id)?.type ?? 'process';
}

const contexts = new WeakMap<System, FindingContext>();

/** The names of a system, made once: a page shows findings of many systems. */
export function sharedContext(system: System, known: KnownNames): FindingContext {
  const made = contexts.get(system) ?? contextOf(system, known);
  contexts.set(system, made);
  return made;
}

export function ourSystems(found: readonly Found[], known: KnownNames): OurSystems {
  const distinct = [...new Set(found.map((f) => f.finding))];
  const bySystem = [...Map.groupBy(unique(found), (f) => f.system)].sort(
    ([a, inA], [b, inB]) =>
      exposedScore(inB) - exposedScore(inA) ||
      byWorst(countsOf(a.analysis.summary), countsOf(b.analysis.summary)) ||
      a.model.name.localeCompare(b.model.name, 'en'),
  );
  const take = shelf(ROWS);
  const takeSettled = shelf(SETTLED_ROWS);
  const systems = bySystem.map(([system, list]): OurSystem => {
    const context = sharedContext(system, known);
    const shown = (found: readonly Found[]) =>
      found.map((f) => ({ ...findingLine(f.finding, context), sort: sortOf(f) }));
    const findings = take(list.filter(wantsSomething));
    const settled = takeSettled(list.filter((f) => !wantsSomething(f)));
    return {
      id: system.model.id,
      name: system.model.name,
      path: context.names.system.path,
      register: threatsPath(system.model.id),
      tally: tallyOf(list.map((f) => f.finding)),
      findings: shown(findings),
      settled: shown(settled),
      more: list.length - findings.length - settled.length,
    };
  });
  const total = distinct.length;
  return { tally: tallyOf(distinct), systems, facets: total < FILTERS_FROM ? [] : facetsOf(systems), total };
}

const wantsSomething = ({ finding }: Found): boolean => UNRESOLVED.includes(finding.state);

/** Gives away a number of rows, first come first served. */
function shelf(room: number): (rows: readonly Found[]) => Found[] {
  let left = room;
  return (rows) => {
    const taken = rows.slice(0, left);
    left -= taken.length;
    return taken;
  };
}

function unique(found: readonly Found[]): Found[] {
  const seen = new Set<unknown>();
  return found.filter(({ finding }) => !seen.has(finding) && seen.add(finding));
}

const exposedScore = (found: readonly Found[]): number =>
  found.reduce((sum, { finding }) => sum + (isOpen(finding) ? finding.scores.residual.uncapped : 0), 0);

const rowsOf = (system: OurSystem): OurFinding[] => [...system.findings, ...system.settled];

function facetsOf(systems: readonly OurSystem[]): Facet[] {
  const rows = systems.flatMap(rowsOf);
  const count = (has: (f: OurFinding) => boolean) => rows.filter(has).length;
  const choices = <V extends string>(
    values: readonly V[],
    labels: Readonly<Record<V, string>>,
    of: (f: OurFinding) => V,
  ) =>
    values
      .map((value) => ({ value, label: labels[value], count: count((f) => of(f) === value) }))
      .filter((c) => c.count > 0);
  const facets: Facet[] = [
    {
      name: 'state',
      label: 'State',
      pick: 'many',
      choices: choices<State>(STATES, STATE_LABELS, (f) => f.state),
    },
    {
      name: 'severity',
      label: 'Severity',
      pick: 'many',
      choices: choices<Severity>(SEVERITIES, SEVERITY_LABELS, (f) => f.severity),
    },
    {
      name: 'on',
      label: 'On',
      pick: 'many',
      choices: choices(Object.keys(SORT_LABELS) as TargetSort[], SORT_LABELS, (f) => f.sort),
    },
    {
      name: 'system',
      label: 'System',
      pick: 'one',
      choices: systems
        .map((s) => ({ value: s.id, label: s.name, count: rowsOf(s).length }))
        .filter((c) => c.count > 0)
        .sort((a, b) => a.label.localeCompare(b.label, 'en')),
    },
  ];
  return facets.filter((f) => f.choices.length > 1);
}
