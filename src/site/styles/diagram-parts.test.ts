/** The stylesheet of diagram parts says what src/diagram says; `vitest -u` writes it anew. */
import { expect, test } from 'vitest';
import { diagramRules } from '../../diagram/style.ts';

test('diagram-parts.css is written from diagramRules', async () => {
  const head = '/* Written from src/diagram/style.ts by the test beside this file. */\n';
  const rules = diagramRules((name) => `var(--${name})`, 'var(--font)');
  await expect(head + rules).toMatchFileSnapshot('./diagram-parts.css');
});
