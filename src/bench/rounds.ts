/** Runs of one benchmark become paired log ratios, and those of several benchmarks one geometric mean. */
import type { Benchmark } from './data.js';
import { bootstrapInterval, type Interval, median } from './statistics.js';
import { ALPHA, FEWEST_FOR_INTERVAL } from './verdict.js';

/** Round → arm → median nanoseconds of its samples. */
export type RoundMedians = ReadonlyMap<number, ReadonlyMap<string, number>>;

export function roundMedians(benchmark: Benchmark): RoundMedians {
  const rounds = new Map<number, Map<string, number>>();
  for (const run of benchmark.runs) {
    const arms = rounds.get(run.round) ?? new Map<string, number>();
    arms.set(run.arm, median(run.times));
    rounds.set(run.round, arms);
  }
  return rounds;
}

/** One log(arm / other) for each round that has both; zero and negative times cannot be compared. */
export function pairedLogs(rounds: RoundMedians, arm: string, other = 'base'): number[] {
  return [...rounds.values()].flatMap((arms) => {
    const log = Math.log((arms.get(arm) ?? Number.NaN) / (arms.get(other) ?? Number.NaN));
    return Number.isFinite(log) ? [log] : [];
  });
}

/** A benchmark that was dropped early says nothing, and would cut the mean down to its own few rounds. */
export function withEnoughRounds(logs: readonly (readonly number[])[]): (readonly number[])[] {
  const most = Math.max(0, ...logs.map((one) => one.length));
  return logs.filter((one) => one.length >= FEWEST_FOR_INTERVAL && 2 * one.length > most);
}

export interface Mean {
  /** Geometric mean of the time ratios as a logarithm; null when no benchmark has enough rounds to be judged. */
  readonly effect: number | null;
  /** Bootstrap over rounds at 99 %. */
  readonly interval: Interval | null;
}

/**
 * `logs` holds one list of paired logs for each benchmark, `unchanged` how many more ran the same bytes.
 * Each round gives one mean over all benchmarks; the rounds are what is resampled.
 */
export function geometricMean(logs: readonly (readonly number[])[], unchanged: number, seed: number): Mean {
  if (logs.length + unchanged === 0) return { effect: null, interval: null };
  if (logs.length === 0) return { effect: 0, interval: { low: 0, high: 0 } };
  const rounds = Math.min(...logs.map((one) => one.length));
  if (rounds < FEWEST_FOR_INTERVAL) return { effect: null, interval: null };
  const perRound = Array.from(
    { length: rounds },
    (_, round) => logs.reduce((sum, one) => sum + (one[round] ?? 0), 0) / (logs.length + unchanged),
  );
  const interval = bootstrapInterval(perRound, median, { confidence: 1 - ALPHA, resamples: 4000, seed });
  return { effect: median(perRound), interval };
}
