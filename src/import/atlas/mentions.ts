/** Where our own writing names an entry of ATLAS: as a reference with its place, or as an id in prose. */
import { parseReference } from '../../knowledge/reference.ts';
import type { Path } from '../../source/path.ts';
import { readYaml, type YamlSource } from '../../source/yaml.ts';

export interface Mention {
  file: string;
  line: number;
  column: number;
  id: string;
  /** The name in brackets. */
  name?: string;
  /** Where it stands in the file; none for an id in prose. */
  path?: Path;
}

const ID = /AML\.(?:TA|T|M|CS)\d{4}(?:\.\d{3})?(?!\d)/g;

/** Every mention of the wanted ids in one file of content or one model. Other files than YAML are read as prose. */
export function mentionsIn(file: string, text: string, wanted: ReadonlySet<string>): Mention[] {
  const inText = idsIn(file, text).filter(({ id }) => wanted.has(id));
  if (inText.length === 0 || !file.endsWith('.yaml')) return inText;
  const source = readYaml(file, text);
  const references = referencesIn(source.value, [], source).filter(({ id }) => wanted.has(id));
  // The same place counts once: as the reference that it is.
  const taken = new Set(references.map(({ line, id }) => `${line} ${id}`));
  const prose = inText.filter(({ line, id }) => !taken.has(`${line} ${id}`));
  return [...references, ...prose].sort((a, b) => a.line - b.line || a.column - b.column);
}

const idsIn = (file: string, text: string): Mention[] =>
  text
    .split('\n')
    .flatMap((line, i) =>
      [...line.matchAll(ID)].map((m) => ({ file, line: i + 1, column: m.index + 1, id: m[0] })),
    );

function referencesIn(value: unknown, path: Path, source: YamlSource): Mention[] {
  if (typeof value === 'string') {
    const reference = parseReference(value);
    if (reference?.scheme !== 'atlas') return [];
    const { id, name } = reference;
    return [{ ...source.valuePlace(path), id, ...(name ? { name } : {}), path }];
  }
  if (typeof value !== 'object' || value === null) return [];
  const inside: [string | number, unknown][] = Array.isArray(value)
    ? value.map((item, i) => [i, item])
    : Object.entries(value);
  return inside.flatMap(([key, item]) => referencesIn(item, [...path, key], source));
}
