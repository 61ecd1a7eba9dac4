/** `content/<framework>/notes/<id>.yaml`: our own writing on one entry. */
import { z } from 'zod';
import { ProseSchema, ReferenceTextSchema, SlugSchema } from './text.ts';

export const NoteSchema = z.strictObject({
  entry: ReferenceTextSchema.describe('The entry with its name in brackets; both are checked.'),
  synonyms: z
    .array(z.string().trim().min(2).max(80))
    .default([])
    .describe('Other words for it, which the search and the page know; former names are facts.'),
  summary: ProseSchema.describe('Two to four sentences that say more than the name.'),
  'in-practice': ProseSchema.optional().describe('What it looks like in a real system.'),
  detect: ProseSchema.optional().describe('How to notice it.'),
  test: ProseSchema.optional().describe('How to check for it, or how to assess a system for it.'),
  mitigate: ProseSchema.optional().describe('What to do about it.'),
  questions: z.array(ProseSchema).default([]).describe('What to ask in a review.'),
  evidence: z.array(ProseSchema).default([]).describe('What an assessor would accept as evidence.'),
  example: ProseSchema.optional(),
  controls: z.array(SlugSchema).default([]).describe('Our controls that answer it.'),
  unmodelled: ProseSchema.optional().describe(
    'For a technique that no rule speaks about: why a design cannot tell.',
  ),
  applies: z
    .array(
      z.strictObject({
        technique: ReferenceTextSchema,
        how: ProseSchema.describe('How the mitigation applies to this technique.'),
      }),
    )
    .default([])
    .describe('For a mitigation: each technique that it covers.'),
  steps: z
    .array(
      z.strictObject({
        technique: ReferenceTextSchema,
        did: ProseSchema.describe('What was done, in the past tense.'),
      }),
    )
    .default([])
    .describe('For a case study: the procedure, row by row as in the table of facts.'),
});
export type Note = z.output<typeof NoteSchema>;
