/** Checks what a model names outside itself: kinds, controls, references, rules in decisions, tactics of chains, NIST subcategories. */

import { type Knowledge, referenceProblem } from '../knowledge/knowledge.ts';
import { parseReference, referenceKeys } from '../knowledge/reference.ts';
import type {
  Chain,
  ControlUse,
  Decision,
  Element,
  GovernanceAnswer,
  LineColumn,
  Model,
  OwnThreat,
} from '../model/model.ts';
import type { Diagnostic } from '../source/diagnostic.ts';
import { didYouMean } from '../source/nearest.ts';
import type { Catalogue } from './rule/catalogue.ts';

interface Problem {
  at: LineColumn;
  message: string;
  severity?: Diagnostic['severity'];
  expected?: string;
  hint?: string | undefined;
}

export function linkModel(model: Model, knowledge: Knowledge, catalogue: Catalogue): Diagnostic[] {
  const problems = [
    ...allControlUses(model).flatMap(({ use, at }) => controlProblem(use, at, knowledge)),
    ...model.elements.flatMap((element) => kindProblem(element, knowledge)),
    ...model.threats.flatMap((threat) => threatProblems(threat, knowledge)),
    ...model.threats.flatMap((threat) => idProblem(threat, catalogue)),
    ...decidedTwice(model.decisions),
    ...model.chains.flatMap((chain) => chainProblems(chain, knowledge)),
    ...model.decisions.flatMap((decision) => decisionProblem(decision, model, catalogue)),
    ...model.governance.flatMap((answer) => governanceProblem(answer, knowledge)),
  ];
  return problems.map(({ at: [line, column], hint, severity = 'error', ...rest }) => ({
    severity,
    file: model.file,
    line,
    column,
    ...rest,
    ...(hint ? { hint } : {}),
  }));
}

function allControlUses(model: Model): ControlUse[] {
  return [model, ...model.zones, ...model.elements, ...model.flows].flatMap((holder) => holder.controls);
}

function controlProblem(id: string, at: LineColumn, knowledge: Knowledge): Problem[] {
  if (knowledge.control(id)) return [];
  const ids = knowledge.data.controls.map((c) => c.id);
  return [{ at, message: `there is no control ${id}`, hint: didYouMean(id, ids) }];
}

function kindProblem(element: Element, knowledge: Knowledge): Problem[] {
  const at = element.places['kind'] ?? element.at;
  if (element.kind === undefined)
    return [
      {
        at,
        severity: 'warning',
        message: `${element.id} has no kind, so that only the generic rules speak about it`,
        hint: `add kind: one of the ${element.type} kinds of the catalogue`,
      },
    ];
  const kind = knowledge.component(element.kind);
  if (!kind) {
    const sameType = knowledge.data.components.filter((c) => c.type === element.type).map((c) => c.id);
    return [{ at, message: `there is no kind ${element.kind}`, hint: didYouMean(element.kind, sameType) }];
  }
  if (kind.type === element.type) return [];
  return [
    {
      at,
      message: `${element.id} is drawn as a ${element.type}, but ${element.kind} is a ${kind.type}`,
      expected: `type: ${kind.type}, or a kind that is a ${element.type}`,
    },
  ];
}

function threatProblems({ refs, 'stopped-by': controls, at }: OwnThreat, knowledge: Knowledge): Problem[] {
  const references = refs
    .flatMap((ref) => referenceProblem(ref, knowledge) ?? [])
    .map((problem) => ({ at, ...problem }));
  return [...references, ...controls.flatMap((id) => controlProblem(id, at, knowledge))];
}

/** A finding is named by rule and target, so that an own threat must not bear the name of a rule. */
function idProblem({ id, at }: OwnThreat, catalogue: Catalogue): Problem[] {
  if (!catalogue.rule(id)) return [];
  return [{ at, message: `the threat ${id} has the id of a rule`, hint: 'choose an id of its own' }];
}

/** A renewed decision may stand below the old one; which of them counts should not have to be guessed. */
function decidedTwice(decisions: readonly Decision[]): Problem[] {
  const lastOf = new Map(decisions.map((d) => [d.threat, d]));
  return decisions
    .filter((d) => lastOf.get(d.threat) !== d)
    .map(({ threat, at }) => ({
      at,
      severity: 'warning' as const,
      message: `${threat} is decided again below, and the last decision counts`,
      hint: 'remove the older one when it is no longer of interest',
    }));
}

function chainProblems({ steps, at }: Chain, knowledge: Knowledge): Problem[] {
  return steps.flatMap((step, i) => {
    const problem = stepProblem(step, knowledge);
    const own = problem ? [{ at, ...problem, message: `step ${i + 1}: ${problem.message}` }] : [];
    return [
      ...own,
      ...[...step.detected, ...step.prevented].flatMap((id) => controlProblem(id, at, knowledge)),
    ];
  });
}

function stepProblem(
  { technique, tactic }: Chain['steps'][number],
  knowledge: Knowledge,
): Omit<Problem, 'at'> | undefined {
  const unresolved =
    referenceProblem(technique, knowledge) ?? (tactic ? referenceProblem(tactic, knowledge) : undefined);
  if (unresolved) return unresolved;
  const [key] = referenceKeys([technique]);
  const entry = knowledge.entry(key ?? '');
  if (entry?.kind !== 'technique') return { message: `${technique} is not an ATLAS technique` };
  const named = tactic === undefined ? undefined : parseReference(tactic)?.id;
  if (!named || entry.fact.tactics.includes(named)) return undefined;
  return {
    message: `${entry.fact.id} is not a technique of ${named}`,
    expected: `one of ${entry.fact.tactics.join(', ')}`,
  };
}

function governanceProblem({ id, at }: GovernanceAnswer, knowledge: Knowledge): Problem[] {
  return knowledge.entry(`nist-ai-rmf:${id}`)
    ? []
    : [{ at, message: `NIST AI RMF 1.0 has no subcategory ${id}` }];
}

function decisionProblem({ threat, at }: Decision, model: Model, catalogue: Catalogue): Problem[] {
  const [rule = '', target = ''] = threat.split('@');
  const own = model.threats.find((t) => t.id === rule);
  if (own)
    return own.on === target ? [] : [{ at, message: `the threat ${rule} is on ${own.on}, not on ${target}` }];
  if (!catalogue.rule(rule)) {
    const ids = [...catalogue.rules, ...model.threats].map((r) => r.id);
    return [{ at, message: `there is no rule or own threat ${rule}`, hint: didYouMean(rule, ids) }];
  }
  const targets = ['system', ...model.elements.map((e) => e.id), ...model.flows.map((f) => f.id)];
  if (targets.includes(target)) return [];
  return [{ at, message: `there is no element or flow ${target}`, hint: didYouMean(target, targets) }];
}

/** Decisions that no finding answers to: the rule no longer speaks about the target. Worth a look, not an error. */
export function idleDecisions(model: Model, findingIds: ReadonlySet<string>): Diagnostic[] {
  return model.decisions
    .filter((d) => !findingIds.has(d.threat))
    .map((d) => ({
      severity: 'warning' as const,
      file: model.file,
      line: d.at[0],
      column: d.at[1],
      message: `the decision on ${d.threat} has nothing to decide: the analysis has no such finding`,
      hint: 'remove it, or check the id with `wardbook analyse`',
    }));
}
