/** Controls in their places: an addition to a model is a control on one element, one flow, or the whole system. */
import type { Element, Flow } from '../../../model/model.ts';
import type { Context, FoundControl } from '../../condition/context.ts';

/** The id of the whole system as a place, as in the ids of findings. */
export const SYSTEM = 'system';

/** `control@place` */
export type Addition = string;

export const addition = (control: string, place: string): Addition => `${control}@${place}`;

export function partsOf(key: Addition): { control: string; place: string } {
  const at = key.lastIndexOf('@');
  return { control: key.slice(0, at), place: key.slice(at + 1) };
}

/** Places by control. */
function byControl(added: Iterable<Addition>): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const key of added) {
    const { control, place } = partsOf(key);
    const known = places.get(control);
    if (known) known.add(place);
    else places.set(control, new Set([place]));
  }
  return places;
}

/** The same model, as if these controls were in place as well. Everything else is looked up as before. */
export function withAdditions(context: Context, added: Iterable<Addition>): Context {
  const places = byControl(added);
  if (places.size === 0) return context;
  return {
    ...context,
    controlOf: (target: Element | Flow | undefined, id: string): FoundControl | undefined => {
      const here = places.get(id);
      if (!here) return context.controlOf(target, id);
      if (target && here.has(target.id)) return inPlace(id, target.id);
      const found = context.controlOf(target, id);
      if (!here.has(SYSTEM)) return found;
      // What is declared nearer than for the whole system still counts.
      const nearer = found !== undefined && found.use !== context.controlOf(undefined, id)?.use;
      return nearer ? found : inPlace(id, SYSTEM);
    },
  };
}

const inPlace = (use: string, from: string): FoundControl => ({
  use: { use, status: 'implemented', at: [1, 1] },
  from,
});

/** Can a control in this place change what is said of a target? Conditions look at ends of flows and at neighbours. */
export function concerns({ graph }: Context, place: string, subject: Element | Flow | null): boolean {
  if (place === SYSTEM || subject === null) return true;
  if (place === subject.id) return true;
  if ('from' in subject) return place === subject.from || place === subject.to;
  const flow = graph.flow(place);
  if (flow) return flow.from === subject.id || flow.to === subject.id;
  return (
    graph.flowsFrom(place).some((f) => f.to === subject.id) ||
    graph.flowsInto(place).some((f) => f.from === subject.id)
  );
}
