/** What folds under what: a table of small cases, and properties of the whole catalogue on any model. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { indexKnowledge } from '../knowledge/knowledge.ts';
import { parseModel } from '../model/parse.ts';
import { workspacePlaces } from '../workspace/places.ts';
import { loadWorkspace } from '../workspace/workspace.ts';
import { analyse } from './analyse.ts';
import type { Analysis } from './analysis.ts';
import { analysisOf } from './fixtures.ts';
import { compileCatalogue } from './rule/catalogue.ts';
import { partsOf, spokenOf } from './spoken.ts';

const OWNER = '{ id: owner, applies: { to: process }, unless: { control: guard } }';
const SPECIFIC =
  '{ id: specific, ai: true, applies: { to: process, where: { kind: server } }, unless: { control: limit }, refines: [owner] }';
const OTHER =
  '{ id: other, stride: [spoofing], applies: { to: process, where: { kind: server } }, unless: { control: limit }, refines: [] }';
const flowRule = (more: string) =>
  `{ id: general, title: "Into {to}", applies: { to: flow }, unless: { any: [{ any-control: [guard] }, { to: { control: guard } }] }, ${more} }`;
const TO = flowRule('folds-into: [{ rule: owner, on: to }]');

/** a → b → c; `b` is of kind server. Controls of b, and of the flow into it. */
const model = (b = '', flow = '', rest = '') => `elements:
  a: { type: external-entity, name: A, zone: net }
  b: { type: process, kind: server, name: B, zone: app, controls: [${b}] }
  c: { type: process, name: C, zone: core }
flows:
  ab: { from: a, to: b, controls: [${flow}] }
  bc: { from: b, to: c }
${rest}`;

/** `shown (state): folded (state), …` */
const shown = ({ findings }: Analysis): string[] =>
  findings
    .map(
      (f) =>
        `${f.id} ${f.state}${f.folds.length > 0 ? `: ${f.folds.map((x) => `${x.id} ${x.state}`).join(', ')}` : ''}`,
    )
    .sort();

describe('a finding folds under one that asks for the same remedy on another target', () => {
  test.each<[what: string, yaml: string, rules: string[], expected: string[]]>([
    [
      'the end of the flow that owns the remedy',
      model(),
      [OWNER, TO],
      ['owner@b open: general@ab open', 'owner@c open: general@bc open'],
    ],
    [
      'the sender, where the rule says so',
      model(),
      [OWNER, flowRule('folds-into: [{ rule: owner, on: from }]')],
      ['general@ab open', 'owner@b open: general@bc open', 'owner@c open'],
    ],
    [
      'the next in the list where the first has nothing to say',
      model(),
      [OWNER, flowRule('folds-into: [{ rule: owner, on: from }, { rule: owner, on: to }]')],
      ['owner@b open: general@ab open, general@bc open', 'owner@c open'],
    ],
    [
      'what is mitigated folds as well',
      model('guard'),
      [OWNER, TO],
      ['owner@b mitigated: general@ab mitigated', 'owner@c open: general@bc open'],
    ],
    [
      'what is settled may fold under what is open',
      model('', 'guard'),
      [OWNER, TO],
      ['owner@b open: general@ab mitigated', 'owner@c open: general@bc open'],
    ],
    [
      'but what is open never under what is settled',
      model('guard'),
      [
        OWNER,
        TO.replace('{ any: [{ any-control: [guard] }, { to: { control: guard } }] }', '{ control: guard }'),
      ],
      ['general@ab open', 'owner@b mitigated', 'owner@c open: general@bc open'],
    ],
    [
      'or half settled',
      model('{ use: guard, status: partial }'),
      [
        OWNER,
        TO.replace('{ any: [{ any-control: [guard] }, { to: { control: guard } }] }', '{ control: guard }'),
      ],
      ['general@ab open', 'owner@b partly-mitigated', 'owner@c open: general@bc open'],
    ],
    [
      'and on, to what is more specific there',
      model(),
      [OWNER, SPECIFIC, TO],
      ['owner@c open: general@bc open', 'specific@b open: owner@b open, general@ab open'],
    ],
    [
      'but not where its category and its remedy would be lost',
      model(),
      [
        OWNER.replace(
          'unless: { control: guard }',
          'folds-into: [{ rule: other, on: here }], unless: { any-control: [guard, limit] }',
        ),
        OTHER,
        TO,
      ],
      ['general@ab open', 'other@b open: owner@b open', 'owner@c open: general@bc open'],
    ],
    [
      'not under a target out of scope, which has no findings',
      model('').replace('name: B', 'name: B, out-of-scope: run by others'),
      [OWNER, TO],
      ['general@ab open', 'owner@c open: general@bc open'],
    ],
    [
      'what a person has decided stands on its own',
      model('', '', 'decisions: [{ threat: general@ab, do: accept, why: w, by: p }]\n'),
      [OWNER, TO],
      ['general@ab accepted', 'owner@b open', 'owner@c open: general@bc open'],
    ],
    [
      'also when the decision has expired',
      model('', '', 'decisions: [{ threat: general@ab, do: accept, why: w, by: p, until: 2026-01-01 }]\n'),
      [OWNER, TO],
      ['general@ab open', 'owner@b open', 'owner@c open: general@bc open'],
    ],
    [
      'accepting what stands for others accepts them',
      model('', '', 'decisions: [{ threat: owner@b, do: accept, why: w, by: p }]\n'),
      [OWNER, TO],
      ['owner@b accepted: general@ab open', 'owner@c open: general@bc open'],
    ],
    [
      'calling it not applicable says nothing about them',
      model('', '', 'decisions: [{ threat: owner@b, do: not-applicable, why: w, by: p }]\n'),
      [OWNER, TO],
      ['general@ab open', 'owner@b not-applicable', 'owner@c open: general@bc open'],
    ],
  ])('%s', (_, yaml, rules, expected) => expect(shown(analysisOf(yaml, rules))).toEqual(expected));

  test('what an element sends to, the most unresolved first', () => {
    const sender =
      '{ id: sender, applies: { to: external-entity }, unless: { control: guard }, folds-into: [{ rule: owner, on: receivers }] }';
    const yaml = `elements:
  a: { type: external-entity, name: A, zone: net }
  b: { type: process, name: B, zone: app, controls: [guard] }
  c: { type: process, name: C, zone: app }
flows: { ab: { from: a, to: b }, ac: { from: a, to: c } }
`;
    expect(shown(analysisOf(yaml, [OWNER, sender]))).toEqual([
      'owner@b mitigated',
      'owner@c open: sender@a open',
    ]);
  });
});

