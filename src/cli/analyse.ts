/** `wardbook analyse FILE`: the findings of one model, as a table or as JSON. */
import type { Command } from 'commander';
import { assess } from '../engine/assess/assess.ts';
import { jsonReport } from '../reports/json.ts';
import { analysisTable } from '../reports/terminal.ts';
import { ExitCode } from './exit.ts';
import { analyseOne } from './one-model.ts';
import { type WorkspaceOptions, withWorkspace } from './options.ts';

export function addAnalyse(program: Command): void {
  withWorkspace(
    program
      .command('analyse')
      .description('analyse one threat model')
      .argument('<file>', 'a threat-model file'),
  )
    .option('--json', 'print the analysis as JSON')
    .action(async (file: string, options: WorkspaceOptions & { json?: boolean }) => {
      const result = await analyseOne(file, options);
      if (!result) {
        process.exitCode = ExitCode.Problems;
        return;
      }
      const { model, analysis, knowledge, catalogue } = result;
      process.stdout.write(
        options.json
          ? jsonReport(
              analysis,
              assess(model, knowledge, catalogue, analysis),
              knowledge,
              'analysis.schema.json',
            )
          : `${analysisTable(analysis)}\n`,
      );
    });
}
