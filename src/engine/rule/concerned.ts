/** The rules worth trying on a target, by its type, kind and zones: worked out once for all targets alike. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import type { Element, Flow } from '../../model/model.ts';
import type { Context } from '../condition/context.ts';
import type { ElementCondition, FlowCondition } from '../condition/schema.ts';
import { type ElementShape, staticElement, staticFlow } from '../condition/static.ts';
import type { Catalogue, CompiledRule } from './catalogue.ts';

export interface Concerned {
  element(element: Element): readonly CompiledRule<Element>[];
  flow(flow: Flow): readonly CompiledRule<Flow>[];
}

interface Lists {
  knowledge: Knowledge;
  elements: Map<string, readonly CompiledRule<Element>[]>;
  flows: Map<string, readonly CompiledRule<Flow>[]>;
}

/** Kinds are the same for every model, so that the lists are kept as long as the catalogue. */
const kept = new WeakMap<Catalogue, Lists>();

function listsOf(catalogue: Catalogue, knowledge: Knowledge): Lists {
  let lists = kept.get(catalogue);
  if (lists?.knowledge !== knowledge) {
    lists = { knowledge, elements: new Map(), flows: new Map() };
    kept.set(catalogue, lists);
  }
  return lists;
}

export function concernedBy({ graph, knowledge }: Context, catalogue: Catalogue): Concerned {
  const { elements, flows } = listsOf(catalogue, knowledge);
  const shapeOf = ({ type, kind }: Element): ElementShape => ({ type, kinds: knowledge.kindsOf(kind) });
  const keyOf = (element: Element | undefined) => (element ? `${element.type} ${element.kind ?? ''}` : '');
  return {
    element: (element) =>
      known(elements, keyOf(element), () => {
        const shape = shapeOf(element);
        return catalogue.forElements.filter(
          ({ where }) => !where || staticElement(where as ElementCondition, shape) !== 'no',
        );
      }),
    flow: (flow) => {
      const [from, to] = [graph.element(flow.from), graph.element(flow.to)];
      const crosses = graph.crosses(flow);
      return known(flows, `${crosses} ${keyOf(from)} > ${keyOf(to)}`, () => {
        const shape = { crosses, from: from && shapeOf(from), to: to && shapeOf(to) };
        return catalogue.forFlows.filter(
          ({ where }) => !where || staticFlow(where as FlowCondition, shape) !== 'no',
        );
      });
    },
  };
}

function known<T>(map: Map<string, T>, key: string, make: () => T): T {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
