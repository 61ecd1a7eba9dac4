/** YAML nodes to plain values, within budgets: aliases are expanded, cycles and bombs are refused. */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node } from 'yaml';
import { isNode } from './anchors.ts';
import { printable } from './diagnostic.ts';
import type { Path } from './path.ts';

const MAX_NODES = 2_000_000;
const MAX_ALIASED_NODES = 20_000;
const MAX_DEPTH = 60;
const RESERVED_KEYS = new Set(['__proto__']);

export interface ReadProblem {
  /** Characters from the start of the text. */
  offset: number;
  message: string;
  expected?: string;
  hint?: string;
}

/** A path as one string, in the manner of JSON Pointer. */
export const pathKey = (path: Path): string =>
  path.map((p) => String(p).replaceAll('~', '~0').replaceAll('/', '~1')).join('/');

/** Where a key and its value begin, in characters from the start of the text. */
export interface Offsets {
  key: number;
  value: number;
}

/** Turns one document into plain values, noting where each key and value stands. */
export class NodeReader {
  readonly offsets = new Map<string, Offsets>();
  readonly problems: ReadProblem[] = [];
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
      const what = inAlias
        ? 'the aliases of this file expand to too many nodes'
        : 'the file has too many nodes';
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
    const offset = offsetOf(item, 0);
    if (!inAlias && isNode(item)) this.offsets.set(path, { key: offset, value: offset });
    return this.read(item, path, inAlias);
  }

  private readMap(items: readonly { key: unknown; value: unknown }[], path: string, inAlias: boolean) {
    const result: Record<string, unknown> = {};
    for (const { key, value } of items) {
      const offset = offsetOf(key, 0);
      const name =
        isScalar(key) && key.value !== null && typeof key.value !== 'object' ? String(key.value) : undefined;
      const problem = keyProblem(name, result);
      if (name === undefined || problem) {
        if (problem) this.problems.push({ offset, ...problem });
        continue;
      }
      const childPath = `${path}/${pathKey([name])}`;
      if (!inAlias) this.offsets.set(childPath, { key: offset, value: offsetOf(value, offset) });
      result[name] = this.read(value, childPath, inAlias);
    }
    return result;
  }

  private readAlias(alias: Alias, path: string): unknown {
    const target = this.anchors.get(alias.source);
    if (target) return this.read(target, path, true);
    this.problems.push({
      offset: alias.range?.[0] ?? 0,
      message: `there is no anchor &${printable(alias.source)}`,
    });
    return null;
  }

  private stop(node: Node, message: string, hint?: string): null {
    this.stopped = true;
    this.problems.push({ offset: node.range?.[0] ?? 0, message, ...(hint ? { hint } : {}) });
    return null;
  }
}

const offsetOf = (node: unknown, otherwise: number): number =>
  isNode(node) ? (node.range?.[0] ?? otherwise) : otherwise;

function keyProblem(name: string | undefined, taken: object): Omit<ReadProblem, 'offset'> | undefined {
  if (name === undefined) return { message: 'a key is not a plain word', expected: 'a text key' };
  if (RESERVED_KEYS.has(name)) return { message: `the key ${name} is reserved`, hint: 'choose another name' };
  if (!Object.hasOwn(taken, name)) return undefined;
  return {
    message: `the key ${printable(name)} stands twice in one map`,
    hint: 'remove one of the two, or rename it',
  };
}
