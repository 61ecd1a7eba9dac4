/** Diagnostics: what is wrong in a text file, where, and how to mend it. Errors stay values until the edge prints them. */
import { codeFrameColumns } from '@babel/code-frame';

/** A place in a text file; line and column count from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

export interface Diagnostic extends Place {
  severity: 'error' | 'warning';
  /** What was found, as one sentence without a full stop. */
  message: string;
  /** What was expected, where that can be said. */
  expected?: string;
  /** How to mend it: the nearest valid name, the replacement of a retired id. */
  hint?: string;
}

export const isError = (d: Diagnostic): boolean => d.severity === 'error';

/** Order by file, line and column, so that output does not depend on the order of discovery. */
export function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column || (a.message < b.message ? -1 : 1);
}

// Terminal escapes, bidi controls and zero-width characters in a stranger's file must not reach the terminal.
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu;

/** Makes text from a file safe to print on one terminal line. */
export function printable(text: string): string {
  return text.toWellFormed().replace(UNPRINTABLE, (c) => (c === '\t' ? '  ' : '\uFFFD'));
}

const FRAME_LINE = 160;

/** The lines round a place with a marker under it. Empty where the text is not at hand. */
export function codeFrame(text: string | undefined, place: Place): string {
  if (text === undefined || text === '') return '';
  const first = Math.max(0, place.line - 3);
  const near = text.split('\n', place.line + 2).map((l) => printable(l.slice(0, FRAME_LINE)));
  for (let i = 0; i < first; i++) near[i] = '';
  const column = Math.min(place.column, FRAME_LINE);
  return codeFrameColumns(
    near.join('\n'),
    { start: { line: place.line, column } },
    { linesAbove: 2, linesBelow: 1 },
  );
}

/** One diagnostic as text: `file:line:column severity message`, what was expected, the hint and a code frame. */
export function formatDiagnostic(d: Diagnostic, text?: string): string {
  const lines = [`${printable(d.file)}:${d.line}:${d.column} ${d.severity}: ${printable(d.message)}`];
  if (d.expected) lines.push(`  expected: ${printable(d.expected)}`);
  if (d.hint) lines.push(`  hint: ${printable(d.hint)}`);
  const frame = codeFrame(text, d);
  if (frame) lines.push(frame);
  return lines.join('\n');
}
