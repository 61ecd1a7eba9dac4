/** Chains as Mermaid text. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chainDiagram, chainMermaid } from './chain.ts';

const STEPS = [
  { phase: 'Reconnaissance', action: 'Search' },
  { phase: 'Reconnaissance', action: 'Scan' },
  { phase: 'Execution', action: 'Run "it"; end' },
  { phase: 'Reconnaissance', action: 'Search again' },
];

test('steps of one phase that follow each other share a frame; the arrows keep the order', () => {
  const text = chainMermaid('A case', STEPS);
  expect(text.match(/^subgraph /gm)).toHaveLength(3);
  expect(text.match(/^s_\d+ --> s_\d+$/gm)).toEqual(['s_1 --> s_2', 's_2 --> s_3', 's_3 --> s_4']);
});

test('the description tells the chain to who cannot see it', () => {
  expect(chainDiagram('A case', STEPS.slice(1, 3)).description).toBe(
    '1. Reconnaissance: Scan; 2. Execution: Run "it"; end',
  );
});

test('no label is syntax: whatever it holds, the lines are those of its steps', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ phase: fc.string({ unit: 'binary' }), action: fc.string({ unit: 'binary' }) })),
      (steps) => {
        const lines = chainMermaid('x', steps).trimEnd().split('\n').slice(3);
        const allowed = /^(subgraph p_\d+\["[^"]*"\]|end| {2}s_\d+\["[^"]*"\]|s_\d+ --> s_\d+)$/;
        expect(lines.filter((line) => !allowed.test(line))).toEqual([]);
        expect(lines.filter((line) => line.startsWith('  s_'))).toHaveLength(steps.length);
      },
    ),
  );
});
