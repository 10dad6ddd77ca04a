/** Fresh random data every run: the statistics against SciPy and statsmodels, where Python has them. */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, holm, median, signedRank } from '../../src/bench/statistics.js';

const python = process.env.PYTHON ?? 'python3';
const script = fileURLToPath(new URL('../bench/fixtures/golden.py', import.meta.url));
const hasScipy = spawnSync(python, ['-c', 'import scipy, statsmodels']).status === 0;

// `pip install scipy statsmodels`, or PYTHON=… for another interpreter.
describe.skipIf(!hasScipy)('independent implementations', () => {
  const seed = String(Date.now() % 1e9);

  it(`agree for seed ${seed}`, () => {
    const { stdout, status } = spawnSync(python, [script, seed], { encoding: 'utf8' });
    expect(status).toBe(0);
    const golden = JSON.parse(stdout);
    for (const { values, p } of golden.signedRank) expect(signedRank(values).p).toBeCloseTo(p, 10);
    for (const { p, adjusted } of golden.holm) {
      for (const [i, value] of holm(p).entries()) expect(value).toBeCloseTo(adjusted[i], 12);
    }
    for (const { values, low, high } of golden.bootstrap) {
      const own = bootstrapInterval(values, median, { confidence: 0.99, resamples: 20_000, seed: 1 });
      expect(Math.abs(own.low - low)).toBeLessThan((high - low) / 8);
      expect(Math.abs(own.high - high)).toBeLessThan((high - low) / 8);
    }
  });
});
