/** `content/controls/<id>.yaml`: a measure that a model can claim and a rule can ask for. */
import { z } from 'zod';
import { LIFECYCLE_STAGES } from '../../model/vocabulary.ts';
import { ProseSchema, ReferenceTextSchema, SlugSchema } from './text.ts';

export const ControlSchema = z.strictObject({
  id: SlugSchema,
  name: z.string().min(1).max(80),
  effect: z.enum(['prevents', 'reduces', 'detects']).describe('What it does to an attack, at its best.'),
  summary: ProseSchema.describe('What it does, in two or three sentences.'),
  implement: z
    .array(z.strictObject({ on: z.string().min(1).describe('Platform or tool.'), how: ProseSchema }))
    .min(1)
    .describe('How to put it in place, with real feature names.'),
  verify: z.array(ProseSchema).min(1).describe('How to see that it works.'),
  effort: z.enum(['low', 'medium', 'high']),
  lifecycle: z.array(z.enum(LIFECYCLE_STAGES)).default([]),
  refs: z.array(ReferenceTextSchema).default([]).describe('ATLAS mitigations, NIST AI RMF subcategories.'),
  aliases: z.array(z.string()).default([]),
});
export type Control = z.output<typeof ControlSchema>;
