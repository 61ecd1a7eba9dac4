/** What a page calls a place that is an element, a flow or the whole system, by its id alone. */
import { SYSTEM } from '../engine/paths/mitigation/sites.ts';
import type { SystemNames, TargetName } from './names.ts';

export function placeName(id: string, names: SystemNames): TargetName {
  if (id === SYSTEM) return names.target({ type: 'system', id, name: 'the whole system' });
  const flow = names.target({ type: 'flow', id, name: '' });
  // Only a flow that exists has a number.
  return flow.detail ? flow : names.target({ type: 'element', id, name: names.element(id) });
}
