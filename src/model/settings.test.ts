import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { validate } from '../source/validate.ts';
import { readYaml } from '../source/yaml.ts';
import { DEFAULT_SETTINGS, SettingsSchema } from './settings.ts';
import { settingsDifferences } from './settings-differences.ts';

const read = (yaml: string) => validate(SettingsSchema, readYaml('wardbook.yaml', `wardbook: 1\n${yaml}`));
const problems = (yaml: string) =>
  read(yaml).diagnostics.map((d) => [`${d.line}:${d.column}`, d.message, d.expected ?? d.hint]);

test('what is left out has its default', () => {
  expect(read('').data).toEqual(DEFAULT_SETTINGS);
  expect(read('scoring: { severity: { critical: 9 } }').data?.scoring).toEqual({
    ...DEFAULT_SETTINGS.scoring,
    severity: { critical: 9, high: 6, medium: 4, low: 2 },
  });
});

test('every field says what it is for and what its default is', () => {
  const silent: string[] = [];
  const walk = (schema: z.core.JSONSchema.BaseSchema, path: string) => {
    if (schema.properties)
      for (const [key, child] of Object.entries(schema.properties))
        walk(child as typeof schema, `${path}.${key}`);
    else if (!/ Default: .+\.$/.test(schema.description ?? '')) silent.push(path);
  };
  walk(z.toJSONSchema(SettingsSchema, { io: 'input', unrepresentable: 'any' }), '');
  expect(silent).toEqual(['.wardbook']);
});

describe('a bad setting is an error with its place', () => {
  test.each([
    ['currncy: EUR', '2:1', 'unknown key currncy in the file', 'did you mean currency?'],
    ['currency: euro', '2:11', 'currency: found "euro"', 'a currency code of ISO 4217 such as EUR'],
    [
      'scoring: { weights: { damage: 11 } }',
      '2:31',
      'scoring.weights.damage: found 11',
      'a number from 0 to 10',
    ],
    [
      'scoring: { severity: { critical: 5 } }',
      '2:34',
      'scoring.severity.critical: found 5',
      'more than high (6)',
    ],
    [
      'scoring: { context: { exposed-trust: 7 } }',
      '2:12',
      'scoring.context.sheltered-trust: found 6',
      'more than exposed-trust (7)',
    ],
    [
      'scoring: { factors: { model-impact: { least: 1.5, most: 1.2 } } }',
      '2:46',
      'scoring.factors.model-impact.least: found 1.5',
      'at most 1.2, the most it counts',
    ],
    [
      'risk: { matrix: { likely: { minor: info } } }',
      '2:36',
      'risk.matrix.likely.minor: found "info"',
      'at least low, as a lesser one has',
    ],
    [
      'risk: { matrix: { likly: { minor: low } } }',
      '2:19',
      'unknown key likly in risk.matrix',
      'did you mean likely?',
    ],
    [
      'loss: { frequency: { almost-certain: [3, 1] } }',
      '2:38',
      'loss.frequency.almost-certain: found a list of 2',
      'the low end first',
    ],
    [
      'loss: { share: { severe: [0.1, 1] } }',
      '2:26',
      'loss.share.severe: found a list of 2',
      'both ends at least those of major (0.2 to 0.5)',
    ],
  ])('%s', (yaml, ...problem) => expect(problems(yaml)).toEqual([problem]));

  test('weights that are all zero', () => {
    const zero = 'damage: 0, reproducibility: 0, exploitability: 0, affected-users: 0, discoverability: 0';
    expect(problems(`scoring: { weights: { ${zero} } }`)[0]?.[2]).toBe('a weight above 0');
  });
});

describe('differences', () => {
  test('none where all is default, however it is written', () => {
    expect(settingsDifferences(DEFAULT_SETTINGS)).toEqual([]);
    const same = read('scoring: { severity: { low: 2 } }\nloss: { share: { severe: [0.5, 1.0] } }').data;
    expect(same && settingsDifferences(same)).toEqual([]);
  });

  test('each with default and value, in the order of the schema', () => {
    const other = read('loss: { at-stake: { tampering: [data, system] } }\ncurrency: CHF').data;
    expect(other && settingsDifferences(other)).toEqual([
      { setting: 'currency', default: 'EUR', value: 'CHF' },
      { setting: 'loss.at-stake.tampering', default: ['data'], value: ['data', 'system'] },
    ]);
  });
});
