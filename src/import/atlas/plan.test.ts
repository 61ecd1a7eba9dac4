import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { ReleaseSchema } from '../../knowledge/schema/release.ts';
import { validate } from '../../source/validate.ts';
import { readYaml } from '../../source/yaml.ts';
import { joined } from './changes.ts';
import { carriedFrom, read, readTable } from './fixtures/carried.ts';
import { asFormat5, asFormat6 } from './fixtures/official.ts';
import { ATLAS_KINDS, KIND_INFO } from './kinds.ts';
import { type Carried, type Plan, type PlanOptions, planImport } from './plan.ts';

const six = readFileSync(new URL('./fixtures/format-6.yaml', import.meta.url), 'utf8');
const five = readFileSync(new URL('./fixtures/format-5.yaml', import.meta.url), 'utf8');
const OPTIONS = { file: 'ATLAS-2026.10.yaml', today: '2026-11-21' };

const carried = carriedFrom(read(five));

function plan(text: string, on: Carried = carried, options: Partial<PlanOptions> = {}): Plan {
  const { plan: made, diagnostics } = planImport(on, read(text), { ...OPTIONS, ...options });
  if (!made) throw new Error(diagnostics.map((d) => d.message).join('\n'));
  return made;
}
const problems = (text: string, on: Carried = carried, options: Partial<PlanOptions> = {}) =>
  planImport(on, read(text), { ...OPTIONS, ...options }).diagnostics;
const textOf = ({ files }: Plan, inside: string): string =>
  files.find((f) => f.inside === inside)?.text ?? '';
const row = (made: Plan, id: string) => made.merged.flatMap((m) => m.entries).find((e) => e.id === id);

/** What is carried once a plan has been carried out. */
function after(made: Plan): Carried {
  const tables = ATLAS_KINDS.map((kind) => {
    const text = textOf(made, KIND_INFO[kind].file);
    return [kind, { table: readTable(text), text }] as const;
  });
  return {
    tables: Object.fromEntries(tables) as Carried['tables'],
    releases: made.release ? [made.release] : [],
  };
}

