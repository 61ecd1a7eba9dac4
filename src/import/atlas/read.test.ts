import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../../source/diagnostic.ts';
import { read } from './fixtures/carried.ts';
import { readRelease } from './read.ts';

const six = readFileSync(new URL('./fixtures/format-6.yaml', import.meta.url), 'utf8');
const five = readFileSync(new URL('./fixtures/format-5.yaml', import.meta.url), 'utf8');

/** `line:column message` of every problem. */
const problems = (text: string, file = 'ATLAS-2026.10.yaml'): string[] =>
  readRelease(file, text).diagnostics.map((d) => `${d.line}:${d.column} ${d.message}`);
const lineOf = (text: string, part: string): number => text.slice(0, text.indexOf(part)).split('\n').length;

test('format 6: relations are found under their source, steps in the order of their ids', () => {
  const { edition, format, newest, rows, deprecated } = read(six);
  expect({ edition, format, newest, deprecated }).toEqual({
    edition: '2026.10',
    format: 6,
    newest: '2026-10-14',
    deprecated: [],
  });
  expect(rows.technique.map((row) => row.id)).toEqual([
    'AML.T0000',
    'AML.T0000.000',
    'AML.T0020',
    'AML.T0051',
    'AML.T0051.001',
  ]);
  expect(rows.technique.at(-1)).toEqual({
    id: 'AML.T0051.001',
    name: 'Indirect',
    parent: 'AML.T0051',
    tactics: ['AML.TA0005'],
    maturity: 'realized',
    platforms: ['Generative AI', 'Agentic AI'],
    created: '2023-10-25',
    modified: '2026-10-14',
  });
  expect(rows.technique[0]).toMatchObject({ attack: 'T1596' });
  expect(rows.tactic.map((row) => [row.id, row.order])).toEqual([
    ['AML.TA0001', 2],
    ['AML.TA0002', 1],
    ['AML.TA0005', 3],
  ]);
  expect(rows.mitigation[1]).toEqual({
    id: 'AML.M0007',
    name: 'Sanitize Training Data',
    category: ['Technical - AI'],
    lifecycle: ['Business and Data Understanding', 'Data Preparation'],
    techniques: ['AML.T0020'],
    created: '2023-04-12',
    modified: '2025-12-23',
  });
  expect(rows['case-study'][0]).toEqual({
    id: 'AML.CS0000',
    name: 'Evasion of Deep Learning Detector for Malware C&C Traffic',
    incident: 'exercise',
    date: '2020',
    target: 'Palo Alto Networks malware detection system',
    actor: 'Palo Alto Networks AI Research Team',
    ordered: true,
    procedure: [
      { technique: 'AML.T0051', tactic: 'AML.TA0005' },
      { technique: 'AML.T0000.000', tactic: 'AML.TA0002' },
    ],
    references: ['https://arxiv.org/abs/1802.03162'],
  });
  expect(rows['case-study'][1]).toMatchObject({
    date: '2020-01',
    reporter: 'McAfee Advanced Threat Research',
  });
});

test('format 5: the same shape, without platforms; a sub-technique stands under the tactics of its technique', () => {
  const { edition, format, rows } = read(five);
  expect({ edition, format }).toEqual({ edition: '5.6.1', format: 5 });
  expect(rows.tactic.map((row) => row.order)).toEqual([2, 1, 3]);
  expect(rows.technique[1]).toEqual({
    id: 'AML.T0000.000',
    name: 'Journals and Conference Proceedings',
    parent: 'AML.T0000',
    tactics: ['AML.TA0002'],
    maturity: 'feasible',
    created: '2021-05-13',
    modified: '2025-04-09',
  });
  expect(rows.mitigation[1]?.techniques).toEqual(['AML.T0019', 'AML.T0020']);
  expect(rows['case-study'][0]).toMatchObject({
    incident: 'exercise',
    date: '2020',
    ordered: true,
    references: ['https://arxiv.org/abs/1802.03162'],
  });
  // 5.6.0 calls the parent `specializes`.
  expect(read(five.replace('subtechnique-of:', 'specializes:')).rows).toEqual(rows);
});

test('early files of format 6 have no specializes: the id names the parent', () => {
  const early = six.replaceAll(/ {4}specializes:\n(?: {4}[- ] .*\n)+/g, '');
  expect(early).not.toContain('specializes');
  expect(read(early).rows).toEqual(read(six).rows);
});

