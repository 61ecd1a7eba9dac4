/** Tests of label cleaning and both escapings. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanLabel, escapeForRender, escapePublished, LABEL_LIMIT, unescapeRendered } from './escape.ts';
import { HOSTILE } from './testing.ts';

const BAD =
  /[\p{Cc}\p{Cs}\p{Co}\p{Bidi_Control}\p{Noncharacter_Code_Point}\u200b-\u200d\u2060\ufeff]|^ | $| {2}/u;
const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.constantFrom(...HOSTILE),
  fc.array(fc.constantFrom(...HOSTILE, '\ud800', '\u202e', '\n'), { maxLength: 8 }).map((a) => a.join('')),
);

/** What a reader of Mermaid makes of `#NN;`. */
const decoded = (text: string) => text.replace(/#(\d+);/g, (_, n) => String.fromCodePoint(Number(n)));

describe('cleanLabel', () => {
  test('leaves one clean line of bounded length, never nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const label = cleanLabel(text);
        expect(label).not.toMatch(BAD);
        expect(label.isWellFormed()).toBe(true);
        expect([...label].length).toBeLessThanOrEqual(LABEL_LIMIT);
        expect(label).not.toBe('');
      }),
    );
  });

  test('changes nothing when it runs again', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanLabel(cleanLabel(text))).toBe(cleanLabel(text));
      }),
    );
  });

  test('leaves plain text alone', () => {
    const plain = fc.stringMatching(/^[\w!-/:-@]{1,40}( [\w!-/:-@]{1,40})?$/);
    fc.assert(
      fc.property(plain, (text) => {
        expect(cleanLabel(text)).toBe(text);
      }),
    );
    expect(cleanLabel('Größe — 中文 ⚠️')).toBe('Größe — 中文 ⚠️');
  });

  test.each([
    ['first\nsecond\r\n\tthird', 'first second third'],
    ['abc\u202egnp.exe', 'abcgnp.exe'],
    ['', '(no name)'],
    ['\u200b \ufe0f', '(no name)'],
    ['a\ud800b', 'a\ufffdb'],
    ['x'.repeat(121), `${'x'.repeat(119)}…`],
    ['🤖'.repeat(121), `${'🤖'.repeat(119)}…`],
  ])('%j becomes %j', (text, label) => expect(cleanLabel(text)).toBe(label));
});

describe('escaping', () => {
  const cleaned = anyText.map((text) => cleanLabel(text));

  test('published text holds nothing but letters, digits, spaces and entities', () => {
    fc.assert(
      fc.property(cleaned, (label) => {
        const escaped = escapePublished(label);
        expect(escaped.replace(/#\d+;/g, '')).not.toMatch(/[!-/:-@[-`{-~¶ﬂ]/);
        expect(decoded(escaped)).toBe(label);
      }),
    );
  });

  test('text for rendering holds no ASCII but letters, digits and spaces, and comes back exactly', () => {
    fc.assert(
      fc.property(cleaned, (label) => {
        const escaped = escapeForRender(label);
        expect(escaped).not.toMatch(/[!-/:-@[-`{-~¶ﬂ]/);
        expect(unescapeRendered(escaped)).toBe(label);
      }),
    );
  });
});
