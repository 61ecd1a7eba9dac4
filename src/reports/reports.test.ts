import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../engine/assess/assess.ts';
import { analysisOf, knowledge, modelOf, rule } from '../engine/fixtures.ts';
import { compileCatalogue } from '../engine/rule/catalogue.ts';
import { csvReport } from './csv.ts';
import { jsonReport, ReportSchema } from './json.ts';
import { analysisTable, countsInWords, explainFinding } from './terminal.ts';

const RULES = [
  '{ id: r, title: "Break {element}", applies: { to: process }, unless: { any-control: [guard] }, controls: [guard, watch], refs: ["cwe:CWE-20 (Improper Input Validation)"], verify: [{ manual: m }, { tool: t, use: u }] }',
  '{ id: g, applies: { to: flow }, unless: { encrypted: true } }',
];
const model = (name: string) => `elements:
  user: { type: external-entity, name: User, zone: net }
  api: { type: process, kind: server, name: ${JSON.stringify(name)}, zone: app, controls: [{ use: guard, status: partial, owner: me }] }
flows:
  f: { from: user, to: api }
threats:
  own: { on: api, title: Own, stride: [tampering] }
decisions:
  - { threat: own@api, do: accept, why: w, by: me, until: 2026-01-01 }
`;

const VECTOR = 'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:N/VI:N/VA:H/SC:N/SI:N/SA:N';
/** With a value and a CVSS vector. */
const valued = `value: 1000\n${model('API').replace('[tampering]', `[denial-of-service], cvss: '${VECTOR}'`)}`;

describe('the JSON report', () => {
  test('meets its published schema', () => {
    const found = analysisOf(valued, RULES);
    expect(found.loss).toBeDefined();
    const settings = [
      { setting: 'currency', default: 'EUR', value: 'CHF' },
      { setting: 'loss.share.severe', default: [0.5, 1], value: [0.6, 1] },
    ];
    const analysis = { ...found, settings };
    const catalogue = compileCatalogue(RULES.map(rule));
    const assessments = assess(modelOf(valued), knowledge, catalogue, analysis);
    const report: unknown = JSON.parse(jsonReport(analysis, assessments, knowledge, 'schema.json'));
    expect(ReportSchema.safeParse(report).error?.issues ?? []).toEqual([]);
    expect(report).toMatchObject({ settings, loss: { currency: 'EUR', value: 1000 } });
  });
});

describe('the CSV report', () => {
  const rowsOf = (csv: string) => parse(csv, { bom: true }) as string[][];

  test('has a row for each finding, whatever stands in names', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 40 }).filter((s) => s.trim() !== '' && s.isWellFormed()),
        (name) => {
          const analysis = analysisOf(model(name), RULES);
          const rows = rowsOf(csvReport(analysis));
          expect(rows).toHaveLength(analysis.findings.length + 1);
          expect(rows.every((row) => row.length === rows[0]?.length)).toBe(true);
        },
      ),
      { numRuns: 50 },
    );
  });

  test('has likelihood, impact, CVSS and expected loss where they are', () => {
    const [head = [], ...rows] = rowsOf(csvReport(analysisOf(valued, RULES)));
    const cells = (id: string) => {
      const row = rows.find((r) => r[0] === id) ?? [];
      return head.slice(-8).map((_, i) => row[head.length - 8 + i]);
    };
    const loss = ['possible', 'moderate', 'medium', '8.7', VECTOR, '5.00', '60.00', 'EUR'];
    expect(cells('own@api')).toEqual(loss);
    expect(cells('g@f').slice(3)).toEqual(['', '', '', '', '']);
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])(
    'a cell that begins with %j is text',
    (start) => {
      const rows = rowsOf(csvReport(analysisOf(model(start), RULES)));
      expect(rows.flat().filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
    },
  );
});

describe('the terminal', () => {
  const analysis = analysisOf(model('A\u001b[31mPI'), RULES);

  test('the table has a line for each finding and the counts of the summary', () => {
    const text = analysisTable(analysis);
    for (const finding of analysis.findings) expect(text).toContain(finding.id);
    expect(text).toContain(`${analysis.summary.total} findings: ${countsInWords(analysis.summary.byState)}`);
    expect(text).not.toContain('\u001b');
  });

  test('an explanation has facts, controls, arithmetic and references', () => {
    const finding = analysis.findings.find((f) => f.id === 'r@api');
    const text = finding ? explainFinding(finding, 'test.yaml') : '';
    expect(text).toMatch(/^r@api {2}\[test\.yaml:\d+:\d+\]/);
    expect(text).toMatch(/partial {4} guard \(stops it\)/);
    expect(text).toMatch(/\(5 \+ 5 \+ \d+ \+ 5 \+ \d+\) \/ 5 = /);
    expect(text).toContain('cwe:CWE-20');
    expect(text).not.toContain('\u001b');
  });

  test('counts in words leave out what is zero', () => {
    expect(
      countsInWords({
        open: 2,
        'partly-mitigated': 1,
        asked: 0,
        accepted: 0,
        transferred: 0,
        avoided: 0,
        'not-applicable': 0,
        mitigated: 3,
      }),
    ).toBe('2 open, 1 partly mitigated, 3 mitigated');
  });
});
