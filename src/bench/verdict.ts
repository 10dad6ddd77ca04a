/** Paired log ratios of one benchmark become one of five verdicts, and never more than the data carry. */
import { bootstrapInterval, type Interval, median, signedRank } from './statistics.js';

/** Chance of a false alarm in the whole run, after Holm's correction. */
export const ALPHA = 0.01;
/** Effects below this are never claimed, however sure the test is: code layout alone moves more. */
export const SMALLEST_FLOOR = Math.log(1.01);
/** An interval inside this range, either way, counts as equivalent. */
const EQUIVALENCE = Math.log(1.02);
/** With fewer rounds even the whole range of the sample does not cover the median 99 times of 100. */
export const FEWEST_FOR_INTERVAL = 8;
const RESAMPLES = 4000;

export type Verdict = 'faster' | 'slower' | 'equivalent' | 'inconclusive' | 'void';

/** One arm against the base on one benchmark. All effects are natural logarithms of time ratios. */
export interface Evidence {
  /** One log(arm / base) for each round in which both ran. */
  readonly logs: readonly number[];
  readonly effect: number;
  /** Bootstrap over rounds at 99 %. */
  readonly interval: Interval;
  /** Exact signed-rank p, before correction. */
  readonly p: number;
}

/** What an identical copy of the base says about the machine. */
export interface Control extends Evidence {
  readonly holds: boolean;
  /** The smallest effect that may be claimed: the control's own spread, at least `SMALLEST_FLOOR`. */
  readonly floor: number;
}

export function weigh(logs: readonly number[], seed: number): Evidence {
  return {
    logs,
    effect: median(logs),
    interval: bootstrapInterval(logs, median, { confidence: 1 - ALPHA, resamples: RESAMPLES, seed }),
    p: signedRank(logs).p,
  };
}

/** The control fails when two equal executables are told apart by more than the smallest floor. */
export function weighControl(logs: readonly number[], seed: number): Control {
  const evidence = weigh(logs, seed);
  const differs = evidence.p < ALPHA && distanceFromZero(evidence.interval) > SMALLEST_FLOOR;
  return { ...evidence, holds: !differs, floor: Math.max(SMALLEST_FLOOR, reach(evidence.interval)) };
}

/** `adjustedP` is the evidence's p after Holm over every comparison of the run. */
export function judgeEvidence(evidence: Evidence, adjustedP: number, control: Control): Verdict {
  if (!control.holds) return 'void';
  if (adjustedP < ALPHA && evidence.interval.high < -control.floor) return 'faster';
  if (adjustedP < ALPHA && evidence.interval.low > control.floor) return 'slower';
  if (evidence.logs.length >= FEWEST_FOR_INTERVAL && reach(evidence.interval) <= EQUIVALENCE)
    return 'equivalent';
  return 'inconclusive';
}

/**
 * The smallest slowdown that these rounds would have called slower, as a log ratio: the same scatter,
 * moved until test and interval both speak. Infinite where the rounds are too few for the correction.
 */
export function detectableEffect(evidence: Evidence, comparisons: number, control: Control): number {
  const scatter = evidence.logs.map((log) => log - evidence.effect);
  const clears = evidence.effect - evidence.interval.low + control.floor;
  const passes = (shift: number) => signedRank(scatter.map((log) => log + shift)).p * comparisons < ALPHA;
  const enough = Math.max(...scatter.map(Math.abs)) + 1e-9;
  if (!passes(enough)) return Number.POSITIVE_INFINITY;
  let low = 0;
  let high = enough;
  while (high - low > 1e-4) {
    const middle = (low + high) / 2;
    if (passes(middle)) high = middle;
    else low = middle;
  }
  return Math.max(high, clears);
}

/** The end of the interval that is farthest from zero, as a distance. */
function reach(interval: Interval): number {
  return Math.max(Math.abs(interval.low), Math.abs(interval.high));
}

/** How far the whole interval keeps from zero; 0 when it contains it. */
function distanceFromZero(interval: Interval): number {
  return Math.max(0, interval.low, -interval.high);
}
