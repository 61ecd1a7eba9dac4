/** `content/changes/<id>.yaml`: what one release of an upstream list changed in the knowledge base. */
import { z } from 'zod';
import { CARRIED_SCHEMES } from '../reference.ts';
import { ProseSchema, SlugSchema } from './text.ts';

const name = z.string().min(1).max(200);
const id = z.string().min(1).max(60);

export const ReleaseSchema = z.strictObject({
  id: SlugSchema,
  title: ProseSchema.describe('Such as MITRE ATLAS 2026.09.'),
  scheme: z.enum(CARRIED_SCHEMES),
  from: ProseSchema.describe('The edition that was carried before.'),
  to: ProseSchema,
  released: z.iso.date().describe('When the authority released it.'),
  summary: ProseSchema.optional().describe('What it means for a reader, in two or three sentences.'),
  added: z.array(z.strictObject({ id, name })).default([]),
  renamed: z.array(z.strictObject({ id, from: name, to: name })).default([]),
  retired: z
    .array(
      z.strictObject({ id, name, 'replaced-by': z.array(id).default([]), change: ProseSchema.optional() }),
    )
    .default([]),
  replaced: z
    .array(z.strictObject({ id, name, by: z.array(id).min(1), change: ProseSchema.optional() }))
    .default([])
    .describe('Entries of the former edition, which stay as its own, and what says the same in the new one.'),
  moved: z
    .array(z.strictObject({ id, from: z.array(id), to: z.array(id) }))
    .default([])
    .describe('Techniques that stand under other tactics now.'),
});
export type Release = z.output<typeof ReleaseSchema>;
