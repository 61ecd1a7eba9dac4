/** The threat-model file, format 1: one Zod schema from which types, validation and the editors' JSON Schema come. */
import { z } from 'zod';
import { CVSS_PATTERN, cvssProblem } from './cvss.ts';
import {
  CONTROL_STATUSES,
  DATA_CLASSES,
  DATA_FACTS,
  DATA_KINDS,
  DECISIONS,
  ELEMENT_FACTS,
  ELEMENT_TYPES,
  FLOW_FACTS,
  IMPACTS,
  KEBAB_ID,
  LIFECYCLE_STAGES,
  LIKELIHOODS,
  MODEL_STATUSES,
  PLATFORMS,
  REFERENCE_SHAPE,
  STRIDE_CATEGORIES,
} from './vocabulary.ts';

const id = z
  .string()
  .regex(KEBAB_ID, 'a kebab-case id: lower-case letters, digits and single hyphens')
  .max(80, 'an id of at most 80 characters');
const name = z
  .string()
  .trim()
  .min(1, 'a name that is not empty')
  .max(200, 'a name of at most 200 characters');
const prose = z.string().max(20_000, 'a text of at most 20,000 characters');
const date = z.iso.date('a date as YYYY-MM-DD');
const days = z.string().regex(/^[1-9][0-9]{0,3}[dwmy]$/, 'a period such as 90d, 12w, 6m or 1y');
const reference = z
  .string()
  .regex(REFERENCE_SHAPE, 'a reference such as atlas:AML.T0051 or owasp-llm:LLM01:2026')
  .max(200);

const money = z
  .number()
  .min(0, 'an amount of money, 0 or more')
  .max(1e13, 'an amount of at most 10,000,000,000,000');
const cvss = z
  .string()
  .superRefine((vector, context) => {
    const problem = cvssProblem(vector);
    if (problem) context.addIssue({ code: 'custom', message: problem, input: vector });
  })
  .meta({ pattern: CVSS_PATTERN });

const facts = <K extends string>(table: Readonly<Record<K, string>>) =>
  Object.fromEntries(
    Object.entries<string>(table).map(([key, question]) => [
      key,
      z.boolean().optional().describe(`${question} Leave out where not known.`),
    ]),
  ) as Record<K, z.ZodOptional<z.ZodBoolean>>;

const controlUse = z
  .union([
    id,
    z.strictObject({
      use: id.describe('The id of a control of the catalogue.'),
      status: z.enum(CONTROL_STATUSES).default('implemented').describe('What the evidence says.'),
      owner: name.optional(),
      due: date.optional().describe('When a planned control will be in place.'),
      evidence: prose.optional().describe('Where one can see that it works.'),
      note: prose.optional(),
    }),
  ])
  .describe('A control by its id (implemented), or with status, owner, due date and evidence.');

const controls = z
  .array(controlUse)
  .default([])
  .describe('Controls with their status. One not mentioned is not there yet.');

const zone = z.strictObject({
  name,
  trust: z.number().min(0).max(10).describe('0 = anyone on the internet, 10 = the most protected part.'),
  in: id.optional().describe('The zone that holds this one.'),
  description: prose.optional(),
  controls,
});

const dataAsset = z.strictObject({
  name,
  class: z.enum(DATA_CLASSES).describe('How sensitive it is.'),
  kind: z.enum(DATA_KINDS).optional().describe('What it is in the life of a model.'),
  description: prose.optional(),
  subjects: name.optional().describe('Whose personal data it is: customers, patients, employees.'),
  retention: name.optional().describe('How long it is kept: 90d, or a sentence.'),
  value: money
    .optional()
    .describe(
      'What the organisation would lose with all of it (stolen, spoilt or gone), in the currency of wardbook.yaml.',
    ),
  ...facts(DATA_FACTS),
});

const element = z.strictObject({
  type: z.enum(ELEMENT_TYPES).describe('The symbol in a data flow diagram.'),
  kind: id.optional().describe('What it is, from the catalogue of kinds: llm-server, feature-store, agent …'),
  name,
  zone: id.describe('The trust zone it stands in.'),
  description: prose.optional(),
  technologies: z.array(name).default([]),
  processes: z.array(id).default([]).describe('Data it works on (ids under data).'),
  stores: z.array(id).default([]).describe('Data it keeps (ids under data).'),
  controls,
  'out-of-scope': prose.optional().describe('Why nothing is said about it here. Its flows still count.'),
  ...facts(ELEMENT_FACTS),
});

const flow = z.strictObject({
  from: id,
  to: id,
  name: name.optional().describe('What happens, in a few words.'),
  carries: z.array(id).default([]).describe('Data it carries (ids under data).'),
  protocol: name.optional(),
  description: prose.optional(),
  controls,
  ...facts(FLOW_FACTS),
});

const rating = (what: string) => z.number().min(1).max(10).describe(what);
const factor = (what: string) => z.number().min(1).max(2).describe(what);

