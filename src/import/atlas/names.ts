/** Names of entries as references give them: a sub-technique by its own part, or in full with that of its technique. */

interface Named {
  id: string;
  name: string;
  parent?: string | undefined;
}

/** The full name of every entry by its id: `LLM Prompt Injection: Indirect`. */
export function fullNames(rows: readonly Named[]): Map<string, string> {
  const own = new Map(rows.map(({ id, name }) => [id, name]));
  return new Map(
    rows.map(({ id, name, parent }) => {
      const above = parent === undefined ? undefined : own.get(parent);
      return [id, above === undefined ? name : `${above}: ${name}`];
    }),
  );
}
