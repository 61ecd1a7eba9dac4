/** The steps that an attacker can take in a model, each along a flow and backed by what is open. */
import type { Flow } from '../../model/model.ts';
import type { Finding } from '../analysis.ts';
import { costOfStep, ORDINARY_USE } from './cost.ts';
import { isPerson, type Surroundings } from './facts.ts';
import { type Goal, MEANING } from './goals.ts';
import { carriesGoal, harmsOf, isUsable, letsIn, turnsAnswer, waysIn } from './harm.ts';
import { bestWays, type Way } from './network.ts';
import { type Practice, practicesOf } from './tactics.ts';

/**
 * - `send`: along the flow; a request, or what a store hands on
 * - `answer`: against the flow; who is called answers with something hostile
 * - `read`: against the flow; who is given data takes more than its share
 * - `hold`: no flow; the attacker has the device
 */
export type Move = 'send' | 'answer' | 'read' | 'hold';

export interface Step {
  move: Move;
  from: string;
  to: string;
  flow?: string;
  /** What makes it possible; left out for ordinary use. */
  finding?: Finding;
  practice?: Practice;
  cost: number;
}

export interface Moves {
  /** Elements where one step can lead, in the order of the model's flows. */
  from(element: string): readonly string[];
  /** Ways to gain influence on an element. */
  into(from: string, to: string): readonly Way<Step>[];
  /** Ways to harm a goal at an element, coming from another; from itself for who holds it. */
  harm(from: string, to: string, goal: Goal): readonly Way<Step>[];
  /** Findings that can back a step, those on no path included. */
  usable: readonly Finding[];
}

const onlyDiscloses = ({ stride }: Finding): boolean =>
  stride.every((category) => category === 'information-disclosure');

export function movesOf(findings: readonly Finding[], where: Surroundings): Moves {
  const { graph, knowledge } = where;
  const usable = findings.filter(isUsable);
  const byTarget = Map.groupBy(usable, (f) => f.target.id);
  const on = (id: string): readonly Finding[] => byTarget.get(id) ?? [];
  const practices = new Map(usable.map((f) => [f.id, practicesOf(f.refs, knowledge)]));
  const practicesFor = (finding: Finding) => practices.get(finding.id) ?? [];

  const way = (base: Omit<Step, 'cost'>, residual: number): Way<Step> => {
    const cost = costOfStep(residual, base.practice?.index);
    return { cost, rank: base.practice?.rank ?? 0, step: { ...base, cost } };
  };
  const waysBy = (base: Omit<Step, 'cost'>, finding: Finding, by: readonly (Practice | undefined)[]) =>
    by.map((practice) =>
      way({ ...base, finding, ...(practice ? { practice } : {}) }, finding.scores.residual.adjusted),
    );
  const inward = (base: Omit<Step, 'cost'>, finding: Finding) =>
    waysBy(base, finding, waysIn(practicesFor(finding)));
  const flowsBetween = (from: string, to: string): readonly Flow[] =>
    graph.flowsFrom(from).filter((flow) => flow.to === to);

  const reachedFrom = new Map<string, ReadonlySet<string>>();
  const reached = (from: string): ReadonlySet<string> => {
    const known = reachedFrom.get(from) ?? graph.reachableFrom([from]);
    reachedFrom.set(from, known);
    return known;
  };

  const into = (from: string, to: string): Way<Step>[] => {
    const element = graph.element(to);
    if (!element || isPerson(element, where)) return [];
    const sent = flowsBetween(from, to).flatMap((flow) => {
      const base = { move: 'send' as const, from, to, flow: flow.id };
      const backed = [...on(flow.id), ...on(to)].filter(letsIn).flatMap((f) => inward(base, f));
      return [...backed, { cost: ORDINARY_USE, rank: 0, step: { ...base, cost: ORDINARY_USE } }];
    });
    if (sent.length > 0 || element.type !== 'process') return bestWays(sent);
    // Where the model draws a way back, that is how answers go.
    if (reached(from).has(to)) return [];
    const answered = flowsBetween(to, from).flatMap((flow) => {
      const base = { move: 'answer' as const, from, to, flow: flow.id };
      return [...on(flow.id), ...on(to)].filter(turnsAnswer).flatMap((f) => inward(base, f));
    });
    return bestWays(answered);
  };

  const harm = (from: string, to: string, goal: Goal): Way<Step>[] => {
    const meaning = MEANING[goal];
    const ways = (base: Omit<Step, 'cost'>, found: readonly Finding[]) =>
      found.flatMap((f) => waysBy(base, f, harmsOf(f, practicesFor(f), meaning)));
    if (from === to) return bestWays(ways({ move: 'hold', from, to }, on(to)));
    const along = (flow: Flow) => [
      ...(carriesGoal(graph.dataOf(flow), meaning) ? on(flow.id) : []),
      ...on(to),
    ];
    // An outsider who may write to a store has not read it by that.
    const writesOnly =
      graph.element(from)?.type === 'external-entity' && graph.element(to)?.type === 'data-store';
    const sent = flowsBetween(from, to).flatMap((flow) =>
      ways(
        { move: 'send', from, to, flow: flow.id },
        along(flow).filter((f) => !(writesOnly && onlyDiscloses(f))),
      ),
    );
    if (!meaning.stride.includes('information-disclosure')) return bestWays(sent);
    const read = flowsBetween(to, from).flatMap((flow) =>
      ways(
        { move: 'read', from, to, flow: flow.id },
        along(flow).filter((f) => f.stride.includes('information-disclosure')),
      ),
    );
    return bestWays([...sent, ...read]);
  };

  const neighbours = new Map<string, readonly string[]>();
  return {
    usable,
    from: (element) => {
      let known = neighbours.get(element);
      if (!known) {
        const out = graph.flowsFrom(element).map((f) => f.to);
        const back = graph.flowsInto(element).map((f) => f.from);
        known = [...new Set([...out, ...back])].filter((id) => id !== element);
        neighbours.set(element, known);
      }
      return known;
    },
    into,
    harm,
  };
}
