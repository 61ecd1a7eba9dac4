/** Attack chains that people wrote, held against ATLAS and the model: their order, their way, and where they break. */
import type { Knowledge } from '../../knowledge/knowledge.ts';
import { graphOf, type ModelGraph } from '../../model/graph.ts';
import type { Chain, Element, Flow, Model } from '../../model/model.ts';
import type { ControlStatus } from '../../model/vocabulary.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { type Context, contextOf } from '../condition/context.ts';
import { entriesOf } from './entries.ts';
import { holds } from './facts.ts';
import { keyOf, rankOfTactic, tacticsOf } from './tactics.ts';

export interface ChainControl {
  id: string;
  status: ControlStatus;
  /** Where it is declared, in words; left out where it is not mentioned. */
  from?: string;
  /** Elements where it is in place, although it is not mentioned here. */
  elsewhere: string[];
}

/**
 * - `start`: the first step, or one where the attacker comes from outside again
 * - `next`: on the same element, or along one flow, in whichever direction
 * - `through`: along several flows, by way of these elements
 * - `none`: the model draws no way
 */
export type Way = { by: 'start' | 'next' | 'none' } | { by: 'through'; elements: string[] };

export interface CheckedStep {
  /** `atlas:AML.T0051` */
  technique?: string;
  /** The tactic that the chain names; else the only one of the technique, or the first that keeps the order. */
  tactic?: string;
  prevented: ChainControl[];
  detected: ChainControl[];
  /** How the model leads here from the step before. */
  way: Way;
  /** Its tactic stands in the matrix before that of an earlier step: usual for what was planted and wakes up later. */
  back: boolean;
}

export interface CheckedChain {
  id: string;
  steps: CheckedStep[];
  /** The first step, from 1, with a preventive control in place; undefined where nothing stops the chain. */
  breaksAt?: number;
  /** The first step, from 1, that a detective control in place would show. */
  seenAt?: number;
}

/** Tactics up to this place in the matrix prepare an attack, at any time: reconnaissance, resources, adaptation. */
const PREPARING = 3;

/** Ids of controls and elements must exist: `linkModel` and `parseModel` see to that. */
export function checkedChains(model: Model, knowledge: Knowledge): CheckedChain[] {
  const graph = graphOf(model);
  const context = contextOf(graph, knowledge);
  return model.chains.map((chain) => checked(chain, context));
}

function checked(chain: Chain, where: Context): CheckedChain {
  const outside = new Set(entriesOf(where).map((e) => e.element));
  let rank = 0;
  const steps = chain.steps.map((step, i): CheckedStep => {
    const technique = keyOf(step.technique);
    const tactic = keyOf(step.tactic) ?? likelyTactic(technique, rank, where.knowledge);
    const own = tactic ? rankOfTactic(tactic, where.knowledge) : 0;
    const back = own > PREPARING && own < rank;
    rank = own || rank;
    const on = where.graph.element(step.on) ?? where.graph.flow(step.on);
    return {
      ...(technique ? { technique } : {}),
      ...(tactic ? { tactic } : {}),
      prevented: step.prevented.map((id) => standing(id, on, where)),
      detected: step.detected.map((id) => standing(id, on, where)),
      way: wayTo(step.on, chain.steps[i - 1]?.on, outside, where),
      back,
    };
  });
  const first = (which: 'prevented' | 'detected') =>
    steps.findIndex((s) => s[which].some((c) => c.status === 'implemented')) + 1;
  const [breaksAt, seenAt] = [first('prevented'), first('detected')];
  return { id: chain.id, steps, ...(breaksAt ? { breaksAt } : {}), ...(seenAt ? { seenAt } : {}) };
}

/** Where a technique has several tactics and the chain names none: the first that does not fall back. */
function likelyTactic(technique: string | undefined, rank: number, knowledge: Knowledge): string | undefined {
  const tactics = technique ? tacticsOf(technique, knowledge) : [];
  return tactics.find((tactic) => rankOfTactic(tactic, knowledge) >= rank) ?? tactics[0];
}

/** As the model has it at the step: on its element; for a flow on the flow, on what receives it, on what sends it. */
function standing(id: string, on: Element | Flow | undefined, { graph, controlOf }: Context): ChainControl {
  const ends = on && 'to' in on ? [graph.element(on.to), graph.element(on.from)] : [];
  const found = [on, ...ends].map((place) => place && controlOf(place, id)).find((f) => f !== undefined);
  if (found) return { id, status: found.use.status, from: found.from, elsewhere: [] };
  const elsewhere = graph.model.elements.filter((e) => controlOf(e, id)?.use.status === 'implemented');
  return { id, status: 'absent', elsewhere: elsewhere.map((e) => e.id) };
}

const endsOf = (id: string, graph: ModelGraph): string[] => {
  const flow = graph.flow(id);
  return flow ? [flow.from, flow.to] : [id];
};

function wayTo(to: string, from: string | undefined, outside: ReadonlySet<string>, where: Context): Way {
  if (from === undefined) return { by: 'start' };
  const { graph } = where;
  const [here, there] = [endsOf(from, graph), endsOf(to, graph)];
  const joined = (x: string, y: string) => x === y || graph.flowsFrom(x).some((f) => f.to === y);
  if (here.some((x) => there.some((y) => joined(x, y) || joined(y, x)))) return { by: 'next' };
  if (there.some((id) => outside.has(id) || outsidersWrite(id, where))) return { by: 'start' };
  const elements = between(here, there, graph);
  return elements ? { by: 'through', elements } : { by: 'none' };
}

function outsidersWrite(id: string, where: Context): boolean {
  const element = where.graph.element(id);
  return (
    element !== undefined &&
    (['outsider-content', 'anonymous-access'] as const).some((f) => holds(element, f, where))
  );
}

/** The elements between on a shortest way along flows; undefined where there is none. Breadth first. */
function between(from: readonly string[], to: readonly string[], graph: ModelGraph): string[] | undefined {
  const before = new Map<string, string | undefined>(from.map((id) => [id, undefined]));
  for (const [here] of before) {
    if (to.includes(here)) return through(before.get(here), before);
    for (const flow of graph.flowsFrom(here)) if (!before.has(flow.to)) before.set(flow.to, here);
  }
  return undefined;
}

function through(last: string | undefined, before: ReadonlyMap<string, string | undefined>): string[] {
  const elements: string[] = [];
  for (let id = last; id !== undefined && before.get(id) !== undefined; id = before.get(id))
    elements.unshift(id);
  return elements;
}

/** Steps to which the model draws no way from the step before nor from outside: worth a look, not an error. */
export function chainWarnings(model: Model, knowledge: Knowledge): Diagnostic[] {
  const names = new Map([...model.flows, ...model.elements].map((x) => [x.id, x.name ?? x.id]));
  return checkedChains(model, knowledge).flatMap(({ id, steps }) => {
    const chain = model.chains.find((c) => c.id === id);
    const [line, column] = chain?.at ?? [1, 1];
    return steps.flatMap(({ way }, i) => {
      if (way.by !== 'none') return [];
      const name = (step: number) => names.get(chain?.steps[step]?.on ?? '') ?? '';
      return [
        {
          severity: 'warning' as const,
          file: model.file,
          line,
          column,
          message: `chain ${id}, step ${i + 1}: no flow leads from ${name(i - 1)} to ${name(i)}`,
          hint: 'draw the flow, or put the step on an element that the attacker reaches',
        },
      ];
    });
  });
}
