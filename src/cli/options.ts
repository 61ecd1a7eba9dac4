/** Options that several commands share. */
import { existsSync, statSync } from 'node:fs';
import type { Command } from 'commander';
import { resolveToday, workspacePlaces } from '../workspace/places.ts';
import type { WorkspacePlaces } from '../workspace/workspace.ts';
import { asUsage, UsageError } from './exit.ts';

export interface WorkspaceOptions {
  workspace?: string;
  today?: string;
}

export function withWorkspace(command: Command): Command {
  return command
    .option(
      '-w, --workspace <dir>',
      'the folder that holds threat-models/ and, if wanted, content/ and wardbook.yaml',
    )
    .option('--today <date>', 'the day to analyse for, YYYY-MM-DD (else SOURCE_DATE_EPOCH, else the clock)');
}

/** Places and day from the options, also set for the site's own loader. */
export function settle(options: WorkspaceOptions): { places: WorkspacePlaces; today: string } {
  const places = workspacePlaces(options.workspace);
  if (!existsSync(places.workspace) || !statSync(places.workspace).isDirectory())
    throw new UsageError(`there is no folder ${places.workspace}`);
  const today = asUsage(() => resolveToday(options.today));
  process.env['WARDBOOK_WORKSPACE'] = places.workspace;
  process.env['WARDBOOK_TODAY'] = today;
  return { places, today };
}
