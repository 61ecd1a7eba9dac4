/** The base path. */
import { expect, test } from 'vitest';
import { withBase } from './href.ts';

test.each([
  ['/', '/systems/', '/systems/'],
  ['/x', '/systems/', '/x/systems/'],
  ['/x/', '/', '/x/'],
  ['/x/', '/systems/a/threats/#r@t', '/x/systems/a/threats/#r@t'],
  ['/x/', '#flows', '#flows'],
  ['/x/', 'https://cwe.mitre.org/', 'https://cwe.mitre.org/'],
])('%s and %s', (base, path, address) => expect(withBase(base, path)).toBe(address));
