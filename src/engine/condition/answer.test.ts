import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, and, compareFact, negate, or } from './answer.ts';

const answer = fc.constantFrom<Answer>('yes', 'no', 'unknown', 'partly');

test('all and any are commutative, associative and have their neutral element', () => {
  fc.assert(
    fc.property(answer, answer, answer, (a, b, c) => {
      for (const f of [and, or]) {
        expect(f(a, b)).toBe(f(b, a));
        expect(f(f(a, b), c)).toBe(f(a, f(b, c)));
        expect(f(a, a)).toBe(a);
      }
      expect(and('yes', a)).toBe(a);
      expect(or('no', a)).toBe(a);
      expect(and('no', a)).toBe('no');
      expect(or('yes', a)).toBe('yes');
    }),
  );
});

test('not all is any not', () => {
  fc.assert(
    fc.property(answer, answer, (a, b) => {
      expect(negate(and(a, b))).toBe(or(negate(a), negate(b)));
    }),
  );
});

test('unknown stays unknown: it is never taken for false', () => {
  expect(negate('unknown')).toBe('unknown');
  expect(compareFact(undefined, true)).toBe('unknown');
  expect(compareFact(undefined, false)).toBe('unknown');
  expect(compareFact(false, false)).toBe('yes');
  expect(compareFact(false, true)).toBe('no');
});
