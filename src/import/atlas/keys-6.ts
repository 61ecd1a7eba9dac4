/** Format 6 says each id twice, as the key and inside: both have to agree, and every relation has to start somewhere. */
import type { Diagnostic } from '../../source/diagnostic.ts';
import type { Path } from '../../source/path.ts';
import type { YamlSource } from '../../source/yaml.ts';
import type { Format6, Relations } from './format-6.ts';

const MAPS = ['tactics', 'techniques', 'mitigations', 'case-studies'] as const;
const TYPES = ['sequences', 'achieves', 'specializes', 'mitigates', 'employs'] as const;

interface Problem {
  path: Path;
  message: string;
}

export function keyProblems(data: Format6, source: YamlSource): Diagnostic[] {
  const ids = new Set(MAPS.flatMap((map) => Object.keys(data[map])));
  const entries = MAPS.flatMap((map) =>
    Object.entries(data[map]).flatMap(([key, { id }]): Problem[] =>
      id && id !== key
        ? [{ path: [map, key, 'id'], message: `the entry under ${key} says that its id is ${id}` }]
        : [],
    ),
  );
  const relations = Object.entries(data.relationships).flatMap(([key, byType]) => [
    ...TYPES.flatMap((type) =>
      byType[type].flatMap((relation, i) => startProblems(key, relation, ['relationships', key, type, i])),
    ),
    ...unknownStart(key, byType, ids),
    ...sequenceProblems(key, byType, data),
  ]);
  return [...entries, ...relations].map(({ path, message }) => ({
    severity: 'error',
    ...source.valuePlace(path),
    message,
  }));
}

const startProblems = (
  key: string,
  { source }: { source?: string | null | undefined },
  path: Path,
): Problem[] =>
  source && source !== key
    ? [{ path: [...path, 'source'], message: `the relation under ${key} says that it starts at ${source}` }]
    : [];

/** Only the matrix puts tactics in a sequence; it is no entry. */
function unknownStart(key: string, byType: Relations, ids: ReadonlySet<string>): Problem[] {
  const type = TYPES.find((t) => t !== 'sequences' && byType[t].length > 0);
  if (!type || ids.has(key)) return [];
  return [
    {
      path: ['relationships', key, type, 0],
      message: `relations start at ${key}, but there is no such entry`,
    },
  ];
}

const sequenceProblems = (key: string, { sequences }: Relations, data: Format6): Problem[] =>
  sequences.flatMap(({ target }, i) =>
    Object.hasOwn(data.tactics, target)
      ? []
      : [
          {
            path: ['relationships', key, 'sequences', i, 'target'],
            message: `${key} names ${target}, but there is no such tactic`,
          },
        ],
  );
