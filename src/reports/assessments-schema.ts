/** The form of the assessments in the JSON report. */
import { z } from 'zod';
import { GAP_STATUSES, RATINGS, SHAPES, STANDINGS } from '../engine/assess/assessments.ts';
import { CONTROL_STATUSES, DATA_CLASSES, ELEMENT_TYPES, STRIDE_CATEGORIES } from '../model/vocabulary.ts';

const text = z.string();
const texts = z.array(text);
const whole = z.number().int();
const counts = <K extends string>(keys: readonly K[]) =>
  z.strictObject(Object.fromEntries(keys.map((k) => [k, whole])) as Record<K, typeof whole>);
const place = z.tuple([whole, whole]).readonly();

const assessed = {
  standing: z
    .enum(STANDINGS)
    .describe(
      'open, asked, decided and covered come from its findings; clear: in scope, nothing found; not-applicable: does not concern the system; no-rule: no rule cites it.',
    ),
  reason: text,
  rating: z.enum(RATINGS).describe('Of the worst open finding by residual severity.'),
  findings: texts.describe('Ids of findings.'),
};
const named = { key: text, id: text, name: text };
const questions = z.array(z.strictObject({ text, about: text, at: place.optional() }));

const list = z.strictObject({
  id: text,
  title: text,
  edition: text,
  applies: z.boolean(),
  why: text,
  totals: counts(STANDINGS),
  items: z.array(
    z.strictObject({
      ...named,
      ...assessed,
      former: z.array(z.strictObject(named)),
      rules: whole,
      controls: z.array(
        z.strictObject({ id: text, name: text, status: z.enum(['implemented', 'partial']), where: texts }),
      ),
      missing: z.array(
        z.strictObject({
          id: text,
          name: text,
          status: z.enum(CONTROL_STATUSES).exclude(['implemented']),
          owner: text.optional(),
          due: text.optional(),
          helps: whole,
          stops: whole,
        }),
      ),
      questions,
      tests: z.array(
        z.strictObject({
          basis: z.enum(['finding', 'entry']),
          tool: text.optional(),
          use: text.optional(),
          manual: text.optional(),
          note: text.optional(),
        }),
      ),
    }),
  ),
});

const atlas = z.strictObject({
  edition: text,
  totals: counts(STANDINGS),
  techniques: z.array(
    z.strictObject({ ...named, ...assessed, parent: text.optional(), tactics: texts, rules: whole }),
  ),
});

const strideAi = z.strictObject({
  edition: text,
  totals: counts(STANDINGS),
  assets: z.array(
    z.strictObject({
      ...named,
      ...assessed,
      group: text,
      properties: z.array(
        z.strictObject({ property: text, category: z.enum(STRIDE_CATEGORIES), ...assessed }),
      ),
    }),
  ),
  failureModes: z.array(z.strictObject({ ...named, ...assessed, group: text })),
});

const personalData = z.strictObject({
  id: text,
  name: text,
  class: z.enum(DATA_CLASSES),
  personal: z.boolean().nullable().describe('Null: not stated.'),
  specialCategory: z.boolean().nullable(),
  subjects: text.optional(),
  retention: text.optional(),
  at: z.strictObject(
    Object.fromEntries(ELEMENT_TYPES.map((t) => [t, texts])) as Record<
      (typeof ELEMENT_TYPES)[number],
      typeof texts
    >,
  ),
  flows: texts,
  crossings: whole,
});

const linkage = z.strictObject({
  element: text,
  shape: z.enum(ELEMENT_TYPES),
  subjects: text,
  meets: z.boolean().describe('Do the data sets meet here, rather than arrive together over one flow?'),
  retention: z.enum(['stated', 'partly', 'not stated']).optional(),
  data: z.array(
    z.strictObject({
      id: text,
      path: z.strictObject({ elements: texts, flows: texts }),
      stored: z.boolean(),
      retention: text.optional(),
    }),
  ),
});

const privacy = z.strictObject({
  applies: z.enum(['yes', 'asked', 'no']),
  why: text,
  edition: text,
  data: z.array(personalData),
  places: z.array(
    z.strictObject({ shape: z.enum(SHAPES).exclude(['system']), id: text, data: texts, types: texts }),
  ),
  types: z.array(
    z.strictObject({
      ...named,
      ...assessed,
      cells: z.array(
        z.strictObject({
          ...assessed,
          type: text,
          shape: z.enum(SHAPES),
          applies: z.boolean(),
          places: whole,
        }),
      ),
    }),
  ),
  linkage: z.array(linkage),
  duties: z.array(
    z.strictObject({
      ...assessed,
      article: text.describe('Of the GDPR.'),
      name: text.optional(),
      via: texts,
      crosswalks: texts,
      verified: z.boolean(),
    }),
  ),
  questions,
});

const verdict = z.enum(['met', 'partial', 'gap']);
const nist = z.strictObject({
  edition: text,
  totals: counts(GAP_STATUSES),
  functions: z.array(z.strictObject({ id: text, name: text, totals: counts(GAP_STATUSES) })),
  outcomes: z.array(
    z.strictObject({
      ...named,
      function: text,
      status: z.enum(GAP_STATUSES),
      basis: z.enum(['answer', 'analysis', 'nothing']),
      answer: z
        .strictObject({
          answer: z.enum(GAP_STATUSES).exclude(['not-answered']),
          evidence: text.optional(),
          owner: text.optional(),
          due: text.optional(),
          overdue: z.boolean(),
        })
        .optional(),
      shown: z.strictObject({ verdict, text }).optional(),
      contradicted: z.boolean(),
      controls: z.array(z.strictObject({ id: text, name: text, status: z.enum(CONTROL_STATUSES) })),
    }),
  ),
  rule: text,
  next: z.array(z.strictObject({ key: text, controls: texts, findings: texts, weight: z.number() })),
});

const misuse = z.strictObject({
  why: text,
  totals: counts(STANDINGS),
  vectors: z.array(z.strictObject({ ...assessed, rule: text, title: text })),
});

export const AssessmentsSchema = z.strictObject({
  lists: z.array(list).describe('OWASP lists.'),
  atlas,
  strideAi,
  privacy: privacy.describe('LINDDUN, linkage and duties.'),
  nist: nist.describe('The gap to the NIST AI RMF.'),
  misuse,
});
