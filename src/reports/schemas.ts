/** The JSON Schemas that are published: the threat-model file, the settings, every kind of content, and the analysis. */
import { z } from 'zod';
import { RuleSchema } from '../engine/rule/schema.ts';
import { ComponentSchema } from '../knowledge/schema/component.ts';
import { ControlSchema } from '../knowledge/schema/control.ts';
import { CrosswalkSchema } from '../knowledge/schema/crosswalk.ts';
import { FactTableSchema } from '../knowledge/schema/fact.ts';
import { NoteSchema } from '../knowledge/schema/note.ts';
import { ReleaseSchema } from '../knowledge/schema/release.ts';
import { ToolSchema } from '../knowledge/schema/tool.ts';
import { ThreatModelSchema } from '../model/schema.ts';
import { SettingsSchema } from '../model/settings.ts';
import { ReportSchema } from './json.ts';

const SCHEMAS: readonly [name: string, schema: z.ZodType, io: 'input' | 'output'][] = [
  ['threat-model.schema.json', ThreatModelSchema, 'input'],
  ['settings.schema.json', SettingsSchema, 'input'],
  ['rule.schema.json', RuleSchema, 'input'],
  ['control.schema.json', ControlSchema, 'input'],
  ['component.schema.json', ComponentSchema, 'input'],
  ['note.schema.json', NoteSchema, 'input'],
  ['table.schema.json', FactTableSchema, 'input'],
  ['tool.schema.json', ToolSchema, 'input'],
  ['crosswalk.schema.json', CrosswalkSchema, 'input'],
  ['release.schema.json', ReleaseSchema, 'input'],
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
