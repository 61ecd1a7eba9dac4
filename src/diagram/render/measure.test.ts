/** Tests of boxes, transforms, paths and text lengths against values worked out by hand or in a browser. */
import { JSDOM } from 'jsdom';
import { expect, test } from 'vitest';
import { matrixOf, numbersIn, transformed } from './box.ts';
import { resolveEntities } from './entities.ts';
import { textWidth } from './fonts.ts';
import { bBox } from './measure.ts';
import { pathBox } from './path-box.ts';
import { titleRows } from './zone-title.ts';

function element(markup: string): Element {
  const { document } = new JSDOM(`<svg>${markup}</svg>`).window;
  const found = document.querySelector('svg')?.firstElementChild;
  if (!found) throw new Error('no element');
  return found;
}

test('transforms are applied from the left', () => {
  const box = { left: 0, top: 0, right: 10, bottom: 4 };
  const moved = transformed(box, matrixOf('translate(5, 5) scale(2)'));
  expect(moved).toEqual({ left: 5, top: 5, right: 25, bottom: 13 });
  const turned = transformed(box, matrixOf('rotate(90)'));
  expect(turned.left).toBeCloseTo(-4);
  expect(turned.bottom).toBeCloseTo(10);
  const about = transformed(box, matrixOf('rotate(180, 5, 2)'));
  expect(about.left).toBeCloseTo(0);
  expect(about.bottom).toBeCloseTo(4);
});

test('numbers are read without separators too', () => {
  expect(numbersIn('M10-5.5.25,1e-2')).toEqual([10, -5.5, 0.25, 0.01]);
});

test('a path may be relative, closed, curved', () => {
  expect(pathBox('m10,10 h5 v5 l-5,0 z l1,1')).toEqual({ left: 10, top: 10, right: 15, bottom: 15 });
  expect(pathBox('M0,0C0,20 30,20 30,0')).toEqual({ left: 0, top: 0, right: 30, bottom: 20 });
  expect(pathBox('')).toBeUndefined();
});

test('a cylinder reaches from the back of its rim to the front of its foot', () => {
  const cylinder = 'M0,12.7 a65,12.7 0,0,0 130,0 a65,12.7 0,0,0 -130,0 l0,39.7 a65,12.7 0,0,0 130,0 l0,-39.7';
  const box = pathBox(cylinder);
  expect(box?.top).toBeCloseTo(0);
  expect(box?.bottom).toBeCloseTo(65.1);
  expect([box?.left, box?.right]).toEqual([0, 130]);
});

/** `getComputedTextLength` in Chromium, 14px Inter. We leave kerning out, which makes the difference. */
const MEASURED: [string, number][] = [
  ['Prompt orchestrator', 132.8],
  ['F12 prompt and context', 155.9],
  ['WWW iii 0123456789', 142.9],
  ['a/b-c_d (e) "f"', 95],
];

test('widths are those that Chromium measures in Inter', () => {
  for (const [text, width] of MEASURED) expect(Math.abs(textWidth(text, 14, false) - width)).toBeLessThan(1);
  expect(textWidth('Zone', 14, true)).toBeGreaterThan(textWidth('Zone', 14, false));
  expect(textWidth('\ue023', 14, false)).toBe(textWidth('#', 14, false));
});

test('text is boxed by its anchor and rows', () => {
  const wide = textWidth('middle', 14, false);
  const middle = bBox(element('<text x="10" text-anchor="middle">middle</text>'));
  expect(middle.x).toBeCloseTo(10 - wide / 2);
  expect(middle.width).toBeCloseTo(wide);
  const rows = bBox(element('<text><tspan x="0" dy="1em">a</tspan><tspan x="0" dy="1em">b</tspan></text>'));
  expect(rows.height).toBeCloseTo(14 * (1 + 0.96875 + 0.2412));
  const node = element('<g class="node"><text>label</text></g>');
  expect(bBox(node).x).toBeCloseTo(-textWidth('label', 14, false) / 2);
});

test('a title is broken into rows that fit', () => {
  expect(titleRows('Data subnet', 200)).toEqual(['Data subnet']);
  const counted = 'One two three four five six seven';
  expect(titleRows(counted, 20)).toEqual(['One two three four five', 'six seven']);
  const rows = titleRows(`a ${'x'.repeat(100)} b`, 20);
  expect(rows.join('')).toBe(`a${'x'.repeat(100)} b`);
  for (const row of rows) expect(textWidth(row, 14, true)).toBeLessThanOrEqual(160);
});

test('a group is boxed around its moved children, without what is not drawn', () => {
  const group =
    '<g><rect x="1" width="4" height="2" transform="translate(2,3)"/><defs><rect width="99"/></defs></g>';
  expect(bBox(element(group))).toEqual({ x: 3, y: 3, width: 4, height: 2 });
});

test('entities become what they stand for, colours stay', () => {
  expect(resolveEntities('A["#35; #quot; #9829; #unknown;"]')).toBe('A["\ue023 \ue022 ♥ #unknown;"]');
  expect(resolveEntities('  style A fill:#333;')).toBe('  style A fill:#333;');
  expect(resolveEntities('#55296; #99999999; #7;')).toBe('\ufffd #99999999; #7;');
});
