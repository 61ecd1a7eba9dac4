/** A rule of the threat catalogue, `content/rules/<id>.yaml`: who is concerned, what stops it, what it refers to, and examples that run as tests. */
import { z } from 'zod';
import { ReferenceTextSchema, SlugSchema } from '../../knowledge/schema/text.ts';
import { DreadSchema } from '../../model/schema.ts';
import { STRIDE_CATEGORIES } from '../../model/vocabulary.ts';
import { ElementConditionSchema, FlowConditionSchema, SystemConditionSchema } from '../condition/schema.ts';

const text = z.string().trim().min(1).max(4_000);

/** A reason a rating deserves; the defaults of the factors are those of the model schema. */
const reasons = z.strictObject({ why: text.optional().describe('Why these ratings.') });

const example = z.strictObject({
  name: text.describe('What the example shows.'),
  model: z
    .record(z.string(), z.unknown())
    .describe('A minimal threat model; wardbook, name and description may be left out.'),
  on: SlugSchema.describe(
    'The element or flow the rule is expected to speak about; `system` for a system rule.',
  ),
});

const meta = {
  id: SlugSchema,
  title: text.describe('The threat in a few words; {element}, {flow}, {from}, {to}, {data} stand for names.'),
  summary: text.describe('What happens and why it matters here, in two to four sentences.'),
  question: text.describe('What to ask the team.'),
  ai: z.boolean().describe('Does it exist only because the system uses AI?'),
  misuse: z
    .boolean()
    .default(false)
    .describe('Is it about harm done with the system as it was built, not about an attack on it?'),
  stride: z.array(z.enum(STRIDE_CATEGORIES)).min(1),
  'stride-ai': z.array(z.string()).default([]).describe('STRIDE-AI assets it concerns, by name.'),
  linddun: z.array(z.string()).default([]).describe('LINDDUN tree nodes, such as L.2.1.'),
  refs: z.array(ReferenceTextSchema).default([]),
  dread: z.strictObject({ ...DreadSchema.shape, ...reasons.shape }),
  refines: z
    .array(SlugSchema)
    .default([])
    .describe('More general rules that fold under this one on the same target.'),
  controls: z
    .array(SlugSchema)
    .default([])
    .describe('Controls that help, the best first. Those of `unless` belong here too.'),
  verify: z
    .array(
      z.union([
        z.strictObject({ tool: z.string().min(1), use: z.string().min(1), note: text.optional() }),
        z.strictObject({ manual: text }),
      ]),
    )
    .default([]),
  examples: z.strictObject({
    found: z.array(example).min(1),
    clear: z.array(example).min(1),
    asked: z.array(example).default([]),
  }),
  deprecated: text.optional().describe('Why it no longer speaks; it stays so that its id is never reused.'),
  aliases: z.array(SlugSchema).default([]).describe('Former ids.'),
};

/** Where the finding stands that a general one folds under, seen from the target of the general one. */
const foldsInto = <const T extends readonly [string, ...string[]]>(places: T) =>
  z
    .array(
      z.strictObject({
        rule: SlugSchema,
        on: z
          .enum(places)
          .describe(
            '`here`: the same target; `to`, `from`: an end of the flow; `receivers`: what the element sends to.',
          ),
      }),
    )
    .default([])
    .describe(
      'Findings that ask for the same remedy where that remedy belongs, the best first: this one is listed under the first of them that is at least as unresolved. Both must have the same STRIDE category and a control that stops them both; on the same target one of the two is enough. A finding that waits for an answer only folds under one that waits too, and hands its question over; one that a person has decided stands on its own.',
    );

const elementRule = z.strictObject({
  ...meta,
  'folds-into': foldsInto(['here', 'receivers']),
  applies: z.strictObject({
    to: z.enum(['process', 'data-store', 'external-entity', 'element']),
    where: ElementConditionSchema.optional(),
  }),
  unless: ElementConditionSchema.optional(),
});
const flowRule = z.strictObject({
  ...meta,
  'folds-into': foldsInto(['here', 'to', 'from']),
  applies: z.strictObject({ to: z.enum(['flow', 'crossing']), where: FlowConditionSchema.optional() }),
  unless: FlowConditionSchema.optional(),
});
const systemRule = z.strictObject({
  ...meta,
  'folds-into': foldsInto(['here']),
  applies: z.strictObject({ to: z.literal('system'), where: SystemConditionSchema.optional() }),
  unless: SystemConditionSchema.optional(),
});

const target = z.looseObject({
  applies: z.looseObject({
    to: z.enum(['process', 'data-store', 'external-entity', 'element', 'flow', 'crossing', 'system']),
  }),
});

/** Picks the schema by what the rule applies to, so that errors speak about the right properties. */
export function ruleSchemaFor(value: unknown): z.ZodType<Rule> {
  const parsed = target.safeParse(value);
  if (!parsed.success) return target as unknown as z.ZodType<Rule>;
  const to = parsed.data.applies.to;
  if (to === 'system') return systemRule as z.ZodType<Rule>;
  return (to === 'flow' || to === 'crossing' ? flowRule : elementRule) as z.ZodType<Rule>;
}

/** Any rule, for editors. */
export const RuleSchema = z.union([elementRule, flowRule, systemRule]).meta({ title: 'Wardbook rule' });

export type ElementRule = z.output<typeof elementRule>;
export type FlowRule = z.output<typeof flowRule>;
export type SystemRule = z.output<typeof systemRule>;
export type Rule = ElementRule | FlowRule | SystemRule;
/** One entry of `folds-into`. */
export type FoldsInto = Rule['folds-into'][number];
export type RuleExample = z.output<typeof example>;
