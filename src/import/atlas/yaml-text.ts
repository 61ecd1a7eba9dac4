/** YAML as the tables are written by hand: flow style for short lists, 110 columns, quotes only where they are needed. */
import { parseDocument } from 'yaml';

const WIDTH = 110;
/** Lines that are broken anyway stay a little shorter. */
const WRAPPED = 108;

/** A text as a scalar that reads back as the same text, in a flow list too. */
export function scalar(text: string): string {
  return readsBack(text) ? text : JSON.stringify(text);
}

// The library decides what a plain scalar is; older readers take these words for true and false.
function readsBack(text: string): boolean {
  if (!/^[\p{L}\p{N}][^\n]*$/u.test(text) || /^(y|n|yes|no|on|off)$/i.test(text)) return false;
  const doc = parseDocument(`[${text}]`, { version: '1.2' });
  const value: unknown = doc.errors.length === 0 ? doc.toJS() : undefined;
  return Array.isArray(value) && value.length === 1 && value[0] === text;
}

/** `key: value`, the value quoted where it is read as a number or a date elsewhere. */
export const field = (indent: string, key: string, text: string, quoted = false): string =>
  `${indent}${key}: ${quoted ? JSON.stringify(text) : scalar(text)}`;

/** `key: [a, b]`, or the list on lines of its own where it is too long for one. */
export function flowList(indent: string, key: string, items: readonly string[]): string {
  const parts = items.map(scalar);
  const line = `${indent}${key}: [${parts.join(', ')}]`;
  if (line.length <= WIDTH) return line;
  const wide = wrap(
    `${indent}  [`,
    `${indent}  `,
    parts.map((part, i) => part + (i < parts.length - 1 ? ',' : ']')),
  );
  return `${indent}${key}:\n${wide.join('\n')}`;
}

/** `{ a: 1, b: [x] }`; values are scalars or lists already written. */
const flowMap = (pairs: readonly (readonly [string, string])[]): string =>
  `{ ${pairs.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;

/** A list item as a flow map on one line, or as a block where that would be too long. */
export function item(indent: string, pairs: readonly (readonly [string, string])[]): string {
  const line = `${indent}- ${flowMap(pairs)}`;
  if (line.length <= WIDTH) return line;
  return pairs.map(([key, value], i) => `${indent}${i === 0 ? '- ' : '  '}${key}: ${value}`).join('\n');
}

/** Prose: on one line where it fits, folded where it is one paragraph, line by line where it is more. */
export function prose(indent: string, key: string, text: string): string {
  const line = `${indent}${key}: ${text}`;
  if (line.length <= WIDTH && readsBack(text)) return line;
  const inner = `${indent}  `;
  const folded = /^\S[^\n]*$/.test(text) && !/ {2}/.test(text);
  if (!folded) {
    const lines = text.split('\n').map((line) => (line === '' ? '' : `${inner}${line}`));
    return [`${indent}${key}: |-`, ...lines].join('\n');
  }
  return [`${indent}${key}: >-`, ...wrap(inner, inner, text.split(' '), ' ')].join('\n');
}

/** Words on lines that are no longer than the width. */
function wrap(first: string, rest: string, words: readonly string[], glue = ' '): string[] {
  const lines: string[] = [];
  let line = first;
  let empty = true;
  for (const word of words) {
    if (!empty && line.length + glue.length + word.length > WRAPPED) {
      lines.push(line);
      [line, empty] = [rest, true];
    }
    line += `${empty ? '' : glue}${word}`;
    empty = false;
  }
  return [...lines, line];
}
