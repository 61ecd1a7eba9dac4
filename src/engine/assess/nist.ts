/** The gap to the NIST AI RMF: what the team answers for each of its outcomes, what the analysis itself shows, what to do next. */
import type { Entry } from '../../knowledge/knowledge.ts';
import { referenceKeys } from '../../knowledge/reference.ts';
import type { Control } from '../../knowledge/schema/control.ts';
import type { GovernanceAnswer } from '../../model/model.ts';
import { CONTROL_STATUSES, type ControlStatus } from '../../model/vocabulary.ts';
import { midSentence } from '../condition/words.ts';
import { GAP_STATUSES, type GapStatus, type NistAssessment, type Outcome } from './assessments.ts';
import { nextSteps, RULE } from './next-step.ts';
import { contradicts, shownFor } from './shown.ts';
import { editionOf, entriesOf, type Subject } from './subject.ts';
import { names } from './words.ts';

export function nistGap(subject: Subject): NistAssessment {
  const { knowledge } = subject;
  const functions = entriesOf(knowledge, 'nist-ai-rmf', 'function');
  const entries = entriesOf(knowledge, 'nist-ai-rmf', 'subcategory');
  const citing = controlsByOutcome(knowledge.data.controls);
  const statuses = declaredStatuses(subject);
  const order = functions.map((f) => f.fact.id);
  const outcomes = entries
    .map((entry) => outcomeOf(entry, citing.get(entry.key) ?? [], statuses, subject))
    .sort((a, b) => order.indexOf(a.function) - order.indexOf(b.function));
  return {
    edition: editionOf(entries),
    outcomes,
    functions: functions.map(({ fact, name }) => ({
      id: fact.id,
      name,
      totals: totals(outcomes.filter((o) => o.function === fact.id)),
    })),
    totals: totals(outcomes),
    rule: RULE,
    next: nextSteps(outcomes, subject.analysis.findings),
  };
}

function totals(outcomes: readonly Outcome[]): Record<GapStatus, number> {
  const sums = Object.fromEntries(GAP_STATUSES.map((s) => [s, 0])) as Record<GapStatus, number>;
  for (const { status } of outcomes) sums[status]++;
  return sums;
}

/** Controls of the catalogue that name an outcome among their references. */
function controlsByOutcome(controls: readonly Control[]): Map<string, Control[]> {
  const map = new Map<string, Control[]>();
  for (const control of controls)
    for (const key of referenceKeys(control.refs)) {
      const list = map.get(key);
      if (list) list.push(control);
      else map.set(key, [control]);
    }
  return map;
}

/** The best status that the model declares for each control, and where. */
interface Declared {
  status: ControlStatus;
  on: string[];
}

function declaredStatuses({ model }: Subject): Map<string, Declared> {
  const places = [...model.zones, ...model.elements, ...model.flows];
  const all = [
    ...model.controls.map((use) => ({ use, on: 'the whole system' })),
    ...places.flatMap(({ id, name, controls }) => controls.map((use) => ({ use, on: name ?? id }))),
  ];
  return new Map(
    [...Map.groupBy(all, ({ use }) => use.use)].map(([id, uses]) => {
      const rank = (s: ControlStatus) => CONTROL_STATUSES.indexOf(s);
      const best = Math.min(...uses.map(({ use }) => rank(use.status)));
      const status = CONTROL_STATUSES[best] ?? 'absent';
      return [id, { status, on: uses.filter(({ use }) => use.status === status).map((u) => u.on) }];
    }),
  );
}

function outcomeOf(
  { key, fact, name }: Entry,
  citing: readonly Control[],
  statuses: ReadonlyMap<string, Declared>,
  subject: Subject,
): Outcome {
  const given = subject.model.governance.find((g) => g.id === fact.id);
  const own = shownFor(fact.id, subject);
  const shown = own ?? byControls(citing, statuses);
  const status = given?.answer ?? shown?.verdict ?? 'not-answered';
  return {
    key,
    id: fact.id,
    name,
    function: fact.id.split(' ')[0] ?? '',
    status,
    basis: given ? 'answer' : shown ? 'analysis' : 'nothing',
    ...(given ? { answer: answerOf(given, subject.analysis.today) } : {}),
    ...(shown ? { shown } : {}),
    contradicted: given?.answer === 'met' && own !== undefined && contradicts(fact.id, own),
    controls: citing.map(({ id, name }) => ({ id, name, status: statuses.get(id)?.status ?? 'absent' })),
  };
}

function answerOf(
  { answer, evidence, owner, due }: GovernanceAnswer,
  today: string,
): NonNullable<Outcome['answer']> {
  return {
    answer,
    ...(evidence ? { evidence } : {}),
    ...(owner ? { owner } : {}),
    ...(due ? { due } : {}),
    overdue: due !== undefined && answer !== 'met' && due < today,
  };
}

/** A control in place is evidence for the outcomes it names, and never all of it. */
function byControls(citing: readonly Control[], statuses: ReadonlyMap<string, Declared>): Outcome['shown'] {
  const there = citing.flatMap(({ id, name }) => {
    const declared = statuses.get(id);
    return declared?.status === 'implemented' ? { name: midSentence(name), on: declared.on } : [];
  });
  if (there.length === 0) return undefined;
  const said = there.map(({ name, on }) => `${name} on ${names(on, 2)}`);
  return { verdict: 'partial', text: `In place: ${names(said)}.` };
}
