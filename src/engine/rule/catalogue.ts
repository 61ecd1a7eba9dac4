/** The threat catalogue: rules compiled once, indexed by what they apply to, checked against the knowledge base. */

import type { Knowledge } from '../../knowledge/knowledge.ts';
import { duplicates, problemAt, referenceProblems, type Sourced } from '../../knowledge/problems.ts';
import { referenceKeys } from '../../knowledge/reference.ts';
import type { Element, Flow } from '../../model/model.ts';
import type { Diagnostic } from '../../source/diagnostic.ts';
import { didYouMean } from '../../source/nearest.ts';
import type { Path } from '../../source/yaml.ts';
import type { System, Test } from '../condition/combine.ts';
import { compileElement } from '../condition/element.ts';
import { compileFlow } from '../condition/flow.ts';
import { type Named, namesIn } from '../condition/names.ts';
import type { ElementCondition, FlowCondition, SystemCondition } from '../condition/schema.ts';
import { compileSystem } from '../condition/system.ts';
import { titleParts } from '../title.ts';
import { foldProblems } from './link-folds.ts';
import { verifyProblems } from './link-verify.ts';
import type { ElementRule, FlowRule, Rule, SystemRule } from './schema.ts';

/** Where a control has to stand: on the target itself, or at an end of the flow. */
export type ControlSite = 'own' | 'to' | 'from';

/** A control that a rule looks for, where, and whether it stops the threat or only helps. */
export interface SoughtControl {
  id: string;
  stops: boolean;
  sites: readonly ControlSite[];
}

// A control that only helps counts on the flow itself and on what receives it.
const HELPING_SITES: readonly ControlSite[] = ['own', 'to'];

/** A rule ready to run on one sort of target. */
export interface CompiledRule<S> {
  rule: Rule;
  /** Who is concerned, the sort of target included; undefined where everything is. */
  where: ElementCondition | FlowCondition | SystemCondition | undefined;
  applies: Test<S>;
  /** What stops it; undefined where nothing on record can. */
  unless?: Test<S>;
  /** Controls that help, those of `unless` included. */
  controls: readonly SoughtControl[];
  /** Keys of the references, `scheme:id`; all findings of the rule share the list. */
  refs: string[];
  /** Text and placeholders in turn. */
  title: readonly string[];
}

export interface Catalogue {
  rules: readonly Rule[];
  /** By id or former id. */
  rule(id: string): Rule | undefined;
  forElements: readonly CompiledRule<Element>[];
  forFlows: readonly CompiledRule<Flow>[];
  forSystem: readonly CompiledRule<System>[];
}

const always = () => 'yes' as const;

function compileFor<S, C extends ElementCondition | FlowCondition | SystemCondition>(
  rule: Rule,
  where: C | undefined,
  unless: C | undefined,
  compile: (c: C) => Test<S>,
): CompiledRule<S> {
  const stopping = sitesOf(unless === undefined ? [] : namesIn(unless as object, []).controls);
  const ids = [...new Set([...rule.controls, ...stopping.keys()])];
  return {
    rule,
    where,
    applies: where === undefined ? always : compile(where),
    ...(unless === undefined ? {} : { unless: compile(unless) }),
    controls: ids.map((id) => ({ id, stops: stopping.has(id), sites: stopping.get(id) ?? HELPING_SITES })),
    refs: referenceKeys(rule.refs),
    title: titleParts(rule.title),
  };
}

function sitesOf(controls: readonly Named[]): Map<string, ControlSite[]> {
  const sites = new Map<string, ControlSite[]>();
  for (const { name, path } of controls) {
    const site = path.includes('to') ? 'to' : path.includes('from') ? 'from' : 'own';
    sites.set(name, [...new Set([...(sites.get(name) ?? []), site] as const)]);
  }
  return sites;
}