describe('questions', () => {
  const ASKS =
    '{ id: asks, applies: { to: flow }, unless: { any: [{ encrypted: true }, { control: guard }] }, folds-into: [{ rule: owner, on: to }] }';
  const ASKED_OWNER = OWNER;

  test('a question stays visible where the one to fold under is open', () => {
    expect(shown(analysisOf(model(), [OWNER, ASKS]))).toContain('asks@ab asked');
  });
  test('it goes with what waits too, and is handed over', () => {
    const { findings, summary } = analysisOf(model('{ use: guard, status: unknown }'), [ASKED_OWNER, ASKS]);
    const owner = findings.find((f) => f.id === 'owner@b');
    expect(owner?.folds.map((f) => f.id)).toEqual(['asks@ab']);
    expect(owner?.questions.map((q) => q.about)).toEqual(['controls of b', 'encrypted of ab']);
    expect(owner?.reason).toBe('2 answers decide it.');
    expect(summary.questions).toBe(3);
  });
});

const loaded = await loadWorkspace(workspacePlaces());
const knowledge = indexKnowledge(loaded.knowledge);
const catalogue = compileCatalogue(loaded.rules);

interface Part {
  id: string;
  kind: string;
  zone: string;
  controls: string[];
}
interface Link {
  from: number;
  to: number;
  encrypted: boolean | undefined;
  authenticated: boolean | undefined;
}

const TYPES: Readonly<Record<string, string>> = {
  'api-client': 'external-entity',
  'end-user': 'external-entity',
  'object-store': 'data-store',
  'model-registry': 'data-store',
};

const yamlOf = (parts: readonly Part[], links: readonly Link[], extra = '') => {
  const fact = (name: string, value: boolean | undefined) =>
    value === undefined ? '' : `, ${name}: ${value}`;
  const name = (i: number) => parts[i % parts.length]?.id ?? '';
  return `wardbook: 1
name: Any
description: Any.
zones: { net: { name: Net, trust: 0 }, app: { name: App, trust: 5 }, core: { name: Core, trust: 8 } }
data: { rows: { name: Rows, class: restricted } }
elements:
${parts.map((p) => `  ${p.id}: { type: ${TYPES[p.kind] ?? 'process'}, kind: ${p.kind}, name: N, zone: ${p.zone}, controls: [${p.controls.join(', ')}] }`).join('\n')}
${extra}flows:
  none: { from: ${name(0)}, to: ${name(1)} }
${links.map((l, i) => `  f${i}: { from: ${name(l.from)}, to: ${name(l.to)}, carries: [rows]${fact('encrypted', l.encrypted)}${fact('authenticated', l.authenticated)} }`).join('\n')}
`;
};

