/** `wardbook check`: every problem of every file of a workspace. */
import type { Command } from 'commander';
import { exampleProblems } from '../workspace/rule-examples.ts';
import { analyseWorkspace, loadWorkspace } from '../workspace/workspace.ts';
import { ExitCode } from './exit.ts';
import { settle, type WorkspaceOptions, withWorkspace } from './options.ts';
import { reportProblems } from './report-problems.ts';

export function addCheck(program: Command): void {
  withWorkspace(program.command('check').description('report every problem in models and content')).action(
    async (options: WorkspaceOptions) => {
      const { places, today } = settle(options);
      const loaded = await loadWorkspace(places);
      const { warnings, knowledge } = analyseWorkspace(loaded, today);
      const failing = exampleProblems(loaded, knowledge);
      if (reportProblems([...loaded.diagnostics, ...warnings, ...failing], loaded.texts))
        process.exitCode = ExitCode.Problems;
      else process.stdout.write(`${loaded.models.length} models, ${loaded.rules.length} rules: no errors\n`);
    },
  );
}
