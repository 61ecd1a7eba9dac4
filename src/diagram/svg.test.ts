/** Tests of the picture tree and its text. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { rebuildRoot, serialise, svgElement, textOf, withClasses } from './svg.ts';

test('any text and attribute comes back from XML and from HTML as it was', () => {
  const parser = new new JSDOM('').window.DOMParser();
  const visible = fc
    .string({ unit: 'binary', maxLength: 40 })
    .map((text) => text.replace(/[\p{Cc}\p{Noncharacter_Code_Point}]/gu, ''));
  fc.assert(
    fc.property(visible, visible, (text, value) => {
      const svg = svgElement('svg', { xmlns: 'http://www.w3.org/2000/svg', class: value }, [
        svgElement('text', {}, [text]),
      ]);
      for (const type of ['image/svg+xml', 'text/html'] as const) {
        const parsed = parser.parseFromString(serialise(svg), type).querySelector('svg');
        expect(parsed?.textContent).toBe(text);
        expect(parsed?.getAttribute('class')).toBe(value);
        expect(parsed?.querySelectorAll('*')).toHaveLength(1);
      }
    }),
  );
});

test('what XML cannot hold is left out', () => {
  expect(serialise(svgElement('text', {}, ['a\u0000b\u001fc\ufffed\ud800']))).toBe('<text>abcd\ufffd</text>');
});

test('rows are read with a space between', () => {
  const row = (text: string) => svgElement('tspan', {}, [text]);
  expect(textOf(svgElement('g', {}, [svgElement('text', {}, [row('two'), row('rows')])]))).toBe('two rows');
});

test('rebuilding can drop and unwrap', () => {
  const tree = svgElement('svg', {}, [
    svgElement('g', {}, [svgElement('rect', {}), 'x']),
    svgElement('a', {}, ['y']),
  ]);
  const changed = rebuildRoot(tree, (e) => (e.tag === 'rect' ? [] : e.tag === 'a' ? e.children : [e]));
  expect(serialise(changed)).toBe('<svg><g>x</g>y</svg>');
});

test('classes are added once', () => {
  expect(withClasses(svgElement('g', { class: 'a b' }), ['b', 'c']).attrs.class).toBe('a b c');
  expect(withClasses(svgElement('g', {}), []).attrs).toEqual({});
});