test('an edition that looks like a number is read as it is written', () => {
  expect(read(six.replace("'2026.10'", '2026.10')).edition).toBe('2026.10');
});

test('an entry that the file marks as gone is retired, with all that names it', () => {
  const text = six.replace(
    '  AML.T0020:\n    name',
    '  AML.T0020:\n    deprecated: true\n    replaced-by: AML.T0051\n    name',
  );
  const { rows, deprecated } = read(text);
  expect(deprecated).toEqual([
    { id: 'AML.T0020', name: 'Training Data Poisoning', replacedBy: ['AML.T0051'] },
  ]);
  expect(rows.technique.map((row) => row.id)).not.toContain('AML.T0020');
  expect(rows.mitigation[1]?.techniques).toEqual(['AML.T0051']);
  expect(rows['case-study'][1]?.procedure).toEqual([{ technique: 'AML.T0051', tactic: 'AML.TA0001' }]);
});

test('a sub-technique goes with its technique', () => {
  const { rows, deprecated } = read(
    six.replace('  AML.T0000:\n    name', '  AML.T0000:\n    revoked: true\n    name'),
  );
  expect(deprecated.map((row) => row.id)).toEqual(['AML.T0000', 'AML.T0000.000']);
  expect(rows['case-study'][0]?.procedure).toHaveLength(1);
});

describe('files that are not imported say why, and which to take', () => {
  test.each([
    [
      'pointer',
      'dist/v6/ATLAS-latest.yaml',
      'ATLAS-2026.09.yaml\n',
      /only names another one: ATLAS-2026.09.yaml/,
      /import dist\/v6\/ATLAS-2026.09.yaml/,
    ],
    [
      'pointer to a pointer',
      'ATLAS-latest.yaml',
      'v6/ATLAS-latest.yaml',
      /only names another/,
      /import v6\/ATLAS-latest.yaml/,
    ],
    [
      'frozen',
      'clone/dist/ATLAS.yaml',
      five.replace('5.6.1', '5.6.0'),
      /frozen by MITRE at 5.6.0/,
      /dist\/v6\/ATLAS-latest.yaml names; no option/,
    ],
    [
      'frozen, and not even whole',
      'ATLAS.yaml',
      'id: ATLAS\nversion: 4.9\nmatrices: []',
      /frozen/,
      /no option/,
    ],
    ['manifest', 'manifest.yaml', '- release: "2026.09"\n  versions: []', /list of releases/, /first entry/],
    ['format 7', 'a.yaml', six.replace('6.0.0', '7.0.0'), /format-version 7.0.0 is not known/, /src\/import/],
    ['format 3', 'a.yaml', 'version: 3.1.0\ntactics: []\ntechniques: []', /before 4.0/, /v6/],
    ['other data', 'a.yaml', 'name: Something', /no ATLAS data/, /ATLAS-YYYY.MM/],
    [
      'a page',
      'a.yaml',
      '<!doctype html><html><body>Not found</body></html>',
      /no ATLAS data/,
      /ATLAS-YYYY.MM/,
    ],
    ['nothing', 'a.yaml', '', /no ATLAS data/, /ATLAS-YYYY.MM/],
  ])('%s', (_, file, text, message, hint) => {
    const { release, diagnostics } = readRelease(file, text);
    expect(release).toBeUndefined();
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]?.message).toMatch(message);
    expect(diagnostics[0]?.expected).toBeTruthy();
    expect(diagnostics[0]?.hint).toMatch(hint);
  });

  test('the file beside the frozen one is read', () => {
    expect(problems(five, 'dist/ATLAS.yaml')).toEqual([]);
    expect(problems(five.replace('5.6.1', '5.6.0'), 'dist/legacy/ATLAS-5.6.0.yaml')).toEqual([]);
  });

  test('a broken file', () => {
    expect(problems(`${six}\n  x: [`)[0]).toMatch(/^\d+:\d+ /);
    expect(problems(six.slice(0, six.indexOf('relationships:')))).toEqual([
      '1:1 the file has no relationships',
    ]);
    expect(problems(six.replace("version: '2026.10'", 'version: newest'))).toEqual([
      `${lineOf(six, "version: '2026.10'")}:12 collection.version: "newest" is no edition`,
    ]);
  });
});

