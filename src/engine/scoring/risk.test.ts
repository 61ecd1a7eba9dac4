import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { IMPACTS, LIKELIHOODS } from '../../model/vocabulary.ts';
import { SEVERITIES } from '../analysis.ts';
import type { Inputs } from './dread.ts';
import { riskOf } from './risk.ts';

const { risk: settings } = DEFAULT_SETTINGS;

const inputs = (likelihood: number, impact: number, modelImpact = 1): Inputs => ({
  damage: impact,
  affectedUsers: impact,
  reproducibility: likelihood,
  exploitability: likelihood,
  discoverability: likelihood,
  modelImpact,
  dataSensitivity: 1,
  detectionDifficulty: 1,
});

test.each([
  [1, 'rare', 'negligible'],
  [1.99, 'rare', 'negligible'],
  [2, 'unlikely', 'minor'],
  [4, 'possible', 'moderate'],
  [6, 'likely', 'major'],
  [7.99, 'likely', 'major'],
  [8, 'almost-certain', 'severe'],
  [10, 'almost-certain', 'severe'],
])('%d is %s and %s', (value, likelihood, impact) => {
  expect(riskOf(inputs(value, value), 1, {}, settings)).toMatchObject({
    likelihood: { class: likelihood, basis: 'derived' },
    impact: { class: impact, basis: 'derived' },
  });
});

test('the default matrix follows the product of the ranks', () => {
  const word = (product: number) =>
    product >= 20
      ? 'critical'
      : product >= 10
        ? 'high'
        : product >= 5
          ? 'medium'
          : product >= 2
            ? 'low'
            : 'info';
  for (const [l, likelihood] of LIKELIHOODS.entries())
    for (const [i, impact] of IMPACTS.entries())
      expect(settings.matrix[likelihood][impact]).toBe(word((l + 1) * (i + 1)));
});

describe('the arithmetic', () => {
  test('means, model impact by its cube root, at most 10', () => {
    const given = { ...inputs(0, 0), damage: 8, affectedUsers: 5, reproducibility: 9, exploitability: 4 };
    const risk = riskOf({ ...given, discoverability: 6, modelImpact: 1.5 }, 1, {}, settings);
    expect(risk.likelihood.value).toBe(6.33);
    expect(risk.impact.value).toBe(7.44);
    expect(riskOf(inputs(5, 10, 2), 1, {}, settings).impact.value).toBe(10);
  });

  test('controls lower the likelihood in proportion, never the impact', () => {
    const risk = riskOf(inputs(9, 9), 0.3, {}, settings);
    expect(risk.residual).toEqual({ likelihood: { value: 2.7, class: 'unlikely' }, rating: 'high' });
    expect(risk.rating).toBe('critical');
  });

  test('a stated class counts as the middle of its band', () => {
    const risk = riskOf(inputs(1, 1), 0.5, { likelihood: 'almost-certain', impact: 'minor' }, settings);
    expect(risk.likelihood).toEqual({ value: 9, class: 'almost-certain', basis: 'stated' });
    expect(risk.impact).toEqual({ value: 3, class: 'minor', basis: 'stated' });
    expect(risk.residual.likelihood).toEqual({ value: 4.5, class: 'possible' });
  });
});

test('more of an input never lowers the rating, more controls never raise it', () => {
  const rank = (severity: (typeof SEVERITIES)[number]) => -SEVERITIES.indexOf(severity);
  const rating = fc.double({ min: 1, max: 10, noNaN: true });
  const part = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(rating, rating, rating, part, part, (likelihood, impact, more, left, further) => {
      const risk = riskOf(inputs(likelihood, impact), left, {}, settings);
      const up = riskOf(inputs(Math.max(likelihood, more), Math.max(impact, more)), left, {}, settings);
      const down = riskOf(inputs(likelihood, impact), left * further, {}, settings);
      expect(rank(up.rating)).toBeGreaterThanOrEqual(rank(risk.rating));
      expect(rank(risk.residual.rating)).toBeLessThanOrEqual(rank(risk.rating));
      expect(rank(down.residual.rating)).toBeLessThanOrEqual(rank(risk.residual.rating));
    }),
  );
});