const partsArb = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^e[a-z]{3}$/),
    kind: fc.constantFrom('web-server', 'llm-server', 'agent', 'training-job', ...Object.keys(TYPES)),
    zone: fc.constantFrom('net', 'app', 'core'),
    controls: fc.subarray([
      'rate-limiting',
      'least-privilege',
      'audit-logging',
      'input-validation',
      'output-filtering',
    ]),
  }),
  { selector: (p) => p.id, minLength: 2, maxLength: 7 },
);
const truth = fc.constantFrom(true, false, undefined);
const linksArb = fc.array(
  fc.record({ from: fc.nat(6), to: fc.nat(6), encrypted: truth, authenticated: truth }),
  { maxLength: 8 },
);

function analysed(text: string): Analysis {
  const { model, diagnostics } = parseModel('any.yaml', text, 'any');
  if (!model) throw new Error(diagnostics.map((d) => `${d.line} ${d.message}`).join('; ') + text);
  return analyse(model, knowledge, catalogue, { today: '2026-06-01' });
}

describe('with the whole catalogue, on any model', () => {
  const unrest = { open: 3, 'partly-mitigated': 2, asked: 1 } as Readonly<Record<string, number>>;

  const connected = (parts: readonly Part[], links: readonly Link[]) =>
    links.filter((l) => l.from % parts.length !== l.to % parts.length);
  const inserted = (kind: string) =>
    `  zinserted: { type: ${TYPES[kind] ?? 'process'}, kind: ${kind}, name: N, zone: app }\n`;
  const kinds = fc.constantFrom('web-server', 'agent', 'api-client', 'object-store');
  const shownIds = ({ findings }: Analysis) => findings.map((f) => f.id);
  const allIds = ({ findings }: Analysis) => spokenOf(findings).map((s) => s.id);

  test('an inserted element keeps the ids of all findings, and shown ones shown', () => {
    fc.assert(
      fc.property(partsArb, linksArb, kinds, (parts, links, kind) => {
        const own = connected(parts, links);
        const before = analysed(yamlOf(parts, own));
        const after = analysed(yamlOf(parts, own, inserted(kind)));
        const elsewhere = (ids: string[]) => ids.filter((id) => !/@(zinserted|system)$/.test(id)).sort();
        expect(elsewhere(allIds(after))).toEqual(elsewhere(allIds(before)));
        expect(elsewhere(shownIds(after))).toEqual(elsewhere(shownIds(before)));
      }),
      { numRuns: 50 },
    );
  });

  test('one with flows does too, but where an AI rule itself says that it no longer applies', () => {
    fc.assert(
      fc.property(partsArb, linksArb, kinds, fc.nat(6), (parts, links, kind, at) => {
        const own = connected(parts, links);
        const near = parts[at % parts.length]?.id ?? '';
        const flows = `  zin: { from: ${near}, to: zinserted }\n  zout: { from: zinserted, to: ${near} }\n`;
        const before = analysed(yamlOf(parts, own));
        const after = new Set(allIds(analysed(yamlOf(parts, own, inserted(kind)) + flows)));
        const gone = allIds(before).filter((id) => !after.has(id));
        expect(gone.filter((id) => !catalogue.rule(partsOf(id).rule)?.ai)).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('nothing is said twice, nothing lost, and nothing folds under what wants less', () => {
    fc.assert(
      fc.property(partsArb, linksArb, (parts, links) => {
        const own = connected(parts, links);
        const text = yamlOf(parts, own);
        const { findings } = analysed(text);
        const ids = spokenOf(findings).map((s) => s.id);
        expect(new Set(ids).size).toBe(ids.length);
        const { model } = parseModel('any.yaml', text, 'any');
        if (!model) throw new Error('it parsed before');
        const alone = compileCatalogue(loaded.rules.map((r) => ({ ...r, refines: [], 'folds-into': [] })));
        const unfolded = analyse(model, knowledge, alone, { today: '2026-06-01' }).findings;
        expect(ids.toSorted()).toEqual(unfolded.map((f) => f.id).toSorted());
        const states = new Map(spokenOf(findings).map((s) => [s.id, s.state]));
        expect(unfolded.filter((f) => states.get(f.id) !== f.state)).toEqual([]);
        const hiding = spokenOf(findings).filter(
          (s) => (unrest[s.state] ?? 0) > (unrest[s.shown.state] ?? 0),
        );
        expect(hiding).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});