describe('what is wrong in a file has its place', () => {
  const cases: [string, string, string, string, RegExp][] = [
    [
      'a bidi control in a name',
      six,
      'name: Training Data Poisoning',
      'name: "Training \\u202Egninosioop"',
      /AML.T0020: .* hidden characters/,
    ],
    [
      'a control character in a name',
      six,
      'name: Execution',
      'name: "Exec\\u0007ution"',
      /AML.TA0005: .* hidden/,
    ],
    ['a line break in a name', six, 'name: Execution', 'name: "Exec\\nution"', /AML.TA0005: .* hidden/],
    [
      'a zero-width character in an actor',
      six,
      'actor: Unknown',
      'actor: "Un\\u200Bknown"',
      /AML.CS0002: .* hidden/,
    ],
    ['an id twice in format 5', five, 'id: AML.T0019', 'id: AML.T0000', /AML.T0000 stands twice/],
    [
      'a key twice in format 6',
      six,
      'AML.T0020:\n    name',
      'AML.T0000:\n    name',
      /the key AML.T0000 stands twice/,
    ],
    [
      'a key that differs from the id',
      six,
      'id: AML.T0020',
      'id: AML.T0021',
      /entry under AML.T0020 says that its id is AML.T0021/,
    ],
    ['no id of a technique', five, 'id: AML.T0019', 'id: T0019', /"T0019" is no id of a technique/],
    [
      'a tactic that is not there',
      six,
      'target: AML.TA0001\n      relationship-type: achieves',
      'target: AML.TA0099\n      relationship-type: achieves',
      /AML.T0020 names AML.TA0099, but there is no such tactic/,
    ],
    [
      'a technique that is not there',
      five,
      'technique: AML.T0000.000',
      'technique: AML.T0000.999',
      /AML.CS0000 names AML.T0000.999/,
    ],
    ['a tactic of a step', six, 'tactic: AML.TA0001', 'tactic: AML.TA0077', /AML.CS0002 names AML.TA0077/],
    [
      'a parent of another family',
      six,
      'target: AML.T0051\n      relationship-type: specializes',
      'target: AML.T0020\n      relationship-type: specializes',
      /AML.T0051.001 is said to belong to AML.T0020/,
    ],
    [
      'a relation from nowhere',
      six,
      '  AML.M0007:\n    mitigates',
      '  AML.M0077:\n    mitigates',
      /relation/,
    ],
    [
      'a tactic in the matrix',
      six,
      'target: AML.TA0001\n      relationship-type: sequences',
      'target: AML.TA0055\n      relationship-type: sequences',
      /ATLAS-matrix names AML.TA0055/,
    ],
    ['an ATT&CK id', six, 'id: T1596', 'id: T15', /attack-reference.id/],
    ['a maturity', five, 'maturity: realized', 'maturity: proven', /maturity/],
    ['a date', six, "modified-date: '2026-10-14'", "modified-date: '14 October'", /modified-date/],
    [
      'a replacement that is not there',
      six,
      'id: AML.T0020',
      'id: AML.T0020\n    replaced-by: AML.T0999',
      /replaced by AML.T0999/,
    ],
  ];
  test.each(cases)('%s', (_, text, from, to, message) => {
    expect(text).toContain(from);
    const broken = text.replace(from, to);
    const { release, diagnostics } = readRelease('ATLAS-x.yaml', broken);
    expect(release).toBeUndefined();
    const found = diagnostics.find((d) => message.test(d.message));
    expect(diagnostics.map((d) => d.message).join('\n')).toMatch(message);
    expect(found?.line).toBeGreaterThan(1);
    const near = Math.abs((found?.line ?? 0) - lineOf(text, from));
    expect(near).toBeLessThanOrEqual(2);
    const shown = found ? formatDiagnostic(found, broken) : '';
    expect(['\u202e', '\u0007', '\u200b'].some((hidden) => shown.includes(hidden))).toBe(false);
  });
});

test('no change to a file makes the reader throw', () => {
  fc.assert(
    fc.property(fc.nat(six.length), fc.nat(60), fc.string({ maxLength: 20 }), (at, cut, put) => {
      const { release, diagnostics } = readRelease('a.yaml', six.slice(0, at) + put + six.slice(at + cut));
      expect(release === undefined).toBe(diagnostics.length > 0);
    }),
    { numRuns: 150 },
  );
});
