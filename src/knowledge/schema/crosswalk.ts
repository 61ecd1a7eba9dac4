/** `content/crosswalk/<table>.yaml`: links between the frameworks as one document states them. */
import { z } from 'zod';
import { ProseSchema, ReferenceTextSchema, SlugSchema, TRUST } from './text.ts';

export const RELATIONSHIPS = [
  'related',
  'adapted-from',
  'references',
  'legal-anchor',
  'defended-by',
  'typical-technique',
  'mitigation-cites',
] as const;
export type Relationship = (typeof RELATIONSHIPS)[number];

export const CrosswalkSchema = z.strictObject({
  id: SlugSchema,
  title: ProseSchema,
  authority: ProseSchema.describe('Who says that the two ends belong together.'),
  document: ProseSchema.optional().describe('Where it is printed.'),
  status: z.enum(TRUST),
  note: ProseSchema.optional(),
  rows: z
    .array(
      z.strictObject({
        from: ReferenceTextSchema,
        to: ReferenceTextSchema,
        relationship: z.enum(RELATIONSHIPS),
        strength: z.enum(['primary', 'supporting']).optional(),
        edition: z.string().optional().describe('The edition of the far end that the document names.'),
        as: z
          .string()
          .optional()
          .describe('What the document calls the far end, where its id or name has changed since.'),
      }),
    )
    .min(1),
});
export type Crosswalk = z.output<typeof CrosswalkSchema>;
