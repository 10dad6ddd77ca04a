import { defineConfig } from 'vitest/config';
import { reporting } from './vitest.reporting.js';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/projects/**', 'test/slow/**', 'test/proof/**', 'test/corpus/**'],
    testTimeout: 20_000,
    ...reporting('fast'),
  },
});
