/** The mitigation plan: which controls, where, in which order, and what is left open after each step. */
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import type { Model } from '../../../model/model.ts';
import type { Settings } from '../../../model/settings.ts';
import type { ControlStatus } from '../../../model/vocabulary.ts';
import type { Analysis } from '../../analysis.ts';
import type { Catalogue } from '../../rule/catalogue.ts';
import { isOpen } from '../../summary.ts';
import { needsOf } from './clearing.ts';
import { leastCover } from './cover.ts';
import { inOrder } from './order.ts';
import { type Addition, partsOf } from './sites.ts';
import { adding, type Open, riskOf, type WhatIf, whatIf } from './what-if.ts';

/** The effort of a control in points; one whose effort nobody rated counts as medium. */
export const EFFORT: Readonly<Record<'low' | 'medium' | 'high', number>> = { low: 1, medium: 2, high: 4 };
/** Steps that are put in order and weighed; a plan that has more is read from its beginning. */
export const MOST_STEPS = 100;
/** Each step weighs all that is open again: in a large model fewer steps are listed, but as many as this. */
const FEWEST_STEPS = 20;
const MOST_WEIGHED = 300_000;

const stepsListed = (cases: number): number =>
  Math.min(MOST_STEPS, Math.max(FEWEST_STEPS, Math.floor(MOST_WEIGHED / Math.max(1, cases))));

export interface PlanStep {
  control: string;
  /** The element or flow to put it on; `system` for the whole. */
  place: string;
  effort: 'low' | 'medium' | 'high';
  /** What the model says of it there today. */
  status: ControlStatus;
  due?: string;
  /** Ids of findings that are no longer open after this step. */
  clears: string[];
  /** Ids of findings that stay open with a lower score. */
  lowers: string[];
  /** What is open after this step: the sum of uncapped residual scores, and how many findings. */
  risk: number;
  open: number;
}

export interface MitigationPlan {
  /** Today. */
  risk: number;
  open: number;
  steps: PlanStep[];
  /** Controls beyond the last listed step. */
  further: number;
  /** The sum of efforts in points, and what no plan that clears the same can do without. */
  effort: number;
  atLeast: number;
  /** The plan takes the least effort there is. */
  exact: boolean;
  /** Ids of open findings that no control of the catalogue clears, alone or up to three together. */
  stubborn: string[];
}

/**
 * Clears all that controls can clear, with the least effort (see cover.ts; weighed are sets of one or two controls a
 * finding, of three where no two do it), in the order that cuts most residual score for the effort first. Findings
 * that a decision accepts, transfers or avoids count for nothing. Deterministic.
 */
export function mitigationPlan(
  model: Model,
  analysis: Analysis,
  knowledge: Knowledge,
  catalogue: Catalogue,
  settings?: Settings,
): MitigationPlan {
  const situation = whatIf(model, analysis, knowledge, catalogue, settings);
  const { needs, stubborn } = needsOf(situation);
  const levelOf = (key: Addition) => knowledge.control(partsOf(key).control)?.effort ?? 'medium';
  const effort = (key: Addition) => EFFORT[levelOf(key)];
  const cover = leastCover(needs, effort);
  const order = inOrder(cover.chosen, needs, situation, effort, stepsListed(situation.cases.length));
  const plan = adding(situation);
  let before: Open = plan.open;
  const steps = order.map((key): PlanStep => {
    const after = plan.add(key);
    const step = {
      ...partsOf(key),
      effort: levelOf(key),
      ...standingOf(key, situation),
      ...difference(before, after),
      risk: riskOf(after),
      open: after.size,
    };
    before = after;
    return step;
  });
  const open = new Set(analysis.findings.filter(isOpen).map((f) => f.id));
  return {
    risk: riskOf(plan.open),
    open: plan.open.size,
    steps,
    further: cover.chosen.length - steps.length,
    effort: cover.effort,
    atLeast: cover.atLeast,
    exact: cover.exact,
    stubborn: stubborn.filter((id) => open.has(id)),
  };
}

function difference(before: Open, after: Open): Pick<PlanStep, 'clears' | 'lowers'> {
  const ids = [...before.keys()];
  return {
    clears: ids.filter((id) => !after.has(id)),
    lowers: ids.filter((id) => (after.get(id) ?? Number.POSITIVE_INFINITY) < (before.get(id) ?? 0)),
  };
}

function standingOf(key: Addition, { context }: WhatIf): Pick<PlanStep, 'status' | 'due'> {
  const { control, place } = partsOf(key);
  const use = context.controlOf(context.graph.element(place) ?? context.graph.flow(place), control)?.use;
  return { status: use?.status ?? 'absent', ...(use?.due ? { due: use.due } : {}) };
}
