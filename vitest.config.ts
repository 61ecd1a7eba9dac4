import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './test/count-reporter.ts'],
    projects: [
      { test: { name: 'unit', include: ['src/**/*.test.ts', 'test/*.test.ts'], testTimeout: 20_000 } },
      {
        test: {
          name: 'site',
          include: ['test/site/*.test.ts', 'test/browser/*.test.ts'],
          globalSetup: 'test/site/build-once.ts',
          // A test that builds the site needs as long as a build on a busy machine.
          testTimeout: 240_000,
          hookTimeout: 300_000,
          // Two builds at once would share Astro's cache.
          fileParallelism: false,
        },
      },
    ],
  },
});
