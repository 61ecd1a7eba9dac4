/** References: a short id that links, the name beside it, the edition over the list. */
import { expect, test } from 'vitest';
import { referenceChip, referenceGroups } from './references.ts';
import { KNOWN } from './testing.ts';

test('an entry of a carried list has its name and our page', () => {
  expect(referenceChip('atlas:AML.T0051', KNOWN)).toEqual({
    label: 'AML.T0051',
    name: 'LLM Prompt Injection',
    path: '/atlas/techniques/AML.T0051/',
  });
});

test('a list without readable ids goes by name', () => {
  expect(referenceChip('stride:spoofing', KNOWN)).toEqual({
    label: 'Spoofing',
    words: true,
    path: '/stride/spoofing/',
  });
});

test('an id that says nothing alone carries its list', () => {
  expect(referenceChip('linddun:L.2.1', KNOWN).label).toBe('LINDDUN L.2.1');
});

test('lists stand in a fixed order with their edition, each reference once', () => {
  const groups = referenceGroups(['cwe:CWE-77', 'atlas:AML.T0051', 'atlas:AML.T0051', 'odd:1'], KNOWN);
  expect(groups.map((g) => g.title)).toEqual(['MITRE ATLAS 2026.09', 'CWE', 'odd']);
  expect(groups[0]?.chips).toHaveLength(1);
});
