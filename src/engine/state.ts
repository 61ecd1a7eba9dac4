/** The state of a finding, from whether it applies and whether it is stopped, and from decisions. */
import type { Decision, Model } from '../model/model.ts';
import type { AppliedDecision, ControlEvidence, Question, State } from './analysis.ts';
import type { Answer } from './condition/answer.ts';
import { midSentence } from './condition/words.ts';
import type { Catalogue } from './rule/catalogue.ts';

/** Nothing is said where the rule does not apply. */
export function stateOf(applies: Answer, stopped: Answer): State | undefined {
  if (applies === 'no') return undefined;
  if (stopped === 'yes') return 'mitigated';
  if (applies === 'unknown' || stopped === 'unknown') return 'asked';
  return stopped === 'partly' || applies === 'partly' ? 'partly-mitigated' : 'open';
}

const names = (controls: readonly ControlEvidence[]): string =>
  controls.map((c) => midSentence(c.name)).join(', ');

/** One sentence on why a finding has its state. */
export function reasonFor(
  state: State,
  controls: readonly ControlEvidence[],
  questions: readonly Question[],
): string {
  const stopping = (status: ControlEvidence['status']) =>
    controls.filter((c) => c.stops && c.status === status);
  switch (state) {
    case 'mitigated': {
      const inPlace = stopping('implemented');
      return inPlace.length > 0 ? `Stopped by ${names(inPlace)}.` : 'Stopped by what the model states.';
    }
    case 'partly-mitigated': {
      const partial = stopping('partial');
      return partial.length > 0
        ? `Only partly in place: ${names(partial)}.`
        : `In place, but not enough alone: ${names(stopping('implemented'))}.`;
    }
    case 'asked':
      return questions.length === 1 ? 'One answer decides it.' : `${questions.length} answers decide it.`;
    default: {
      const planned = controls.filter((c) => c.status === 'planned');
      if (planned.length === 0) return 'It applies, and nothing on record stops it.';
      const what = planned.map((c) => `${midSentence(c.name)}${c.due ? ` by ${c.due}` : ''}`).join(', ');
      return `It applies, and nothing in place stops it. Planned: ${what}.`;
    }
  }
}

const DECIDED: Readonly<Record<Decision['do'], State>> = {
  accept: 'accepted',
  transfer: 'transferred',
  avoid: 'avoided',
  'not-applicable': 'not-applicable',
};

/** The state that a decision makes of another; an expired one leaves it. */
export const stateDecided = (before: State, { do: what, until }: Decision, today: string): State =>
  expired(until, today) ? before : DECIDED[what];

/** A decision holds up to and including its last day. */
const expired = (until: string | undefined, today: string): boolean => until !== undefined && until < today;

export function applied(decision: Decision, today: string): AppliedDecision {
  const { do: what, why, by, on, until, at } = decision;
  return {
    do: what,
    why,
    by,
    ...(on ? { on } : {}),
    ...(until ? { until } : {}),
    expired: expired(until, today),
    at,
  };
}

/** By the id of the finding; a decision may still name a rule by a former id. */
export function decisionsOf(model: Model, catalogue: Catalogue): ReadonlyMap<string, Decision> {
  const currentId = (findingId: string) => {
    const [rule = '', target = ''] = findingId.split('@');
    return `${catalogue.rule(rule)?.id ?? rule}@${target}`;
  };
  return new Map(model.decisions.map((d) => [currentId(d.threat), d]));
}
