/** Checks that the knowledge base holds together: unique ids, notes that name their entry rightly, references and parents that exist. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { didYouMean } from '../source/nearest.ts';
import { indexKnowledge, type Knowledge, type KnowledgeData, noteKey } from './knowledge.ts';
import { noteProblems } from './link-notes.ts';
import { crosswalkProblems, releaseProblems, tableProblems } from './link-tables.ts';
import { duplicates, problemAt, referenceProblems, type Sourced } from './problems.ts';
import type { Component } from './schema/component.ts';

/** The data of the knowledge base, each value with its text. */
export type SourcedKnowledge = { [K in keyof KnowledgeData]: Sourced<KnowledgeData[K][number]>[] };

const values = <T>(list: readonly Sourced<T>[]): T[] => list.map((s) => s.value);

export function dataOf(sourced: SourcedKnowledge): KnowledgeData {
  return {
    tables: values(sourced.tables),
    notes: values(sourced.notes),
    controls: values(sourced.controls),
    components: values(sourced.components),
    tools: values(sourced.tools),
    crosswalks: values(sourced.crosswalks),
    releases: values(sourced.releases),
  };
}

export function linkKnowledge(sourced: SourcedKnowledge): {
  knowledge: Knowledge;
  diagnostics: Diagnostic[];
} {
  const knowledge = indexKnowledge(dataOf(sourced));
  const named = [sourced.controls, sourced.components, sourced.tools, sourced.crosswalks, sourced.releases];
  const diagnostics = [
    ...named.flatMap((list) => duplicates(list.map(({ value, source }) => ({ id: value.id, source })))),
    ...duplicates(sourced.notes.map(({ value, source }) => ({ id: noteKey(value), source }))),
    ...sourced.tables.flatMap((s) => tableProblems(s, knowledge)),
    ...sourced.notes.flatMap((s) => noteProblems(s, knowledge)),
    ...sourced.controls.flatMap(({ value, source }) =>
      referenceProblems(value.refs, ['refs'], source, knowledge),
    ),
    ...sourced.components.flatMap((s) => parentProblems(s, knowledge)),
    ...sourced.tools.flatMap(({ value, source }) =>
      value.checks.flatMap((check, i) =>
        referenceProblems(check.refs, ['checks', i, 'refs'], source, knowledge),
      ),
    ),
    ...sourced.crosswalks.flatMap((s) => crosswalkProblems(s, knowledge)),
    ...sourced.releases.flatMap((s) => releaseProblems(s, knowledge)),
  ];
  return { knowledge, diagnostics };
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
