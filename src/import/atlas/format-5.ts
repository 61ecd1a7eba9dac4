/** Format 5 (until 2026): one matrix with lists, relations inside the entries, case studies beside it. */
import { z } from 'zod';
import {
  AttackSchema,
  DateSchema,
  DaySchema,
  DEPRECATION,
  IdSchema,
  IncidentSchema,
  LineSchema,
  LinksSchema,
  list,
  MaturitySchema,
  NameSchema,
  TextsSchema,
} from './shape.ts';

const entry = {
  id: IdSchema,
  name: NameSchema,
  created_date: DaySchema.nullish(),
  modified_date: DaySchema.nullish(),
  'ATT&CK-reference': AttackSchema,
  ...DEPRECATION,
};

const TacticSchema = z.looseObject(entry);
const TechniqueSchema = z.looseObject({
  ...entry,
  tactics: list(IdSchema),
  // 5.6.0 renamed the key.
  'subtechnique-of': IdSchema.nullish(),
  specializes: IdSchema.nullish(),
  maturity: MaturitySchema,
  platforms: TextsSchema,
});
const MitigationSchema = z.looseObject({
  ...entry,
  'ml-lifecycle': TextsSchema,
  'ai-lifecycle': TextsSchema,
  category: TextsSchema,
  techniques: list(z.union([IdSchema, z.looseObject({ id: IdSchema })])),
});
const CaseStudySchema = z.looseObject({
  ...entry,
  'case-study-type': IncidentSchema,
  'incident-date': DateSchema.nullish(),
  'incident-date-granularity': z.string().nullish(),
  actor: LineSchema.nullish(),
  target: LineSchema.nullish(),
  reporter: LineSchema.nullish(),
  procedure: list(z.looseObject({ technique: IdSchema, tactic: IdSchema.nullish() })),
  references: LinksSchema,
});

export const Format5Schema = z.looseObject({
  version: z.union([z.string(), z.number()]),
  matrices: z
    .array(
      z.looseObject({
        tactics: z.array(TacticSchema),
        techniques: z.array(TechniqueSchema),
        mitigations: z.array(MitigationSchema),
      }),
    )
    .length(1, 'one matrix'),
  'case-studies': z.array(CaseStudySchema),
});
export type Format5 = z.output<typeof Format5Schema>;
