/** The text of a release → the one shape, or everything that is wrong with it. */
import { compareDiagnostics, type Diagnostic } from '../../source/diagnostic.ts';
import { validate } from '../../source/validate.ts';
import { readYaml, type YamlSource } from '../../source/yaml.ts';
import { entryProblems } from './check.ts';
import { Format5Schema } from './format-5.ts';
import { Format6Schema } from './format-6.ts';
import { keyProblems } from './keys-6.ts';
import type { RawEntry } from './raw.ts';
import { rawOfFormat5 } from './read-5.ts';
import { rawOfFormat6 } from './read-6.ts';
import { editionAt, frozenFile, recognise } from './recognise.ts';
import type { AtlasRelease } from './release.ts';
import { rowsOf } from './rows.ts';

export interface ReadRelease {
  release?: AtlasRelease;
  diagnostics: Diagnostic[];
}

interface Raw {
  format: 5 | 6;
  editionPath: readonly string[];
  stated: string | number;
  entries: RawEntry[];
  /** The date of the release as a whole, where it has one. */
  dated: string | null | undefined;
}

/** Reads a release of either format. Never throws; a release is given only where nothing is wrong. */
export function readRelease(file: string, text: string): ReadRelease {
  const source = readYaml(file, text);
  const recognised = recognise(source);
  // A pointer is valid YAML; of a broken file the first thing to say is where it breaks.
  if (source.diagnostics.length > 0) return { diagnostics: source.diagnostics };
  if ('problem' in recognised) return { diagnostics: [recognised.problem] };
  const frozen = recognised.format === 5 ? frozenFile(source) : undefined;
  if (frozen) return { diagnostics: [frozen] };
  const { raw, diagnostics } = rawOf(recognised.format, source);
  if (!raw) return { diagnostics };
  const { edition, place, problem } = editionAt(source, raw.editionPath, raw.stated);
  if (problem) return { diagnostics: [problem] };
  const problems = entryProblems(raw.entries, source);
  if (problems.length > 0) return { diagnostics: problems.sort(compareDiagnostics) };
  const newest = [raw.dated, ...raw.entries.flatMap(({ row }) => [row.created, row.modified])]
    .flatMap((date) => date ?? [])
    .sort()
    .at(-1);
  return {
    release: {
      edition,
      editionPlace: place,
      format: raw.format,
      ...(newest ? { newest } : {}),
      ...rowsOf(raw.entries),
    },
    diagnostics: [],
  };
}

function rawOf(format: 5 | 6, source: YamlSource): { raw?: Raw; diagnostics: Diagnostic[] } {
  if (format === 5) {
    const { data, diagnostics } = validate(Format5Schema, source);
    if (!data) return { diagnostics };
    const entries = rawOfFormat5(data);
    return {
      raw: { format, editionPath: ['version'], stated: data.version, entries, dated: undefined },
      diagnostics,
    };
  }
  const { data, diagnostics } = validate(Format6Schema, source);
  if (!data) return { diagnostics };
  const wrong = keyProblems(data, source);
  if (wrong.length > 0) return { diagnostics: wrong };
  const { version, 'modified-date': dated } = data.collection;
  return {
    raw: {
      format,
      editionPath: ['collection', 'version'],
      stated: version,
      entries: rawOfFormat6(data),
      dated,
    },
    diagnostics,
  };
}
