/** What a workspace may set in `wardbook.yaml`: weights, thresholds, the 5×5 tables, loss assumptions. Every default stands here. */
import { z } from 'zod';
import { checkSettings } from './settings-check.ts';
import { IMPACTS, type Impact, type Likelihood, type StrideCategory } from './vocabulary.ts';

/** The name of the file, next to `threat-models/`. */
export const SETTINGS_FILE = 'wardbook.yaml';

const number = (least: number, most: number, standard: number, what: string) =>
  z
    .number()
    .min(least, `a number from ${least} to ${most}`)
    .max(most, `a number from ${least} to ${most}`)
    .default(standard)
    .describe(`${what} Default: ${standard}.`);

/** A map whose members all have defaults may be left out as a whole. */
const group = <S extends z.ZodRawShape>(what: string, shape: S) =>
  z
    .strictObject(shape)
    .prefault({} as never)
    .describe(what);

const shares = (standard: number, who: string) => number(0, 1, standard, `What ${who} leaves of the score.`);
const weight = (what: string) => number(0, 10, 1, `The weight of ${what} in the base score.`);
const factor = (what: string) =>
  group(`Bounds of ${what}. A factor outside is moved to the bound, and the step is listed.`, {
    least: number(1, 2, 1, 'The least it counts.'),
    most: number(1, 2, 2, 'The most it counts; 1 switches the factor off.'),
  });

const severity = z.enum(['critical', 'high', 'medium', 'low', 'info']);
const impactCells = (row: Likelihood, standard: Record<Impact, z.output<typeof severity>>) =>
  group(
    `Ratings where it is ${row}, by impact.`,
    Object.fromEntries(
      IMPACTS.map((impact) => [
        impact,
        severity.default(standard[impact]).describe(`${row} × ${impact}. Default: ${standard[impact]}.`),
      ]),
    ) as Record<Impact, z.ZodDefault<typeof severity>>,
  );
const row = (...cells: z.output<typeof severity>[]) =>
  Object.fromEntries(IMPACTS.map((impact, i) => [impact, cells[i]])) as Record<
    Impact,
    z.output<typeof severity>
  >;

const range = (standard: readonly [number, number], most: number, what: string) =>
  z
    .tuple(
      [z.number().min(0).max(most), z.number().min(0).max(most)],
      `two numbers, each 0 to ${most}: [low, high]`,
    )
    .default([...standard])
    .describe(`${what} Default: [${standard.join(', ')}].`);
const times = (who: string, low: number, high: number) =>
  range([low, high], 1000, `How many times a year what is ${who} happens, from and to.`);
const part = (who: string, low: number, high: number) =>
  range([low, high], 1, `What part of the value an incident of ${who} impact costs, from and to.`);

const STAKES = ['data', 'system'] as const;
const stake = (category: StrideCategory, ...standard: (typeof STAKES)[number][]) =>
  z
    .array(z.enum(STAKES))
    .default(standard)
    .describe(
      `What ${category} puts at stake: data at the target, the system. Default: [${standard.join(', ')}].`,
    );

const scoring = group('DREAD adapted for AI.', {
  weights: group('base = weighted mean of the five ratings.', {
    damage: weight('damage'),
    reproducibility: weight('reproducibility'),
    exploitability: weight('exploitability'),
    'affected-users': weight('affected users'),
    discoverability: weight('discoverability'),
  }),
  factors: group('adjusted = min(10, base × cube root of the product of the three factors).', {
    'model-impact': factor('model impact'),
    'data-sensitivity': factor('data sensitivity'),
    'detection-difficulty': factor('detection difficulty'),
  }),
  unrated: number(1, 10, 5, 'What an own threat without ratings counts on each of the five scales.'),
  severity: group('The adjusted score from which each severity begins; below low it is info.', {
    critical: number(0, 10, 8, 'Critical from.'),
    high: number(0, 10, 6, 'High from.'),
    medium: number(0, 10, 4, 'Medium from.'),
    low: number(0, 10, 2, 'Low from.'),
  }),
  context: group('How the place of a target moves its exploitability and discoverability.', {
    'exposed-trust': number(0, 10, 2, 'Reached from a zone of at most this trust, a target is exposed.'),
    'exposed-step': number(0, 5, 1, 'What is added to both ratings where it is exposed.'),
    'sheltered-trust': number(0, 10, 6, 'Where nothing below this trust reaches it, a target is sheltered.'),
    'sheltered-step': number(-5, 0, -1, 'What is added to both ratings where it is sheltered.'),
  }),
  sensitivity: group('The least data-sensitivity factor for the most sensitive data at a target.', {
    public: number(1, 2, 1, 'For public data.'),
    internal: number(1, 2, 1.1, 'For internal data.'),
    confidential: number(1, 2, 1.3, 'For confidential data.'),
    restricted: number(1, 2, 1.5, 'For restricted data.'),
    personal: number(0, 1, 0.2, 'Added where it is personal.'),
    'special-category': number(0, 1, 0.3, 'Added where it holds a special category of personal data.'),
  }),
  residual: group('What controls that are in place leave of the score.', {
    stops: group('A control that stops the threat by the rule’s own word.', {
      prevents: shares(0.3, 'a preventing control'),
      reduces: shares(0.6, 'a reducing control'),
    }),
    helps: group('A control that only helps.', {
      prevents: shares(0.7, 'a preventing control'),
      reduces: shares(0.8, 'a reducing control'),
    }),
    partial: number(0, 1, 0.5, 'How much of its effect a control has that is partly in place.'),
    'detection-step': number(0, 1, 0.4, 'What a detecting control takes from the detection difficulty.'),
    mitigated: shares(0.3, 'a mitigated threat at most'),
  }),
});

