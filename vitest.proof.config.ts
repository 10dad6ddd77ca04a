import { defineConfig } from 'vitest/config';
import { reporting } from './vitest.reporting.js';

// Suites that measure for many minutes on a machine of their own: run by hand, `npm run proof`.
export default defineConfig({
  test: {
    include: ['test/proof/**/*.proof.test.ts'],
    fileParallelism: false,
    testTimeout: 1_800_000,
    hookTimeout: 600_000,
    ...reporting('proof'),
  },
});
