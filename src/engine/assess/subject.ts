/** What every assessment looks things up in: the model's graph, and findings and rules by the references they name. */
import type { Entry, Knowledge } from '../../knowledge/knowledge.ts';
import { referenceKeys } from '../../knowledge/reference.ts';
import { graphOf, type ModelGraph } from '../../model/graph.ts';
import type { Model } from '../../model/model.ts';
import type { Analysis, Finding } from '../analysis.ts';
import type { Catalogue } from '../rule/catalogue.ts';
import type { Rule } from '../rule/schema.ts';

export interface Subject {
  model: Model;
  graph: ModelGraph;
  knowledge: Knowledge;
  catalogue: Catalogue;
  analysis: Analysis;
  /** Findings that name one of these keys, `scheme:id`, each once and in the order of the analysis. */
  findings(...keys: readonly string[]): readonly Finding[];
  /** Rules that speak and name one of these keys, each once. */
  rules(...keys: readonly string[]): readonly Rule[];
  /** Every kind of an element in scope, those it inherits from included. */
  kinds: ReadonlySet<string>;
}

export function subjectFor(
  model: Model,
  knowledge: Knowledge,
  catalogue: Catalogue,
  analysis: Analysis,
): Subject {
  const assets = assetKeys(knowledge);
  const place = new Map(analysis.findings.map((f, i) => [f, i]));
  const found = byKey(analysis.findings, (f) => keysOf(f.refs, f.strideAi, f.linddun, assets));
  const inScope = model.elements.filter((e) => e['out-of-scope'] === undefined);
  return {
    model,
    graph: graphOf(model),
    knowledge,
    catalogue,
    analysis,
    findings: (...keys) => {
      const list = [...new Set(keys.flatMap((key) => found.get(key) ?? []))];
      return keys.length < 2 ? list : list.sort((a, b) => (place.get(a) ?? 0) - (place.get(b) ?? 0));
    },
    rules: (...keys) => [...new Set(keys.flatMap((key) => rulesByKey(catalogue, assets).get(key) ?? []))],
    kinds: new Set(inScope.flatMap((e) => knowledge.kindsOf(e.kind))),
  };
}

/** STRIDE-AI assets are named by their names. */
const assetKeys = (knowledge: Knowledge): ReadonlyMap<string, string> =>
  new Map(knowledge.entries.filter((e) => e.scheme === 'stride-ai').map((e) => [e.name, e.key]));

const keysOf = (
  refs: readonly string[],
  strideAi: readonly string[],
  linddun: readonly string[],
  assets: ReadonlyMap<string, string>,
): string[] => [
  ...refs,
  ...strideAi.flatMap((name) => assets.get(name) ?? []),
  ...linddun.map((id) => `linddun:${id}`),
];

const cache = new WeakMap<Catalogue, ReadonlyMap<string, Rule[]>>();

function rulesByKey(
  catalogue: Catalogue,
  assets: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly Rule[]> {
  const known = cache.get(catalogue);
  if (known) return known;
  const speaking = catalogue.rules.filter((rule) => !rule.deprecated);
  const index = byKey(speaking, (r) => keysOf(referenceKeys(r.refs), r['stride-ai'], r.linddun, assets));
  cache.set(catalogue, index);
  return index;
}

function byKey<T>(things: readonly T[], keys: (thing: T) => readonly string[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const thing of things)
    for (const key of new Set(keys(thing))) {
      const list = map.get(key);
      if (list) list.push(thing);
      else map.set(key, [thing]);
    }
  return map;
}

/** Entries of a list that belong together, in the list's own order. */
export function entriesOf(knowledge: Knowledge, scheme: string, kind: string): Entry[] {
  return knowledge.entries
    .filter((e) => e.scheme === scheme && e.kind === kind)
    .sort((a, b) => (a.fact.order ?? 999) - (b.fact.order ?? 999) || numeric(a.fact.id, b.fact.id));
}

/** `2.9` before `2.10`, without asking a locale. */
function numeric(a: string, b: string): number {
  const parts = (id: string) => id.split(/(\d+)/);
  const [x, y] = [parts(a), parts(b)];
  for (let i = 0; i < Math.max(x.length, y.length); i++) {
    const [left = '', right = ''] = [x[i], y[i]];
    if (left === right) continue;
    const difference = i % 2 === 1 ? Number(left) - Number(right) : 0;
    return difference || (left < right ? -1 : 1);
  }
  return 0;
}

/** `2026.09`, `2026 (v1.0, published 2026-08-03)` */
export const editionOf = (entries: readonly Entry[]): string => entries[0]?.table.provenance.edition ?? '';

/** An entry and all that is under it. */
export function family(knowledge: Knowledge, key: string): string[] {
  return [key, ...knowledge.childrenOf(key).flatMap((child) => family(knowledge, child.key))];
}
