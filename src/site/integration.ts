/** What Wardbook adds to Astro's build: the search index and the link check at its end, and a count of what was written. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { BUILD_MARKER, setBuildReport } from '../workspace/build-report.ts';
import { resolveToday } from '../workspace/places.ts';
import { checkLinks } from './link-check.ts';
import { writeSearchIndex } from './search-index.ts';

export function wardbook(): AstroIntegration {
  let base = '/';
  return {
    name: 'wardbook',
    hooks: {
      'astro:config:setup': ({ config, updateConfig }) => {
        // Not import.meta.env.BASE_URL: a variable BASE_URL in the builder's environment would win over the setting.
        updateConfig({ vite: { define: { WARDBOOK_BASE_PATH: JSON.stringify(config.base) } } });
      },
      'astro:config:done': ({ config }) => {
        base = config.base;
      },
      'astro:build:done': async ({ dir, pages }) => {
        const folder = fileURLToPath(dir);
        const { records } = await writeSearchIndex(folder);
        const { links, broken } = await checkLinks(folder, base);
        if (broken.length > 0)
          throw new Error(`${broken.length} dead links:\n${broken.slice(0, 40).join('\n')}`);
        await writeFile(
          path.join(folder, BUILD_MARKER),
          `${JSON.stringify({ builtBy: 'wardbook', today: resolveToday() })}\n`,
        );
        setBuildReport({ pages: pages.length, links, records });
      },
    },
  };
}
