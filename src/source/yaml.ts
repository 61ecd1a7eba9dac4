/**
 * YAML text to plain values with a place for every key and item.
 *
 * Promises: never throws on any input; every problem becomes a diagnostic with a place; aliases are expanded
 * within a budget, so that neither a cycle nor an exponential anchor bomb gets through; `__proto__` never
 * becomes a property.
 */
import { type Alias, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import { type Diagnostic, type Place, printable } from './diagnostic.ts';

export type Path = readonly (string | number)[];

/** The most bytes one YAML file may have: a model of 10,000 elements has about 3 MB. */
export const MAX_YAML_BYTES = 16 * 1024 * 1024;
const MAX_NODES = 2_000_000;
const MAX_ALIASED_NODES = 20_000;
const MAX_DEPTH = 60;
const RESERVED_KEYS = new Set(['__proto__']);

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
        { ...at, message: `the file has ${size} MiB`, expected: `at most ${limit} MiB`, hint: 'split the model' },
      ],
    };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), diagnostics: [] };
  } catch {
    return {
      text: '',
      diagnostics: [{ ...at, message: 'the file is not UTF-8 text', expected: 'YAML in UTF-8', hint: 'save it as UTF-8' }],
    };
  }
}

const pathKey = (path: Path): string => path.map((p) => String(p).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

interface Offsets {
  key: number;
  value: number;
}

class Reader {
  readonly offsets = new Map<string, Offsets>();
  readonly problems: { offset: number; message: string; expected?: string; hint?: string }[] = [];
  private nodes = 0;
  private aliasedNodes = 0;
  private readonly open: Node[] = [];
  private stopped = false;
  private readonly anchors: ReadonlyMap<string, Node>;

  constructor(anchors: ReadonlyMap<string, Node>) {
    this.anchors = anchors;
  }

  read(node: unknown, path: string, inAlias: boolean): unknown {
    if (this.stopped || !isNode(node)) return null;
    this.nodes++;
    if (inAlias) this.aliasedNodes++;
    if (this.nodes > MAX_NODES || this.aliasedNodes > MAX_ALIASED_NODES) {
      const what = inAlias ? 'the aliases of this file expand to too many nodes' : 'the file has too many nodes';
      return this.stop(node, what, 'write the values out, or share less by anchors');
    }
    if (isScalar(node)) return node.value;
    if (isAlias(node)) return this.readAlias(node, path);
    if (this.open.includes(node)) return this.stop(node, 'an anchor contains itself', 'remove the alias');
    if (this.open.length >= MAX_DEPTH) return this.stop(node, `nested deeper than ${MAX_DEPTH} levels`);
    this.open.push(node);
    const value = isMap(node)
      ? this.readMap(node.items, path, inAlias)
      : isSeq(node)
        ? node.items.map((item, i) => this.readItem(item, `${path}/${i}`, inAlias))
        : null;
    this.open.pop();
    return value;
  }

  private readItem(item: unknown, path: string, inAlias: boolean): unknown {
    const offset = isNode(item) ? (item.range?.[0] ?? 0) : 0;
    if (!inAlias && isNode(item)) this.offsets.set(path, { key: offset, value: offset });
    return this.read(item, path, inAlias);
  }

  private readMap(items: readonly { key: unknown; value: unknown }[], path: string, inAlias: boolean) {
    const result: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const keyNode = isNode(key) ? key : undefined;
      const offset = keyNode?.range?.[0] ?? 0;
      if (!isScalar(key) || key.value === null || typeof key.value === 'object') {
        this.problems.push({ offset, message: 'a key is not a plain word', expected: 'a text key' });
        continue;
      }
      const name = String(key.value);
      if (RESERVED_KEYS.has(name)) {
        this.problems.push({ offset, message: `the key ${name} is reserved`, hint: 'choose another name' });
        continue;
      }
      if (Object.hasOwn(result, name)) {
        this.problems.push({ offset, message: `the key ${printable(name)} stands twice in one map`, hint: 'remove one of the two, or rename it' });
        continue;
      }
      const childPath = `${path}/${pathKey([name])}`;
      const valueOffset = isNode(value) ? (value.range?.[0] ?? offset) : offset;
      if (!inAlias) this.offsets.set(childPath, { key: offset, value: valueOffset });
      result[name] = this.read(value, childPath, inAlias);
    }
    return result;
  }

  private readAlias(alias: Alias, path: string): unknown {
    const target = this.anchors.get(alias.source);
    if (target) return this.read(target, path, true);
    this.problems.push({ offset: alias.range?.[0] ?? 0, message: `there is no anchor &${printable(alias.source)}` });
    return null;
  }

  private stop(node: Node, message: string, hint?: string): null {
    this.stopped = true;
    this.problems.push({ offset: node.range?.[0] ?? 0, message, ...(hint ? { hint } : {}) });
    return null;
  }
}

const isNode = (node: unknown): node is Node => isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);

// The last anchor of a name before the alias counts in YAML; files that reuse a name are refused below instead.
function collectAnchors(root: unknown): { anchors: Map<string, Node>; reused: { name: string; offset: number }[] } {
  const anchors = new Map<string, Node>();
  const reused: { name: string; offset: number }[] = [];
  const stack: unknown[] = [root];
  while (stack.length > 0) {
    const node = stack.pop();
    if (!isNode(node) || isAlias(node)) continue;
    if (node.anchor) {
      if (anchors.has(node.anchor)) reused.push({ name: node.anchor, offset: node.range?.[0] ?? 0 });
      anchors.set(node.anchor, node);
    }
    if (isMap(node)) for (const pair of node.items) stack.push(pair.key, pair.value);
    else if (isSeq(node)) stack.push(...node.items);
  }
  return { anchors, reused };
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
    const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', uniqueKeys: false });
    for (const e of doc.errors) report(e.pos[0], e.message.replace(/\s+/g, ' ').trim(), undefined, yamlHint(e.code));
    if (doc.errors.length === 0) {
      const { anchors, reused } = collectAnchors(doc.contents);
      for (const { name, offset } of reused) report(offset, `the anchor &${printable(name)} is used twice`);
      const reader = new Reader(anchors);
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
