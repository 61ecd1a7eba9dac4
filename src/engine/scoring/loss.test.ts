import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../model/settings.ts';
import { IMPACTS, LIKELIHOODS } from '../../model/vocabulary.ts';
import type { Finding, Stake } from '../analysis.ts';
import { analysisOf, modelOf } from '../fixtures.ts';
import { portfolioLoss, systemLoss } from './loss.ts';

const { frequency, share } = DEFAULT_SETTINGS.loss;

const MODEL = `value: 1000
data:
  a: { name: A, class: internal, value: 200 }
  b: { name: B, class: internal, value: 50 }
  free: { name: Free, class: public }
elements:
  api: { type: process, name: API, zone: app, processes: [a, free] }
  db: { type: data-store, name: DB, zone: app, stores: [a, b] }
`;
const RULES = [
  'id: leak\napplies: { to: data-store }\nstride: [information-disclosure]',
  'id: stop\napplies: { to: process }\nstride: [denial-of-service]',
];
const found = (yaml = MODEL, rules = RULES) => analysisOf(yaml, rules);
const lossOf = (id: string, yaml?: string) => found(yaml).findings.find((f) => f.id === id)?.loss;

describe('a finding', () => {
  test('value × frequency × share of what its categories put at stake', () => {
    // Exploitability and discoverability are 5: possible; damage and affected users 5: moderate.
    expect(lossOf('leak@db')).toEqual({
      currency: 'EUR',
      low: 1.25,
      high: 15,
      frequency: frequency.possible,
      share: share.moderate,
      atStake: [
        { type: 'data', id: 'a', name: 'A', value: 200 },
        { type: 'data', id: 'b', name: 'B', value: 50 },
      ],
    });
    expect(lossOf('stop@api')).toMatchObject({
      low: 5,
      high: 60,
      atStake: [{ type: 'system', id: 'test', name: 'System', value: 1000 }],
    });
  });

  test('has none where nothing at stake has a value', () => {
    expect(lossOf('stop@api', MODEL.replace('value: 1000\n', ''))).toBeUndefined();
    const bare = found(MODEL.replaceAll(/value: 1000\n|, value: \d+/g, ''));
    expect(bare.findings.some((f) => f.loss)).toBe(false);
    expect(bare).not.toHaveProperty('loss');
  });

  test('a control that is in place lowers it', () => {
    const rule = 'id: leak\napplies: { to: data-store }\nstride: [information-disclosure]\ncontrols: [guard]';
    const guarded = MODEL.replace('stores: [a, b]', 'stores: [a, b], controls: [guard]');
    const [before, after] = [MODEL, guarded].map((yaml) => found(yaml, [rule]).findings[0]?.loss?.high ?? 0);
    expect(after).toBeLessThan(before ?? 0);
  });
});

test('a system counts each value once, with the worst finding', () => {
  const twice = [...RULES, (RULES[0] ?? '').replace('leak', 'leaks')];
  const { loss } = found(MODEL, twice);
  expect(loss).toMatchObject({ currency: 'EUR', value: 1250, low: 6.25, high: 75, waiting: 0 });
  expect(loss?.stakes.map((s) => [s.id, s.worst])).toEqual([
    ['a', 'leak@db'],
    ['b', 'leak@db'],
    ['test', 'stop@api'],
  ]);
});

test('a settled finding counts nothing, one that waits is counted apart', () => {
  const model = modelOf(MODEL);
  const [finding] = found().findings;
  const as = (state: Finding['state']) =>
    finding && systemLoss(model, [{ ...finding, state }], DEFAULT_SETTINGS);
  expect(as('accepted')).toMatchObject({ low: 0, high: 0, waiting: 0 });
  expect(as('asked')).toMatchObject({ low: 0, high: 0, waiting: 1 });
  expect(as('partly-mitigated')?.high).toBeGreaterThan(0);
});

describe('for any findings', () => {
  const [template] = found().findings;
  if (!template) throw new Error('the model has no finding');
  const ids = ['a', 'b', 'c', 'd'];
  const values = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 4, maxLength: 4 });
  const cases = fc.array(
    fc.record({
      at: fc.subarray(ids, { minLength: 1 }),
      likelihood: fc.constantFrom(...LIKELIHOODS),
      impact: fc.constantFrom(...IMPACTS),
      state: fc.constantFrom(
        'open' as const,
        'partly-mitigated' as const,
        'asked' as const,
        'accepted' as const,
      ),
    }),
    { maxLength: 12 },
  );
  type Case = typeof cases extends fc.Arbitrary<(infer C)[]> ? C : never;

  const modelWith = (worth: readonly number[]) =>
    modelOf(
      `data:\n${ids.map((id, i) => `  ${id}: { name: ${id}, class: internal, value: ${worth[i]} }`).join('\n')}\nelements: {}\n`,
    );
  const finding = ({ at, likelihood, impact, state }: Case, i: number, worth: readonly number[]): Finding => {
    const atStake = at.map(
      (id): Stake => ({ type: 'data', id, name: id, value: worth[ids.indexOf(id)] ?? 0 }),
    );
    const loss = {
      currency: 'EUR',
      low: 0,
      high: 0,
      frequency: frequency[likelihood],
      share: share[impact],
      atStake,
    };
    return { ...template, id: `f${i}@x`, state, loss };
  };
  const sumOf = (list: readonly Case[], worth: readonly number[]) => {
    const loss = systemLoss(
      modelWith(worth),
      list.map((c, i) => finding(c, i, worth)),
      DEFAULT_SETTINGS,
    );
    if (!loss) throw new Error('the model states values');
    return loss;
  };
  /** Each value is rounded to a hundredth. */
  const CENT = 0.05;

  test('the sum is never above all values × the highest frequency, and low never above high', () => {
    fc.assert(
      fc.property(cases, values, (list, worth) => {
        const { low, high, value } = sumOf(list, worth);
        expect(high).toBeLessThanOrEqual(value * frequency['almost-certain'][1] + CENT);
        expect(low).toBeLessThanOrEqual(high);
        expect(low).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('a further finding and a greater value never lower it', () => {
    fc.assert(
      fc.property(cases, cases, values, values, (list, more, worth, extra) => {
        const before = sumOf(list, worth);
        const after = sumOf(
          [...list, ...more],
          worth.map((v, i) => v + (extra[i] ?? 0)),
        );
        expect(after.low).toBeGreaterThanOrEqual(before.low);
        expect(after.high).toBeGreaterThanOrEqual(before.high);
      }),
    );
  });

  test('the same threat found again, or another order, changes nothing', () => {
    fc.assert(
      fc.property(cases, values, (list, worth) => {
        const { low, high } = sumOf(list, worth);
        expect(sumOf([...list, ...list].reverse(), worth)).toMatchObject({ low, high });
      }),
    );
  });

  test('a portfolio is the sum of its systems', () => {
    fc.assert(
      fc.property(cases, cases, values, (one, two, worth) => {
        const losses = [sumOf(one, worth), sumOf(two, worth)];
        const all = portfolioLoss(losses);
        expect(all?.high).toBeCloseTo(
          losses.reduce((n, l) => n + l.high, 0),
          1,
        );
        expect(all?.low).toBeCloseTo(
          losses.reduce((n, l) => n + l.low, 0),
          1,
        );
        expect(all?.waiting).toBe(losses.reduce((n, l) => n + l.waiting, 0));
      }),
    );
  });
});

test('without any value there is no portfolio loss', () => expect(portfolioLoss([])).toBeUndefined());
