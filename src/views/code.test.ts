/** Words between backticks become code; nothing else changes. */
import { expect, test } from 'vitest';
import { codeParts } from './code.ts';

test('marks become parts', () => {
  expect(codeParts('Set `limit_req`, then `x`.')).toEqual([
    { text: 'Set ', code: false },
    { text: 'limit_req', code: true },
    { text: ', then ', code: false },
    { text: 'x', code: true },
    { text: '.', code: false },
  ]);
});

test('a lonely backtick and markup stay text', () => {
  expect(codeParts('a ` <b>')).toEqual([{ text: 'a ` <b>', code: false }]);
});
