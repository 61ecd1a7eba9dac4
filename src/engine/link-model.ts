/** Checks what a model names outside itself: kinds, controls, references, rules in decisions, tactics of chains, NIST subcategories. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { didYouMean } from '../source/nearest.ts';
import { type Knowledge, referenceProblem } from '../knowledge/knowledge.ts';
import { parseReference, referenceKey } from '../knowledge/reference.ts';
import type { Chain, ControlUse, Decision, Element, LineColumn, Model } from '../model/model.ts';
import type { Catalogue } from './rule/catalogue.ts';

interface Problem {
  message: string;
  expected?: string;
  hint?: string | undefined;
}

export function linkModel(model: Model, knowledge: Knowledge, catalogue: Catalogue): Diagnostic[] {
  const diagnostics: Diagnostic[] = [];
  const report = (at: LineColumn, { hint, ...problem }: Problem, severity: Diagnostic['severity'] = 'error') =>
    diagnostics.push({ severity, file: model.file, line: at[0], column: at[1], ...problem, ...(hint ? { hint } : {}) });

  const controlIds = knowledge.data.controls.map((c) => c.id);
  const needControl = (id: string, at: LineColumn) => {
    if (!knowledge.control(id)) report(at, { message: `there is no control ${id}`, hint: didYouMean(id, controlIds) });
  };
  const needReference = (ref: string, at: LineColumn) => {
    const problem = referenceProblem(ref, knowledge);
    if (problem) report(at, problem);
  };

  for (const use of allControlUses(model)) needControl(use.use, use.at);
  for (const element of model.elements) {
    const problem = kindProblem(element, knowledge);
    if (problem) report(element.places['kind'] ?? element.at, problem, problem.severity);
  }
  for (const threat of model.threats) {
    for (const ref of threat.refs) needReference(ref, threat.at);
    for (const id of threat['stopped-by']) needControl(id, threat.at);
  }
  for (const chain of model.chains) for (const problem of chainProblems(chain, knowledge)) report(chain.at, problem);
  for (const chain of model.chains) for (const step of chain.steps) for (const id of [...step.detected, ...step.prevented]) needControl(id, chain.at);
  for (const decision of model.decisions) {
    const problem = decisionProblem(decision, model, catalogue);
    if (problem) report(decision.at, problem);
  }
  for (const answer of model.governance)
    if (!knowledge.entry(`nist-ai-rmf:${answer.id}`)) report(answer.at, { message: `NIST AI RMF 1.0 has no subcategory ${answer.id}` });
  return diagnostics;
}

function allControlUses(model: Model): ControlUse[] {
  return [model, ...model.zones, ...model.elements, ...model.flows].flatMap((holder) => holder.controls);
}

function kindProblem(element: Element, knowledge: Knowledge): (Problem & { severity: Diagnostic['severity'] }) | undefined {
  if (element.kind === undefined)
    return {
      severity: 'warning',
      message: `${element.id} has no kind, so that only the generic rules speak about it`,
      hint: `add kind: one of the ${element.type} kinds of the catalogue`,
    };
  const kind = knowledge.component(element.kind);
  if (!kind) {
    const sameType = knowledge.data.components.filter((c) => c.type === element.type).map((c) => c.id);
    return { severity: 'error', message: `there is no kind ${element.kind}`, hint: didYouMean(element.kind, sameType) };
  }
  if (kind.type !== element.type)
    return {
      severity: 'error',
      message: `${element.id} is drawn as a ${element.type}, but ${element.kind} is a ${kind.type}`,
      expected: `type: ${kind.type}, or a kind that is a ${element.type}`,
    };
  return undefined;
}

function chainProblems(chain: Chain, knowledge: Knowledge): Problem[] {
  return chain.steps.flatMap((step, i) => {
    const problem = referenceProblem(step.technique, knowledge) ?? (step.tactic ? referenceProblem(step.tactic, knowledge) : undefined);
    if (problem) return [{ ...problem, message: `step ${i + 1}: ${problem.message}` }];
    const technique = knowledge.entry(keyOf(step.technique));
    if (technique?.kind !== 'technique') return [{ message: `step ${i + 1}: ${step.technique} is not an ATLAS technique` }];
    const tactic = step.tactic === undefined ? undefined : parseReference(step.tactic)?.id;
    if (tactic && !technique.fact.tactics.includes(tactic))
      return [{ message: `step ${i + 1}: ${technique.fact.id} is not a technique of ${tactic}`, expected: `one of ${technique.fact.tactics.join(', ')}` }];
    return [];
  });
}

function keyOf(text: string): string {
  const reference = parseReference(text);
  return reference ? referenceKey(reference) : text;
}

function decisionProblem(decision: Decision, model: Model, catalogue: Catalogue): Problem | undefined {
  const [rule = '', target = ''] = decision.threat.split('@');
  const own = model.threats.find((t) => t.id === rule);
  if (own) return own.on === target ? undefined : { message: `the threat ${rule} is on ${own.on}, not on ${target}` };
  const ruleIds = catalogue.rules.map((r) => r.id);
  if (!catalogue.rule(rule))
    return { message: `there is no rule or own threat ${rule}`, hint: didYouMean(rule, [...ruleIds, ...model.threats.map((t) => t.id)]) };
  const targets = ['system', ...model.elements.map((e) => e.id), ...model.flows.map((f) => f.id)];
  if (!targets.includes(target)) return { message: `there is no element or flow ${target}`, hint: didYouMean(target, targets) };
  return undefined;
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
