import { defineConfig } from 'vitest/config';

/** Journeys drive a real browser against a real server: one at a time, since two cores serve both. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['test/journeys/**/*.test.ts'],
    globalSetup: ['test/support/database-server.ts'],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 180_000,
  },
});
