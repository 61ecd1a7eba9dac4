/** What the model says of the controls that would help against a finding. */
import type { Element, Flow } from '../model/model.ts';
import type { ControlEvidence } from './analysis.ts';
import type { Context, FoundControl } from './condition/context.ts';
import type { SoughtControl } from './rule/catalogue.ts';

/** @param target null for the whole system */
export function controlEvidence(
  context: Context,
  target: Element | Flow | null,
  sought: readonly SoughtControl[],
): ControlEvidence[] {
  // Most controls of most findings are absent: those records are shared, and the list of a rule where all are.
  const absent = context.once(sought, () => sought.map((control) => describe(context, control, undefined)));
  let list = absent;
  let i = 0;
  for (const control of sought) {
    const found = find(context, target, control);
    if (found) {
      if (list === absent) list = [...absent];
      list[i] = describe(context, control, found);
    }
    i++;
  }
  return list;
}

function find(
  context: Context,
  target: Element | Flow | null,
  { id, sites }: SoughtControl,
): FoundControl | undefined {
  if (target === null || !('from' in target)) return context.controlOf(target ?? undefined, id);
  for (const site of sites) {
    const end = site === 'own' ? undefined : context.graph.element(target[site]);
    const found = context.controlOf(end ?? target, id);
    if (found) return end ? { ...found, from: end.name } : found;
  }
  return undefined;
}

function describe(
  context: Context,
  { id, stops }: SoughtControl,
  found: FoundControl | undefined,
): ControlEvidence {
  const control = context.knowledge.control(id);
  const base = { id, name: control?.name ?? id, effect: control?.effect ?? ('reduces' as const), stops };
  if (!found) return { ...base, status: 'absent' };
  const { use, from } = found;
  return {
    ...base,
    status: use.status,
    from,
    ...(use.owner ? { owner: use.owner } : {}),
    ...(use.due ? { due: use.due } : {}),
    ...(use.evidence ? { evidence: use.evidence } : {}),
    at: use.at,
  };
}
