/** Where attacks begin: whoever stands outside, and devices that an attacker can hold in their hands. */
import { holds, type Surroundings } from './facts.ts';

/** Zones of at most this trust count as outside; the same bound as for the exposure of a score. */
const OUTSIDE = 2;

export interface Entry {
  element: string;
  why: string;
}

/**
 * External entities in zones of trust 0 to 2; where no external entity stands so low, those of the lowest trust
 * there is. Besides, every element that states or implies `physical-access`.
 */
export function entriesOf(where: Surroundings): Entry[] {
  const { graph } = where;
  const outsiders = graph.model.elements.filter((e) => e.type === 'external-entity');
  const lowest = Math.min(...outsiders.map((e) => graph.trustOf(e.id)));
  const bound = Math.max(OUTSIDE, lowest);
  return graph.model.elements.flatMap((element): Entry[] => {
    const zone = graph.zone(element.zone);
    if (element.type === 'external-entity' && graph.trustOf(element.id) <= bound)
      return [
        { element: element.id, why: `stands in ${zone?.name ?? element.zone}, trust ${zone?.trust ?? 0}` },
      ];
    if (holds(element, 'physical-access', where))
      return [{ element: element.id, why: 'an attacker can hold it in their hands' }];
    return [];
  });
}
