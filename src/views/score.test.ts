/** What stands beside the DREAD score. */
import { expect, test } from 'vitest';
import type { Finding, SystemLoss } from '../engine/analysis.ts';
import { moneyInWords } from '../engine/scoring/words.ts';
import { DEFAULT_SETTINGS } from '../model/settings.ts';
import { overview } from './overview.ts';
import { portfolio } from './portfolio.ts';
import { scoreOf } from './score.ts';
import { findingOf, KNOWN, modelOf, systemOf } from './testing.ts';

const { frequency, share } = DEFAULT_SETTINGS.loss;
const VECTOR = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N';
const rated: Partial<Finding> = {
  cvss: { vector: VECTOR, score: 8.7, severity: 'high', nomenclature: 'CVSS-B' },
  loss: {
    currency: 'EUR',
    low: 12_345,
    high: 1_234_567,
    frequency: frequency.likely,
    share: share.major,
    atStake: [
      { type: 'data', id: 'prompts', name: 'Prompts', value: 2_500_000 },
      { type: 'system', id: 'chat', name: 'Chat', value: 90_000 },
    ],
  },
};
const viewOf = (finding: Finding) => scoreOf(finding.scores, finding);

test('likelihood × impact with its arithmetic', () => {
  expect(viewOf(findingOf()).risk).toEqual({
    before: 'likely × major: high',
    now: 'likely × major: high',
    arithmetic: [
      'Likelihood: (6 + 7 + 9) / 3 = 7.33, likely',
      'Impact: (5 + 8) / 2 × 1.5^⅓ = 7.44, major',
      'Likelihood with the controls in place: 6.42, likely',
    ],
  });
});

test('CVSS with the address of FIRST’s calculator', () => {
  expect(viewOf(findingOf(rated)).cvss).toEqual({
    text: 'CVSS-B 8.7 high',
    vector: VECTOR,
    calculator: `https://www.first.org/cvss/calculator/4.0#${VECTOR}`,
  });
});

test('expected loss with its assumptions', () => {
  expect(viewOf(findingOf(rated)).loss).toEqual({
    text: 'EUR 12,000 to 1.2 million a year',
    assumptions: [
      'At stake: Prompts (EUR 2.5 million), the system itself (EUR 90,000).',
      'Value × 0.3 to 1 incidents a year (likely with the controls in place) × 20 % to 50 % of it (major impact).',
      'Frequencies and shares are assumptions of wardbook.yaml, not measurements.',
    ],
  });
});

test('without values and vectors nothing is shown, and a rule has no likelihood', () => {
  const finding = findingOf();
  expect(viewOf(finding)).not.toHaveProperty('loss');
  expect(viewOf(finding)).not.toHaveProperty('cvss');
  const { risk: _, ...unmoved } = finding.scores;
  expect(scoreOf(unmoved)).not.toHaveProperty('risk');
});

const lossOf = (low: number, high: number, waiting = 0): SystemLoss => ({
  currency: 'EUR',
  low,
  high,
  value: 1000,
  stakes: [],
  waiting,
  assumed: { frequency, share },
});
const system = (id: string, loss?: SystemLoss, status = 'approved') => {
  const body = `status: ${status}\nzones: { z: { name: Z, trust: 1 } }\nelements: { app: { type: process, name: App, zone: z } }\n`;
  const made = systemOf([], modelOf(body, id, id));
  return { ...made, analysis: { ...made.analysis, ...(loss ? { loss } : {}) } };
};

test('the overview says what one system may lose, the portfolio what all that live may', () => {
  const one = system('one', lossOf(100, 2000, 1));
  const two = system('two', lossOf(50, 500));
  const gone = system('gone', lossOf(1000, 9000), 'retired');
  expect(overview(one, KNOWN).loss?.text).toBe('EUR 100 to 2,000 a year');
  const { loss } = portfolio([one, two, gone, system('none')], KNOWN);
  expect(loss?.text).toBe('EUR 150 to 2,500 a year');
  expect(loss?.assumptions[0]).toBe(
    'Stated values: EUR 2,000 in all. What states no value is not in the sum.',
  );
  expect(loss?.assumptions).toContain('Not in it: 1 finding waits for an answer.');
  expect(loss?.assumptions.join(' ')).toContain('almost certain 1 to 3');
});

test('where no model states a value there is no line', () => {
  expect(overview(system('one'), KNOWN)).not.toHaveProperty('loss');
  expect(portfolio([system('one')], KNOWN)).not.toHaveProperty('loss');
});

test.each([
  [0, 'EUR 0'],
  [0.4, 'EUR 0'],
  [7.6, 'EUR 8'],
  [1234, 'EUR 1,200'],
  [999_999, 'EUR 1 million'],
  [12_345_678, 'EUR 12 million'],
  [1e13, 'EUR 10,000,000 million'],
])('%d is shown as %s', (amount, text) => expect(moneyInWords('EUR', amount)).toBe(text));
