/** What runs out: decisions with an end, controls with a due date, the next review. Soonest first. */
import type { Analysis } from '../engine/analysis.ts';
import type { ControlUse, Model } from '../model/model.ts';
import { daysBetween, distance, formatDate } from './dates.ts';
import type { KnownNames, SystemNames } from './names.ts';
import { findingPath, planPath } from './paths.ts';

export interface ExpiryView {
  kind: 'decision' | 'control' | 'review';
  text: string;
  /** `31 Mar 2027, in 4 months` */
  when: string;
  day: string;
  overdue: boolean;
  /** Who to ask. */
  who?: string;
  path: string;
  system: { name: string; path: string };
}

/** How many days ahead `soon` looks. */
export const SOON = 120;

const DECISION_TEXT = {
  accept: 'Accepted',
  transfer: 'Transferred',
  avoid: 'Avoided',
  'not-applicable': 'Not applicable',
};

/** Everything with a date, whatever its distance. */
export function datesOf(
  model: Model,
  analysis: Analysis,
  names: SystemNames,
  known: KnownNames,
): ExpiryView[] {
  const { today } = analysis;
  const entry = (
    e: Pick<ExpiryView, 'kind' | 'text' | 'day' | 'path'> & { who?: string | undefined },
  ): ExpiryView => ({
    kind: e.kind,
    text: e.text,
    day: e.day,
    path: e.path,
    when: `${formatDate(e.day)}, ${distance(today, e.day)}`,
    overdue: daysBetween(today, e.day) < 0,
    ...(e.who ? { who: e.who } : {}),
    system: { name: names.system.name, path: names.system.path },
  });
  const decisions = analysis.findings.flatMap(({ id, title, decision }) =>
    decision?.until
      ? entry({
          kind: 'decision',
          text: `${DECISION_TEXT[decision.do]}: ${title}`,
          day: decision.until,
          who: decision.by,
          path: findingPath(model.id, id),
        })
      : [],
  );
  const controls = declaredControls(model).flatMap(({ use, on }) =>
    use.due && use.status !== 'implemented'
      ? entry({
          kind: 'control',
          text: `${known.control(use.use)?.name ?? use.use} on ${on}`,
          day: use.due,
          who: use.owner,
          path: planPath(model.id),
        })
      : [],
  );
  const review = analysis.review
    ? entry({
        kind: 'review',
        text: 'Review of the model',
        day: analysis.review.due,
        who: model.owner,
        path: names.system.path,
      })
    : [];
  return [...decisions, ...controls, review]
    .flat()
    .sort((a, b) => a.day.localeCompare(b.day) || a.text.localeCompare(b.text));
}

/** Overdue, or within `SOON` days of today. */
export const soonOf = (dates: readonly ExpiryView[], today: string): ExpiryView[] =>
  dates.filter((d) => daysBetween(today, d.day) <= SOON);

/** Every control of a model with the name of what it is declared on. */
export function declaredControls(model: Model): { use: ControlUse; on: string }[] {
  const places = [...model.elements, ...model.flows, ...model.zones];
  return [
    ...model.controls.map((use) => ({ use, on: 'the whole system' })),
    ...places.flatMap(({ id, name, controls }) => controls.map((use) => ({ use, on: name ?? id }))),
  ];
}
