/** The page of a kind of element: what is true of it, what to ask, which rules name it, where our systems have it. */
import { namesIn } from '../../engine/condition/names.ts';
import type { Rule } from '../../engine/rule/schema.ts';
import type { Component } from '../../knowledge/schema/component.ts';
import { ELEMENT_FACTS, type ElementFact } from '../../model/vocabulary.ts';
import { ELEMENT_FACT_WORDS } from '../condition/facts.ts';
import { type Tally, tallyOf } from '../counts.ts';
import { filteredThreats } from '../inventory.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { sentence, TYPE_LABELS, words } from '../labels.ts';
import { COMPONENTS, componentPath, elementAnchor, RULES, systemPath } from '../paths.ts';
import type { Chip } from '../references.ts';
import type { SearchFacts } from '../search-facts.ts';
import type { Crumb } from '../system.ts';
import { byName } from './kind-tree.ts';
import { type RuleLine, ruleLines } from './rule-line.ts';

export interface KindElement {
  name: string;
  path: string;
  system: string;
  systemPath: string;
  kind: string;
  tally: Tally;
  register: string;
}

export interface ComponentPage {
  id: string;
  name: string;
  crumbs: Crumb[];
  typeLabel: string;
  ai: boolean;
  summary: string;
  aliases: string[];
  technologies: string[];
  ask: string[];
  parents: Chip[];
  children: Chip[];
  /** Facts that hold unless a model says otherwise; from which kind they come. */
  facts: { text: string; from?: Chip }[];
  holds: string[];
  /** Rules that name this kind, and those that name a kind above it. */
  rules: { own: RuleLine[]; inherited: { kind: Chip; rules: RuleLine[] }[] };
  elements: KindElement[];
  search: SearchFacts;
}

export function componentPage(component: Component, site: KnowledgeSite): ComponentPage {
  const { knowledge } = site;
  const { components } = knowledge.data;
  const chip = (id: string): Chip => ({
    label: knowledge.component(id)?.name ?? words(id),
    path: componentPath(id),
  });
  const lineage = knowledge.kindsOf(component.id);
  return {
    id: component.id,
    name: component.name,
    crumbs: [
      { label: 'Catalogue', path: RULES },
      { label: 'Kinds of element', path: COMPONENTS },
      { label: component.name },
    ],
    typeLabel: TYPE_LABELS[component.type],
    ai: component.ai,
    summary: component.summary,
    aliases: component.aliases,
    technologies: component.technologies,
    ask: component.ask,
    parents: component.parents.map(chip),
    children: components
      .filter((c) => c.parents.includes(component.id))
      .sort(byName)
      .map((c) => chip(c.id)),
    facts: factsOf(component, site, chip),
    holds: component.holds.map(words),
    rules: rulesOf(lineage, site, chip),
    elements: elementsOf(component, site),
    search: {
      kind: 'Kind of element',
      meta: { id: component.id },
      aliases: [component.id, ...component.aliases, ...component.technologies],
    },
  };
}

function factsOf(
  component: Component,
  site: KnowledgeSite,
  chip: (id: string) => Chip,
): ComponentPage['facts'] {
  const lineage = site.knowledge.kindsOf(component.id);
  return (Object.keys(ELEMENT_FACTS) as ElementFact[]).flatMap((fact) => {
    const from = lineage.find((id) => site.knowledge.component(id)?.facts[fact] !== undefined);
    const value = from === undefined ? undefined : site.knowledge.component(from)?.facts[fact];
    if (from === undefined || value === undefined) return [];
    const text = sentence(ELEMENT_FACT_WORDS[fact][value ? 0 : 1]);
    return [{ text, ...(from === component.id ? {} : { from: chip(from) }) }];
  });
}

/** Kinds that a rule speaks about: those that `applies` asks for, not those it leaves out. */
function kindsNamed(rule: Rule): Set<string> {
  const { where } = rule.applies;
  return new Set(where === undefined ? [] : namesIn(withoutNot(where), []).kinds.map((k) => k.name));
}

function withoutNot(value: object): object {
  const kept = Object.entries(value).filter(([key]) => key !== 'not');
  return Object.fromEntries(
    kept.map(([key, v]) => [
      key,
      Array.isArray(v)
        ? v.map((item) => (typeof item === 'object' && item !== null ? withoutNot(item) : item))
        : typeof v === 'object' && v !== null
          ? withoutNot(v)
          : v,
    ]),
  );
}

function rulesOf(
  lineage: readonly string[],
  site: KnowledgeSite,
  chip: (id: string) => Chip,
): ComponentPage['rules'] {
  const live = site.catalogue.rules.filter((r) => r.deprecated === undefined);
  const naming = (id: string, except: ReadonlySet<Rule>) =>
    live.filter((r) => kindsNamed(r).has(id) && !except.has(r));
  const [own = '', ...above] = lineage;
  const seen = new Set(naming(own, new Set()));
  const result: ComponentPage['rules'] = { own: ruleLines([...seen], site), inherited: [] };
  for (const id of above) {
    const rules = naming(id, seen);
    for (const rule of rules) seen.add(rule);
    if (rules.length > 0) result.inherited.push({ kind: chip(id), rules: ruleLines(rules, site) });
  }
  return result;
}

/** Elements of this kind or of one below it. */
function elementsOf(component: Component, site: KnowledgeSite): KindElement[] {
  const { knowledge } = site;
  return site.systems
    .filter(({ model }) => model.status !== 'retired')
    .flatMap(({ model, analysis }) =>
      model.elements
        .filter((e) => knowledge.kindsOf(e.kind).includes(component.id))
        .map((e) => ({
          name: e.name,
          path: `${systemPath(model.id)}#${elementAnchor(e.id)}`,
          system: model.name,
          systemPath: systemPath(model.id),
          kind: knowledge.component(e.kind ?? '')?.name ?? '',
          tally: tallyOf(
            analysis.findings.filter((f) => f.target.type === 'element' && f.target.id === e.id),
          ),
          register: filteredThreats(model.id, { on: e.id }),
        })),
    )
    .sort((a, b) => a.system.localeCompare(b.system, 'en') || a.name.localeCompare(b.name, 'en'));
}
