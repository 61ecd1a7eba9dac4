/** An analysis for a terminal: the table of findings, and one finding explained. Text from models is made printable. */
import type { Analysis, Finding, State } from '../engine/analysis.ts';
import { baseInWords, shownScore } from '../engine/scoring/dread.ts';
import { cvssInWords, lossAssumptions, lossInWords, riskInWords } from '../engine/scoring/words.ts';
import { questionsOf } from '../engine/summary.ts';
import { printable } from '../source/diagnostic.ts';

/** Counts by state, without those that are zero: `12 open, 3 asked`. */
export function countsInWords(byState: Readonly<Record<State, number>>): string {
  const parts = Object.entries(byState).filter(([, n]) => n > 0);
  return parts.length === 0
    ? 'no findings'
    : parts.map(([state, n]) => `${n} ${state.replace('-', ' ')}`).join(', ');
}

/** One line a finding: state, severity, residual score, id, title. */
export function analysisTable(analysis: Analysis): string {
  const rows = analysis.findings.map((f) => [
    f.state,
    f.severity,
    shownScore(f.scores.residual.adjusted),
    f.id,
    printable(f.title),
  ]);
  const header = ['STATE', 'SEVERITY', 'SCORE', 'FINDING', 'TITLE'];
  const widths = header.map((h, i) => Math.max(h.length, ...rows.map((r) => r[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells.map((c, i) => (i === cells.length - 1 ? c : c.padEnd(widths[i] ?? 0))).join('  ');
  const { summary } = analysis;
  const questions = questionsOf(analysis.findings);
  return [
    `${printable(analysis.system.name)} (${analysis.system.id}), analysed for ${analysis.today}`,
    '',
    line(header),
    ...rows.map(line),
    '',
    `${summary.total} findings: ${countsInWords(summary.byState)}; ${summary.aiSpecific} AI-specific; ${summary.folded} general ones folded`,
    ...(questions.length > 0
      ? [
          '',
          'Waiting for an answer:',
          ...questions.map((q) => `  ${printable(q.text)} (decides ${q.decides.length})`),
        ]
      : []),
  ].join('\n');
}

/** Everything a finding is made of. */
export function explainFinding(finding: Finding, file: string): string {
  const place = (at?: readonly [number, number]) => (at ? `  [${printable(file)}:${at[0]}:${at[1]}]` : '');
  const { inherent, residual, steps } = finding.scores;
  const i = inherent.inputs;
  const risk = riskInWords(finding.scores);
  const section = (title: string, lines: readonly string[]) =>
    lines.length > 0 ? ['', title, ...lines.map((l) => `  ${l}`)] : [];
  return [
    `${finding.id}${place(finding.at)}`,
    printable(finding.title),
    `${finding.state}, ${finding.severity} (${residual.adjusted.toFixed(2)} of 10). ${printable(finding.reason)}`,
    ...section('What it means', finding.summary ? [printable(finding.summary)] : []),
    ...section(
      'Why',
      finding.because.map((e) => `${printable(e.text)}${place(e.at)}`),
    ),
    ...section(
      'To answer',
      finding.questions.map((q) => `${printable(q.text)} State ${q.about}.${place(q.at)}`),
    ),
    ...section(
      'Controls',
      finding.controls.map(
        (c) =>
          `${c.status.padEnd(11)} ${c.id}${c.stops ? ' (stops it)' : ''}${c.due ? `, due ${c.due}` : ''}${c.from ? `, on ${printable(c.from)}` : ''}${place(c.at)}`,
      ),
    ),
    ...section('Score', [
      ...steps.map((s) => `${printable(s.label)}: ${s.input} ${s.from} → ${s.to}`),
      `${baseInWords(inherent)} = ${inherent.base}`,
      `${inherent.base} × (${i.modelImpact} × ${i.dataSensitivity} × ${i.detectionDifficulty})^(1/3) = ${inherent.uncapped}, at most 10: ${inherent.adjusted}`,
      ...residual.steps.map((s) => `${printable(s.label)}: ${s.input} ${s.from} → ${s.to}`),
      `residual ${residual.uncapped}, at most 10: ${residual.adjusted}`,
    ]),
    ...section('Likelihood × impact', [
      ...risk.arithmetic,
      `${risk.before} before controls, ${risk.now} now`,
    ]),
    ...section('CVSS 4.0', finding.cvss ? [`${cvssInWords(finding.cvss)}  ${finding.cvss.vector}`] : []),
    ...section(
      'Expected loss',
      finding.loss
        ? [lossInWords(finding.loss), ...lossAssumptions(finding.loss, finding.scores).map(printable)]
        : [],
    ),
    ...section('References', finding.refs),
    ...section(
      'Folded under it',
      finding.folds.map((f) => `${f.id} (${f.state})`),
    ),
    ...section(
      'How to check',
      finding.verify.map((v) => ('manual' in v ? v.manual : `${v.tool}: ${v.use}`)),
    ),
    ...(finding.decision
      ? section('Decision', [
          `${finding.decision.do} by ${printable(finding.decision.by)}${finding.decision.until ? ` until ${finding.decision.until}` : ''}${finding.decision.expired ? ' (expired)' : ''}: ${printable(finding.decision.why)}`,
        ])
      : []),
  ].join('\n');
}
