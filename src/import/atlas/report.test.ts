import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { adviceFor, withoutNote } from './advice.ts';
import { carriedFrom, read } from './fixtures/carried.ts';
import { mentionsIn } from './mentions.ts';
import { planImport } from './plan.ts';
import { reportText } from './report.ts';

const six = readFileSync(new URL('./fixtures/format-6.yaml', import.meta.url), 'utf8');
const five = readFileSync(new URL('./fixtures/format-5.yaml', import.meta.url), 'utf8');

const RULE = `id: poisoning
refs: [atlas:AML.T0020 (Poison Training Data), atlas:AML.T0051 (LLM Prompt Injection)]
question: >-
  Who can write to the data? (Compare AML.T0019 and AML.T0020.)
links:
  - technique: atlas:AML.T0019
  - technique: atlas:AML.T0020
`;
const FILES = [
  {
    file: 'content/atlas/notes/AML.T0020.yaml',
    text: 'entry: atlas:AML.T0020 (Poison Training Data)\nsummary: A\n',
  },
  {
    file: 'content/atlas/notes/AML.T0019.yaml',
    text: 'entry: atlas:AML.T0019 (Publish Poisoned Datasets)\n',
  },
  { file: 'content/rules/poisoning.yaml', text: RULE },
  { file: 'content/lessons/data.md', text: 'See AML.T0019.\n\nAnd AML.T00190, which is none.\n' },
  { file: 'content/atlas/techniques.yaml', text: '- { id: AML.T0020, name: Poison Training Data }\n' },
  { file: 'content/changes/atlas-2026-09.yaml', text: 'retired: [{ id: AML.T0019 }]\n' },
  { file: 'threat-models/a.yaml', text: 'refs:\n  - atlas:AML.TA0001 (AI Attack Staging)\n' },
];

test('mentions: references with their place and name, ids in prose with their line', () => {
  const found = mentionsIn('content/rules/poisoning.yaml', RULE, new Set(['AML.T0019', 'AML.T0020']));
  expect(found.map(({ line, column, id, name, path }) => [line, column, id, name, path?.join('.')])).toEqual([
    [2, 8, 'AML.T0020', 'Poison Training Data', 'refs.0'],
    [4, 39, 'AML.T0019', undefined, undefined],
    [4, 53, 'AML.T0020', undefined, undefined],
    [6, 16, 'AML.T0019', undefined, 'links.0.technique'],
    [7, 16, 'AML.T0020', undefined, 'links.1.technique'],
  ]);
});

test('the report names what is new, renamed, retired, moved, and what to write where', () => {
  const { plan } = planImport(carriedFrom(read(five)), read(six), { file: 'a.yaml', today: '2026-11-21' });
  if (!plan) throw new Error('no plan');
  const advised = adviceFor(FILES, plan.changes, plan.merged);
  const unwritten = withoutNote(plan.changes, 'technique', new Set(['AML.T0020']));
  const broken = [
    {
      severity: 'error' as const,
      file: 'content/x.yaml',
      line: 3,
      column: 5,
      message: 'AML.M0007 does not cover it',
    },
  ];
  expect(reportText({ plan, advised, unwritten, broken, file: 'dist/v6/a.yaml' })).toBe(
    `ATLAS 5.6.1 → 2026.10, from dist/v6/a.yaml (format 6)
5 techniques, 3 tactics, 2 mitigations, 2 case studies

New (1)
  AML.T0051.001  LLM Prompt Injection: Indirect

Renamed (2)
  AML.T0020  Poison Training Data → Training Data Poisoning
  AML.TA0001  AI Attack Staging → AI Attack Adaptation

Retired (1)
  AML.T0019  Publish Poisoned Datasets → nothing is known to replace it: fill in replaced-by if you know better

Moved to other tactics (1)
  AML.T0020  Training Data Poisoning: AML.TA0002 Reconnaissance, AML.TA0005 Execution → AML.TA0001 AI Attack Adaptation, AML.TA0005 Execution

Other facts that differ (7)
  AML.T0020  modified: 2025-04-09 → 2026-09-15
  AML.T0051  maturity: demonstrated → realized
  AML.T0051  modified: 2025-04-09 → 2026-05-27
  AML.TA0001  modified: 2025-04-09 → 2026-09-15
  AML.M0007  techniques: − AML.T0019
  AML.CS0000  procedure: − AML.T0020 under AML.TA0005, + AML.T0051 under AML.TA0005
  AML.CS0002  procedure: − AML.T0019 under AML.TA0002, + AML.T0020 under AML.TA0001

Facts that were not known before (1)
  platforms of 4: AML.T0000, AML.T0000.000, AML.T0020, AML.T0051

Notes to mend (2)
  content/atlas/notes/AML.T0020.yaml:1:8  write entry: atlas:AML.T0020 (Training Data Poisoning)
  content/atlas/notes/AML.T0019.yaml:1:8  the note lacks its entry: AML.T0019 (Publish Poisoned Datasets) is retired; remove the note

References to mend (3)
  content/rules/poisoning.yaml:2:8  write atlas:AML.T0020 (Training Data Poisoning)
  content/rules/poisoning.yaml:6:16  AML.T0019 (Publish Poisoned Datasets) is retired and nothing is known to replace it: choose another entry, or take it out
  threat-models/a.yaml:2:5  write atlas:AML.TA0001 (AI Attack Adaptation)

To look at: ids in prose, and references without a name (4)
  content/rules/poisoning.yaml:4:39  AML.T0019 (Publish Poisoned Datasets) is retired and nothing is known to replace it: choose another entry, or take it out
  content/rules/poisoning.yaml:4:53  AML.T0020 is Training Data Poisoning now
  content/rules/poisoning.yaml:7:16  AML.T0020 is Training Data Poisoning now
  content/lessons/data.md:1:5  AML.T0019 (Publish Poisoned Datasets) is retired and nothing is known to replace it: choose another entry, or take it out

What wardbook check will say besides (1)
  content/x.yaml:3:5  AML.M0007 does not cover it

New techniques without a note (1)
  content/atlas/notes/AML.T0051.001.yaml  LLM Prompt Injection: Indirect`,
  );
});

test('nothing changed: the report says so', () => {
  const { plan } = planImport(carriedFrom(read(six)), read(six), { file: 'a.yaml', today: '2026-11-21' });
  if (!plan) throw new Error('no plan');
  const advised = adviceFor(FILES, plan.changes, plan.merged);
  expect(reportText({ plan, advised, unwritten: [], broken: [], file: 'a.yaml' })).toBe(
    'ATLAS 2026.10, read again, from a.yaml (format 6)\n5 techniques, 3 tactics, 2 mitigations, 2 case studies\n\nNothing new, renamed, retired or moved.',
  );
});
