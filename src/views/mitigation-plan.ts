/** The mitigation plan as a page and as a table: step by step, with what is left open after each. */
import type { Finding } from '../engine/analysis.ts';
import {
  type MitigationPlan,
  mitigationPlan,
  type PlanStep,
} from '../engine/paths/mitigation/mitigation-plan.ts';
import { csvTable } from '../reports/csv.ts';
import { formatDate, plural } from './dates.ts';
import { type FindingContext, type FindingLine, findingLine } from './finding.ts';
import type { KnowledgeSite } from './knowledge-site.ts';
import { CONTROL_STATUS_LABELS } from './labels.ts';
import { namesOf, type TargetName } from './names.ts';
import { controlPath, planCsvPath } from './paths.ts';
import { placeName } from './place-name.ts';
import { contextOf, type System } from './system.ts';

export interface PlanStepView {
  number: number;
  control: { name: string; path: string };
  place: TargetName;
  effort: string;
  /** `not there`, `planned for 1 Dec 2026` */
  status: string;
  clears: FindingLine[];
  /** How many more it lowers. */
  lowers: number;
  risk: string;
  /** What is left of today's risk, in whole per cent. */
  left: number;
  open: number;
}

export interface MitigationPlanView {
  steps: PlanStepView[];
  today: { risk: string; open: number };
  /** What the whole plan takes, and whether less would do; empty where there is nothing to do. */
  summary: string;
  /** Steps beyond the listed ones. */
  further: number;
  /** Open findings that no control clears. */
  stubborn: FindingLine[];
  csv: string;
}

const cache = new WeakMap<System['analysis'], MitigationPlan>();

/** The same plan again for the same analysis, so that page and table may both ask. */
function planOf(
  { model, analysis }: System,
  { knowledge, catalogue, settings }: Omit<KnowledgeSite, 'systems'>,
) {
  const plan = cache.get(analysis) ?? mitigationPlan(model, analysis, knowledge, catalogue, settings);
  cache.set(analysis, plan);
  return plan;
}

export function mitigationPlanView(system: System, site: Omit<KnowledgeSite, 'systems'>): MitigationPlanView {
  const plan = planOf(system, site);
  const context = contextOf(system, site.knowledge);
  const findings = new Map(system.analysis.findings.map((f) => [f.id, f]));
  const known = (ids: readonly string[]): Finding[] => ids.flatMap((id) => findings.get(id) ?? []);
  return {
    steps: plan.steps.map((step, i) => ({
      number: i + 1,
      control: {
        name: site.knowledge.control(step.control)?.name ?? step.control,
        path: controlPath(step.control),
      },
      place: placeName(step.place, context.names),
      effort: step.effort,
      status: statusOf(step),
      clears: known(step.clears).map((f) => findingLine(f, context)),
      lowers: step.lowers.length,
      risk: step.risk.toFixed(1),
      left: plan.risk === 0 ? 0 : Math.round((100 * step.risk) / plan.risk),
      open: step.open,
    })),
    today: { risk: plan.risk.toFixed(1), open: plan.open },
    summary: summaryOf(plan),
    further: plan.further,
    stubborn: stubbornOf(plan, known, context),
    csv: planCsvPath(system.model.id),
  };
}

const stubbornOf = (
  { stubborn }: MitigationPlan,
  known: (ids: readonly string[]) => Finding[],
  context: FindingContext,
): FindingLine[] => known(stubborn).map((f) => findingLine(f, context));

const statusOf = ({ status, due }: PlanStep): string =>
  due ? `${CONTROL_STATUS_LABELS[status]}, due ${formatDate(due)}` : CONTROL_STATUS_LABELS[status];

function summaryOf({ steps, further, effort, atLeast, exact }: MitigationPlan): string {
  const count = steps.length + further;
  if (count === 0) return '';
  const least = exact
    ? 'Of all choices weighed, none that clears the same takes less.'
    : `Of all choices weighed, none that clears the same can take less than ${atLeast}.`;
  return `${plural(count, 'step')} of together ${plural(effort, 'point')} of effort (low 1, medium 2, high 4). ${least}`;
}

const COLUMNS = [
  'step',
  'control',
  'control name',
  'place type',
  'place',
  'place name',
  'effort',
  'status today',
  'due',
  'clears',
  'lowers',
  'residual risk after',
  'open findings after',
] as const;

/** The listed steps as CSV. */
export function planCsv(system: System, site: Omit<KnowledgeSite, 'systems'>): string {
  const names = namesOf(system.model);
  const rows = planOf(system, site).steps.map((step, i) => {
    const place = placeName(step.place, names);
    return [
      String(i + 1),
      step.control,
      site.knowledge.control(step.control)?.name ?? step.control,
      place.type,
      step.place,
      place.name,
      step.effort,
      step.status,
      step.due ?? '',
      step.clears.join(' '),
      step.lowers.join(' '),
      step.risk.toFixed(2),
      String(step.open),
    ];
  });
  return csvTable(COLUMNS, rows);
}
