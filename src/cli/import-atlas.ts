/** `wardbook kb import-atlas FILE`: takes a release of MITRE ATLAS over into the tables of the knowledge base. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { adviceFor, withoutNote } from '../import/atlas/advice.ts';
import { type AtlasKind, KIND_INFO } from '../import/atlas/kinds.ts';
import { type Carried, type Plan, planImport } from '../import/atlas/plan.ts';
import { readRelease } from '../import/atlas/read.ts';
import { reportText } from '../import/atlas/report.ts';
import { parseReference } from '../knowledge/reference.ts';
import { type Diagnostic, printable } from '../source/diagnostic.ts';
import { readText } from '../workspace/files.ts';
import { resolveToday } from '../workspace/places.ts';
import { type LoadedWorkspace, loadWorkspace, type WorkspacePlaces } from '../workspace/workspace.ts';
import { brokenBy, proseFiles } from './after-import.ts';
import { asUsage, ExitCode, UsageError } from './exit.ts';
import { settle, type WorkspaceOptions, withWorkspace } from './options.ts';
import { reportProblems } from './report-problems.ts';

interface ImportOptions extends WorkspaceOptions {
  dryRun?: boolean;
  allowOlder?: boolean;
  released?: string;
}

/** A release has about 1 MiB. */
const MAX_MIB = 8;
const SHOWN_PROBLEMS = 30;

export function addImportAtlas(kb: Command): void {
  withWorkspace(
    kb
      .command('import-atlas')
      .description('take over a release of MITRE ATLAS: dist/v6/ATLAS-YYYY.MM.yaml of its repository')
      .argument('<file>', 'the file of the release, format 6 or 5'),
  )
    .option('--dry-run', 'print the report and write nothing')
    .option('--allow-older', 'go back to an older release than the one carried')
    .option('--released <date>', 'when it came out, YYYY-MM-DD (else the newest date in the file)')
    .action(importAtlas);
}

async function importAtlas(file: string, options: ImportOptions): Promise<void> {
  const { places, today } = settle(options);
  const { released } = options;
  if (released !== undefined) asUsage(() => resolveToday(released));
  const { text, diagnostics: unreadable } = await releaseFile(file);
  if (unreadable.length > 0) return refuse(file, text, unreadable);
  const { release, diagnostics: wrong } = readRelease(file, text);
  if (!release) return refuse(file, text, wrong);
  const loaded = await loadWorkspace(places);
  const { plan, diagnostics } = planImport(carriedIn(loaded), release, {
    file: path.basename(file),
    today,
    released,
    allowOlder: options.allowOlder,
  });
  if (!plan) return refuse(file, text, diagnostics);
  const said = await report(plan, file, loaded, places);
  // Printed when all is done: a reader that goes away early does not stop the writing.
  const done = options.dryRun
    ? 'Nothing was written (--dry-run).'
    : writtenText(await write(plan, places), plan);
  process.stdout.write(`${said}\n\n${done}\n`);
}

async function releaseFile(file: string): Promise<{ text: string; diagnostics: Diagnostic[] }> {
  if (!existsSync(file)) throw new UsageError(`there is no file ${printable(file)}`);
  const stat = statSync(file);
  if (!stat.isFile()) throw new UsageError(`${printable(file)} is no file`);
  const mib = stat.size / 1024 / 1024;
  if (mib <= MAX_MIB) return readText(file, file);
  const problem: Diagnostic = {
    severity: 'error',
    file,
    line: 1,
    column: 1,
    message: `the file has ${mib.toFixed(1)} MiB`,
    expected: `a release of MITRE ATLAS: about 1 MiB, at most ${MAX_MIB}`,
    hint: 'take dist/v6/ATLAS-YYYY.MM.yaml, not a bundle or an archive',
  };
  return { text: '', diagnostics: [problem] };
}

function refuse(file: string, text: string, problems: readonly Diagnostic[]): void {
  reportProblems(problems.slice(0, SHOWN_PROBLEMS), new Map([[file, text]]));
  const more = problems.length - SHOWN_PROBLEMS;
  process.stderr.write(`${more > 0 ? `and ${more} more; ` : ''}nothing was imported\n`);
  process.exitCode = ExitCode.Problems;
}

/** The four tables of the workspace as they are now. */
function carriedIn(loaded: LoadedWorkspace): Carried {
  const table = (kind: AtlasKind) => {
    const name = `content/${KIND_INFO[kind].file}`;
    const found = loaded.knowledge.tables.find((t) => t.scheme === 'atlas' && t.kind === kind);
    if (!found) throw new UsageError(`${name} cannot be read: run wardbook check and mend it first`);
    return { table: found, text: loaded.texts.get(name) ?? '' };
  };
  return {
    tables: {
      technique: table('technique'),
      tactic: table('tactic'),
      mitigation: table('mitigation'),
      'case-study': table('case-study'),
    },
    releases: loaded.knowledge.releases,
  };
}

async function report(
  plan: Plan,
  file: string,
  loaded: LoadedWorkspace,
  places: WorkspacePlaces,
): Promise<string> {
  const prose = await proseFiles(places);
  const files = [...loaded.texts].map(([name, text]) => ({ file: name, text }));
  const advised = adviceFor([...files, ...prose], plan.changes, plan.merged);
  const said = new Set([...advised.notes, ...advised.mend].map((a) => `${a.file} ${a.id}`));
  const broken = brokenBy(plan.files, loaded).filter((d) => !said.has(`${d.file} ${wrongReference(d)}`));
  const noted = loaded.knowledge.notes.flatMap(({ entry }) => parseReference(entry)?.id ?? []);
  const unwritten = withoutNote(plan.changes, 'technique', new Set(noted));
  return reportText({ plan, advised, unwritten, broken, file });
}

/** The id of a reference that a diagnostic is about. */
const wrongReference = ({ message }: Diagnostic): string | undefined =>
  /atlas:(\S+) (?:is named .+, not|\(.+\) is retired)/.exec(message)?.[1];

/** Written beside the old files first and then put in their place, so that no mixture of two releases is left behind. */
async function write(plan: Plan, places: WorkspacePlaces): Promise<string[]> {
  const content = path.join(places.workspace, 'content');
  const targets = plan.files.map(({ inside, text }) => ({ target: path.join(content, inside), text }));
  for (const { target, text } of targets) {
    await mkdir(path.dirname(target), { recursive: true });
    await writeFile(`${target}.partial`, text);
  }
  for (const { target } of targets) await rename(`${target}.partial`, target);
  return targets.map(({ target }) => path.relative(process.cwd(), target));
}

function writtenText(files: readonly string[], { release, to }: Plan): string {
  return [
    ...files.map((file) => `wrote ${file}`),
    release
      ? `released: ${release.released} (--released sets another date)`
      : `the tables went back to ${to}; a step back has no file of changes`,
    'next: mend what the report names, run wardbook check and the tests, read the diff',
  ].join('\n');
}
