/** The small shapes that every kind of content is made of. */
import { z } from 'zod';
import { KEBAB_ID, REFERENCE_SHAPE } from '../../model/vocabulary.ts';

export const SlugSchema = z.string().regex(KEBAB_ID, 'a kebab-case id').max(80);

/** Plain paragraphs, separated by an empty line. */
export const ProseSchema = z.string().trim().min(1).max(20_000);

/** A reference as content writes it; the name in brackets is checked when files are linked. */
export const ReferenceTextSchema = z
  .string()
  .regex(REFERENCE_SHAPE, 'a reference such as atlas:AML.T0051 (LLM Prompt Injection)');

/** Where facts come from, and under what terms. Shown on every page made from them. */
export const ProvenanceSchema = z.strictObject({
  source: ProseSchema.describe('Title of the upstream document or data set.'),
  edition: ProseSchema.describe('Its edition, such as 2026.09.'),
  url: z.url(),
  licence: ProseSchema,
  checked: z.iso.date().describe('When the facts were last checked against it.'),
  note: ProseSchema.optional(),
});
export type Provenance = z.output<typeof ProvenanceSchema>;

/** How far a row can be trusted: printed by its authority, replaced by a newer edition, our own proposal, or from memory. */
export const TRUST = ['published', 'superseded', 'editorial', 'verify'] as const;
export type Trust = (typeof TRUST)[number];
