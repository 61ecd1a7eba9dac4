/** The JSON Schemas that are published: the threat-model file, rules, controls, kinds, and the analysis. */
import { z } from 'zod';
import { RuleSchema } from '../engine/rule/schema.ts';
import { ComponentSchema } from '../knowledge/schema/component.ts';
import { ControlSchema } from '../knowledge/schema/control.ts';
import { ThreatModelSchema } from '../model/schema.ts';
import { ReportSchema } from './json.ts';

const SCHEMAS: readonly [name: string, schema: z.ZodType, io: 'input' | 'output'][] = [
  ['threat-model.schema.json', ThreatModelSchema, 'input'],
  ['rule.schema.json', RuleSchema, 'input'],
  ['control.schema.json', ControlSchema, 'input'],
  ['component.schema.json', ComponentSchema, 'input'],
  ['analysis.schema.json', ReportSchema, 'output'],
];

/** File name and text of each. */
export function publishedSchemas(): Map<string, string> {
  return new Map(
    SCHEMAS.map(([name, schema, io]) => [
      name,
      `${JSON.stringify(z.toJSONSchema(schema, { io, unrepresentable: 'any' }), null, 2)}\n`,
    ]),
  );
}
