import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readYaml } from '../../source/yaml.ts';
import { field, flowList, item, prose, scalar } from './yaml-text.ts';

const read = (text: string): unknown => {
  const { value, diagnostics } = readYaml('x.yaml', text);
  expect(diagnostics).toEqual([]);
  return JSON.parse(JSON.stringify(value));
};

test('quotes only where they are needed', () => {
  expect(['AML.T0000', 'Malware C&C Traffic', 'Technical - AI', "SHADY'S"].map(scalar)).toEqual([
    'AML.T0000',
    'Malware C&C Traffic',
    'Technical - AI',
    "SHADY'S",
  ]);
  expect(['a: b', 'a, b', '2026.09', 'true', 'no', '', '- x', 'a #b', '[x]', 'x '].map(scalar)).toEqual(
    ['a: b', 'a, b', '2026.09', 'true', 'no', '', '- x', 'a #b', '[x]', 'x '].map((s) => JSON.stringify(s)),
  );
});

test('any text reads back the same, alone, in a list and in a map', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.stringMatching(/^[a-z:,#[\]{}&*!|>'"%@` -]{0,12}$/),
  );
  fc.assert(
    fc.property(text, fc.array(text, { minLength: 1, maxLength: 6 }), (one, many) => {
      const written = [
        field('', 'a', one),
        flowList('', 'b', many),
        'c:',
        item('  ', [
          ['d', scalar(one)],
          ['e', `[${many.map(scalar).join(', ')}]`],
        ]),
      ].join('\n');
      expect(read(written)).toEqual({ a: one, b: many, c: [{ d: one, e: many }] });
    }),
  );
});

test('prose reads back the same, in lines of at most 110 columns', () => {
  const word = fc.stringMatching(/^[A-Za-z(][a-z:,#'")-]{0,12}$/);
  const paragraph = fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' '));
  fc.assert(
    fc.property(fc.array(paragraph, { minLength: 1, maxLength: 3 }), (paragraphs) => {
      const text = paragraphs.join('\n\n');
      const written = prose('  ', 'note', text);
      expect(read(`a:\n${written}`)).toEqual({ a: { note: text } });
      if (paragraphs.length === 1) expect(written.split('\n').every((line) => line.length <= 110)).toBe(true);
    }),
  );
});

test('a long list stands on lines of its own', () => {
  const ids = Array.from({ length: 20 }, (_, i) => `AML.T${String(i).padStart(4, '0')}`);
  expect(flowList('    ', 'techniques', ids)).toBe(
    [
      '    techniques:',
      `      [${ids.slice(0, 9).join(', ')},`,
      `      ${ids.slice(9, 18).join(', ')},`,
      `      ${ids.slice(18).join(', ')}]`,
    ].join('\n'),
  );
});
