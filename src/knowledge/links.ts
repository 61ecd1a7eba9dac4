/** Who refers to an entry within the knowledge base, in both directions: mitigations, case studies, tools and crosswalks, by its key. */
import type { Entry, Knowledge } from './knowledge.ts';
import { parseReference, type Reference, referenceKey } from './reference.ts';
import type { Crosswalk } from './schema/crosswalk.ts';
import type { Tool } from './schema/tool.ts';

/** One row of a crosswalk, seen from one of its ends. */
export interface CrosswalkLink {
  crosswalk: Crosswalk;
  row: Crosswalk['rows'][number];
  /** The other end. */
  other: Reference;
  /** Does the document state it from this end? */
  stated: 'from here' | 'from there';
}

/** One step of a case study. */
export interface Procedure {
  study: Entry;
  /** From 1, in the order of the source, which is that of the events only where the study says so. */
  step: number;
  technique: string;
  tactic?: string;
  /** Our account of the step. */
  did?: string;
}

/** A mitigation and a technique that it covers. */
export interface Coverage {
  mitigation: Entry;
  technique: string;
  how?: string;
}

export interface ToolCheck {
  tool: Tool;
  check: Tool['checks'][number];
}

/** All by the key of an entry, `scheme:id`; nothing is an empty list. */
export interface Links {
  crosswalks(key: string): readonly CrosswalkLink[];
  /** Of a technique: where it was used. Of a case study: all its steps. */
  procedures(key: string): readonly Procedure[];
  /** Of a technique: what mitigates it. Of a mitigation: what it covers. */
  coverage(key: string): readonly Coverage[];
  checks(key: string): readonly ToolCheck[];
}

const cache = new WeakMap<Knowledge, Links>();

/** @returns the same links again for the same knowledge base */
export function linksOf(knowledge: Knowledge): Links {
  const known = cache.get(knowledge);
  if (known) return known;
  const procedures = knowledge.entries.flatMap(proceduresOf);
  const coverage = knowledge.entries.flatMap(coverageOf);
  const links: Links = {
    crosswalks: fileUnder(knowledge.data.crosswalks.flatMap(endsOf)),
    procedures: fileUnder(
      procedures.flatMap((p) => [
        { key: p.technique, value: p },
        { key: p.study.key, value: p },
      ]),
    ),
    coverage: fileUnder(
      coverage.flatMap((c) => [
        { key: c.technique, value: c },
        { key: c.mitigation.key, value: c },
      ]),
    ),
    checks: fileUnder(
      knowledge.data.tools.flatMap((tool) =>
        tool.checks.flatMap((check) =>
          check.refs.flatMap((text) => {
            const reference = parseReference(text);
            return reference ? [{ key: referenceKey(reference), value: { tool, check } }] : [];
          }),
        ),
      ),
    ),
  };
  cache.set(knowledge, links);
  return links;
}

interface Filed<T> {
  key: string;
  value: T;
}

function fileUnder<T>(rows: readonly Filed<T>[]): (key: string) => readonly T[] {
  const byKey = new Map<string, T[]>();
  for (const { key, value } of rows) {
    const list = byKey.get(key);
    if (list) list.push(value);
    else byKey.set(key, [value]);
  }
  return (key) => byKey.get(key) ?? [];
}

/** A row stands under both its ends. */
function endsOf(crosswalk: Crosswalk): Filed<CrosswalkLink>[] {
  return crosswalk.rows.flatMap((row) => {
    const from = parseReference(row.from);
    const to = parseReference(row.to);
    if (!from || !to) return [];
    return [
      { key: referenceKey(from), value: { crosswalk, row, other: to, stated: 'from here' } },
      { key: referenceKey(to), value: { crosswalk, row, other: from, stated: 'from there' } },
    ];
  });
}

/** What a note tells of each technique; a study that uses one twice tells it twice, in that order. */
function told<T extends { technique: string }>(list: readonly T[]): (key: string) => T | undefined {
  const left = Map.groupBy(list, (item) => {
    const reference = parseReference(item.technique);
    return reference ? referenceKey(reference) : item.technique;
  });
  return (key) => left.get(key)?.shift();
}

function proceduresOf(study: Entry): Procedure[] {
  const next = told(study.note?.steps ?? []);
  return study.fact.procedure.map(({ technique, tactic }, i): Procedure => {
    const key = `${study.scheme}:${technique}`;
    const did = next(key)?.did;
    return {
      study,
      step: i + 1,
      technique: key,
      ...(tactic ? { tactic: `${study.scheme}:${tactic}` } : {}),
      ...(did ? { did } : {}),
    };
  });
}

function coverageOf(mitigation: Entry): Coverage[] {
  const next = told(mitigation.note?.applies ?? []);
  return mitigation.fact.techniques.map((technique): Coverage => {
    const key = `${mitigation.scheme}:${technique}`;
    const how = next(key)?.how;
    return { mitigation, technique: key, ...(how ? { how } : {}) };
  });
}
