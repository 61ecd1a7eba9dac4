import { expect, test } from 'vitest';
import { didYouMean, nearest } from './nearest.ts';

test.each([
  ['encripted', ['encrypted', 'authenticated'], 'encrypted'],
  ['gatway', ['gateway', 'vllm'], 'gateway'],
  ['zzz', ['gateway'], undefined],
  ['', ['gateway'], undefined],
])('nearest to %s', (name, candidates, expected) => {
  expect(nearest(name, candidates)).toBe(expected);
});

test('where nothing is near, what is valid is listed', () => {
  expect(didYouMean('zzz', ['gateway', 'vllm'])).toBe('valid names: gateway, vllm');
  expect(didYouMean('zzz', [])).toBeUndefined();
});
