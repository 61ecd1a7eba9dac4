/** `content/<framework>/<table>.yaml`: a bulk table of facts, one row an entry: ids, names and relations only. */
import { z } from 'zod';
import { ELEMENT_TYPES, STRIDE_CATEGORIES } from '../../model/vocabulary.ts';
import { CARRIED_SCHEMES } from '../reference.ts';
import { ProseSchema, ProvenanceSchema, ReferenceTextSchema, TRUST } from './text.ts';

const ids = z.array(z.string().min(1)).default([]);

/** Every field that a row of some kind may have; which kind has which is said in `FIELDS`. */
const AnyFactSchema = z.strictObject({
  id: z.string().min(1).max(60),
  name: z.string().min(1).max(200),
  parent: z.string().optional().describe('The id of the entry it belongs to, in the same scheme.'),
  url: z.url().optional(),
  aliases: ids.describe('Older names and synonyms, for search.'),
  status: z.enum(TRUST).default('published'),
  'replaced-by': ids,
  change: ProseSchema.optional().describe('What became of it in the edition that replaced it.'),
  order: z.number().int().optional(),
  group: z.string().optional().describe('The heading the source lists it under.'),
  created: z.iso.date().optional(),
  modified: z.iso.date().optional(),
  tactics: ids,
  maturity: z.enum(['feasible', 'demonstrated', 'realized']).optional(),
  platforms: ids,
  attack: z.string().optional().describe('The ATT&CK id it derives from.'),
  techniques: ids.describe('ATLAS techniques a mitigation covers.'),
  category: ids.describe('What sort of measure a mitigation is.'),
  lifecycle: ids.describe('The stages its source assigns it to, in the source’s words.'),
  incident: z.enum(['incident', 'exercise']).optional(),
  date: z
    .string()
    .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'a date, a month or a year: 2025-06-11, 2025-06 or 2025')
    .optional()
    .describe('When it happened, as exactly as the source says.'),
  target: z.string().optional(),
  actor: z.string().optional(),
  reporter: z.string().optional(),
  procedure: z
    .array(z.strictObject({ technique: z.string(), tactic: z.string().optional() }))
    .default([])
    .describe('The techniques used.'),
  ordered: z.boolean().optional().describe('Does the order of the procedure follow the events?'),
  references: z.array(z.url()).default([]),
  property: z.string().optional().describe('The security property it violates or must keep.'),
  elements: z
    .array(z.enum([...ELEMENT_TYPES, 'flow']))
    .default([])
    .describe('The element types it applies to.'),
  stride: z.array(z.enum(STRIDE_CATEGORIES)).default([]),
  strategies: z.array(ReferenceTextSchema).default([]).describe('Privacy strategies that counter it.'),
  objectives: ids.describe('Ids of the attacker’s objectives, in the same scheme.'),
  taxonomies: ids.describe('The kinds of AI its source lists it under.'),
});
export type Fact = z.output<typeof AnyFactSchema>;
type Field = keyof Fact;

const COMMON: readonly Field[] = [
  'id',
  'name',
  'parent',
  'url',
  'aliases',
  'status',
  'replaced-by',
  'change',
  'order',
  'group',
];

/** What a row of each kind may say beyond the common fields. */
const FIELDS = {
  tactic: ['attack', 'created', 'modified'],
  technique: ['tactics', 'maturity', 'platforms', 'attack', 'created', 'modified'],
  mitigation: ['techniques', 'category', 'lifecycle', 'attack', 'created', 'modified'],
  'case-study': ['incident', 'date', 'target', 'actor', 'reporter', 'procedure', 'ordered', 'references'],
  'list-item': [],
  category: ['property', 'elements', 'stride'],
  'threat-type': ['elements', 'strategies'],
  'tree-node': ['elements'],
  card: ['elements'],
  strategy: [],
  asset: ['property', 'stride'],
  'failure-mode': ['property', 'stride'],
  function: [],
  subcategory: [],
  risk: [],
  objective: [],
  attack: ['objectives', 'taxonomies'],
  article: [],
  clause: [],
} as const satisfies Readonly<Record<string, readonly Field[]>>;
export type FactKind = keyof typeof FIELDS;

const tableOf = <K extends FactKind>(kind: K) => {
  const fields = Object.fromEntries([...COMMON, ...FIELDS[kind]].map((field) => [field, true]));
  // A row is read with the fields of its kind, then filled up, so that every fact has the same shape in memory.
  const row = AnyFactSchema.pick(fields as Partial<Record<Field, true>>).transform((fact) =>
    AnyFactSchema.parse(fact),
  );
  return z.strictObject({
    scheme: z.enum(CARRIED_SCHEMES),
    kind: z.literal(kind),
    title: ProseSchema,
    provenance: ProvenanceSchema,
    entries: z.array(row).min(1),
    retired: z
      .array(
        z.strictObject({
          id: z.string(),
          name: z.string(),
          'replaced-by': z.array(z.string()),
          change: ProseSchema.optional().describe('What became of it.'),
        }),
      )
      .default([])
      .describe('Ids that no longer exist; a reference to one names its replacement.'),
  });
};

const KINDS = Object.keys(FIELDS) as [FactKind, ...FactKind[]];
const [first, ...rest] = KINDS.map(tableOf);
if (!first) throw new Error('no kind of fact');

/** One schema a kind: a field that another kind has is an unknown key here. */
export const FactTableSchema = z.discriminatedUnion('kind', [first, ...rest]);
export type FactTable = z.output<typeof FactTableSchema>;
