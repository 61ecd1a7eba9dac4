import { expect, test } from 'vitest';
import { midSentence } from './words.ts';

test.each([
  ['Rate limiting', 'rate limiting'],
  ['LLM server', 'LLM server'],
  ['Mutual TLS', 'mutual TLS'],
  ['vLLM', 'vLLM'],
  ['', ''],
])('%s inside a sentence', (name, expected) => expect(midSentence(name)).toBe(expected));
