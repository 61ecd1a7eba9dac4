/** Checks of the tables: rows that stand once and relate to entries that exist, crosswalks and releases that name what is there. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Path } from '../source/yaml.ts';
import type { Knowledge } from './knowledge.ts';
import { problemAt, referenceProblemAt, referenceProblems, type Sourced } from './problems.ts';
import type { Crosswalk } from './schema/crosswalk.ts';
import type { Fact, FactTable } from './schema/fact.ts';
import type { Release } from './schema/release.ts';

export function tableProblems({ value, source }: Sourced<FactTable>, knowledge: Knowledge): Diagnostic[] {
  const seen = new Set<string>();
  return value.entries.flatMap((fact, i) => {
    const at = (path: Path): Path => ['entries', i, ...path];
    const twice = seen.has(fact.id)
      ? [problemAt(source, at(['id']), { message: `${fact.id} stands twice in this table` })]
      : [];
    seen.add(fact.id);
    return [
      ...twice,
      ...relationsOf(fact, value.scheme)
        .filter(({ key }) => !knowledge.entry(key))
        .map(({ key, path }) => problemAt(source, at(path), missing(key, knowledge))),
      ...referenceProblems(fact.strategies, at(['strategies']), source, knowledge),
    ];
  });
}

/** The entries that a row names by their ids alone, with the place in the row. */
function relationsOf(fact: Fact, scheme: string): { key: string; path: Path }[] {
  const all = (field: 'tactics' | 'techniques' | 'replaced-by' | 'objectives') =>
    fact[field].map((id) => ({ key: `${scheme}:${id}`, path: [field] }));
  return [
    ...(fact.parent === undefined ? [] : [{ key: `${scheme}:${fact.parent}`, path: ['parent'] }]),
    ...all('tactics'),
    ...all('techniques'),
    ...all('replaced-by'),
    ...all('objectives'),
    ...fact.procedure.flatMap(({ technique, tactic }, i) => [
      { key: `${scheme}:${technique}`, path: ['procedure', i, 'technique'] },
      ...(tactic ? [{ key: `${scheme}:${tactic}`, path: ['procedure', i, 'tactic'] }] : []),
    ]),
  ];
}

function missing(key: string, knowledge: Knowledge) {
  const to = knowledge.retired(key)?.replacedBy.join(' or ');
  return { message: `there is no ${key}`, hint: to ? `use ${to}` : undefined };
}

export function crosswalkProblems({ value, source }: Sourced<Crosswalk>, knowledge: Knowledge): Diagnostic[] {
  const seen = new Set<string>();
  return value.rows.flatMap((row, i) => {
    const at = (key: string) => ['rows', i, key];
    const said = `${row.from} ${row.relationship} ${row.to}`;
    const twice = seen.has(said)
      ? [problemAt(source, at('from'), { message: `this row stands twice: ${said}` })]
      : [];
    seen.add(said);
    return [
      ...twice,
      ...referenceProblemAt(row.from, at('from'), source, knowledge),
      ...referenceProblemAt(row.to, at('to'), source, knowledge),
    ];
  });
}

/** A release tells of entries as they were then: their ids are checked, their names may have changed since. */
export function releaseProblems({ value, source }: Sourced<Release>, knowledge: Knowledge): Diagnostic[] {
  const problem = (id: string, path: Path): Diagnostic[] => {
    const key = `${value.scheme}:${id}`;
    if (knowledge.entry(key) || knowledge.retired(key)) return [];
    return [problemAt(source, path, { message: `${key} is neither an entry nor a retired id` })];
  };
  const lists = ['added', 'renamed', 'retired', 'replaced', 'moved'] as const;
  return [
    ...lists.flatMap((list) => value[list].flatMap(({ id }, i) => problem(id, [list, i, 'id']))),
    ...value.replaced.flatMap(({ by }, i) => by.flatMap((id, j) => problem(id, ['replaced', i, 'by', j]))),
  ];
}
