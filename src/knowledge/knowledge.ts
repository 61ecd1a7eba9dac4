/** The knowledge base in memory: entries of all frameworks, controls and kinds by id, with our notes attached. */
import type { ElementFact } from '../model/vocabulary.ts';
import {
  isCarried,
  isPointed,
  POINTED_SCHEMES,
  parseReference,
  type Reference,
  referenceKey,
} from './reference.ts';
import type { Component } from './schema/component.ts';
import type { Control } from './schema/control.ts';
import type { Crosswalk } from './schema/crosswalk.ts';
import type { Fact, FactKind, FactTable } from './schema/fact.ts';
import type { Note } from './schema/note.ts';
import type { Release } from './schema/release.ts';
import type { Tool } from './schema/tool.ts';

/** What `content/` holds, as plain data. */
export interface KnowledgeData {
  tables: FactTable[];
  notes: Note[];
  controls: Control[];
  components: Component[];
  tools: Tool[];
  crosswalks: Crosswalk[];
  releases: Release[];
}

/** A knowledge base with nothing in it, to lay things on. */
export const NO_KNOWLEDGE: KnowledgeData = {
  tables: [],
  notes: [],
  controls: [],
  components: [],
  tools: [],
  crosswalks: [],
  releases: [],
};

/** One entry of a framework: its facts, the table they come from, and our note where there is one. */
export interface Entry {
  /** `scheme:id` */
  key: string;
  /** In full: `LLM Prompt Injection: Indirect`, where the fact's own name is `Indirect`. */
  name: string;
  scheme: string;
  kind: FactKind;
  fact: Fact;
  table: FactTable;
  note?: Note;
}

export interface RetiredEntry {
  scheme: string;
  id: string;
  name: string;
  replacedBy: string[];
  change?: string;
}

export interface Knowledge {
  data: KnowledgeData;
  /** By `scheme:id`. */
  entry(key: string): Entry | undefined;
  entries: readonly Entry[];
  /** Entries of which this one is the parent. */
  childrenOf(key: string): readonly Entry[];
  retired(key: string): RetiredEntry | undefined;
  control(id: string): Control | undefined;
  component(id: string): Component | undefined;
  tool(id: string): Tool | undefined;
  /** The kind itself and all kinds it inherits from, nearest first. Empty for an unknown kind. */
  kindsOf(id: string | undefined): readonly string[];
  /** The fact that a kind implies, from itself or its nearest parent. */
  impliedFact(kind: string | undefined, fact: ElementFact): boolean | undefined;
}

export function indexKnowledge(data: KnowledgeData): Knowledge {
  const notes = new Map(data.notes.map((note) => [noteKey(note), note]));
  const entries = data.tables.flatMap((table) =>
    table.entries.map((fact): Entry => {
      const key = referenceKey({ scheme: table.scheme, id: fact.id });
      const note = notes.get(key);
      return {
        key,
        name: fullName(fact, table),
        scheme: table.scheme,
        kind: table.kind,
        fact,
        table,
        ...(note ? { note } : {}),
      };
    }),
  );
  const byKey = new Map<string, Entry>(entries.map((e) => [e.key, e]));
  const children: ReadonlyMap<string, Entry[]> = Map.groupBy(
    entries.filter((e) => e.fact.parent !== undefined),
    (e): string => `${e.scheme}:${e.fact.parent}`,
  );
  const retired = new Map<string, RetiredEntry>(
    data.tables.flatMap((t) =>
      t.retired.map(
        (r) =>
          [
            `${t.scheme}:${r.id}`,
            {
              scheme: t.scheme,
              id: r.id,
              name: r.name,
              replacedBy: r['replaced-by'],
              ...(r.change ? { change: r.change } : {}),
            },
          ] as const,
      ),
    ),
  );
  const controls = new Map(data.controls.map((c) => [c.id, c]));
  const components = new Map(data.components.map((c) => [c.id, c]));
  const tools = new Map(data.tools.map((t) => [t.id, t]));
  const lineage = new Map(data.components.map((c) => [c.id, ancestry(c.id, components)]));
  return {
    data,
    entries,
    entry: (key) => byKey.get(key),
    childrenOf: (key) => children.get(key) ?? [],
    retired: (key) => retired.get(key),
    control: (id) => controls.get(id),
    component: (id) => components.get(id),
    tool: (id) => tools.get(id),
    kindsOf: (id) => (id === undefined ? [] : (lineage.get(id) ?? [])),
    impliedFact: (kind, fact) => {
      for (const id of kind === undefined ? [] : (lineage.get(kind) ?? [])) {
        const implied = components.get(id)?.facts[fact];
        if (implied !== undefined) return implied;
      }
      return undefined;
    },
  };
}

