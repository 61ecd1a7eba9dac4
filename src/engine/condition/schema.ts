/**
 * The condition language of rules, as a schema: a misspelt property is an error when the rule is loaded.
 *
 * A map with several keys means that all of them hold. `applies.where` speaks about facts; `unless` may also
 * speak about controls. Every condition answers yes, no or unknown; control conditions also `partly`.
 */
import { z } from 'zod';
import { SlugSchema } from '../../knowledge/schema/text.ts';
import {
  DATA_CLASSES,
  DATA_FACTS,
  DATA_KINDS,
  ELEMENT_FACTS,
  ELEMENT_TYPES,
  FLOW_FACTS,
  LIFECYCLE_STAGES,
  PLATFORMS,
} from '../../model/vocabulary.ts';

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);
const trust = z.number().min(0).max(11);

const factConditions = <K extends string>(table: Readonly<Record<K, string>>) =>
  Object.fromEntries(Object.keys(table).map((key) => [key, z.boolean().optional()])) as Record<
    K,
    z.ZodOptional<z.ZodBoolean>
  >;

const controlConditions = {
  control: SlugSchema.optional().describe('This control is in place.'),
  'any-control': z.array(SlugSchema).min(1).optional().describe('One of these controls is in place.'),
  'all-controls': z.array(SlugSchema).min(1).optional().describe('All of these controls are in place.'),
};

const combinators = <T extends z.ZodType>(self: () => T) => ({
  get all() {
    return z.array(self()).min(1).optional();
  },
  get any() {
    return z.array(self()).min(1).optional();
  },
  get not() {
    return self().optional();
  },
});

/** A data asset: its class, kind and facts. */
export const DataConditionSchema = z.strictObject({
  kind: oneOrMore(z.enum(DATA_KINDS)).optional(),
  class: oneOrMore(z.enum(DATA_CLASSES)).optional(),
  'class-at-least': z.enum(DATA_CLASSES).optional(),
  ...factConditions(DATA_FACTS),
});
export type DataCondition = z.output<typeof DataConditionSchema>;

const reach = z.strictObject({
  'trust-below': trust.optional(),
  kind: oneOrMore(SlugSchema).optional(),
  type: oneOrMore(z.enum(ELEMENT_TYPES)).optional(),
});

export type ElementCondition = {
  type?: string | string[] | undefined;
  kind?: string | string[] | undefined;
  'trust-below'?: number | undefined;
  'trust-at-least'?: number | undefined;
  processes?: DataCondition | undefined;
  stores?: DataCondition | undefined;
  /** processes or stores */
  holds?: DataCondition | undefined;
  /** Receives such a flow. */
  receives?: FlowCondition | undefined;
  /** Sends such a flow. */
  sends?: FlowCondition | undefined;
  'reachable-from'?: z.output<typeof reach> | undefined;
  all?: ElementCondition[] | undefined;
  any?: ElementCondition[] | undefined;
  not?: ElementCondition | undefined;
} & { [K in keyof typeof ELEMENT_FACTS]?: boolean | undefined } & ControlCondition;

export type FlowCondition = {
  crosses?: boolean | undefined;
  /** To a more trusted zone. */
  'into-higher-trust'?: boolean | undefined;
  carries?: DataCondition | undefined;
  from?: ElementCondition | undefined;
  to?: ElementCondition | undefined;
  all?: FlowCondition[] | undefined;
  any?: FlowCondition[] | undefined;
  not?: FlowCondition | undefined;
} & { [K in keyof typeof FLOW_FACTS]?: boolean | undefined } & ControlCondition;

export type SystemCondition = {
  platform?: string | string[] | undefined;
  lifecycle?: string | string[] | undefined;
  'has-element'?: ElementCondition | undefined;
  'has-flow'?: FlowCondition | undefined;
  'has-data'?: DataCondition | undefined;
  all?: SystemCondition[] | undefined;
  any?: SystemCondition[] | undefined;
  not?: SystemCondition | undefined;
} & ControlCondition;

export interface ControlCondition {
  control?: string | undefined;
  'any-control'?: string[] | undefined;
  'all-controls'?: string[] | undefined;
}

export const ElementConditionSchema: z.ZodType<ElementCondition> = z.lazy(() =>
  z.strictObject({
    type: oneOrMore(z.enum(ELEMENT_TYPES)).optional(),
    kind: oneOrMore(SlugSchema).optional(),
    'trust-below': trust.optional(),
    'trust-at-least': trust.optional(),
    processes: DataConditionSchema.optional(),
    stores: DataConditionSchema.optional(),
    holds: DataConditionSchema.optional(),
    receives: FlowConditionSchema.optional(),
    sends: FlowConditionSchema.optional(),
    'reachable-from': reach.optional(),
    ...factConditions(ELEMENT_FACTS),
    ...controlConditions,
    ...combinators(() => ElementConditionSchema),
  }),
);

export const FlowConditionSchema: z.ZodType<FlowCondition> = z.lazy(() =>
  z.strictObject({
    crosses: z.boolean().optional(),
    'into-higher-trust': z.boolean().optional(),
    carries: DataConditionSchema.optional(),
    from: ElementConditionSchema.optional(),
    to: ElementConditionSchema.optional(),
    ...factConditions(FLOW_FACTS),
    ...controlConditions,
    ...combinators(() => FlowConditionSchema),
  }),
);

export const SystemConditionSchema: z.ZodType<SystemCondition> = z.lazy(() =>
  z.strictObject({
    platform: oneOrMore(z.enum(PLATFORMS)).optional(),
    lifecycle: oneOrMore(z.enum(LIFECYCLE_STAGES)).optional(),
    'has-element': ElementConditionSchema.optional(),
    'has-flow': FlowConditionSchema.optional(),
    'has-data': DataConditionSchema.optional(),
    ...controlConditions,
    ...combinators(() => SystemConditionSchema),
  }),
);
