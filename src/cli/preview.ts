/** `wardbook preview`: serves a finished build as a static host would. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Command } from 'commander';
import { packageRoot } from '../workspace/places.ts';
import { UsageError } from './exit.ts';

export function addPreview(program: Command): void {
  program
    .command('preview')
    .description('serve the last build')
    .option('-o, --out <dir>', 'the folder of the build', 'dist')
    .option('-p, --port <number>', 'the port to listen on', '4321')
    .option('--base <path>', 'the base path it was built for', '/')
    .action(async (options: { out: string; port: string; base: string }) => {
      const out = path.resolve(options.out);
      if (!existsSync(path.join(out, 'index.html')))
        throw new UsageError(`there is no build in ${out}: run wardbook build first`);
      process.env['WARDBOOK_OUT'] = out;
      process.env['WARDBOOK_BASE'] = options.base;
      process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
      const { preview } = await import('astro');
      await preview({ root: packageRoot(), server: { port: Number(options.port) } });
    });
}
