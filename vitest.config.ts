import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'content/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
