#!/usr/bin/env node
/** The `wardbook` command. Exit codes: 0 clean, 1 problems in the files, 2 wrong usage. */
import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { packageRoot } from '../workspace/places.ts';
import { addAnalyse } from './analyse.ts';
import { addBuild } from './build.ts';
import { addCheck } from './check.ts';
import { addDev } from './dev.ts';
import { ExitCode, UsageError } from './exit.ts';
import { addExplain } from './explain.ts';
import { addImportAtlas } from './import-atlas.ts';
import { addPreview } from './preview.ts';
import { addSchemas } from './schemas.ts';

const { version } = JSON.parse(readFileSync(`${packageRoot()}/package.json`, 'utf8')) as { version: string };
const program = new Command('wardbook')
  .description('Threat models of AI systems, analysed and published as one searchable static site.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(wardbook --help lists the commands)');
for (const add of [addBuild, addDev, addPreview, addCheck, addAnalyse, addExplain, addSchemas]) add(program);
addImportAtlas(program.command('kb').description('keep the knowledge base up to date'));

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError)
    process.exitCode = error.exitCode === 0 ? ExitCode.Clean : ExitCode.Usage;
  else if (error instanceof UsageError) {
    process.stderr.write(`wardbook: ${error.message}\n`);
    process.exitCode = ExitCode.Usage;
  } else throw error;
}
