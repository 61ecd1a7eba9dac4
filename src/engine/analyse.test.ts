import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analysisOf, statesOf } from './fixtures.ts';

const RULE =
  '{ id: r, applies: { to: process }, unless: { any-control: [guard, limit] }, controls: [guard, limit, watch] }';
const api = (controls: string) =>
  `elements:\n  api: { type: process, kind: server, name: API, zone: core, controls: [${controls}] }\n`;

describe('what controls make of a finding', () => {
  test.each([
    ['nothing mentioned', '', 'open'],
    ['implemented', 'guard', 'mitigated'],
    ['one of several', 'limit', 'mitigated'],
    ['partial', '{ use: guard, status: partial }', 'partly-mitigated'],
    ['unknown', '{ use: guard, status: unknown }', 'asked'],
    ['planned is shown but stops nothing', '{ use: guard, status: planned, due: 2026-12-01 }', 'open'],
    ['absent', '{ use: guard, status: absent }', 'open'],
    ['unknown beats partial', '{ use: guard, status: partial }, { use: limit, status: unknown }', 'asked'],
    ['a detective control stops nothing', 'watch', 'open'],
  ])('%s', (_, controls, state) =>
    expect(statesOf(analysisOf(api(controls), [RULE]))).toEqual([`r@api: ${state}`]),
  );

  test('a planned control is named with its date', () => {
    const { findings } = analysisOf(api('{ use: guard, status: planned, due: 2026-12-01 }'), [RULE]);
    expect(findings[0]?.reason).toBe(
      'It applies, and nothing in place stops it. Planned: guard by 2026-12-01.',
    );
  });

  test('the nearest declaration counts: element, zone, outer zone, system', () => {
    const yaml = (own: string, zone: string, system: string) =>
      `${api(own)}controls: [${system}]\n`.replace(/^/, zone);
    expect(statesOf(analysisOf(yaml('', '', 'guard'), [RULE]))).toEqual(['r@api: mitigated']);
    expect(statesOf(analysisOf(yaml('{ use: guard, status: absent }', '', 'guard'), [RULE]))).toEqual([
      'r@api: open',
    ]);
  });

  test('more evidence never raises the residual score', () => {
    const status = fc.constantFrom('absent', 'planned', 'partial', 'implemented');
    fc.assert(
      fc.property(status, status, (guard, watch) => {
        const score = (g: string, w: string) => {
          const { findings } = analysisOf(api(`{ use: guard, status: ${g} }, { use: watch, status: ${w} }`), [
            RULE,
          ]);
          return findings[0]?.scores.residual.uncapped ?? -1;
        };
        expect(score(guard, watch)).toBeLessThanOrEqual(score('absent', 'absent'));
        expect(score('implemented', watch)).toBeLessThanOrEqual(score(guard, watch));
      }),
    );
  });
});

describe('decisions', () => {
  const decided = (what: string, until: string, today: string) =>
    analysisOf(
      `${api('')}decisions:\n  - { threat: r@api, do: ${what}, why: because, by: lead${until} }\n`,
      [RULE],
      today,
    );
  test.each([
    ['accept', '', 'accepted'],
    ['transfer', '', 'transferred'],
    ['avoid', '', 'avoided'],
    ['not-applicable', '', 'not-applicable'],
    ['accept', ', until: 2026-06-01', 'accepted'],
    ['accept', ', until: 2026-05-31', 'open'],
  ])('%s%s', (what, until, state) =>
    expect(statesOf(decided(what, until, '2026-06-01'))).toEqual([`r@api: ${state}`]),
  );

  test('an expired decision stays on record', () => {
    const finding = decided('accept', ', until: 2026-05-31', '2026-06-01').findings[0];
    expect(finding?.decision).toMatchObject({ expired: true, by: 'lead', until: '2026-05-31' });
    expect(finding?.reason).toMatch(/expired on 2026-05-31/);
  });

  test('a decision may name a rule by its former id', () => {
    const yaml = `${api('')}decisions:\n  - { threat: old@api, do: accept, why: because, by: lead }\n`;
    expect(statesOf(analysisOf(yaml, [RULE.replace('id: r,', 'id: r, aliases: [old],')]))).toEqual([
      'r@api: accepted',
    ]);
  });
});

