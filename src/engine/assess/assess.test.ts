/** The assessments over all models that come with Wardbook: they agree with the register and with each other. */
import { describe, expect, test } from 'vitest';
import { workspacePlaces } from '../../workspace/places.ts';
import { analyseWorkspace, loadWorkspace } from '../../workspace/workspace.ts';
import { isOpen } from '../summary.ts';
import { assess } from './assess.ts';
import type { Assessed } from './assessments.ts';
import { isMisuse } from './misuse.ts';
import { ratingOf } from './standing.ts';
import { assessed } from './testing.ts';

const { systems, knowledge, catalogue } = analyseWorkspace(
  await loadWorkspace(workspacePlaces()),
  '2026-11-21',
);

describe.each(systems.map((s) => [s.model.id, s] as const))('%s', (_, { model, analysis }) => {
  const a = assess(model, knowledge, catalogue, analysis);
  const byId = new Map(analysis.findings.map((f) => [f.id, f]));
  const items: Assessed[] = [
    ...a.lists.flatMap((l) => l.items),
    ...a.atlas.techniques,
    ...a.strideAi.assets.flatMap((x) => [x, ...x.properties]),
    ...a.strideAi.failureModes,
    ...a.privacy.types.flatMap((t) => [t, ...t.cells]),
    ...a.privacy.duties,
    ...a.misuse.vectors,
  ];

  test('every item names findings of the register, and its rating is theirs', () => {
    for (const item of items) {
      const found = item.findings.map((id) => byId.get(id));
      expect(found.every((f) => f !== undefined)).toBe(true);
      const findings = found.flatMap((f) => f ?? []);
      expect(item.rating).toBe(ratingOf(findings));
      expect(item.standing === 'open').toBe(findings.some(isOpen));
      expect(item.reason).toMatch(/^\S.*\.$/);
    }
  });

  test('every finding that cites a list which applies stands in it', () => {
    for (const list of a.lists.filter((l) => l.applies))
      for (const item of list.items) {
        const citing = analysis.findings.filter((f) => f.refs.includes(item.key)).map((f) => f.id);
        expect(item.findings).toEqual(expect.arrayContaining(citing));
      }
  });

  test('all 72 outcomes, each answer of the team among them', () => {
    expect(a.nist.outcomes).toHaveLength(72);
    const answered = a.nist.outcomes.filter((o) => o.basis === 'answer').map((o) => o.id);
    expect(answered.toSorted()).toEqual(model.governance.map((g) => g.id).toSorted());
  });

  test('privacy findings of a cell are those of its type and type of element', () => {
    for (const type of a.privacy.types) {
      const inCells = type.cells.flatMap((c) => c.findings);
      expect(inCells.toSorted()).toEqual(type.findings.toSorted());
    }
  });

  test('twice the same', () => {
    expect(assess(model, knowledge, catalogue, analysis)).toEqual(a);
  });
});

test('the catalogue has rules about misuse', () => {
  expect(catalogue.rules.filter(isMisuse).map((r) => r.id)).toContain('harmful-use-of-outputs');
});

describe('ATLAS and STRIDE-AI', () => {
  const RULE =
    '{ id: r, applies: { to: process }, refs: ["atlas:AML.T0051.001 (Indirect)"], stride-ai: [Raw data], stride: [tampering] }';
  const { atlas, strideAi } = assessed('elements:\n  p: { type: process, name: P, zone: app }\n', [RULE]);

  test('a technique is exposed with the one under it', () => {
    expect(atlas.techniques.map((t) => [t.id, t.standing])).toEqual([
      ['AML.T0029', 'no-rule'],
      ['AML.T0051', 'open'],
      ['AML.T0051.001', 'open'],
    ]);
  });

  test('an asset stands by each property it must keep', () => {
    expect(strideAi.assets[0]?.properties.map((p) => [p.property, p.standing])).toEqual([
      ['Authenticity', 'clear'],
      ['Integrity', 'open'],
    ]);
  });
});