describe('a new release', () => {
  const made = plan(six);
  const changes = joined(made.changes);

  test('new, renamed, retired and moved entries', () => {
    expect([made.from, made.to]).toEqual(['5.6.1', '2026.10']);
    expect(changes).toEqual({
      added: [{ id: 'AML.T0051.001', name: 'LLM Prompt Injection: Indirect' }],
      renamed: [
        { id: 'AML.T0020', from: 'Poison Training Data', to: 'Training Data Poisoning' },
        { id: 'AML.TA0001', from: 'AI Attack Staging', to: 'AI Attack Adaptation' },
      ],
      retired: [{ id: 'AML.T0019', name: 'Publish Poisoned Datasets', 'replaced-by': [] }],
      moved: [{ id: 'AML.T0020', from: ['AML.TA0002', 'AML.TA0005'], to: ['AML.TA0001', 'AML.TA0005'] }],
    });
    const other = made.changes.flatMap((c) => c.facts).map(({ id, field }) => `${id} ${field}`);
    expect(other).toEqual(
      expect.arrayContaining(['AML.T0051 maturity', 'AML.M0007 techniques', 'AML.CS0000 procedure']),
    );
  });

  test('the release file', () => {
    const source = readYaml('changes.yaml', textOf(made, 'changes/atlas-2026-10.yaml'));
    expect(validate(ReleaseSchema, source).data).toEqual({
      id: 'atlas-2026-10',
      title: 'MITRE ATLAS 2026.10',
      scheme: 'atlas',
      from: '5.6.1',
      to: '2026.10',
      released: '2026-10-14',
      replaced: [],
      ...changes,
    });
    expect(plan(six, carried, { released: '2026-10-20' }).release?.released).toBe('2026-10-20');
  });

  test('the table of techniques, as it is written', () => {
    expect(
      textOf(made, 'atlas/techniques.yaml'),
    ).toBe(`# The 3 techniques and 2 sub-techniques of MITRE ATLAS 2026.10.
scheme: atlas
kind: technique
title: MITRE ATLAS techniques
provenance:
  source: MITRE ATLAS
  edition: "2026.10"
  url: https://atlas.mitre.org/
  licence: "Apache-2.0, Copyright 2021-2026 MITRE."
  checked: 2026-11-21
  note: >-
    Read from ATLAS-2026.10.yaml itself (format 6). A sub-technique carries its short name; its alias has
    the name of the parent in front. Changed by us: ids, names and relations only, in another form;
    descriptions are not carried.
entries:
  - id: AML.T0000
    name: Search Open Technical Databases
    tactics: [AML.TA0002]
    maturity: demonstrated
    platforms: [Predictive AI, Enterprise]
    attack: T1596
    created: 2021-05-13
    modified: 2025-04-09
    url: https://atlas.mitre.org/techniques/AML.T0000
  - id: AML.T0000.000
    name: Journals and Conference Proceedings
    parent: AML.T0000
    tactics: [AML.TA0002]
    maturity: feasible
    platforms: [Predictive AI]
    aliases: ["Search Open Technical Databases: Journals and Conference Proceedings"]
    created: 2021-05-13
    modified: 2025-04-09
    url: https://atlas.mitre.org/techniques/AML.T0000.000
  - id: AML.T0020
    name: Training Data Poisoning
    tactics: [AML.TA0001, AML.TA0005]
    maturity: realized
    platforms: [Predictive AI, Generative AI]
    aliases: [Poison Training Data]
    created: 2021-05-13
    modified: 2026-09-15
    url: https://atlas.mitre.org/techniques/AML.T0020
  - id: AML.T0051
    name: LLM Prompt Injection
    tactics: [AML.TA0005]
    maturity: realized
    platforms: [Generative AI, Agentic AI]
    created: 2023-10-25
    modified: 2026-05-27
    url: https://atlas.mitre.org/techniques/AML.T0051
  - id: AML.T0051.001
    name: Indirect
    parent: AML.T0051
    tactics: [AML.TA0005]
    maturity: realized
    platforms: [Generative AI, Agentic AI]
    aliases: ["LLM Prompt Injection: Indirect"]
    created: 2023-10-25
    modified: 2026-10-14
    url: https://atlas.mitre.org/techniques/AML.T0051.001
retired:
  - { id: AML.T0019, name: Publish Poisoned Datasets, replaced-by: [] }
`);
  });

  test('every table reads back as what was planned; tactics stand in matrix order', () => {
    for (const { kind, entries, retired } of made.merged) {
      const table = readTable(textOf(made, KIND_INFO[kind].file));
      expect(table.entries).toEqual(entries);
      expect(table.retired).toEqual(retired);
    }
    const tactics = readTable(textOf(made, 'atlas/tactics.yaml')).entries;
    expect(tactics.map((t) => t.id)).toEqual(['AML.TA0002', 'AML.TA0001', 'AML.TA0005']);
  });

  test('reading the same file again changes no byte', () => {
    const again = plan(six, after(made));
    expect(again.files).toEqual(made.files);
    expect(joined(again.changes)).toEqual({ added: [], renamed: [], retired: [], moved: [] });
  });
});

