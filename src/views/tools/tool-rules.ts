/** Which of our rules name a check, worked out once for each catalogue. */
import type { Catalogue } from '../../engine/rule/catalogue.ts';
import type { Rule } from '../../engine/rule/schema.ts';
import type { Tool } from '../../knowledge/schema/tool.ts';
import { type Check, checkOf } from '../../knowledge/tool-checks.ts';

/** A rule that tells the reader to select `use` of a tool. */
export interface NamingRule {
  rule: Rule;
  use: string;
}

const cache = new WeakMap<Catalogue, Map<Check, NamingRule[]>>();

/** Rules that still speak, in the order of the catalogue. */
export function rulesNaming(check: Check, tools: readonly Tool[], catalogue: Catalogue): NamingRule[] {
  let known = cache.get(catalogue);
  if (!known) {
    known = index(tools, catalogue);
    cache.set(catalogue, known);
  }
  return known.get(check) ?? [];
}

function index(tools: readonly Tool[], catalogue: Catalogue): Map<Check, NamingRule[]> {
  const byId = new Map(tools.map((tool) => [tool.id, tool]));
  const map = new Map<Check, NamingRule[]>();
  for (const rule of catalogue.rules.filter((r) => r.deprecated === undefined))
    for (const step of rule.verify) {
      if ('manual' in step) continue;
      const tool = byId.get(step.tool);
      const check = tool && checkOf(tool, step.use);
      if (check) map.set(check, [...(map.get(check) ?? []), { rule, use: step.use }]);
    }
  return map;
}
