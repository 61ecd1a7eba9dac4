/** `wardbook explain FILE FINDING`: the facts, controls, questions and arithmetic behind one finding. */
import type { Command } from 'commander';
import { explainFinding } from '../reports/terminal.ts';
import { didYouMean } from '../source/nearest.ts';
import { ExitCode, UsageError } from './exit.ts';
import { analyseOne } from './one-model.ts';
import { type WorkspaceOptions, withWorkspace } from './options.ts';

export function addExplain(program: Command): void {
  withWorkspace(
    program
      .command('explain')
      .description('explain one finding of a model')
      .argument('<file>', 'a threat-model file')
      .argument('<finding>', 'the id of a finding, rule@target'),
  ).action(async (file: string, id: string, options: WorkspaceOptions) => {
    const result = await analyseOne(file, options);
    if (!result) {
      process.exitCode = ExitCode.Problems;
      return;
    }
    const { findings, system } = result.analysis;
    const finding =
      findings.find((f) => f.id === id) ?? findings.find((f) => f.folds.some((folded) => folded.id === id));
    if (!finding) {
      const hint = didYouMean(
        id,
        findings.map((f) => f.id),
      );
      throw new UsageError(`the analysis has no finding ${id}${hint ? `; ${hint}` : ''}`);
    }
    if (finding.id !== id) process.stdout.write(`${id} is folded under ${finding.id}:\n\n`);
    process.stdout.write(`${explainFinding(finding, system.file)}\n`);
  });
}
