import { defineConfig } from 'vitest/config';

/** What takes a browser, kills processes or starts servers, or tries so much that it does not belong in the everyday run. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/thorough/**/*.test.ts', 'src/**/*.{browser,processes,thorough}.test.{ts,tsx}'],
    globalSetup: ['test/support/database-server.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
