/** The statistics agree with SciPy and statsmodels on random data, ties and zeros included. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bootstrapInterval, holm, median, pairsNeeded, signedRank } from '../../src/bench/statistics.js';

interface Golden {
  readonly signedRank: readonly { values: number[]; p: number; how: string }[];
  readonly holm: readonly { p: number[]; adjusted: number[] }[];
  readonly bootstrap: readonly { values: number[]; low: number; high: number }[];
}

const golden: Golden = JSON.parse(readFileSync(new URL('fixtures/golden.json', import.meta.url), 'utf8'));

describe('signed rank', () => {
  it.each(golden.signedRank)('p of $values ($how)', ({ values, p }) => {
    expect(signedRank(values).p).toBeCloseTo(p, 10);
  });

  it('knows nothing when no pair differs', () => {
    expect(signedRank([0, 0, 0])).toEqual({ pairs: 0, positiveRanks: 0, p: 1 });
  });

  it('does not depend on the sign', () => {
    const values = [0.3, -0.1, 0.7, 0.2, 0.9];
    expect(signedRank(values.map((value) => -value)).p).toBe(signedRank(values).p);
  });
});

describe('holm', () => {
  it.each(golden.holm)('adjusts $p', ({ p, adjusted }) => {
    for (const [i, value] of holm(p).entries()) expect(value).toBeCloseTo(adjusted[i] ?? Number.NaN, 12);
  });
});

describe('bootstrap', () => {
  // Resampling differs from SciPy's by chance: within a tenth of the interval's width.
  it.each(golden.bootstrap)('interval of the median of $values', ({ values, low, high }) => {
    const own = bootstrapInterval(values, median, { confidence: 0.99, resamples: 20_000, seed: 1 });
    expect(Math.abs(own.low - low)).toBeLessThan((high - low) / 10);
    expect(Math.abs(own.high - high)).toBeLessThan((high - low) / 10);
  });

  it('is the same for the same seed', () => {
    const options = { confidence: 0.99, resamples: 500, seed: 3 };
    const values = [1, 2, 3, 4, 9];
    expect(bootstrapInterval(values, median, options)).toEqual(bootstrapInterval(values, median, options));
  });
});

it('tells how many pairs a corrected test needs', () => {
  expect(pairsNeeded(1, 0.01)).toBe(8);
  expect(pairsNeeded(163, 0.01)).toBe(15);
  for (const comparisons of [1, 7, 50]) {
    const pairs = pairsNeeded(comparisons, 0.01);
    const p = (n: number) => signedRank(Array.from({ length: n }, (_, i) => i + 1)).p * comparisons;
    expect(p(pairs)).toBeLessThanOrEqual(0.01);
    expect(p(pairs - 1)).toBeGreaterThan(0.01);
  }
});
