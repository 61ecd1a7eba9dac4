import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { publishedSchemas } from '../src/reports/schemas.ts';
import { ROOT } from './site/wardbook.ts';

test.each([...publishedSchemas()])('public/schemas/%s is up to date (npx wardbook schemas)', (name, text) => {
  expect(readFileSync(path.join(ROOT, 'public/schemas', name), 'utf8')).toBe(text);
});
