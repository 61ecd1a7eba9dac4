import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { baseInWords, scoreOf, severityOf, shownScore } from './dread.ts';

const inputs = (ratings: [number, number, number, number, number], factors: [number, number, number]) => ({
  damage: ratings[0],
  reproducibility: ratings[1],
  exploitability: ratings[2],
  affectedUsers: ratings[3],
  discoverability: ratings[4],
  modelImpact: factors[0],
  dataSensitivity: factors[1],
  detectionDifficulty: factors[2],
});

describe('the four examples of the article', () => {
  test.each([
    ['training data poisoning', inputs([9, 8, 6, 10, 4], [2, 1.8, 1.8]), 7.4, 10, 13.8],
    ['model extraction', inputs([8, 9, 7, 8, 6], [1.5, 1.3, 1.5]), 7.6, 10, 10.87],
    ['RCE by a management interface', inputs([10, 9, 8, 10, 7], [1, 1, 1]), 8.8, 8.8, 8.8],
    ['GPU memory between tenants', inputs([7, 5, 4, 6, 3], [1.5, 1.7, 2]), 5, 8.61, 8.61],
  ])('%s', (_, given, base, adjusted, uncapped) => {
    expect(scoreOf(given)).toMatchObject({ base, adjusted, uncapped, severity: 'critical' });
  });
});

test.each([
  [10, 'critical'],
  [8, 'critical'],
  [7.99, 'high'],
  [6, 'high'],
  [5.99, 'medium'],
  [4, 'medium'],
  [3.99, 'low'],
  [2, 'low'],
  [1.99, 'info'],
  [0, 'info'],
])('%d is %s', (score, severity) => expect(severityOf(score)).toBe(severity));

test('what is shown never looks like a higher severity than it is', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), (hundredths) => {
      const score = hundredths / 100;
      expect(severityOf(Number(shownScore(score)))).toBe(severityOf(score));
      expect(Number(shownScore(score))).toBeLessThanOrEqual(score);
    }),
  );
});

describe('with settings of a workspace', () => {
  const { scoring } = DEFAULT_SETTINGS;
  const given = inputs([9, 8, 6, 10, 4], [1, 1, 1]);

  test('a weighted mean, which says so', () => {
    const score = scoreOf(given, {
      ...scoring,
      weights: { ...scoring.weights, damage: 2, discoverability: 0 },
    });
    expect(score).toMatchObject({ base: 8.4, weights: [2, 1, 1, 1, 0] });
    expect(baseInWords(score)).toBe('(2 × 9 + 1 × 8 + 1 × 6 + 1 × 10 + 0 × 4) / 5');
  });

  test('equal weights are the plain mean', () => {
    const weights = {
      damage: 3,
      reproducibility: 3,
      exploitability: 3,
      'affected-users': 3,
      discoverability: 3,
    };
    expect(scoreOf(given, { ...scoring, weights })).toEqual(scoreOf(given));
    expect(baseInWords(scoreOf(given))).toBe('(9 + 8 + 6 + 10 + 4) / 5');
  });

  test('severities begin where it says', () => {
    expect(severityOf(8.5, { ...scoring.severity, critical: 9 })).toBe('high');
  });
});
