/** What a workspace sets reaches the analysis, and the analysis says so. */
import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS, type Settings, SettingsSchema } from '../../model/settings.ts';
import { analyse } from '../analyse.ts';
import { knowledge, modelOf, rule } from '../fixtures.ts';
import { compileCatalogue } from '../rule/catalogue.ts';

const catalogue = compileCatalogue(
  [
    'id: r\napplies: { to: process }\ncontrols: [guard, limit, watch]\nunless: { any-control: [guard] }',
    'id: s\nstride: [spoofing]\napplies: { to: process }',
  ].map(rule),
);
const model = modelOf(`data:
  d: { name: D, class: restricted, personal: true, value: 100 }
elements:
  user: { type: external-entity, name: User, zone: net }
  api: { type: process, name: API, zone: app, stores: [d], controls: [{ use: guard, status: partial }, watch] }
flows:
  f: { from: user, to: api }
threats:
  own: { on: api, title: Own, stride: [tampering], likelihood: likely, impact: severe }
`);
const withSettings = (settings?: Settings) =>
  analyse(model, knowledge, catalogue, { today: '2026-06-01', ...(settings ? { settings } : {}) });
const set = (value: object) => SettingsSchema.parse({ wardbook: 1, ...value });
const find = (id: string, settings?: Settings) => {
  const found = withSettings(settings).findings.find((f) => f.id === id);
  if (!found) throw new Error(`no ${id}`);
  return found;
};

test('the defaults are what an analysis without settings uses, byte for byte', () => {
  const bytes = JSON.stringify(withSettings());
  expect(JSON.stringify(withSettings(DEFAULT_SETTINGS))).toBe(bytes);
  expect(JSON.stringify(withSettings(set({})))).toBe(bytes);
  expect(withSettings().settings).toEqual([]);
});

test('the analysis names what differs', () => {
  expect(withSettings(set({ scoring: { unrated: 7 } })).settings).toEqual([
    { setting: 'scoring.unrated', default: 5, value: 7 },
  ]);
});

describe('each setting does what it says', () => {
  test('context: what counts as exposed, and by how much', () => {
    const { exploitability } = find('s@api').scores.inherent.inputs;
    expect(exploitability).toBe(6);
    const strict = set({ scoring: { context: { 'exposed-step': 3 } } });
    expect(find('s@api', strict).scores.inherent.inputs.exploitability).toBe(8);
  });

  test('sensitivity, and a bound on a factor', () => {
    expect(find('s@api').scores.inherent.inputs.dataSensitivity).toBe(1.7);
    const other = set({ scoring: { sensitivity: { restricted: 1.6, personal: 0.3 } } });
    expect(find('s@api', other).scores.inherent.inputs.dataSensitivity).toBe(1.9);
    const bounded = find('s@api', set({ scoring: { factors: { 'data-sensitivity': { most: 1 } } } })).scores;
    expect(bounded.inherent.inputs.dataSensitivity).toBe(1);
    expect(bounded.inherent.uncapped).toBe(bounded.inherent.base);
  });

  test('residual factors', () => {
    const [standard, weak] = [undefined, set({ scoring: { residual: { partial: 0 } } })].map(
      (settings) => find('r@api', settings).scores.residual.uncapped,
    );
    expect(weak).toBeGreaterThan(standard ?? 0);
  });

  test('an own threat: what unrated counts, and what is stated', () => {
    const { scores } = find('own@api', set({ scoring: { unrated: 7 } }));
    expect(scores.inherent).toMatchObject({ base: 7, uncapped: 7 });
    expect(scores.steps).toMatchObject([{ label: 'not rated: 7 on every scale' }]);
    expect(scores.risk).toMatchObject({
      likelihood: { value: 7, class: 'likely', basis: 'stated' },
      impact: { value: 9, class: 'severe', basis: 'stated' },
      rating: 'critical',
    });
  });

  test('currency and loss tables', () => {
    const settings = set({ currency: 'CHF', loss: { frequency: { likely: [0.5, 1] } } });
    expect(find('own@api', settings).loss).toMatchObject({ currency: 'CHF', low: 25, high: 100 });
    expect(find('own@api', set({ loss: { 'at-stake': { tampering: ['system'] } } }))).not.toHaveProperty(
      'loss',
    );
  });
});
