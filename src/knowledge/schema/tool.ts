/** `content/tools/<id>.yaml`: a tool that tests what a threat says, with the names its own registry uses. */
import { z } from 'zod';
import { ProseSchema, ProvenanceSchema, ReferenceTextSchema, SlugSchema, TRUST } from './text.ts';

export const ToolSchema = z.strictObject({
  id: SlugSchema,
  name: z.string().min(1).max(80),
  summary: ProseSchema.describe('What it does and for whom, in two or three sentences.'),
  state: z
    .enum(['active', 'slow', 'moved', 'dormant', 'unmaintained'])
    .describe('How alive it was when its facts were checked.'),
  'state-note': ProseSchema.optional(),
  leaves: z
    .enum(['no', 'some', 'yes'])
    .describe('Do prompts or data leave the machine, other than to the system under test?'),
  'leaves-note': ProseSchema,
  provenance: ProvenanceSchema,
  run: ProseSchema.optional().describe('A command or a configuration that runs, as text.'),
  cautions: z.array(ProseSchema).default([]),
  mapping: z.enum(TRUST).default('editorial').describe('Who says which technique a check tests.'),
  checks: z
    .array(
      z.strictObject({
        use: z.string().min(1).max(120).describe('The name to select it by, such as probes.dan.'),
        names: z
          .array(z.string())
          .default([])
          .describe('What it holds: classes or recipes that run when it is selected.'),
        'by-name': z
          .array(z.string())
          .default([])
          .describe('What it holds that runs only when named in full.'),
        sort: z.enum(['attack', 'defence', 'robustness']).default('attack'),
        note: ProseSchema.optional(),
        remote: z.boolean().default(false).describe('Does it need a service of the tool’s maker?'),
        refs: z
          .array(ReferenceTextSchema)
          .default([])
          .describe('What it tests, or which mitigation it is an instance of.'),
      }),
    )
    .default([]),
});
export type Tool = z.output<typeof ToolSchema>;