describe('specific replaces generic', () => {
  const GENERIC = '{ id: generic, applies: { to: process } }';
  const SPECIFIC =
    '{ id: specific, applies: { to: process, where: { kind: server } }, unless: { control: guard }, refines: [generic] }';
  const MORE = '{ id: more, applies: { to: process, where: { autonomous: true } }, refines: [specific] }';

  test('the generic finding folds under the specific one', () => {
    const { findings, summary } = analysisOf(api(''), [GENERIC, SPECIFIC]);
    expect(findings.map((f) => [f.id, f.folds.map((x) => x.id)])).toEqual([
      ['specific@api', ['generic@api']],
    ]);
    expect(summary).toMatchObject({ total: 1, folded: 1 });
  });

  test('an open generic finding never hides behind a mitigated or asked one', () => {
    expect(statesOf(analysisOf(api('guard'), [GENERIC, SPECIFIC]))).toEqual([
      'generic@api: open',
      'specific@api: mitigated',
    ]);
    expect(statesOf(analysisOf(api('{ use: guard, status: unknown }'), [GENERIC, SPECIFIC]))).toEqual([
      'generic@api: open',
      'specific@api: asked',
    ]);
  });

  test('accepting the specific threat settles the generic one; declaring it not applicable does not', () => {
    const decide = (what: string) =>
      `${api('')}decisions:\n  - { threat: specific@api, do: ${what}, why: because, by: lead }\n`;
    expect(statesOf(analysisOf(decide('accept'), [GENERIC, SPECIFIC]))).toEqual(['specific@api: accepted']);
    expect(statesOf(analysisOf(decide('not-applicable'), [GENERIC, SPECIFIC]))).toEqual([
      'generic@api: open',
      'specific@api: not-applicable',
    ]);
  });

  test('folding goes to the end of the chain', () => {
    const { findings } = analysisOf(api('').replace('controls', 'autonomous: true, controls'), [
      GENERIC,
      SPECIFIC,
      MORE,
    ]);
    expect(findings.map((f) => [f.id, f.folds.map((x) => x.id).sort()])).toEqual([
      ['more@api', ['generic@api', 'specific@api']],
    ]);
  });
});

test('threats that people found are tracked like the others', () => {
  const own = (stopped: string) =>
    `${api('guard')}threats:\n  leak: { on: api, title: A leak, stride: [information-disclosure]${stopped} }\n`;
  expect(statesOf(analysisOf(own(''), []))).toEqual(['leak@api: open']);
  expect(statesOf(analysisOf(own(', stopped-by: [guard]'), []))).toEqual(['leak@api: mitigated']);
  expect(statesOf(analysisOf(own(', stopped-by: [guard, limit]'), []))).toEqual([
    'leak@api: partly-mitigated',
  ]);
});

test('of several controls that stop an own threat together, the reason names those in place', () => {
  const yaml = `${api('guard')}threats:\n  leak: { on: api, title: A leak, stride: [information-disclosure], stopped-by: [guard, limit] }\n`;
  expect(analysisOf(yaml, []).findings[0]?.reason).toBe('In place, but not enough alone: guard.');
});

test('an element out of scope has no findings of its own', () => {
  expect(
    statesOf(analysisOf(api('').replace('controls', 'out-of-scope: run by others, controls'), [RULE])),
  ).toEqual([]);
});

test('a name with placeholders in it stays a name', () => {
  const { findings } = analysisOf(api('').replace('name: API', 'name: "{from} {element}"'), [
    '{ id: r, title: "Break {element}", applies: { to: process } }',
  ]);
  expect(findings[0]?.title).toBe('Break {from} {element}');
});

test('inserting an element or a flow keeps the ids of all other findings', () => {
  const rules = [RULE, '{ id: c, applies: { to: crossing } }', '{ id: s, applies: { to: data-store } }'];
  const arbitrary = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^[a-z]{3,6}$/),
      zone: fc.constantFrom('net', 'app', 'core'),
      type: fc.constantFrom('process', 'data-store'),
    }),
    { selector: (e) => e.id, minLength: 2, maxLength: 8 },
  );
  fc.assert(
    fc.property(arbitrary, fc.nat(), (list, at) => {
      const yaml = (items: typeof list) =>
        `elements:\n${items.map((e) => `  ${e.id}: { type: ${e.type}, name: N, zone: ${e.zone} }`).join('\n')}\nflows:\n${
          items
            .slice(1)
            .map((e, i) => `  flow-${items[i]?.id}-${e.id}: { from: ${items[i]?.id}, to: ${e.id} }`)
            .join('\n') || '  {}'
        }\n`;
      const inserted = [
        ...list.slice(0, at % list.length),
        { id: 'inserted-one', zone: 'app', type: 'process' } as const,
        ...list.slice(at % list.length),
      ];
      const before = analysisOf(yaml(list), rules).findings.map((f) => f.id);
      const after = new Set(analysisOf(yaml(inserted), rules).findings.map((f) => f.id));
      const gone = before.filter((id) => !after.has(id));
      // Only the flow that was cut in two by the insertion may go.
      expect(
        gone.every((id) => id.includes('@flow-')) && new Set(gone.map((id) => id.split('@')[1])).size <= 1,
      ).toBe(true);
    }),
    { numRuns: 60 },
  );
});

test('the same input gives the same bytes', () => {
  const once = () => JSON.stringify(analysisOf(api('guard'), [RULE]));
  expect(once()).toBe(once());
});
