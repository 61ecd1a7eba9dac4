/** `wardbook dev`: the site with live reload on a change of a model, a rule or content. */
import type { Command } from 'commander';
import { settle, type WorkspaceOptions, withWorkspace } from './options.ts';

export function addDev(program: Command): void {
  withWorkspace(program.command('dev').description('serve the site with live reload'))
    .option('-p, --port <number>', 'the port to listen on', '4321')
    .action(async (options: WorkspaceOptions & { port: string }) => {
      const { places } = settle(options);
      // Astro would detach from the terminal where it believes that an agent runs it.
      process.env['ASTRO_DEV_BACKGROUND'] = '0';
      process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
      const { dev } = await import('astro');
      await dev({ root: places.root, server: { port: Number(options.port) } });
    });
}