const risk = group('Likelihood × impact, beside the DREAD score.', {
  'likelihood-from': group(
    'Likelihood = mean of reproducibility, exploitability and discoverability; each class begins at. Below is rare.',
    {
      unlikely: number(0, 10, 2, 'Unlikely from.'),
      possible: number(0, 10, 4, 'Possible from.'),
      likely: number(0, 10, 6, 'Likely from.'),
      'almost-certain': number(0, 10, 8, 'Almost certain from.'),
    },
  ),
  'impact-from': group(
    'Impact = mean of damage and affected users × cube root of model impact; each class begins at. Below is negligible.',
    {
      minor: number(0, 10, 2, 'Minor from.'),
      moderate: number(0, 10, 4, 'Moderate from.'),
      major: number(0, 10, 6, 'Major from.'),
      severe: number(0, 10, 8, 'Severe from.'),
    },
  ),
  matrix: group(
    'The rating of each pair. The defaults follow the product of the two ranks: 1 info, 2–4 low, 5–9 medium, 10–16 high, 20 and more critical.',
    {
      rare: impactCells('rare', row('info', 'low', 'low', 'low', 'medium')),
      unlikely: impactCells('unlikely', row('low', 'low', 'medium', 'medium', 'high')),
      possible: impactCells('possible', row('low', 'medium', 'medium', 'high', 'high')),
      likely: impactCells('likely', row('low', 'medium', 'high', 'high', 'critical')),
      'almost-certain': impactCells('almost-certain', row('medium', 'high', 'high', 'critical', 'critical')),
    },
  ),
});

const loss = group(
  'Expected loss a year = value × frequency × share, low and high. Assumptions, not measurements.',
  {
    frequency: group('How often an incident happens in a year, by the likelihood that controls leave.', {
      rare: times('rare', 0.005, 0.02),
      unlikely: times('unlikely', 0.02, 0.1),
      possible: times('possible', 0.1, 0.3),
      likely: times('likely', 0.3, 1),
      'almost-certain': times('almost certain', 1, 3),
    }),
    share: group('What part of a value one incident costs, by impact.', {
      negligible: part('negligible', 0, 0.01),
      minor: part('minor', 0.01, 0.05),
      moderate: part('moderate', 0.05, 0.2),
      major: part('major', 0.2, 0.5),
      severe: part('severe', 0.5, 1),
    }),
    'at-stake': group(
      'Whose value a finding puts at stake, by its STRIDE categories. A finding on the whole system always counts the system.',
      {
        spoofing: stake('spoofing', 'data'),
        tampering: stake('tampering', 'data'),
        repudiation: stake('repudiation', 'data'),
        'information-disclosure': stake('information-disclosure', 'data'),
        'denial-of-service': stake('denial-of-service', 'system'),
        'elevation-of-privilege': stake('elevation-of-privilege', 'data', 'system'),
      },
    ),
  },
);

export const SettingsSchema = z
  .strictObject({
    wardbook: z.literal(1).describe('The version of the file format.'),
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'a currency code of ISO 4217 such as EUR')
      .default('EUR')
      .describe('The currency of every value in the models, as ISO 4217 code. Default: EUR.'),
    scoring,
    risk,
    loss,
  })
  .superRefine(checkSettings)
  .meta({
    title: 'Wardbook settings',
    description: 'Weights, thresholds and assumptions of a workspace. What is left out has its default.',
  });

export type Settings = z.output<typeof SettingsSchema>;
export type ScoringSettings = Settings['scoring'];

export const DEFAULT_SETTINGS: Settings = SettingsSchema.parse({ wardbook: 1 });
