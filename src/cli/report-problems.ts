/** Prints diagnostics with code frames to standard error, and says how many there are. */
import { type Diagnostic, formatDiagnostic, isError } from '../source/diagnostic.ts';

/** @returns whether there is an error among them */
export function reportProblems(
  diagnostics: readonly Diagnostic[],
  texts: ReadonlyMap<string, string>,
): boolean {
  for (const d of diagnostics) process.stderr.write(`${formatDiagnostic(d, texts.get(d.file))}\n\n`);
  const errors = diagnostics.filter(isError).length;
  const warnings = diagnostics.length - errors;
  if (diagnostics.length > 0) {
    const files = new Set(diagnostics.map((d) => d.file)).size;
    process.stderr.write(`${errors} errors, ${warnings} warnings in ${files} files\n`);
  }
  return errors > 0;
}
