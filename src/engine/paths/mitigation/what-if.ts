/**
 * What would be open if controls were added: the engine's own conditions, scores and folding over what is open now,
 * instead of a new analysis each time. A test holds it against full analyses of changed models.
 */
import type { Knowledge } from '../../../knowledge/knowledge.ts';
import { graphOf } from '../../../model/graph.ts';
import type { Model } from '../../../model/model.ts';
import type { Settings } from '../../../model/settings.ts';
import type { Analysis } from '../../analysis.ts';
import { type Context, contextOf } from '../../condition/context.ts';
import { type Foldable, standIns } from '../../fold.ts';
import type { Catalogue } from '../../rule/catalogue.ts';
import { isOpen } from '../../summary.ts';
import { type Case, casesOf, type Outcome } from './cases.ts';
import { type Addition, concerns, partsOf, withAdditions } from './sites.ts';

export interface WhatIf {
  context: Context;
  /** What is open before decisions, shown or folded; nothing else can be changed by a control. */
  cases: readonly Case[];
  /** By the id of a control, the cases that look for it. */
  seeking(control: string): readonly Case[];
}

/** @param analysis of this model by this catalogue and with these settings */
export function whatIf(
  model: Model,
  analysis: Analysis,
  knowledge: Knowledge,
  catalogue: Catalogue,
  settings?: Settings,
): WhatIf {
  const context = contextOf(graphOf(model), knowledge, settings);
  const cases = casesOf(analysis, context, catalogue).filter((c) => isOpen(c.outcome(context)));
  const by = new Map<string, Case[]>();
  for (const one of cases)
    for (const { id } of one.sought) {
      const list = by.get(id);
      if (list) list.push(one);
      else by.set(id, [one]);
    }
  return { context, cases, seeking: (control) => by.get(control) ?? [] };
}

/** What is open: the residual score, uncapped, by the id of the finding. */
export type Open = ReadonlyMap<string, number>;

/** Adds controls one after the other, and says after each what is open then. */
export function adding({ context, cases, seeking }: WhatIf): { open: Open; add(key: Addition): Open } {
  const added = new Set<Addition>();
  const outcomes = new Map(cases.map((c) => [c, c.outcome(context)]));
  return {
    open: shown(cases, outcomes, context),
    add: (key) => {
      added.add(key);
      const changed = withAdditions(context, added);
      const { control, place } = partsOf(key);
      for (const one of seeking(control))
        if (concerns(context, place, one.subject)) outcomes.set(one, one.outcome(changed));
      return shown(cases, outcomes, context);
    },
  };
}

/** As an analysis would show it: decided and folded ones left out. */
function shown(cases: readonly Case[], outcomes: ReadonlyMap<Case, Outcome>, { graph }: Context): Open {
  const still = cases.flatMap((one) => {
    const outcome = outcomes.get(one);
    return outcome && isOpen(outcome) ? [foldable(one, outcome)] : [];
  });
  const under = standIns(still, graph);
  return new Map(
    still.filter((one) => !under.has(one) && isOpen(one)).map((one) => [one.id, one.residual()]),
  );
}

function foldable(
  { id, rule, target, decided, decision }: Case,
  { state, score }: Outcome,
): Foldable & { id: string } {
  return {
    id,
    rule,
    target,
    before: state,
    state: decided ?? state,
    ...(decision ? { decision } : {}),
    residual: () => score,
  };
}

export const riskOf = (open: Open): number => {
  let sum = 0;
  for (const score of open.values()) sum += score;
  return Math.round(100 * sum) / 100;
};
