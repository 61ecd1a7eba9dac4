/** Checks of our notes: the entry they are on, the controls they name, and what they say of each technique. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Path, YamlSource } from '../source/yaml.ts';
import { type Entry, type Knowledge, noteKey } from './knowledge.ts';
import { controlProblems, problemAt, referenceProblemAt, type Sourced } from './problems.ts';
import { referenceKeys } from './reference.ts';
import type { Note } from './schema/note.ts';

export function noteProblems({ value, source }: Sourced<Note>, knowledge: Knowledge): Diagnostic[] {
  const entry = knowledge.entry(noteKey(value));
  const named = (list: readonly { technique: string }[], key: Path[number]): Diagnostic[] =>
    list.flatMap(({ technique }, i) =>
      referenceProblemAt(technique, [key, i, 'technique'], source, knowledge),
    );
  return [
    ...referenceProblemAt(value.entry, ['entry'], source, knowledge),
    ...controlProblems(value.controls, ['controls'], source, knowledge),
    ...named(value.applies, 'applies'),
    ...named(value.steps, 'steps'),
    ...(entry ? [...appliesProblems(value, entry, source), ...stepProblems(value, entry, source)] : []),
  ];
}

const keysOf = (list: readonly { technique: string }[]): string[] =>
  list.map(({ technique }) => referenceKeys([technique])[0] ?? technique);

/** A note may leave a technique out, but not claim one that the mitigation does not cover, or the same one twice. */
function appliesProblems(note: Note, { fact, scheme }: Entry, source: YamlSource): Diagnostic[] {
  const covered = new Set(fact.techniques.map((id) => `${scheme}:${id}`));
  const keys = keysOf(note.applies);
  return keys.flatMap((key, i) => {
    const problem = !covered.has(key)
      ? `${fact.id} does not cover ${key}`
      : keys.indexOf(key) < i
        ? `${key} stands twice`
        : undefined;
    return problem ? [problemAt(source, ['applies', i, 'technique'], { message: problem })] : [];
  });
}

/** The steps tell the procedure row by row; where the source gives no order, in any order. */
function stepProblems(note: Note, { fact, scheme }: Entry, source: YamlSource): Diagnostic[] {
  if (note.steps.length === 0) return [];
  const told = keysOf(note.steps);
  const facts = fact.procedure.map(({ technique }) => `${scheme}:${technique}`);
  const [a, b] = fact.ordered === false ? [told.toSorted(), facts.toSorted()] : [told, facts];
  const at = b.findIndex((key, i) => key !== a[i]);
  if (at < 0 && a.length === b.length) return [];
  const message =
    at < 0
      ? `${told.length} steps are told, the procedure has ${facts.length}`
      : `the steps differ from the procedure at step ${at + 1}: ${a[at] ?? 'none'} is told`;
  return [problemAt(source, ['steps'], { message, expected: facts.join(', ') })];
}