/** DREAD inputs: five ratings 1–10 and three factors 1–2 for what is special about AI systems. */
export const DreadSchema = z.strictObject({
  damage: rating('How bad it is if the attack succeeds.'),
  reproducibility: rating('How reliably it works again.'),
  exploitability: rating('How little effort and skill it takes.'),
  'affected-users': rating('How many it hits.'),
  discoverability: rating('How easily the weakness is found.'),
  'model-impact': factor('Does it change how the model behaves?').default(1),
  'data-sensitivity': factor('How sensitive is the training or inference data it touches?').default(1),
  'detection-difficulty': factor('How hard is it to notice?').default(1),
});

const ownThreat = z.strictObject({
  on: id.describe('The element or flow it concerns.'),
  title: name,
  description: prose.optional(),
  stride: z.array(z.enum(STRIDE_CATEGORIES)).min(1),
  refs: z.array(reference).default([]),
  dread: DreadSchema.optional(),
  likelihood: z
    .enum(LIKELIHOODS)
    .optional()
    .describe('How often, before controls, for the 5×5 matrix; from the DREAD ratings where left out.'),
  impact: z
    .enum(IMPACTS)
    .optional()
    .describe('How bad, before controls, for the 5×5 matrix; from the DREAD ratings where left out.'),
  cvss: cvss.optional().describe('A CVSS 4.0 vector, shown beside the DREAD score.'),
  'stopped-by': z.array(id).default([]).describe('Controls that together stop it; looked up on its element.'),
  'found-by': name.optional(),
});

const decision = z.strictObject({
  threat: z.string().regex(/^[a-z0-9-]+@[a-z0-9-]+$/, 'the id of a finding, as rule@target'),
  do: z.enum(DECISIONS),
  why: prose.min(1, 'a reason'),
  by: name.describe('Who decided.'),
  on: date.optional().describe('When it was decided.'),
  until: date.optional().describe('When it expires; then the finding is open again.'),
});

const chain = z.strictObject({
  name,
  goal: prose.optional().describe('What the adversary wants in the end.'),
  actor: name.optional(),
  steps: z
    .array(
      z.strictObject({
        technique: reference.describe('The ATLAS technique, as atlas:AML.T0000.'),
        tactic: reference
          .optional()
          .describe('The tactic where a technique has several, as atlas:AML.TA0000.'),
        on: id.describe('The element or flow where it happens.'),
        what: prose.describe('What the adversary does in this system.'),
        detected: z.array(id).default([]).describe('Detective controls that would see it.'),
        prevented: z.array(id).default([]).describe('Preventive controls that would stop it.'),
      }),
    )
    .min(2, 'at least two steps'),
});

const governanceAnswer = z.strictObject({
  answer: z.enum(['met', 'partial', 'gap', 'not-applicable']),
  evidence: prose.optional(),
  owner: name.optional(),
  due: date.optional(),
});

export const ThreatModelSchema = z
  .strictObject({
    wardbook: z.literal(1).describe('The version of the file format.'),
    id: id.optional().describe("The system's id; the file's name where left out."),
    name,
    description: prose.describe('One or two sentences: what the system does and for whom.'),
    notes: prose.optional().describe('Assumptions and what a reader should know, in plain paragraphs.'),
    owner: name.optional(),
    status: z.enum(MODEL_STATUSES).default('draft'),
    reviewed: date.optional(),
    'review-every': days.optional(),
    lifecycle: z.array(z.enum(LIFECYCLE_STAGES)).default([]),
    platform: z.enum(PLATFORMS).optional().describe('What kind of AI is at its core.'),
    tags: z.array(name).default([]),
    value: money
      .optional()
      .describe(
        'What the organisation would lose without the system itself, its data not counted, in the currency of wardbook.yaml.',
      ),
    zones: z.record(id, zone).describe('Trust zones by id.'),
    data: z.record(id, dataAsset).default({}).describe('Data assets by id.'),
    elements: z.record(id, element).describe('Elements of the data flow diagram by id.'),
    flows: z.record(id, flow).default({}).describe('Data flows by id.'),
    controls: controls.describe('Controls that hold for the whole system.'),
    threats: z.record(id, ownThreat).default({}).describe('Threats that people found.'),
    decisions: z.array(decision).default([]),
    chains: z.record(id, chain).default({}).describe('Attack chains worked out in a workshop.'),
    governance: z
      .record(
        z
          .string()
          .regex(
            /^(GOVERN|MAP|MEASURE|MANAGE) [1-9]\.[0-9]{1,2}$/,
            'a NIST AI RMF subcategory such as MEASURE 2.7',
          ),
        governanceAnswer,
      )
      .default({}),
  })
  .meta({
    title: 'Wardbook threat model',
    description: 'One AI system: its zones, data, elements, flows, controls and decisions.',
  });

export type ThreatModelFile = z.output<typeof ThreatModelSchema>;
export type Dread = z.output<typeof DreadSchema>;