describe('what is ours stays', () => {
  const ours = carriedFrom(read(five), (text, kind) => {
    if (kind === 'tactic') return text.replace('\n', '\n# Kept in matrix order by hand.\n');
    if (kind !== 'technique') return text;
    const edited = text
      .replace('name: Poison Training Data\n', 'name: Poison Training Data\n    aliases: [data poisoning]\n')
      .replace(
        'name: LLM Prompt Injection\n',
        'name: LLM Prompt Injection\n    platforms: [Ours]\n    status: verify\n',
      );
    return `${edited}retired:
  - id: AML.T0001
    name: Gone Long Ago
    replaced-by: [AML.T0019]
    change: >-
      Went into another one.
  - { id: AML.T0051.001, name: Back Again, replaced-by: [] }
`;
  });

  test('aliases, statuses, comments, the retired list with what became of an entry', () => {
    const made = plan(six, ours);
    expect(row(made, 'AML.T0020')?.aliases).toEqual(['Poison Training Data', 'data poisoning']);
    expect(row(made, 'AML.T0051')).toMatchObject({
      status: 'verify',
      platforms: ['Generative AI', 'Agentic AI'],
    });
    expect(textOf(made, 'atlas/tactics.yaml')).toMatch(
      /^# The 3 tactics .*\n# Kept in matrix order by hand.\nscheme/,
    );
    const retired = made.merged.find((m) => m.kind === 'technique')?.retired;
    expect(retired).toEqual([
      // What it led to is retired as well, and leads nowhere.
      { id: 'AML.T0001', name: 'Gone Long Ago', 'replaced-by': [], change: 'Went into another one.' },
      { id: 'AML.T0019', name: 'Publish Poisoned Datasets', 'replaced-by': [] },
    ]);
  });

  test('facts that the file does not state, said in the provenance', () => {
    const again = plan(five, ours, { file: 'ATLAS-5.6.1.yaml' });
    expect(row(again, 'AML.T0051')?.platforms).toEqual(['Ours']);
    expect(again.merged.flatMap((m) => m.kept)).toEqual([{ id: 'AML.T0051', field: 'platforms' }]);
    expect(textOf(again, 'atlas/techniques.yaml').replace(/\s+/g, ' ')).toContain(
      'Kept from an earlier edition, as this file does not state them: platforms (1).',
    );
  });
});

describe('what replaced a retired entry', () => {
  const withNew = (name: string, more = '') =>
    six.replace(
      '  AML.T0051:\n    name',
      `  AML.T0115:\n    name: ${name}\n    maturity: Realized\n    platforms: [Enterprise]\n${more}  AML.T0051:\n    name`,
    );
  const replacements = (text: string) => joined(plan(text).changes).retired.map((r) => r['replaced-by']);

  test('an entry of the same name', () => {
    expect(replacements(withNew('Publish Poisoned Datasets'))).toEqual([['AML.T0115']]);
    expect(replacements(withNew('Publish Poisoned Models'))).toEqual([[]]);
  });

  test('the hint of an entry that is marked as gone', () => {
    const marked = withNew(
      'Publish Poisoned AI Artifacts',
      '  AML.T0019:\n    name: Publish Poisoned Datasets\n    deprecated: true\n    replaced-by: [AML.T0115]\n',
    );
    expect(replacements(marked)).toEqual([['AML.T0115']]);
  });
});

test('names of sub-techniques follow a renamed technique, and the old full name stays findable', () => {
  const first = after(plan(six));
  const made = plan(
    six.replace("'2026.10'", "'2026.11'").replace('name: LLM Prompt Injection', 'name: Injection'),
    first,
  );
  expect(row(made, 'AML.T0051.001')?.aliases).toEqual([
    'Injection: Indirect',
    'LLM Prompt Injection: Indirect',
  ]);
  expect(made.changes.flatMap((c) => c.newNames)).toEqual([
    { id: 'AML.T0051', to: 'Injection' },
    { id: 'AML.T0051.001', to: 'Injection: Indirect' },
  ]);
  expect(joined(made.changes).renamed).toHaveLength(1);
});

test('an edition read again: its file of changes still tells of the edition before', () => {
  const first = plan(six);
  const corrected = six
    .replace('name: Training Data Poisoning', 'name: Poison Training Data')
    .replace('name: VirusTotal Poisoning', 'name: VirusTotal Poisoned');
  const again = plan(corrected, after(first));
  expect(again.release).toMatchObject({ from: '5.6.1', to: '2026.10', added: first.release?.added });
  expect(again.release?.renamed.map((r) => `${r.from} → ${r.to}`)).toEqual([
    'AI Attack Staging → AI Attack Adaptation',
    'VirusTotal Poisoning → VirusTotal Poisoned',
  ]);
});

