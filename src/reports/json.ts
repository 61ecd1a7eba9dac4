/** An analysis as JSON, with the schema that is published for it. */
import { z } from 'zod';
import { type Analysis, SEVERITIES, STATES } from '../engine/analysis.ts';
import { editionsOf, type Knowledge } from '../knowledge/knowledge.ts';
import { CONTROL_STATUSES, DECISIONS, STRIDE_CATEGORIES } from '../model/vocabulary.ts';

/** The version of the report's form; it grows when a key is removed or changes its meaning. */
export const REPORT_VERSION = 1;

const place = z
  .tuple([z.number().int(), z.number().int()])
  .readonly()
  .describe('Line and column in the model file, from 1.');
const state = z.enum(STATES);
const severity = z.enum(SEVERITIES);
const stride = z.array(z.enum(STRIDE_CATEGORIES));
const points = z.number().min(0);
const step = z.strictObject({ label: z.string(), input: z.string(), from: z.number(), to: z.number() });
const counts = <K extends string>(keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map((k) => [k, z.number().int()])) as Record<K, z.ZodNumber>);

const score = z.strictObject({
  inputs: z.strictObject({
    damage: points,
    reproducibility: points,
    exploitability: points,
    affectedUsers: points,
    discoverability: points,
    modelImpact: points,
    dataSensitivity: points,
    detectionDifficulty: points,
  }),
  base: points,
  uncapped: points,
  adjusted: points.max(10),
  severity,
});

const finding = z.strictObject({
  id: z.string().describe('rule@target; stable when the model grows around it.'),
  rule: z.string(),
  origin: z.enum(['rule', 'people']),
  target: z.strictObject({ type: z.enum(['element', 'flow', 'system']), id: z.string(), name: z.string() }),
  title: z.string(),
  summary: z.string(),
  state,
  reason: z.string(),
  ai: z.boolean(),
  stride,
  strideAi: z.array(z.string()),
  linddun: z.array(z.string()),
  refs: z.array(z.string()),
  because: z.array(
    z.strictObject({
      text: z.string(),
      basis: z.enum(['stated', 'kind', 'computed', 'unstated']),
      at: place.optional(),
    }),
  ),
  questions: z.array(z.strictObject({ text: z.string(), about: z.string(), at: place.optional() })),
  controls: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      effect: z.enum(['prevents', 'reduces', 'detects']),
      status: z.enum(CONTROL_STATUSES),
      stops: z.boolean(),
      from: z.string().optional(),
      owner: z.string().optional(),
      due: z.string().optional(),
      evidence: z.string().optional(),
      at: place.optional(),
    }),
  ),
  scores: z.strictObject({
    steps: z.array(step),
    inherent: score,
    residual: z.strictObject({ uncapped: points, adjusted: points.max(10), severity, steps: z.array(step) }),
  }),
  severity,
  decision: z
    .strictObject({
      do: z.enum(DECISIONS),
      why: z.string(),
      by: z.string(),
      on: z.string().optional(),
      until: z.string().optional(),
      expired: z.boolean(),
      at: place,
    })
    .optional(),
  folds: z.array(z.strictObject({ id: z.string(), title: z.string(), state, stride })),
  verify: z.array(
    z.union([
      z.strictObject({ tool: z.string(), use: z.string(), note: z.string().optional() }),
      z.strictObject({ manual: z.string() }),
    ]),
  ),
  at: place,
});

export const ReportSchema = z
  .strictObject({
    $schema: z.string(),
    wardbook: z.literal(REPORT_VERSION),
    editions: z
      .record(z.string(), z.string())
      .describe('The edition of each list that references point into.'),
    today: z.iso.date(),
    system: z.strictObject({ id: z.string(), name: z.string(), file: z.string() }),
    review: z.strictObject({ due: z.string(), overdue: z.boolean() }).optional(),
    summary: z.strictObject({
      total: z.number().int(),
      aiSpecific: z.number().int(),
      byStride: counts(STRIDE_CATEGORIES),
      byState: counts(STATES),
      openBySeverity: counts(SEVERITIES),
      questions: z.number().int(),
      folded: z.number().int(),
    }),
    findings: z.array(finding),
  })
  .meta({ title: 'Wardbook analysis', description: 'What the engine says about one threat model.' });

/**
 * @param knowledge where the editions of the references are read from
 * @param schema the address of the published schema, relative to the report
 */
export function jsonReport(analysis: Analysis, knowledge: Knowledge, schema: string): string {
  const { today, system, review, summary, findings } = analysis;
  const report = {
    $schema: schema,
    wardbook: REPORT_VERSION,
    editions: editionsOf(knowledge),
    today,
    system,
    ...(review ? { review } : {}),
    summary,
    findings,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
