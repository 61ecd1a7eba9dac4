/** An analysis as JSON, with the schema that is published for it. */
import { z } from 'zod';
import { type Analysis, SEVERITIES, STATES } from '../engine/analysis.ts';
import type { Assessments } from '../engine/assess/assessments.ts';
import { editionsOf, type Knowledge } from '../knowledge/knowledge.ts';
import { CONTROL_STATUSES, DECISIONS, IMPACTS, LIKELIHOODS, STRIDE_CATEGORIES } from '../model/vocabulary.ts';
import { AssessmentsSchema } from './assessments-schema.ts';

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
  weights: z
    .array(points)
    .length(5)
    .optional()
    .describe('Of the five ratings in their order, where they are not all the same.'),
  base: points,
  uncapped: points,
  adjusted: points.max(10),
  severity,
});

const axis = <C extends string>(classes: readonly C[]) =>
  z.strictObject({ value: points.max(10), class: z.enum(classes), basis: z.enum(['derived', 'stated']) });
const risk = z
  .strictObject({
    likelihood: axis(LIKELIHOODS),
    impact: axis(IMPACTS),
    rating: severity.describe('Before controls.'),
    residual: z.strictObject({
      likelihood: z.strictObject({ value: points.max(10), class: z.enum(LIKELIHOODS) }),
      rating: severity,
    }),
  })
  .describe('Likelihood × impact in five classes each.');
const range = z.tuple([points, points]).readonly();
const stake = { type: z.enum(['data', 'system']), id: z.string(), name: z.string(), value: points };
const loss = z
  .strictObject({
    currency: z.string(),
    low: points,
    high: points,
    frequency: range.describe('Incidents a year.'),
    share: range.describe('The part of the value that one incident costs.'),
    atStake: z.array(z.strictObject(stake)),
  })
  .describe('Expected loss a year after controls: value × frequency × share.');
const systemLoss = z
  .strictObject({
    currency: z.string(),
    low: points,
    high: points,
    value: points,
    stakes: z.array(
      z.strictObject({
        ...stake,
        low: points,
        high: points,
        worst: z.string().optional().describe('The finding behind high.'),
      }),
    ),
    waiting: z.number().int().describe('Findings that wait for an answer: not counted.'),
    assumed: z
      .strictObject({
        frequency: z.record(z.enum(LIKELIHOODS), range),
        share: z.record(z.enum(IMPACTS), range),
      })
      .describe('The tables it was reckoned with.'),
  })
  .describe('Expected loss a year from open findings; for each value the worst finding counts.');
const leaf = z.union([z.string(), z.number()]);
const difference = z.strictObject({
  setting: z.string().describe('As in wardbook.yaml: scoring.severity.critical.'),
  default: z.union([leaf, z.array(leaf).readonly()]),
  value: z.union([leaf, z.array(leaf).readonly()]),
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
    risk,
  }),
  severity,
  cvss: z
    .strictObject({
      vector: z.string(),
      score: points.max(10),
      severity: z.enum(['none', 'low', 'medium', 'high', 'critical']),
      nomenclature: z.string(),
    })
    .optional()
    .describe('CVSS 4.0, where people rated their own threat with it.'),
  loss: loss.optional(),
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
    settings: z.array(difference).describe('What wardbook.yaml sets otherwise than the defaults.'),
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
    loss: systemLoss.optional(),
    findings: z.array(finding),
    assessments: AssessmentsSchema,
  })
  .meta({ title: 'Wardbook analysis', description: 'What the engine says about one threat model.' });

/**
 * @param assessments of the same analysis
 * @param knowledge where the editions of the references are read from
 * @param schema the address of the published schema, relative to the report
 */
export function jsonReport(
  analysis: Analysis,
  assessments: Assessments,
  knowledge: Knowledge,
  schema: string,
): string {
  const { today, settings, system, review, summary, loss: total, findings } = analysis;
  const report = {
    $schema: schema,
    wardbook: REPORT_VERSION,
    editions: editionsOf(knowledge),
    today,
    settings,
    system,
    ...(review ? { review } : {}),
    summary,
    ...(total ? { loss: total } : {}),
    findings,
    assessments,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}