describe('refused', () => {
  test('an older release, unless allowed; a step back has no file of changes', () => {
    const first = after(plan(six));
    const [problem] = problems(five, first);
    expect(problem).toMatchObject({
      line: 5,
      message: 'the file is 5.6.1, the knowledge base carries 2026.10',
    });
    expect(problem?.hint).toContain('--allow-older');
    const back = plan(five, first, { allowOlder: true });
    expect(back.release).toBeUndefined();
    expect(back.files.map((f) => f.inside)).not.toContain('changes/atlas-5-6-1.yaml');
  });

  test('a file that lacks half of what is carried', () => {
    const sample = six
      .replace(/ {2}AML.CS0002:\n {4}name[\s\S]*?(?=relationships:)/, '')
      .replace(/ {2}AML.CS0002:\n {4}employs[\s\S]*$/, '');
    expect(problems(sample)).toEqual([]);
    const none = six
      .replace(/case-studies:[\s\S]*?(?=relationships:)/, 'case-studies: {}\n')
      .replace(/ {2}AML.CS0000:\n[\s\S]*$/, '');
    expect(problems(none).map((d) => d.message)).toEqual(['2 of 2 case studies are not in the file']);
  });

  test('no date to tell the release by', () => {
    const undated = six.replaceAll(/ +(?:created|modified)-date: .*\n/g, '');
    expect(problems(undated).map((d) => d.hint)).toEqual(['say it with --released YYYY-MM-DD']);
    expect(problems(undated, carried, { released: '2026-10-14' })).toEqual([]);
  });
});

describe('the facts of content/ put back into the official form', () => {
  const table = (kind: (typeof ATLAS_KINDS)[number]) => {
    const text = readFileSync(new URL(`../../../content/${KIND_INFO[kind].file}`, import.meta.url), 'utf8');
    return { table: readTable(text), text };
  };
  const content: Carried = {
    tables: {
      technique: table('technique'),
      tactic: table('tactic'),
      mitigation: table('mitigation'),
      'case-study': table('case-study'),
    },
    releases: [],
  };
  const facts = {
    technique: content.tables.technique.table,
    tactic: content.tables.tactic.table,
    mitigation: content.tables.mitigation.table,
    'case-study': content.tables['case-study'].table,
  };
  const { edition } = facts.technique.provenance;

  test.each([
    ['format 5', stringify(asFormat5(facts, edition))],
    ['format 6', stringify(asFormat6(facts, edition))],
  ])('%s brings no changes', (_, text) => {
    const made = plan(text, content, { released: '2026-09-15' });
    expect(joined(made.changes)).toEqual({ added: [], renamed: [], retired: [], moved: [] });
    expect(made.changes.flatMap((c) => [...c.facts, ...c.filled, ...c.newNames])).toEqual([]);
    for (const { kind, entries, retired } of made.merged) {
      expect(entries).toEqual(facts[kind].entries);
      expect(retired).toEqual(facts[kind].retired);
      expect(readTable(textOf(made, KIND_INFO[kind].file)).entries).toEqual(entries);
    }
  });
});

test('the order of keys in a file does not matter: the same bytes are written', () => {
  const data: unknown = parse(six);
  const expected = plan(stringify(data)).files;
  /** The same value, the keys of every map put in an order that follows from a seed. */
  const shuffled = (value: unknown, seed: number): unknown => {
    if (Array.isArray(value)) return value.map((v) => shuffled(v, seed));
    if (typeof value !== 'object' || value === null) return value;
    const rank = (key: string) =>
      [...`${seed}${key}`].reduce((n, c) => (n * 31 + (c.codePointAt(0) ?? 0)) % 9973, 7);
    const pairs = Object.entries(value).map(([k, v]) => [k, shuffled(v, seed)] as const);
    return Object.fromEntries(pairs.sort(([a], [b]) => rank(a) - rank(b)));
  };
  fc.assert(
    fc.property(fc.nat(), (seed) => {
      expect(plan(stringify(shuffled(data, seed))).files).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