export function compileCatalogue(rules: readonly Rule[]): Catalogue {
  const speaking = rules.filter((rule) => !rule.deprecated);
  const byId = new Map(rules.flatMap((rule) => [rule.id, ...rule.aliases].map((id) => [id, rule] as const)));
  return {
    rules,
    rule: (id) => byId.get(id),
    forElements: speaking.filter(isElementRule).map(forElement),
    forFlows: speaking.filter(isFlowRule).map(forFlow),
    forSystem: speaking
      .filter(isSystemRule)
      .map((rule) => compileFor(rule, rule.applies.where, rule.unless, compileSystem)),
  };
}

function forElement(rule: ElementRule): CompiledRule<Element> {
  const { to, where } = rule.applies;
  const narrowed = to === 'element' ? where : { type: to, ...(where ? { all: [where] } : {}) };
  return compileFor(rule, narrowed, rule.unless, compileElement);
}

function forFlow(rule: FlowRule): CompiledRule<Flow> {
  const { to, where } = rule.applies;
  const narrowed = to === 'flow' ? where : { crosses: true, ...(where ? { all: [where] } : {}) };
  return compileFor(rule, narrowed, rule.unless, compileFlow);
}

export const isSystemRule = (rule: Rule): rule is SystemRule => rule.applies.to === 'system';
export const isFlowRule = (rule: Rule): rule is FlowRule =>
  rule.applies.to === 'flow' || rule.applies.to === 'crossing';

const isElementRule = (rule: Rule): rule is ElementRule => !isSystemRule(rule) && !isFlowRule(rule);

/** Everything a rule names must exist: kinds, controls, references, rules it refines, STRIDE-AI assets, LINDDUN nodes, checks of tools. */
export function linkRules(sourced: readonly Sourced<Rule>[], knowledge: Knowledge): Diagnostic[] {
  const rules = new Map(sourced.map(({ value }) => [value.id, value]));
  const ids = sourced.flatMap(({ value, source }) =>
    [value.id, ...value.aliases].map((id) => ({ id, source })),
  );
  return [
    ...duplicates(ids),
    ...sourced.flatMap((s) => [
      ...ruleProblems(s, knowledge),
      ...foldProblems(s, rules),
      ...verifyProblems(s, knowledge),
    ]),
  ];
}

function ruleProblems({ value: rule, source }: Sourced<Rule>, knowledge: Knowledge): Diagnostic[] {
  const kinds = knowledge.data.components.map((c) => c.id);
  const controls = knowledge.data.controls.map((c) => c.id);
  const assets = knowledge.entries.filter((e) => e.scheme === 'stride-ai').map((e) => e.fact.name);
  const need = (
    what: string,
    name: string,
    exists: boolean,
    path: Path,
    valid: readonly string[],
  ): Diagnostic[] =>
    exists
      ? []
      : [problemAt(source, path, { message: `there is no ${what} ${name}`, hint: didYouMean(name, valid) })];
  const named = [
    ...(rule.applies.where ? [namesIn(rule.applies.where, ['applies', 'where'])] : []),
    ...(rule.unless ? [namesIn(rule.unless, ['unless'])] : []),
  ];
  return [
    ...named
      .flatMap((n) => n.kinds)
      .flatMap(({ name, path }) => need('kind', name, knowledge.component(name) !== undefined, path, kinds)),
    ...named
      .flatMap((n) => n.controls)
      .flatMap(({ name, path }) =>
        need('control', name, knowledge.control(name) !== undefined, path, controls),
      ),
    ...rule.controls.flatMap((name, i) =>
      need('control', name, knowledge.control(name) !== undefined, ['controls', i], controls),
    ),
    ...(rule.applies.where ? namesIn(rule.applies.where, ['applies', 'where']).controls : []).map(
      ({ path }) =>
        problemAt(source, path, {
          message: 'a control in applies.where',
          expected: 'controls in unless: who is concerned must not depend on them',
        }),
    ),
    ...referenceProblems(rule.refs, ['refs'], source, knowledge),
    ...rule['stride-ai'].flatMap((name, i) =>
      need('STRIDE-AI asset', name, assets.includes(name), ['stride-ai', i], assets),
    ),
    ...rule.linddun.flatMap((id, i) =>
      need('LINDDUN node', id, knowledge.entry(`linddun:${id}`) !== undefined, ['linddun', i], []),
    ),
  ];
}
