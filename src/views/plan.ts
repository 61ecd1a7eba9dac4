/** The plan of a system: controls to put in place first, promises with dates, decisions, tests. */
import type { ControlEvidence, Finding } from '../engine/analysis.ts';
import { isOpen } from '../engine/summary.ts';
import { openScore, type Tally, tallyOf } from './counts.ts';
import { distance, formatDate } from './dates.ts';
import { declaredControls } from './expiries.ts';
import {
  type DecisionView,
  decisionView,
  type FindingContext,
  type FindingLine,
  findingLine,
  placeOf,
} from './finding.ts';
import { CONTROL_STATUS_LABELS } from './labels.ts';
import type { KnownNames } from './names.ts';
import { controlPath } from './paths.ts';
import { contextOf, type System, type SystemHead, systemHead } from './system.ts';

export interface PlanControl {
  id: string;
  name: string;
  path: string;
  effect: ControlEvidence['effect'];
  effort?: string;
  /** What the model says of it, on the targets of the findings it touches: `planned`, `not there`. */
  statuses: string[];
  /** The open residual score of the findings it helps against. */
  touches: string;
  /** The same as a share of all open residual score, in whole per cent. */
  share: number;
  /** How many of them it would stop; alone or with others. */
  stops: number;
  tally: Tally;
  findings: FindingLine[];
}

export interface PromisedControl {
  id: string;
  name: string;
  path: string;
  on: string;
  status: string;
  owner?: string;
  /** `1 Dec 2026, in 10 days` */
  due?: string;
  overdue: boolean;
  place: string;
}

export interface PlanDecision {
  finding: FindingLine;
  decision: DecisionView;
}

export interface PlanTest {
  how: string;
  what: string;
  note?: string;
  findings: FindingLine[];
}

export interface Plan {
  head: SystemHead;
  controls: PlanControl[];
  promised: PromisedControl[];
  decisions: PlanDecision[];
  tests: PlanTest[];
}

export function plan(system: System, known: KnownNames): Plan {
  const { analysis } = system;
  const context = contextOf(system, known);
  const exposed = analysis.findings.filter(isOpen);
  return {
    head: systemHead(system, 'Plan'),
    controls: rankControls(exposed, context),
    promised: promisedControls(system, known),
    decisions: analysis.findings
      .flatMap((f) => (f.decision ? { finding: f, decision: f.decision } : []))
      .sort((a, b) => (a.decision.until ?? '9999').localeCompare(b.decision.until ?? '9999'))
      .map(({ finding, decision }) => ({
        finding: findingLine(finding, context),
        decision: decisionView(decision, context.file, context.today),
      })),
    tests: testsOf(
      analysis.findings.filter((f) => isOpen(f) || f.state === 'asked'),
      context,
    ),
  };
}

/** By the open residual score they touch, falling; then by how many findings they stop; then by id. */
function rankControls(exposed: readonly Finding[], context: FindingContext): PlanControl[] {
  const uses = exposed.flatMap((finding) =>
    finding.controls.filter((c) => c.status !== 'implemented').map((control) => ({ finding, control })),
  );
  const all = openScore(exposed);
  return [...Map.groupBy(uses, ({ control }) => control.id)]
    .map(([id, group]) => {
      const findings = group.map((g) => g.finding);
      return {
        id,
        group,
        findings,
        score: openScore(findings),
        stops: group.filter((g) => g.control.stops).length,
      };
    })
    .sort((a, b) => b.score - a.score || b.stops - a.stops || a.id.localeCompare(b.id))
    .map(({ id, group, findings, score, stops }) => {
      const entry = context.known.control(id);
      return {
        id,
        name: group[0]?.control.name ?? id,
        path: controlPath(id),
        effect: group[0]?.control.effect ?? 'reduces',
        ...(entry ? { effort: entry.effort } : {}),
        statuses: [...new Set(group.map((g) => CONTROL_STATUS_LABELS[g.control.status]))],
        touches: score.toFixed(1),
        share: all === 0 ? 0 : Math.round((100 * score) / all),
        stops,
        tally: tallyOf(findings),
        findings: findings.map((f) => findingLine(f, context)),
      };
    });
}

/** Controls that the model declares but that are not wholly in place; the dated ones first, soonest first. */
function promisedControls({ model, analysis }: System, known: KnownNames): PromisedControl[] {
  return declaredControls(model)
    .filter(({ use }) => use.status === 'planned' || use.status === 'partial' || use.status === 'unknown')
    .sort(
      (a, b) =>
        (a.use.due ?? '9999').localeCompare(b.use.due ?? '9999') || a.use.use.localeCompare(b.use.use),
    )
    .map(({ use, on }) => ({
      id: use.use,
      name: known.control(use.use)?.name ?? use.use,
      path: controlPath(use.use),
      on,
      status: CONTROL_STATUS_LABELS[use.status],
      ...(use.owner ? { owner: use.owner } : {}),
      ...(use.due ? { due: `${formatDate(use.due)}, ${distance(analysis.today, use.due)}` } : {}),
      overdue: use.due !== undefined && use.due < analysis.today,
      place: placeOf(model.file, use.at),
    }));
}

/** Each test once, with every finding that it checks; findings come worst first, so tests do too. */
function testsOf(findings: readonly Finding[], context: FindingContext): PlanTest[] {
  const steps = findings.flatMap((finding) =>
    finding.verify.map((step) => {
      const [how, what] = 'manual' in step ? ['by hand', step.manual] : [step.tool, step.use];
      return { finding, how, what, note: 'manual' in step ? undefined : step.note };
    }),
  );
  return [...Map.groupBy(steps, ({ how, what }) => `${how}\n${what}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { how, what, note } = first;
    return {
      how,
      what,
      ...(note ? { note } : {}),
      findings: group.map((g) => findingLine(g.finding, context)),
    };
  });
}