/** Sub-techniques of ATLAS carry only their own part of the name; other lists have no such names. */
function fullName(fact: Fact, table: FactTable): string {
  const parent =
    table.kind === 'technique' && fact.parent ? table.entries.find((f) => f.id === fact.parent) : undefined;
  return parent ? `${parent.name}: ${fact.name}` : fact.name;
}

export function noteKey(note: Note): string {
  const reference = parseReference(note.entry);
  return reference ? referenceKey(reference) : note.entry;
}

/** Breadth first, so that a nearer parent comes before a farther one; a circle ends where it closes. */
function ancestry(id: string, components: ReadonlyMap<string, Component>): string[] {
  const seen = [id];
  for (let i = 0; i < seen.length; i++) {
    for (const parent of components.get(seen[i] ?? '')?.parents ?? [])
      if (!seen.includes(parent)) seen.push(parent);
  }
  return seen;
}

export interface ReferenceProblem {
  message: string;
  expected?: string;
  hint?: string;
}

/** What is wrong with a reference: not one, unknown scheme, missing or retired id, or a name that is another's. Undefined where it resolves. */
export function referenceProblem(text: string, knowledge: Knowledge): ReferenceProblem | undefined {
  const reference = parseReference(text);
  if (!reference)
    return {
      message: `${text} is not a reference`,
      expected: 'scheme:id, such as atlas:AML.T0051 (LLM Prompt Injection)',
    };
  if (isPointed(reference.scheme)) {
    const scheme = POINTED_SCHEMES[reference.scheme];
    return scheme.shape.test(reference.id)
      ? undefined
      : { message: `${reference.id} is not an id of ${scheme.name}` };
  }
  if (!isCarried(reference.scheme)) return { message: `there is no scheme ${reference.scheme}` };
  return carriedProblem(reference, knowledge);
}

function carriedProblem(reference: Reference, knowledge: Knowledge): ReferenceProblem | undefined {
  const key = referenceKey(reference);
  const entry = knowledge.entry(key);
  if (!entry) {
    const gone = knowledge.retired(key);
    if (gone) {
      const to = gone.replacedBy.map((id) => `${reference.scheme}:${id}`).join(' or ');
      return { message: `${key} (${gone.name}) is retired`, ...(to ? { hint: `use ${to}` } : {}) };
    }
    const sameScheme = knowledge.entries.filter((e) => e.scheme === reference.scheme);
    const near = sameScheme.find((e) => e.fact.name.toLowerCase() === reference.name?.toLowerCase());
    return {
      message: `there is no ${key}`,
      expected:
        `an id of ${sameScheme[0]?.table.provenance.source ?? reference.scheme} ${sameScheme[0]?.table.provenance.edition ?? ''}`.trim(),
      ...(near ? { hint: `did you mean ${near.key}?` } : {}),
    };
  }
  // A sub-technique may be named by its own part or in full.
  if (reference.name !== undefined && reference.name !== entry.fact.name && reference.name !== entry.name)
    return {
      message: `${key} is named ${entry.name}, not ${reference.name}`,
      expected: `${key} (${entry.name})`,
    };
  return undefined;
}

/** The edition of the current list of each scheme: superseded editions do not count. */
export function editionsOf(knowledge: Knowledge): Record<string, string> {
  const current = knowledge.data.tables.filter((t) => t.entries.some((e) => e.status !== 'superseded'));
  const pairs = current
    .map((t) => [t.scheme, t.provenance.edition] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(pairs);
}
