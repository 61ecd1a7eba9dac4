/** What kind of file it is, from its name and its first keys: a release, or one of the files that are often taken for it. */
import type { Diagnostic, Place } from '../../source/diagnostic.ts';
import { printable } from '../../source/diagnostic.ts';
import type { YamlSource } from '../../source/yaml.ts';
import { compareEditions, EDITION, FROZEN_EDITION } from './edition.ts';

const WHERE =
  'take dist/v6/ATLAS-YYYY.MM.yaml from https://github.com/mitre-atlas/atlas-data: the file that dist/v6/ATLAS-latest.yaml names';

interface Problem {
  message: string;
  expected?: string;
  hint: string;
}
export type Recognised = { format: 5 | 6 } | { problem: Diagnostic };

const EXPECTED = 'a release of MITRE ATLAS, ATLAS-YYYY.MM.yaml of format 6 or ATLAS-5.x.yaml of format 5';

/** Says which format a file has, or why it cannot be imported. */
export function recognise(source: YamlSource): Recognised {
  const refuse = ({ message, ...more }: Problem, place: Place = start(source)): Recognised => ({
    problem: { severity: 'error', ...place, message, ...more },
  });
  const target = pointerTarget(source.text);
  if (target)
    return refuse({
      message: `this file only names another one: ${printable(target)}`,
      expected: EXPECTED,
      hint: `import ${printable(beside(source.file, target))} instead (a raw download of a symbolic link gives its target's name)`,
    });
  const { value } = source;
  if (Array.isArray(value) && value.some((item) => isMap(item) && 'release' in item && 'versions' in item))
    return refuse({
      message: 'this is the list of releases (manifest.yaml), not a release',
      expected: EXPECTED,
      hint: 'import the file that its first entry names under path',
    });
  if (!isMap(value)) return refuse({ message: 'this is no ATLAS data', expected: EXPECTED, hint: WHERE });
  if ('format-version' in value) {
    const format = String(value['format-version']);
    if (/^6(\.|$)/.test(format)) return { format: 6 };
    return refuse(
      {
        message: `format-version ${printable(format).slice(0, 20)} is not known`,
        expected: 'format 6, or format 5 (which has no format-version)',
        hint: 'Wardbook has to learn the new format first: see src/import/atlas/',
      },
      source.valuePlace(['format-version']),
    );
  }
  if ('matrices' in value) return { format: 5 };
  if ('tactics' in value && 'techniques' in value && 'version' in value)
    return refuse({ message: 'this file has a format before 4.0', expected: EXPECTED, hint: WHERE });
  return refuse({ message: 'this is no ATLAS data', expected: EXPECTED, hint: WHERE });
}

/** The edition as written: YAML would read an unquoted 2026.10 as the number 2026.1. */
export function editionAt(source: YamlSource, path: readonly string[], stated: string | number) {
  const place = source.valuePlace(path);
  const written =
    typeof stated === 'string'
      ? stated
      : /^[\d.]*/.exec((source.text.split('\n')[place.line - 1] ?? '').slice(place.column - 1))?.[0];
  const edition = (written ?? '').trim();
  if (EDITION.test(edition)) return { edition, place };
  const problem: Diagnostic = {
    severity: 'error',
    ...place,
    message: `${path.join('.')}: "${printable(edition).slice(0, 40)}" is no edition`,
    expected: 'an edition such as 2026.09',
  };
  return { problem };
}

/**
 * Upstream still serves `dist/ATLAS.yaml`, and it looks alive; there is no reason ever to import it.
 * Asked before the file is read in full, so that nobody mends it for nothing.
 */
export function frozenFile(source: YamlSource): Diagnostic | undefined {
  const name = source.file.split(/[\\/]/).at(-1)?.toLowerCase();
  const stated = isMap(source.value) ? source.value['version'] : undefined;
  if (name !== 'atlas.yaml' || (typeof stated !== 'string' && typeof stated !== 'number')) return undefined;
  const { edition, place } = editionAt(source, ['version'], stated);
  if (edition === undefined || compareEditions(edition, FROZEN_EDITION) > 0) return undefined;
  return {
    severity: 'error',
    ...place,
    message: `dist/ATLAS.yaml was frozen by MITRE at ${FROZEN_EDITION}: no later release is in it`,
    expected: 'the current data, dist/v6/ATLAS-latest.yaml',
    hint: `${WHERE}; no option overrides this`,
  };
}

const start = ({ file }: YamlSource): Place => ({ file, line: 1, column: 1 });

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A symbolic link that was downloaded raw holds nothing but the name of its target. */
function pointerTarget(text: string): string | undefined {
  const line = text.trim();
  return line.length < 300 && /^[\w./-]+\.ya?ml$/.test(line) ? line : undefined;
}

function beside(file: string, target: string): string {
  const folder = file.split('/').slice(0, -1);
  return [...folder, target].join('/');
}
