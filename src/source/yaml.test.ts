import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import { formatDiagnostic } from './diagnostic.ts';
import { decodeText, MAX_YAML_BYTES, readYaml } from './yaml.ts';

const bomb = [
  'a: &a [x, x, x, x, x, x, x, x, x]',
  ...'bcdefgh'.split('').map((c, i) => `${c}: &${c} [${Array(9).fill(`*${'abcdefg'[i]}`).join(', ')}]`),
].join('\n');

describe('broken input is a diagnostic with a place', () => {
  test.each([
    ['duplicate key', 'a: 1\nb: 2\na: 3', 3, /stands twice/],
    ['anchor bomb', bomb, undefined, /expand to too many nodes/],
    ['cycle', 'a: &x\n  b: *x', undefined, /contains itself/],
    ['__proto__', 'a:\n  __proto__: 1', 2, /reserved/],
    ['map as key', '? {a: 1}\n: 2', 1, /not a plain word/],
    ['tab as indent', 'a:\n\tb: 1', 2, /./],
    ['unclosed quote', 'a: "b', 1, /./],
    ['binary', '\u0000\u0001\u0002: [', 1, /./],
    ['unknown alias', 'a: *nothing', 1, /no anchor/],
    ['anchor used twice', 'a: &x 1\nb: &x 2', undefined, /used twice/],
    ['deep nesting', `a: ${'['.repeat(80)}${']'.repeat(80)}`, 1, /nested deeper/],
  ])('%s', (_, text, line, message) => {
    const { value, diagnostics } = readYaml('m.yaml', text);
    expect(value).toBeUndefined();
    expect(diagnostics.length).toBeGreaterThan(0);
    expect(diagnostics[0]?.message).toMatch(message);
    if (line !== undefined) expect(diagnostics[0]?.line).toBe(line);
  });
});

test('every problem of a file is reported, not only the first', () => {
  const { diagnostics } = readYaml('m.yaml', 'a: 1\na: 2\nb: 1\nb: 2');
  expect(diagnostics.map((d) => d.line)).toEqual([2, 4]);
});

test('aliases within the budget are values', () => {
  expect(readYaml('m.yaml', 'a: &x [1, 2]\nb: *x').value).toEqual({ a: [1, 2], b: [1, 2] });
});

test('an empty file is no error of YAML', () => {
  const { value, diagnostics } = readYaml('m.yaml', '');
  expect(diagnostics).toEqual([]);
  expect(value).toBeNull();
});

test('places point at keys and values', () => {
  const source = readYaml('m.yaml', 'a:\n  b/c: [1, 22]\n');
  expect(source.keyPlace(['a', 'b/c'])).toEqual({ file: 'm.yaml', line: 2, column: 3 });
  expect(source.valuePlace(['a', 'b/c', 1])).toEqual({ file: 'm.yaml', line: 2, column: 12 });
  expect(source.valuePlace(['a', 'nothing', 'here'])).toEqual({ file: 'm.yaml', line: 1, column: 1 });
});

test('bytes that are not UTF-8, and files that are too large', () => {
  expect(decodeText('m.yaml', new Uint8Array([0xff, 0xfe, 0x41])).diagnostics[0]?.message).toMatch(
    /not UTF-8/,
  );
  expect(decodeText('m.yaml', new Uint8Array(MAX_YAML_BYTES + 1)).diagnostics[0]?.message).toMatch(/MiB/);
});

test('no text makes the reader throw, and every place lies in the file', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
      for (const d of readYaml('m.yaml', text).diagnostics) {
        expect(d.line).toBeGreaterThanOrEqual(1);
        expect(d.column).toBeGreaterThanOrEqual(1);
        expect(typeof formatDiagnostic(d, text)).toBe('string');
      }
    }),
  );
});

test('what the yaml package writes reads back the same', () => {
  const plain = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.boolean(),
      fc.integer(),
      fc.string(),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), tie('value'), { maxKeys: 4 }),
    ),
  })).value;
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z]{1,6}$/), plain), (value) => {
      const read = readYaml('m.yaml', stringify(value, { aliasDuplicateObjects: false }));
      expect(JSON.parse(JSON.stringify(read.value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('terminal escapes and bidi controls never reach the terminal', () => {
  const text = 'a: "\u202Eevil\u001b[31m"\nb: [';
  const [first] = readYaml('m\u001b[2J.yaml', text).diagnostics;
  expect(first).toBeDefined();
  const shown = first ? formatDiagnostic({ ...first, line: 1 }, text) : '';
  expect(shown.includes('\u001b') || shown.includes('\u202e')).toBe(false);
});
