import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'test/{,security/}*.test.ts', 'samples/**/*.test.ts'],
    exclude: [
      'node_modules/**',
      'dist/**',
      'test/journeys/**',
      '**/*.{browser,processes,thorough}.test.{ts,tsx}',
    ],
    globalSetup: ['test/support/database-server.ts'],
    // One fewer than there are processors leaves half of a machine of two idle.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
