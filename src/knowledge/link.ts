/** Checks that the knowledge base holds together: unique ids, notes that name their entry rightly, references and parents that exist. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { didYouMean } from '../source/nearest.ts';
import type { Path, YamlSource } from '../source/yaml.ts';
import {
  indexKnowledge,
  type Knowledge,
  type KnowledgeData,
  noteKey,
  referenceProblem,
} from './knowledge.ts';
import type { Component, Control, FactTable, Note } from './schema.ts';

/** A value with the text it was read from, so that a problem found later still has its place. */
export interface Sourced<T> {
  value: T;
  source: YamlSource;
}

export interface SourcedKnowledge {
  tables: Sourced<FactTable>[];
  notes: Sourced<Note>[];
  controls: Sourced<Control>[];
  components: Sourced<Component>[];
}

const values = <T>(list: readonly Sourced<T>[]): T[] => list.map((s) => s.value);

export function dataOf(sourced: SourcedKnowledge): KnowledgeData {
  return {
    tables: values(sourced.tables),
    notes: values(sourced.notes),
    controls: values(sourced.controls),
    components: values(sourced.components),
  };
}

export function problemAt(
  source: YamlSource,
  path: Path,
  problem: { message: string; expected?: string; hint?: string | undefined },
): Diagnostic {
  const { hint, ...rest } = problem;
  return { severity: 'error', ...source.valuePlace(path), ...rest, ...(hint ? { hint } : {}) };
}

export function linkKnowledge(sourced: SourcedKnowledge): {
  knowledge: Knowledge;
  diagnostics: Diagnostic[];
} {
  const knowledge = indexKnowledge(dataOf(sourced));
  const diagnostics = [
    ...duplicates(sourced.controls.map((s) => ({ ...s, id: s.value.id }))),
    ...duplicates(sourced.components.map((s) => ({ ...s, id: s.value.id }))),
    ...duplicates(sourced.notes.map((s) => ({ ...s, id: noteKey(s.value) }))),
    ...sourced.tables.flatMap((s) => tableProblems(s, knowledge)),
    ...sourced.notes.flatMap(({ value, source }) => {
      const problem = referenceProblem(value.entry, knowledge);
      return problem ? [problemAt(source, ['entry'], problem)] : [];
    }),
    ...sourced.controls.flatMap(({ value, source }) =>
      referenceProblems(value.refs, ['refs'], source, knowledge),
    ),
    ...sourced.components.flatMap((s) => parentProblems(s, knowledge)),
  ];
  return { knowledge, diagnostics };
}

export function referenceProblems(
  refs: readonly string[],
  path: Path,
  source: YamlSource,
  knowledge: Knowledge,
): Diagnostic[] {
  return refs.flatMap((ref, i) => {
    const problem = referenceProblem(ref, knowledge);
    return problem ? [problemAt(source, [...path, i], problem)] : [];
  });
}

/** Two files with one id: the second is reported, naming the first. */
export function duplicates(list: readonly { id: string; source: YamlSource }[]): Diagnostic[] {
  const first = new Map<string, YamlSource>();
  return list.flatMap(({ id, source }) => {
    const other = first.get(id);
    if (!other) {
      first.set(id, source);
      return [];
    }
    return [
      problemAt(source, ['id'], {
        message: `the id ${id} is taken by ${other.file}`,
        expected: 'an id of its own',
      }),
    ];
  });
}

function tableProblems({ value, source }: Sourced<FactTable>, knowledge: Knowledge): Diagnostic[] {
  const seen = new Set<string>();
  return value.entries.flatMap((fact, i) => {
    const at = (key: string) => ['entries', i, key];
    const problems: Diagnostic[] = [];
    if (seen.has(fact.id))
      problems.push(problemAt(source, at('id'), { message: `${fact.id} stands twice in this table` }));
    seen.add(fact.id);
    const need = (id: string, scheme: string, path: Path) => {
      if (!knowledge.entry(`${scheme}:${id}`))
        problems.push(problemAt(source, path, { message: `there is no ${scheme}:${id}` }));
    };
    if (fact.parent !== undefined) need(fact.parent, value.scheme, at('parent'));
    for (const tactic of fact.tactics) need(tactic, 'atlas', at('tactics'));
    for (const technique of fact.techniques) need(technique, 'atlas', at('techniques'));
    for (const id of fact['replaced-by']) need(id, value.scheme, at('replaced-by'));
    return problems;
  });
}

function parentProblems({ value, source }: Sourced<Component>, knowledge: Knowledge): Diagnostic[] {
  const ids = knowledge.data.components.map((c) => c.id);
  const missing = value.parents.flatMap((parent, i) =>
    knowledge.component(parent)
      ? []
      : [
          problemAt(source, ['parents', i], {
            message: `there is no kind ${parent}`,
            hint: didYouMean(parent, ids),
          }),
        ],
  );
  const circle = value.parents.some((parent) => knowledge.kindsOf(parent).includes(value.id));
  return circle
    ? [...missing, problemAt(source, ['parents'], { message: `the kind ${value.id} inherits from itself` })]
    : missing;
}
