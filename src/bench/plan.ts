/** A time budget becomes rounds, seconds for one run, and the benchmarks that fit. */
import { seededRandom, shuffled } from './random.js';
import { pairsNeeded } from './statistics.js';
import { ALPHA } from './verdict.js';

/** Below this many pairs the design's false-alarm figures were not measured. */
const FEWEST_ROUNDS = 10;
const USUAL_ROUNDS = 15;
/** Time that is left buys rounds up to here: each one makes a single disturbed round matter less. */
const MOST_ROUNDS = 25;
/** Seconds for one run: shorter ones are mostly start-up, longer ones are better spent on more rounds. */
const SHORTEST_RUN = 0.3;
const LONGEST_RUN = 1;
/** What a harness needs beside measuring: start, warm-up of the process, analysis. */
const OVERHEAD = 0.15;

/** One run each foretells the rounds only roughly: on busy machines they took up to a fifth longer. */
const HEADROOM = 0.85;

export interface Planned {
  readonly rounds: number;
  /** Fewest rounds that can still pass the correction. */
  readonly fewestRounds: number;
  /** What harnesses are told to measure for. */
  readonly runSeconds: number;
  /** Indices of the units to measure, ascending. */
  readonly chosen: readonly number[];
}

export interface PlanRequest {
  readonly units: number;
  /** Arms that each unit runs, base and control included. */
  readonly arms: number;
  readonly candidates: number;
  readonly budgetSeconds: number;
  /** The user's wish; null lets the plan decide. */
  readonly rounds: number | null;
  readonly seed: number;
}

/** Before anything has run: too many benchmarks for the budget are sampled by the seed, `fitBudget` does the rest. */
export function plan(request: PlanRequest): Planned {
  const perRound = (units: number, rounds: number) => request.budgetSeconds / (rounds * request.arms * units);
  let units = request.units;
  let rounds = roundsFor(units, request);
  while (units > 1 && perRound(units, rounds) < SHORTEST_RUN) {
    units -= 1;
    rounds = roundsFor(units, request);
  }
  const all = Array.from({ length: request.units }, (_, index) => index);
  const chosen = shuffled(all, seededRandom(request.seed))
    .slice(0, units)
    .sort((a, b) => a - b);
  const room = units === 0 ? LONGEST_RUN : perRound(units, rounds) - OVERHEAD;
  return {
    rounds,
    fewestRounds: fewest(units * request.candidates),
    runSeconds: Math.min(LONGEST_RUN, Math.max(SHORTEST_RUN, room)),
    chosen,
  };
}

function roundsFor(units: number, { rounds, candidates }: PlanRequest): number {
  return rounds ?? Math.max(USUAL_ROUNDS, fewest(units * candidates) + 1);
}

/** One more than the least, so that a single round against the trend does not silence the test. */
function fewest(comparisons: number): number {
  return Math.max(FEWEST_ROUNDS, pairsNeeded(comparisons, ALPHA) + 1);
}

/** Once each unit has run: more rounds if there is time; else fewer, then the slowest benchmarks go. `seconds` is wall time of one run. */
export function fitBudget(
  seconds: readonly number[],
  planned: Planned,
  request: PlanRequest,
): { readonly rounds: number; readonly kept: readonly number[] } {
  const cost = (kept: readonly number[]) =>
    kept.reduce((sum, i) => sum + (seconds[i] ?? 0), 0) * request.arms;
  const kept = [...seconds.keys()];
  const least = request.rounds ?? planned.fewestRounds;
  while (kept.length > 1 && cost(kept) * least > request.budgetSeconds * HEADROOM) {
    const slowest = kept.reduce(
      (worst, i) => ((seconds[i] ?? 0) > (seconds[worst] ?? 0) ? i : worst),
      kept[0] ?? 0,
    );
    kept.splice(kept.indexOf(slowest), 1);
  }
  const affordable = Math.floor(request.budgetSeconds / Math.max(cost(kept), 1e-9));
  const rounds = request.rounds ?? Math.max(least, Math.min(MOST_ROUNDS, affordable));
  return { rounds, kept };
}
