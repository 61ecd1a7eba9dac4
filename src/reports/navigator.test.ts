/** Navigator layers: what format 4.5 requires, scores that agree with the analysis, gaps that can be seen. */
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isOpen } from '../engine/summary.ts';
import { workspacePlaces } from '../workspace/places.ts';
import { analyseWorkspace, loadWorkspace } from '../workspace/workspace.ts';
import { type NavigatorLayer, navigatorJson, portfolioLayer, studyLayer, systemLayer } from './navigator.ts';

const { systems, knowledge } = analyseWorkspace(await loadWorkspace(workspacePlaces()), '2026-11-21');
const context = { knowledge, urlOf: (key: string) => `https://wardbook.example/${key}/` };
const [system] = systems;
const study = knowledge.entry('atlas:AML.CS0051');
if (!system || !study) throw new Error('the examples are gone');

/** The parts that the specification of layer format 4.5 requires or types. */
const Layer = z.object({
  name: z.string().min(1),
  versions: z.object({ attack: z.string().min(1), navigator: z.string(), layer: z.literal('4.5') }),
  domain: z.literal('atlas-atlas'),
  gradient: z.object({
    colors: z.array(z.string().regex(/^#[0-9a-f]{6}$/)).min(2),
    minValue: z.number(),
    maxValue: z.number(),
  }),
  techniques: z
    .array(
      z.object({
        techniqueID: z.string().regex(/^AML\.T\d{4}(\.\d{3})?$/),
        tactic: z
          .string()
          .regex(/^[a-z-]+$/)
          .optional(),
        score: z.number().optional(),
        comment: z.string().min(1),
        enabled: z.boolean(),
        metadata: z.array(z.object({ name: z.string().min(1), value: z.string().min(1) })),
        links: z.array(z.object({ label: z.string().min(1), url: z.url() })),
      }),
    )
    .min(1),
});

const LAYERS: readonly (readonly [string, NavigatorLayer])[] = [
  ['a system', systemLayer(system.analysis, context)],
  [
    'the portfolio',
    portfolioLayer(
      systems.map((s) => s.analysis),
      context,
    ),
  ],
  ['a case study', studyLayer(study, context)],
];

test.each(LAYERS)('the layer of %s has what format 4.5 asks for', (_, layer) => {
  const parsed = Layer.parse(JSON.parse(navigatorJson(layer)));
  const marks = parsed.techniques.map((t) => `${t.techniqueID} ${t.tactic ?? ''}`);
  expect(new Set(marks).size).toBe(marks.length);
  for (const { score = 0 } of parsed.techniques) expect(score).toBeLessThanOrEqual(parsed.gradient.maxValue);
});

test('a layer of exposure lists every technique, also those that nothing touches', () => {
  const all = knowledge.entries.filter((e) => e.scheme === 'atlas' && e.kind === 'technique').length;
  expect(LAYERS.slice(0, 2).map(([, layer]) => layer.techniques.length)).toEqual([all, all]);
  expect(LAYERS[0]?.[1].techniques.some((t) => t.comment === 'No finding refers to it.')).toBe(true);
});

test('a technique has a score exactly where an open finding refers to it', () => {
  const open = new Set(system.analysis.findings.filter(isOpen).flatMap((f) => f.refs));
  for (const { techniqueID, score } of LAYERS[0]?.[1].techniques ?? [])
    expect([techniqueID, score !== undefined]).toEqual([techniqueID, open.has(`atlas:${techniqueID}`)]);
});

test('the portfolio counts systems', () => {
  const exposed = (id: string) =>
    systems.filter((s) => s.analysis.findings.some((f) => isOpen(f) && f.refs.includes(`atlas:${id}`)))
      .length;
  for (const { techniqueID, score = 0 } of LAYERS[1]?.[1].techniques ?? [])
    expect([techniqueID, score]).toEqual([techniqueID, exposed(techniqueID)]);
});

test('a step stands under its tactic, named as the loaded release names it', () => {
  const [first] = LAYERS[2]?.[1].techniques ?? [];
  expect(first).toMatchObject({ techniqueID: study.fact.procedure[0]?.technique, tactic: 'reconnaissance' });
});

test('without the site’s own address a layer has no links', () => {
  expect(systemLayer(system.analysis, { knowledge }).techniques.every((t) => t.links.length === 0)).toBe(
    true,
  );
});
