/** Format 6 (since 2026): maps keyed by id, and all relations apart from them under `relationships`, keyed by their source. */
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
  id: IdSchema.nullish(),
  name: NameSchema,
  'created-date': DaySchema.nullish(),
  'modified-date': DaySchema.nullish(),
  'attack-reference': AttackSchema,
  ...DEPRECATION,
};

const TacticSchema = z.looseObject(entry);
const TechniqueSchema = z.looseObject({ ...entry, maturity: MaturitySchema, platforms: TextsSchema });
const MitigationSchema = z.looseObject({
  ...entry,
  'lifecycle-phases': TextsSchema,
  categories: TextsSchema,
});
const CaseStudySchema = z.looseObject({
  ...entry,
  type: IncidentSchema,
  date: DateSchema.nullish(),
  'date-granularity': z.string().nullish(),
  actor: LineSchema.nullish(),
  target: LineSchema.nullish(),
  reporter: LineSchema.nullish(),
  references: LinksSchema,
});

const relation = { source: IdSchema.nullish(), target: IdSchema };
const RelationSchema = z.looseObject(relation);

/** The relations of one source, by type. */
const RelationsSchema = z.looseObject({
  sequences: list(z.looseObject({ ...relation, position: z.number().int().nullish() })),
  achieves: list(RelationSchema),
  specializes: list(RelationSchema),
  mitigates: list(RelationSchema),
  employs: list(z.looseObject({ ...relation, tactic: IdSchema.nullish(), 'step-id': z.string().nullish() })),
});
export type Relations = z.output<typeof RelationsSchema>;

export const Format6Schema = z.looseObject({
  'format-version': z.string(),
  collection: z.looseObject({
    version: z.union([z.string(), z.number()]),
    'modified-date': DaySchema.nullish(),
  }),
  tactics: z.record(z.string(), TacticSchema),
  techniques: z.record(z.string(), TechniqueSchema),
  mitigations: z.record(z.string(), MitigationSchema),
  'case-studies': z.record(z.string(), CaseStudySchema),
  relationships: z.record(z.string(), RelationsSchema),
});
export type Format6 = z.output<typeof Format6Schema>;
