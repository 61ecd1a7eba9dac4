/** The NIST AI RMF gap of a system: outcomes by function with what they rest on, and the next steps. */
import {
  GAP_STATUSES,
  type GapStatus,
  type NistAssessment,
  type Outcome,
} from '../../engine/assess/assessments.ts';
import { distance, formatDate } from '../dates.ts';
import type { FindingLine } from '../finding.ts';
import { CONTROL_STATUS_LABELS } from '../labels.ts';
import { controlPath, keyPath } from '../paths.ts';
import type { Shelf } from './standing.ts';

export const GAP_LABELS: Readonly<Record<GapStatus, string>> = {
  met: 'met',
  partial: 'in part',
  gap: 'gap',
  'not-applicable': 'not applicable',
  'not-answered': 'not answered',
};

export interface NistView {
  edition: string;
  /** `6 met, 16 in part, 2 gap, 48 not answered` */
  totals: string;
  parts: { status: GapStatus; label: string; count: number; from: number; width: number }[];
  functions: FunctionView[];
  rule: string;
  next: NextView[];
  /** No subcategory has an answer. */
  empty: boolean;
}

export interface FunctionView {
  id: string;
  name: string;
  totals: string;
  /** What the team answers or the analysis shows. */
  said: OutcomeView[];
  silent: OutcomeView[];
}

export interface OutcomeView {
  id: string;
  name: string;
  path: string;
  status: GapStatus;
  label: string;
  basis: Outcome['basis'];
  evidence?: string;
  shown?: string;
  contradicted: boolean;
  owner?: string;
  /** `31 Jan 2027, in 2 months` */
  due?: string;
  overdue: boolean;
  controls: { name: string; path: string; status: string; label: string }[];
}

export interface NextView {
  outcome: OutcomeView;
  /** How it stands, and that nobody has answered it. */
  status: string;
  controls: { name: string; path: string }[];
  findings: FindingLine[];
  weight: string;
}

export function nistView(assessment: NistAssessment, shelf: Shelf): NistView {
  const { edition, outcomes, functions, totals, rule, next } = assessment;
  const today = shelf.context.today;
  const byKey = new Map(outcomes.map((o) => [o.key, outcomeView(o, today)]));
  const all = outcomes.map((o) => ({ function: o.function, view: byKey.get(o.key) as OutcomeView }));
  return {
    edition,
    totals: totalsText(totals),
    parts: partsOf(totals),
    functions: functions.map((f) => {
      const own = all.filter((o) => o.function === f.id).map((o) => o.view);
      return {
        id: f.id,
        name: f.name,
        totals: totalsText(f.totals),
        said: own.filter((o) => o.basis !== 'nothing'),
        silent: own.filter((o) => o.basis === 'nothing'),
      };
    }),
    rule,
    next: next.flatMap(({ key, controls, findings, weight }) => {
      const outcome = byKey.get(key);
      if (!outcome) return [];
      return {
        outcome,
        status:
          outcome.basis === 'analysis'
            ? `not answered; ${outcome.label} by what the analysis shows`
            : outcome.label,
        controls: controls.map((id) => ({
          name: shelf.context.known.control(id)?.name ?? id,
          path: controlPath(id),
        })),
        findings: shelf.lines(findings),
        weight: weight.toFixed(1),
      };
    }),
    empty: outcomes.every((o) => o.answer === undefined),
  };
}

const totalsText = (totals: Readonly<Record<GapStatus, number>>): string =>
  GAP_STATUSES.filter((s) => totals[s] > 0)
    .map((s) => `${totals[s]} ${GAP_LABELS[s]}`)
    .join(', ');

function partsOf(totals: Readonly<Record<GapStatus, number>>): NistView['parts'] {
  const all = GAP_STATUSES.reduce((sum, s) => sum + totals[s], 0);
  let from = 0;
  return GAP_STATUSES.filter((s) => totals[s] > 0).map((status) => {
    const width = (1000 * totals[status]) / all;
    const part = { status, label: GAP_LABELS[status], count: totals[status], from, width };
    from += width;
    return part;
  });
}

function outcomeView(outcome: Outcome, today: string): OutcomeView {
  const { id, name, key, status, basis, answer, shown, contradicted, controls } = outcome;
  return {
    id,
    name,
    path: keyPath(key) ?? '',
    status,
    label: GAP_LABELS[status],
    basis,
    ...(answer?.evidence ? { evidence: answer.evidence } : {}),
    ...(shown ? { shown: shown.text } : {}),
    contradicted,
    ...(answer?.owner ? { owner: answer.owner } : {}),
    ...(answer?.due ? { due: `${formatDate(answer.due)}, ${distance(today, answer.due)}` } : {}),
    overdue: answer?.overdue ?? false,
    controls: controls.map((c) => ({
      name: c.name,
      path: controlPath(c.id),
      status: c.status,
      label: CONTROL_STATUS_LABELS[c.status],
    })),
  };
}
