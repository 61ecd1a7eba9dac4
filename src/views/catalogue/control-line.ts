/** A control in a list: what it does, how many rules it stops or helps with, where our systems have it. */
import { namesIn } from '../../engine/condition/names.ts';
import type { Rule } from '../../engine/rule/schema.ts';
import type { Control } from '../../knowledge/schema/control.ts';
import type { ControlUse } from '../../model/model.ts';
import { CONTROL_STATUSES, type ControlStatus } from '../../model/vocabulary.ts';
import type { KnowledgeSite } from '../knowledge-site.ts';
import { controlPath, elementAnchor, flowAnchor, systemPath, zoneAnchor } from '../paths.ts';
import type { System } from '../system.ts';

export interface ControlBrief {
  id: string;
  name: string;
  path: string;
  effect: Control['effect'];
}

export const controlBrief = (control: Control): ControlBrief => ({
  id: control.id,
  name: control.name,
  path: controlPath(control.id),
  effect: control.effect,
});

/** Where a model declares a control. */
export interface Declared {
  system: System;
  use: ControlUse;
  on: string;
  path: string;
}

interface ControlIndex {
  declared: ReadonlyMap<string, Declared[]>;
  stops: ReadonlyMap<string, Rule[]>;
  helps: ReadonlyMap<string, Rule[]>;
}

const cache = new WeakMap<KnowledgeSite['systems'], ControlIndex>();

/** By control id: declarations of systems that are not retired, rules it can stop, rules it only helps with. */
export function controlIndex(site: KnowledgeSite): ControlIndex {
  const known = cache.get(site.systems);
  if (known) return known;
  const live = site.systems.filter(({ model }) => model.status !== 'retired');
  const rules = site.catalogue.rules.filter((rule) => rule.deprecated === undefined);
  const pairs = (idsOf: (rule: Rule) => readonly string[]) =>
    grouped(rules.flatMap((rule) => [...new Set(idsOf(rule))].map((id) => [id, rule] as const)));
  const index: ControlIndex = {
    declared: grouped(live.flatMap(declarations).map((d) => [d.use.use, d] as const)),
    stops: pairs(stopsOf),
    helps: pairs((rule) => rule.controls.filter((id) => !stopsOf(rule).includes(id))),
  };
  cache.set(site.systems, index);
  return index;
}

const grouped = <T>(pairs: readonly (readonly [string, T])[]): Map<string, T[]> =>
  new Map([...Map.groupBy(pairs, ([id]) => id)].map(([id, list]) => [id, list.map(([, value]) => value)]));

/** Controls that the rule's `unless` names. */
export const stopsOf = (rule: Rule): string[] =>
  rule.unless === undefined ? [] : [...new Set(namesIn(rule.unless, ['unless']).controls.map((c) => c.name))];

function declarations(system: System): Declared[] {
  const { model } = system;
  const base = systemPath(model.id);
  const at = (controls: readonly ControlUse[], on: string, path: string): Declared[] =>
    controls.map((use) => ({ system, use, on, path }));
  const name = (id: string) => model.elements.find((e) => e.id === id)?.name ?? id;
  return [
    ...at(model.controls, 'the whole system', base),
    ...model.zones.flatMap((z) => at(z.controls, `zone ${z.name}`, `${base}#${zoneAnchor(z.id)}`)),
    ...model.elements.flatMap((e) => at(e.controls, e.name, `${base}#${elementAnchor(e.id)}`)),
    ...model.flows.flatMap((f) =>
      at(f.controls, f.name ?? `${name(f.from)} → ${name(f.to)}`, `${base}#${flowAnchor(f.id)}`),
    ),
  ];
}

export interface ControlRow extends ControlBrief {
  summary: string;
  effort: Control['effort'];
  lifecycle: Control['lifecycle'];
  aliases: string[];
  stops: number;
  helps: number;
  /** Systems by the best status any of their parts has. */
  systems: { status: ControlStatus; count: number }[];
}

export function controlRow(control: Control, site: KnowledgeSite): ControlRow {
  const index = controlIndex(site);
  const bySystem = Map.groupBy(index.declared.get(control.id) ?? [], (d) => d.system);
  const best = [...bySystem.values()].map((list) =>
    CONTROL_STATUSES.find((s) => list.some((d) => d.use.status === s)),
  );
  return {
    ...controlBrief(control),
    summary: control.summary,
    effort: control.effort,
    lifecycle: control.lifecycle,
    aliases: control.aliases,
    stops: index.stops.get(control.id)?.length ?? 0,
    helps: index.helps.get(control.id)?.length ?? 0,
    systems: CONTROL_STATUSES.map((status) => ({
      status,
      count: best.filter((s) => s === status).length,
    })).filter((s) => s.count > 0),
  };
}
