/** Paired differences become a p value, an interval and an estimate: exact where the numbers are few. */
import { seededRandom } from './random.js';

/** The middle value; the mean of the two middle ones of an even count. NaN of nothing. */
export function median(values: readonly number[]): number {
  // Typed arrays sort numbers without a callback, and the bootstrap sorts a great many.
  return quantile(Float64Array.from(values).sort(), 0.5);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Linear interpolation between order statistics (R's type 7, NumPy's default). `sorted` ascends. */
function quantile(sorted: ArrayLike<number>, share: number): number {
  const position = (sorted.length - 1) * share;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
}

export interface SignedRank {
  /** Pairs that differ: zeros are dropped, as Wilcoxon did. */
  readonly pairs: number;
  /** Sum of the ranks of the positive differences. */
  readonly positiveRanks: number;
  /** Two-sided and exact, ties included. 1 when no pair differs. */
  readonly p: number;
}

/** Wilcoxon's signed-rank test against a median of zero. */
export function signedRank(differences: readonly number[]): SignedRank {
  const nonzero = differences.filter((difference) => difference !== 0);
  const doubledRanks = rankDoubled(nonzero.map(Math.abs));
  const observed = nonzero.reduce((sum, value, i) => sum + (value > 0 ? (doubledRanks[i] ?? 0) : 0), 0);
  return { pairs: nonzero.length, positiveRanks: observed / 2, p: exactP(doubledRanks, observed) };
}

/** Twice the mid-rank of each value, so that tied ranks stay whole numbers. */
function rankDoubled(values: readonly number[]): number[] {
  return values.map((value) => {
    let below = 0;
    let equal = 0;
    for (const other of values) {
      if (other < value) below += 1;
      else if (other === value) equal += 1;
    }
    return 2 * below + equal + 1;
  });
}

/**
 * Under the null hypothesis each sign is a fair coin: the distribution of the rank sum is built one rank
 * at a time, conditional on the ties.
 */
function exactP(doubledRanks: readonly number[], observed: number): number {
  const total = doubledRanks.reduce((sum, rank) => sum + rank, 0);
  let chances = new Float64Array(total + 1);
  chances[0] = 1;
  for (const rank of doubledRanks) {
    const next = new Float64Array(total + 1);
    for (let sum = 0; sum <= total; sum += 1) {
      next[sum] = 0.5 * (chances[sum] ?? 0) + 0.5 * (sum >= rank ? (chances[sum - rank] ?? 0) : 0);
    }
    chances = next;
  }
  const extreme = Math.min(observed, total - observed);
  let tail = 0;
  for (let sum = 0; sum <= extreme; sum += 1) tail += chances[sum] ?? 0;
  return Math.min(1, 2 * tail);
}

/** Holm's step-down adjustment: reject where the result is at most alpha. Order is kept. */
export function holm(pValues: readonly number[]): number[] {
  const ascending = pValues.map((p, index) => ({ p, index })).sort((a, b) => a.p - b.p);
  const adjusted = new Array<number>(pValues.length).fill(1);
  let largest = 0;
  for (const [step, { p, index }] of ascending.entries()) {
    largest = Math.max(largest, Math.min(1, p * (pValues.length - step)));
    adjusted[index] = largest;
  }
  return adjusted;
}

/** Fewest pairs with which the signed-rank test can still reach `alpha` after Holm over `comparisons`. */
export function pairsNeeded(comparisons: number, alpha: number): number {
  return Math.ceil(Math.log2((2 * Math.max(1, comparisons)) / alpha));
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Percentile bootstrap of a statistic; the seed makes it reproducible. */
export function bootstrapInterval(
  values: readonly number[],
  statistic: (resample: readonly number[]) => number,
  options: { readonly confidence: number; readonly resamples: number; readonly seed: number },
): Interval {
  const random = seededRandom(options.seed);
  const outcomes = Array.from({ length: options.resamples }, () =>
    statistic(values.map(() => values[Math.floor(random() * values.length)] ?? Number.NaN)),
  ).sort((a, b) => a - b);
  const tail = (1 - options.confidence) / 2;
  return { low: quantile(outcomes, tail), high: quantile(outcomes, 1 - tail) };
}
