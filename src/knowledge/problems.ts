/** What is wrong in a file of the knowledge base, said with its place. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { didYouMean } from '../source/nearest.ts';
import type { Path, YamlSource } from '../source/yaml.ts';
import { type Knowledge, referenceProblem } from './knowledge.ts';

/** A value with the text it was read from, so that a problem found later still has its place. */
export interface Sourced<T> {
  value: T;
  source: YamlSource;
}

export function problemAt(
  source: YamlSource,
  path: Path,
  problem: { message: string; expected?: string; hint?: string | undefined },
): Diagnostic {
  const { hint, ...rest } = problem;
  return { severity: 'error', ...source.valuePlace(path), ...rest, ...(hint ? { hint } : {}) };
}

/** The problem of one reference, if it has one. */
export function referenceProblemAt(
  text: string,
  path: Path,
  source: YamlSource,
  knowledge: Knowledge,
): Diagnostic[] {
  const problem = referenceProblem(text, knowledge);
  return problem ? [problemAt(source, path, problem)] : [];
}

export const referenceProblems = (
  refs: readonly string[],
  path: Path,
  source: YamlSource,
  knowledge: Knowledge,
): Diagnostic[] => refs.flatMap((ref, i) => referenceProblemAt(ref, [...path, i], source, knowledge));

/** Controls that are named but not there. */
export function controlProblems(
  ids: readonly string[],
  path: Path,
  source: YamlSource,
  knowledge: Knowledge,
): Diagnostic[] {
  return ids.flatMap((id, i) =>
    knowledge.control(id)
      ? []
      : [
          problemAt(source, [...path, i], {
            message: `there is no control ${id}`,
            hint: didYouMean(
              id,
              knowledge.data.controls.map((c) => c.id),
            ),
          }),
        ],
  );
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
