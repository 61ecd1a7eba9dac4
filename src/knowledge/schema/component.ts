/** `content/components/<id>.yaml`: a kind of element. A kind inherits everything that is true of its parents. */
import { z } from 'zod';
import { DATA_KINDS, ELEMENT_FACTS, ELEMENT_TYPES } from '../../model/vocabulary.ts';
import { ProseSchema, SlugSchema } from './text.ts';

export const ComponentSchema = z.strictObject({
  id: SlugSchema,
  name: z.string().min(1).max(80),
  type: z.enum(ELEMENT_TYPES).describe('The symbol it is drawn with.'),
  parents: z.array(SlugSchema).default([]).describe('More general kinds.'),
  ai: z.boolean().describe('Is it there only because the system uses AI?'),
  summary: ProseSchema,
  technologies: z.array(z.string()).default([]),
  ask: z.array(ProseSchema).min(1).describe('What to ask first about one.'),
  facts: z
    .partialRecord(
      z.enum(Object.keys(ELEMENT_FACTS) as [keyof typeof ELEMENT_FACTS, ...(keyof typeof ELEMENT_FACTS)[]]),
      z.boolean(),
    )
    .default({})
    .describe('Facts that hold for every one of this kind unless the model says otherwise.'),
  holds: z.array(z.enum(DATA_KINDS)).default([]).describe('Kinds of data it typically holds.'),
  aliases: z.array(z.string()).default([]),
});
export type Component = z.output<typeof ComponentSchema>;
