/** `wardbook schemas`: writes the JSON Schemas that editors and readers of reports use. */
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { publishedSchemas } from '../reports/schemas.ts';
import { packageRoot } from '../workspace/places.ts';

export function addSchemas(program: Command): void {
  program
    .command('schemas')
    .description('write the JSON Schemas of the file formats')
    .option('-o, --out <dir>', 'where to write them', path.join(packageRoot(), 'public', 'schemas'))
    .action(async ({ out }: { out: string }) => {
      await mkdir(out, { recursive: true });
      for (const [name, text] of publishedSchemas()) await writeFile(path.join(out, name), text);
    });
}
