/** `wardbook build`: checks, analyses and writes the whole site, or says what is wrong and writes nothing. */
import { existsSync, readdirSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { countsInWords } from '../reports/terminal.ts';
import { printable } from '../source/diagnostic.ts';
import { BUILD_MARKER, buildReport } from '../workspace/build-report.ts';
import type { AnalysedWorkspace } from '../workspace/workspace.ts';
import { analyseWorkspace, loadWorkspace } from '../workspace/workspace.ts';
import { ExitCode, UsageError } from './exit.ts';
import { settle, type WorkspaceOptions, withWorkspace } from './options.ts';
import { reportProblems } from './report-problems.ts';

interface BuildOptions extends WorkspaceOptions {
  out?: string;
  base: string;
  site?: string;
}

export function addBuild(program: Command): void {
  withWorkspace(program.command('build').description('write the site'))
    .option('-o, --out <dir>', 'where to write it (default: dist in the folder of Wardbook)')
    .option('--base <path>', 'the path the site will be served under', '/')
    .option('--site <url>', 'the address it will be served at, for canonical links')
    .action(build);
}

async function build(options: BuildOptions): Promise<void> {
  const started = performance.now();
  const { places, today } = settle(options);
  const out = path.resolve(options.out ?? path.join(places.root, 'dist'));
  refuseUnsafe(out, [places.root, places.workspace]);
  const loaded = await loadWorkspace(places);
  const analysed = analyseWorkspace(loaded, today);
  if (reportProblems([...loaded.diagnostics, ...analysed.warnings], loaded.texts)) {
    process.stderr.write('nothing was built\n');
    process.exitCode = ExitCode.Problems;
    return;
  }
  process.stdout.write(`${systemLines(analysed)}\nbuilding the site …\n`);
  try {
    await writeSite(places.root, out, options);
  } catch (error) {
    process.stderr.write(
      `the site was not built: ${error instanceof Error ? error.message : String(error)}\n`,
    );
    process.exitCode = ExitCode.Problems;
    return;
  }
  const report = buildReport();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `${report.pages} pages, ${report.records} search records, ${report.links} links checked → ${path.relative(process.cwd(), out) || '.'} in ${seconds} s\n`,
  );
}

/** Built beside the old site and put in its place when it is whole, so that a build that fails leaves the old one. */
async function writeSite(root: string, out: string, options: BuildOptions): Promise<void> {
  const partial = `${out}.partial`;
  process.env['WARDBOOK_OUT'] = partial;
  process.env['WARDBOOK_BASE'] = options.base;
  if (options.site) process.env['WARDBOOK_SITE'] = options.site;
  process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
  const { build: buildSite } = await import('astro');
  try {
    await buildSite({ root, logLevel: 'warn' });
    await rm(out, { recursive: true, force: true });
    await rename(partial, out);
  } finally {
    await rm(partial, { recursive: true, force: true });
  }
}

/** A build replaces the whole folder: never one that holds somebody's files. */
function refuseUnsafe(out: string, keep: readonly string[]): void {
  if (keep.some((folder) => !path.relative(out, folder).startsWith('..')))
    throw new UsageError(`${out} holds the sources: choose another --out`);
  if (!existsSync(out)) return;
  const inside = readdirSync(out);
  if (inside.length > 0 && !inside.includes(BUILD_MARKER))
    throw new UsageError(
      `${out} is not empty and not a build of Wardbook: empty it, or choose another --out`,
    );
}

function systemLines({ systems }: AnalysedWorkspace): string {
  const width = Math.max(0, ...systems.map((s) => s.model.id.length));
  const lines = systems.map(
    ({ model, analysis }) => `  ${model.id.padEnd(width)}  ${countsInWords(analysis.summary.byState)}`,
  );
  const total = systems.reduce((n, s) => n + s.analysis.summary.total, 0);
  return [
    `${systems.length} systems, ${total} findings, for ${printable(systems[0]?.analysis.today ?? '')}`,
    ...lines,
  ].join('\n');
}
