/**
 * YAML text to plain values with a place for every key and item.
 *
 * Promises: never throws on any input; every problem becomes a diagnostic with a place; aliases are expanded
 * within a budget, so that neither a cycle nor an exponential anchor bomb gets through; `__proto__` never
 * becomes a property.
 */
import { LineCounter, parseDocument } from 'yaml';
import { collectAnchors } from './anchors.ts';
import { type Diagnostic, type Place, printable } from './diagnostic.ts';
import { NodeReader, type Offsets, pathKey } from './node-reader.ts';
import type { Path } from './path.ts';

export type { Path };

/** The most bytes one YAML file may have: a model of 10,000 elements has about 3 MB. */
export const MAX_YAML_BYTES = 16 * 1024 * 1024;

export interface YamlSource {
  file: string;
  text: string;
  /** The plain value; undefined where the text could not be read. */
  value: unknown;
  /** The place of a key (or list item). Falls back to the nearest ancestor that has one. */
  keyPlace(path: Path): Place;
  /** The place of a value. Falls back like `keyPlace`. */
  valuePlace(path: Path): Place;
  diagnostics: Diagnostic[];
}

/** Decodes UTF-8 strictly and refuses files over the limit. */
export function decodeText(file: string, bytes: Uint8Array): { text: string; diagnostics: Diagnostic[] } {
  const at = { file, line: 1, column: 1, severity: 'error' as const };
  if (bytes.length > MAX_YAML_BYTES) {
    const size = (bytes.length / 1024 / 1024).toFixed(1);
    const limit = MAX_YAML_BYTES / 1024 / 1024;
    return {
      text: '',
      diagnostics: [
        {
          ...at,
          message: `the file has ${size} MiB`,
          expected: `at most ${limit} MiB`,
          hint: 'split the model',
        },
      ],
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    return {
      text: '',
      diagnostics: [
        { ...at, message: 'the file is not UTF-8 text', expected: 'YAML in UTF-8', hint: 'save it as UTF-8' },
      ],
    };
  }
}

/** Reads one YAML document. `file` is only used to name the place of problems. */
export function readYaml(file: string, text: string): YamlSource {
  const lines = new LineCounter();
  const diagnostics: Diagnostic[] = [];
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  const report = (offset: number, message: string, expected?: string, hint?: string) =>
    diagnostics.push({
      severity: 'error',
      ...placeAt(offset),
      message,
      ...(expected ? { expected } : {}),
      ...(hint ? { hint } : {}),
    });

  let value: unknown;
  let offsets = new Map<string, Offsets>();
  try {
    // The library's own check of unique keys is quadratic; `readMap` makes it instead.
    const doc = parseDocument(text, {
      lineCounter: lines,
      prettyErrors: false,
      version: '1.2',
      uniqueKeys: false,
    });
    for (const e of doc.errors)
      report(e.pos[0], e.message.replace(/\s+/g, ' ').trim(), undefined, yamlHint(e.code));
    if (doc.errors.length === 0) {
      const { anchors, reused } = collectAnchors(doc.contents);
      for (const { name, offset } of reused) report(offset, `the anchor &${printable(name)} is used twice`);
      const reader = new NodeReader(anchors);
      value = reader.read(doc.contents, '', false);
      offsets = reader.offsets;
      for (const p of reader.problems) report(p.offset, p.message, p.expected, p.hint);
    }
  } catch (error) {
    report(0, `the file cannot be read as YAML: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (diagnostics.length > 0) value = undefined;

  const find = (path: Path, end: 'key' | 'value'): Place => {
    for (let n = path.length; n > 0; n--) {
      const found = offsets.get(`/${pathKey(path.slice(0, n))}`);
      // Deeper than what the text holds: point at the key of the nearest ancestor.
      if (found) return placeAt(n === path.length ? found[end] : found.key);
    }
    return { file, line: 1, column: 1 };
  };
  return {
    file,
    text,
    value,
    keyPlace: (path) => find(path, 'key'),
    valuePlace: (path) => find(path, 'value'),
    diagnostics,
  };
}

function yamlHint(code: string): string | undefined {
  if (code === 'TAB_AS_INDENT') return 'indent with spaces';
  if (code === 'BAD_INDENT') return 'line the key up with its neighbours';
  return undefined;
}
