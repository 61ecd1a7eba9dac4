/** What `content/` holds besides rules: frameworks (facts in one table a kind, our prose an entry a file), controls and kinds of element. */
import { z } from 'zod';
import {
  DATA_KINDS,
  ELEMENT_FACTS,
  ELEMENT_TYPES,
  KEBAB_ID,
  LIFECYCLE_STAGES,
  REFERENCE_SHAPE,
  STRIDE_CATEGORIES,
} from '../model/vocabulary.ts';
import { CARRIED_SCHEMES } from './reference.ts';

export const SlugSchema = z.string().regex(KEBAB_ID, 'a kebab-case id').max(80);
const text = z.string().trim().min(1).max(20_000);
/** A reference as content writes it; the name in brackets is checked when files are linked. */
export const ReferenceTextSchema = z
  .string()
  .regex(REFERENCE_SHAPE, 'a reference such as atlas:AML.T0051 (LLM Prompt Injection)');

/** Where the facts of a table come from, and under what terms. Shown on every page made from it. */
export const ProvenanceSchema = z.strictObject({
  source: text.describe('Title of the upstream document or data set.'),
  edition: text.describe('Its edition, such as 2026.09.'),
  url: z.url(),
  licence: text,
  checked: z.iso.date().describe('When the facts were last checked against it.'),
  note: text.optional(),
});

const FACT_KINDS = [
  'tactic',
  'technique',
  'mitigation',
  'case-study',
  'list-item',
  'category',
  'threat-type',
  'tree-node',
  'card',
  'asset',
  'failure-mode',
  'function',
  'subcategory',
] as const;
export type FactKind = (typeof FACT_KINDS)[number];

/** One row of a framework's table: ids, names and relations only. */
export const FactSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  parent: z.string().optional().describe('The id of the entry it belongs to, in the same scheme.'),
  url: z.url().optional(),
  aliases: z.array(z.string()).default([]).describe('Older names and synonyms, for search.'),
  status: z.enum(['published', 'superseded', 'editorial', 'verify']).default('published'),
  'replaced-by': z.array(z.string()).default([]),
  tactics: z.array(z.string()).default([]),
  maturity: z.enum(['feasible', 'demonstrated', 'realized']).optional(),
  platforms: z.array(z.string()).default([]),
  attack: z.string().optional().describe('The ATT&CK id it derives from.'),
  techniques: z.array(z.string()).default([]).describe('ATLAS techniques a mitigation covers.'),
  order: z.number().int().optional(),
  group: z.string().optional().describe('The heading the source lists it under.'),
  property: z.string().optional().describe('The security property it violates or must keep.'),
  elements: z
    .array(z.enum([...ELEMENT_TYPES, 'flow']))
    .default([])
    .describe('The element types it applies to.'),
  stride: z.array(z.enum(STRIDE_CATEGORIES)).default([]),
});
export type Fact = z.output<typeof FactSchema>;

/** `content/<framework>/<table>.yaml`: a bulk table of facts. */
export const FactTableSchema = z.strictObject({
  scheme: z.enum(CARRIED_SCHEMES),
  kind: z.enum(FACT_KINDS),
  title: text,
  provenance: ProvenanceSchema,
  entries: z.array(FactSchema).min(1),
  retired: z
    .array(z.strictObject({ id: z.string(), name: z.string(), 'replaced-by': z.array(z.string()) }))
    .default([])
    .describe('Ids that no longer exist; a reference to one names its replacement.'),
});
export type FactTable = z.output<typeof FactTableSchema>;

/** `content/<framework>/notes/<id>.yaml`: our own writing on one entry. Plain paragraphs, separated by an empty line. */
export const NoteSchema = z.strictObject({
  entry: ReferenceTextSchema.describe('The entry with its name in brackets; both are checked.'),
  summary: text.describe('Two to four sentences that say more than the name.'),
  'in-practice': text.optional().describe('What it looks like in a real system.'),
  detect: text.optional().describe('How to notice it.'),
  test: text.optional().describe('How to check for it.'),
  questions: z.array(text).default([]).describe('What to ask in a review.'),
  example: text.optional(),
});
export type Note = z.output<typeof NoteSchema>;

/** `content/controls/<id>.yaml` */
export const ControlSchema = z.strictObject({
  id: SlugSchema,
  name: z.string().min(1).max(80),
  effect: z.enum(['prevents', 'reduces', 'detects']).describe('What it does to an attack, at its best.'),
  summary: text.describe('What it does, in two or three sentences.'),
  implement: z
    .array(z.strictObject({ on: z.string().min(1).describe('Platform or tool.'), how: text }))
    .min(1)
    .describe('How to put it in place, with real feature names.'),
  verify: z.array(text).min(1).describe('How to see that it works.'),
  effort: z.enum(['low', 'medium', 'high']),
  lifecycle: z.array(z.enum(LIFECYCLE_STAGES)).default([]),
  refs: z.array(ReferenceTextSchema).default([]).describe('ATLAS mitigations, NIST AI RMF subcategories.'),
  aliases: z.array(z.string()).default([]),
});
export type Control = z.output<typeof ControlSchema>;

/** `content/components/<id>.yaml`: a kind of element. A kind inherits everything that is true of its parents. */
export const ComponentSchema = z.strictObject({
  id: SlugSchema,
  name: z.string().min(1).max(80),
  type: z.enum(ELEMENT_TYPES).describe('The symbol it is drawn with.'),
  parents: z.array(SlugSchema).default([]).describe('More general kinds.'),
  ai: z.boolean().describe('Is it there only because the system uses AI?'),
  summary: text,
  technologies: z.array(z.string()).default([]),
  ask: z.array(text).min(1).describe('What to ask first about one.'),
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
