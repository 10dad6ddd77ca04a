import { defineConfig } from 'vitest/config';
import { reporting } from './vitest.reporting.js';

// Suites that build, start other programs or audit whole crates: run by .ci/run, one after another.
export default defineConfig({
  test: {
    include: ['test/slow/**/*.slow.test.ts'],
    fileParallelism: false,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    ...reporting('slow'),
  },
});
