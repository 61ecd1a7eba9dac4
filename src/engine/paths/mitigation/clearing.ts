/** By which smallest sets of additional controls a finding would be cleared: found by asking the engine, not by reading rules. */
import type { ControlSite } from '../../rule/catalogue.ts';
import type { Case } from './cases.ts';
import { type Addition, addition, SYSTEM, withAdditions } from './sites.ts';
import type { WhatIf } from './what-if.ts';

export interface Need {
  /** The finding's id. */
  id: string;
  /** Each clears it; none holds another. One or two controls; three where no two do it, and never more. */
  sets: readonly (readonly Addition[])[];
}

/** What has to be cleared: all that is open, folded or not, where controls can; and what they cannot. */
export function needsOf({ cases, context }: WhatIf): { needs: Need[]; stubborn: string[] } {
  const needs: Need[] = [];
  const stubborn: string[] = [];
  for (const one of cases) {
    if (one.decided) continue;
    const sets = clearingSets(one, context);
    if (sets.length > 0) needs.push({ id: one.id, sets });
    else stubborn.push(one.id);
  }
  return { needs, stubborn };
}

function clearingSets(one: Case, context: WhatIf['context']): Addition[][] {
  const stops = (set: readonly Addition[]) => one.outcome(withAdditions(context, set)).state === 'mitigated';
  const candidates = candidatesOf(one, context);
  const alone = candidates.filter((key) => stops([key]));
  // Two may be had for less than one that does it alone, where one of the two is needed elsewhere anyway.
  const others = candidates.filter((key) => !alone.includes(key));
  const pairs = [...combinations(others, 2)].filter(stops);
  const found = [...alone.map((key) => [key]), ...pairs];
  return found.length > 0 ? found : [...combinations(others, 3)].filter(stops);
}

/** Controls that stop the threat by the rule's own word and are not in place yet, wherever the rule looks for them. */
function candidatesOf({ subject, sought }: Case, { graph, controlOf }: WhatIf['context']): Addition[] {
  const places = (sites: readonly ControlSite[]): string[] => {
    if (subject === null) return [SYSTEM];
    if (!('from' in subject)) return [subject.id];
    const place = { own: subject.id, to: subject.to, from: subject.from };
    // Nobody puts a control on a person or on somebody else's system to protect a flow.
    return sites.map((site) => place[site]).filter((id) => graph.element(id)?.type !== 'external-entity');
  };
  const missing = (control: string, place: string) =>
    controlOf(graph.element(place) ?? graph.flow(place), control)?.use.status !== 'implemented';
  const keys = sought
    .filter((control) => control.stops)
    .flatMap(({ id, sites }) =>
      places(sites)
        .filter((place) => missing(id, place))
        .map((place) => addition(id, place)),
    );
  return [...new Set(keys)];
}

function* combinations<T>(list: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= list.length - size; i++)
    for (const rest of combinations(list, size - 1, i + 1)) yield [list[i] as T, ...rest];
}
