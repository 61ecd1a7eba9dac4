/** LINDDUN: where it applies, what meets where, which duties follow. */
import { describe, expect, test } from 'vitest';
import { assessed } from './testing.ts';

const MODEL = `data:
  clicks: { name: Clicks, class: internal, personal: true, subjects: Customers }
  orders: { name: Orders, class: internal, personal: true, subjects: customers, retention: 2y, special-category: false }
  prices: { name: Prices, class: public, personal: false }
elements:
  user: { type: external-entity, name: User, zone: net, processes: [clicks] }
  site: { type: process, name: Site, zone: app }
  shop: { type: process, name: Shop, zone: app, processes: [orders] }
  lake: { type: data-store, name: Lake, zone: core }
  copy: { type: data-store, name: Copy, zone: core }
flows:
  f1: { from: user, to: site, carries: [clicks] }
  f2: { from: site, to: lake, carries: [clicks] }
  f3: { from: shop, to: lake, carries: [orders, prices] }
  f4: { from: lake, to: copy, carries: [clicks, orders] }
`;
const LINK =
  '{ id: link, applies: { to: data-store, where: { stores: { personal: true } } }, linddun: [L.1.1] }';

describe('a system with personal data', () => {
  const { privacy } = assessed(MODEL, [LINK]);

  test('the inventory has what is personal, with where it is', () => {
    expect(privacy.applies).toBe('yes');
    expect(privacy.data.map((d) => d.id)).toEqual(['clicks', 'orders']);
    expect(privacy.data[0]).toMatchObject({
      specialCategory: null,
      at: { 'data-store': ['lake', 'copy'], process: ['site'], 'external-entity': ['user'] },
      flows: ['f1', 'f2', 'f4'],
      crossings: 2,
    });
  });

  test('a cell knows its places and its findings; a type stays where it can happen', () => {
    const cells = privacy.types.find((t) => t.id === 'L')?.cells;
    expect(cells?.find((c) => c.shape === 'data-store')).toMatchObject({
      applies: true,
      places: 2,
      findings: ['link@copy', 'link@lake'],
      standing: 'open',
    });
    expect(cells?.find((c) => c.shape === 'flow')).toMatchObject({ places: 4, standing: 'clear' });
    const unaware = privacy.types.find((t) => t.id === 'U');
    expect(unaware?.cells.find((c) => c.shape === 'process')).toMatchObject({
      applies: false,
      standing: 'not-applicable',
    });
    expect(privacy.places.find((p) => p.id === 'user')?.types).toEqual(['L', 'U']);
  });

  test('data about the same people meet in the lake and arrive together at its copy', () => {
    expect(privacy.linkage).toMatchObject([
      { element: 'lake', meets: true, retention: 'partly' },
      { element: 'copy', meets: false },
    ]);
    expect(privacy.linkage[0]?.data.map((d) => d.path)).toEqual([
      { elements: ['user', 'site', 'lake'], flows: ['f1', 'f2'] },
      { elements: ['shop', 'lake'], flows: ['f3'] },
    ]);
  });

  test('duties come from the nearest node with a row', () => {
    expect(privacy.duties).toMatchObject([
      { article: 'Art. 5(1)(c)', via: ['linddun:L.1'], verified: false, standing: 'open' },
    ]);
  });

  test('what the model leaves open is asked', () => {
    expect(privacy.questions.map((q) => q.about)).toEqual([
      'special-category of data clicks',
      'retention of data clicks',
    ]);
  });
});

test('data in a circle has no way here', () => {
  const circle = `data:
  a: { name: A, class: internal, personal: true, subjects: staff }
  b: { name: B, class: internal, personal: true, subjects: staff }
elements:
  x: { type: process, name: X, zone: app }
  y: { type: process, name: Y, zone: app, processes: [b] }
flows:
  f: { from: x, to: y, carries: [a] }
  g: { from: y, to: x, carries: [a] }
`;
  const [link] = assessed(circle, []).privacy.linkage;
  expect(link?.data[0]?.path).toEqual({ elements: ['y'], flows: [] });
});

test.each([
  ['{ name: A, class: internal }', 'asked'],
  ['{ name: A, class: internal, personal: false }', 'no'],
])('data %s: %s', (data, applies) => {
  const { privacy } = assessed(`data:\n  a: ${data}\nelements: {}\n`, []);
  expect(privacy).toMatchObject({ applies, linkage: [], duties: [] });
  expect(privacy.questions.length).toBe(applies === 'asked' ? 1 : 0);
});
