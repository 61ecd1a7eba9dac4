/** Findings as CSV for spreadsheets; a cell that a spreadsheet would run as a formula is made text. */
import { stringify } from 'csv-stringify/sync';
import type { Analysis } from '../engine/analysis.ts';

const COLUMNS = [
  'id',
  'state',
  'severity',
  'residual score',
  'inherent score',
  'title',
  'target type',
  'target',
  'STRIDE',
  'AI-specific',
  'references',
  'LINDDUN',
  'reason',
  'questions',
  'controls in place',
  'controls missing',
  'decided by',
  'decision until',
  'file',
  'line',
  'likelihood',
  'impact',
  'likelihood × impact',
  'CVSS 4.0',
  'CVSS 4.0 vector',
  'expected loss a year, low',
  'expected loss a year, high',
  'currency',
] as const;

/** RFC 4180 with a byte-order mark, so that spreadsheets read it as UTF-8. */
export const csvTable = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  stringify([columns, ...rows], { bom: true, escape_formulas: true, record_delimiter: 'windows' });

export function csvReport(analysis: Analysis): string {
  const rows = analysis.findings.map((f) => {
    const named = (statuses: readonly string[]) =>
      f.controls
        .filter((c) => statuses.includes(c.status))
        .map((c) => c.id)
        .join(' ');
    return [
      f.id,
      f.state,
      f.severity,
      f.scores.residual.adjusted.toFixed(2),
      f.scores.inherent.adjusted.toFixed(2),
      f.title,
      f.target.type,
      f.target.name,
      f.stride.join(' '),
      f.ai ? 'yes' : 'no',
      f.refs.join(' '),
      f.linddun.join(' '),
      f.reason,
      f.questions.map((q) => q.text).join(' '),
      named(['implemented', 'partial']),
      named(['planned', 'unknown', 'absent']),
      f.decision?.by ?? '',
      f.decision?.until ?? '',
      analysis.system.file,
      String(f.at[0]),
      f.scores.risk.residual.likelihood.class,
      f.scores.risk.impact.class,
      f.scores.risk.residual.rating,
      f.cvss?.score.toFixed(1) ?? '',
      f.cvss?.vector ?? '',
      f.loss?.low.toFixed(2) ?? '',
      f.loss?.high.toFixed(2) ?? '',
      f.loss?.currency ?? '',
    ];
  });
  return csvTable(COLUMNS, rows);
}
