/** Raw samples become verdicts: the only way to a result, whether the data were just measured or replayed. */
import type { Arm, BenchData, Benchmark, HarnessName, InstructionCount } from './data.js';
import { type Recommendation, recommend } from './recommend.js';
import { bootstrapInterval, holm, type Interval, mean, median, pairsNeeded } from './statistics.js';
import {
  ALPHA,
  type Control,
  detectableEffect,
  type Evidence,
  judgeEvidence,
  type Verdict,
  weigh,
  weighControl,
} from './verdict.js';

/** The arm's effect on one benchmark. Effects are log ratios: −0.105 is 10 % less time. */
export interface Comparison {
  readonly arm: string;
  readonly verdict: Verdict;
  /** True when the executables are the same bytes: nothing was measured, nothing can differ. */
  readonly identical: boolean;
  readonly effect: number;
  readonly interval: Interval;
  readonly p: number;
  readonly adjustedP: number;
  readonly rounds: number;
  /** Smallest effect these data could have shown; infinite when none. */
  readonly detectable: number;
  /** log(instructions of the arm / of the base); null where not counted. */
  readonly instructions: number | null;
  /** Time and instructions point in opposite directions, each by more than its floor. */
  readonly conflict: boolean;
}

export interface BenchmarkResult {
  readonly package: string;
  readonly target: string;
  readonly harness: HarnessName;
  readonly name: string;
  /** Median nanoseconds of one iteration of the base; null where time was not measured. */
  readonly baseNanoseconds: number | null;
  /** Null where the benchmark has no timed rounds: identical everywhere, or instructions only. */
  readonly control: Control | null;
  readonly comparisons: readonly Comparison[];
}

/** One candidate over all benchmarks. */
export interface CandidateResult {
  readonly arm: string;
  /** Geometric mean of the time ratios as a logarithm; null when no benchmark could be judged. */
  readonly effect: number | null;
  /** Bootstrap over rounds at 99 %. */
  readonly interval: Interval | null;
  /** Benchmarks in the mean: void ones, ones that trained a profile and ones dropped early are not. */
  readonly benchmarks: number;
  readonly counts: Readonly<Record<Verdict, number>>;
  readonly instructions: number | null;
  /** log(build seconds of the arm / of the base). */
  readonly buildTime: number | null;
  /** log(bytes of the arm's stripped binaries / of the base's). */
  readonly size: number | null;
}

export interface BenchResult {
  readonly benchmarks: readonly BenchmarkResult[];
  readonly candidates: readonly CandidateResult[];
  /** How many comparisons Holm's correction spans. */
  readonly comparisons: number;
  readonly roundsNeeded: number;
  /** The run's own false alarms: controls that failed, of all controls. */
  readonly controls: { readonly failed: number; readonly total: number };
  /** Benchmarks on which a copy made 10 % slower would have been found, of those with a valid control. */
  readonly positiveControls: { readonly found: number; readonly total: number };
  readonly recommendation: Recommendation;
}

/** The slowdown that the positive control adds to the control's own samples. */
const POSITIVE_CONTROL = Math.log(1.1);

/** Counts include a little of the process's start, which differs from run to run. */
const COUNT_FLOOR = 0.03;

interface Draft {
  readonly benchmark: Benchmark;
  readonly control: Control | null;
  readonly evidence: ReadonlyMap<string, Evidence>;
}

/** Pure: the same data give the same result everywhere. */
export function judge(data: BenchData): BenchResult {
  const candidates = data.arms.filter((arm) => arm.role === 'candidate' && arm.failure === null);
  const drafts = data.benchmarks.map((benchmark) => weighBenchmark(benchmark, candidates, data.seed));
  const all = drafts.flatMap((draft) => [...draft.evidence.values()]);
  const adjusted = new Map(zip(all, holm(all.map((evidence) => evidence.p))));
  const benchmarks = drafts.map((draft) => describe(draft, candidates, adjusted, all.length));
  const results = candidates.map((arm) => summarise(arm, data, drafts, benchmarks));
  const controls = drafts.flatMap((draft) => draft.control ?? []);
  const valid = controls.filter((control) => control.holds);
  return {
    benchmarks,
    candidates: results,
    comparisons: all.length,
    roundsNeeded: pairsNeeded(all.length, ALPHA),
    controls: { failed: controls.length - valid.length, total: controls.length },
    positiveControls: {
      found: valid.filter((control) => wouldFind(control, all.length)).length,
      total: valid.length,
    },
    recommendation: recommend(
      data,
      results.filter(({ arm }) => !isCopy(arm, data)),
    ),
  };
}

/** An untouched copy of a self-test changes nothing, so there is nothing to recommend in it. */
function isCopy(id: string, { arms, kind }: BenchData): boolean {
  const arm = arms.find((one) => one.id === id);
  return kind === 'profiles' && arm?.settings.length === 0 && arm.rustflags.length === 0;
}

/** Would the control, had each of its rounds been 10 % slower, be called slower? */
function wouldFind(control: Control, comparisons: number): boolean {
  const slowed: Evidence = {
    logs: control.logs.map((log) => log + POSITIVE_CONTROL),
    effect: control.effect + POSITIVE_CONTROL,
    interval: {
      low: control.interval.low + POSITIVE_CONTROL,
      high: control.interval.high + POSITIVE_CONTROL,
    },
    p: weigh(
      control.logs.map((log) => log + POSITIVE_CONTROL),
      1,
    ).p,
  };
  return judgeEvidence(slowed, slowed.p * comparisons, control) === 'slower';
}

function weighBenchmark(benchmark: Benchmark, candidates: readonly Arm[], seed: number): Draft {
  const medians = roundMedians(benchmark);
  const logsOf = (arm: string) => pairedLogs(medians, arm);
  const controlLogs = logsOf('control');
  if (controlLogs.length === 0) return { benchmark, control: null, evidence: new Map() };
  const evidence = candidates
    .filter((arm) => !(benchmark.training && arm.id === 'pgo'))
    .map((arm) => [arm.id, logsOf(arm.id)] as const)
    .filter(([, logs]) => logs.length > 0)
    .map(([id, logs]) => [id, weigh(logs, seed)] as const);
  return { benchmark, control: weighControl(controlLogs, seed), evidence: new Map(evidence) };
}

type RoundMedians = ReadonlyMap<number, ReadonlyMap<string, number>>;

function roundMedians(benchmark: Benchmark): RoundMedians {
  const rounds = new Map<number, Map<string, number>>();
  for (const run of benchmark.runs) {
    const arms = rounds.get(run.round) ?? new Map<string, number>();
    arms.set(run.arm, median(run.times));
    rounds.set(run.round, arms);
  }
  return rounds;
}

/** One log(arm / base) for each round that has both; zero and negative times cannot be compared. */
function pairedLogs(rounds: RoundMedians, arm: string): number[] {
  return [...rounds.values()].flatMap((arms) => {
    const log = Math.log((arms.get(arm) ?? Number.NaN) / (arms.get('base') ?? Number.NaN));
    return Number.isFinite(log) ? [log] : [];
  });
}

function describe(
  { benchmark, control, evidence }: Draft,
  candidates: readonly Arm[],
  adjusted: ReadonlyMap<Evidence, number>,
  comparisons: number,
): BenchmarkResult {
  const base = benchmark.runs.filter((run) => run.arm === 'base').map((run) => median(run.times));
  return {
    package: benchmark.package,
    target: benchmark.target,
    harness: benchmark.harness,
    name: benchmark.name,
    baseNanoseconds: base.length === 0 ? null : median(base),
    control,
    comparisons: candidates.flatMap((arm): Comparison[] => {
      if (benchmark.identical.includes(arm.id)) return [identicalComparison(arm.id)];
      const instructions = instructionRatio(benchmark.instructions, arm.id);
      const one = evidence.get(arm.id);
      if (one === undefined || control === null) return countedOnly(arm.id, instructions);
      const adjustedP = adjusted.get(one) ?? 1;
      const verdict = judgeEvidence(one, adjustedP, control);
      const told = verdict === 'faster' || verdict === 'slower';
      return [
        {
          arm: arm.id,
          verdict,
          identical: false,
          effect: one.effect,
          interval: one.interval,
          p: one.p,
          adjustedP,
          rounds: one.logs.length,
          detectable: detectableEffect(one, comparisons, control),
          instructions,
          conflict:
            told &&
            instructions !== null &&
            Math.abs(instructions) > COUNT_FLOOR &&
            instructions * one.effect < 0,
        },
      ];
    }),
  };
}

function identicalComparison(arm: string): Comparison {
  const none = { low: 0, high: 0 };
  return {
    ...{ arm, verdict: 'equivalent', identical: true, effect: 0, interval: none, p: 1, adjustedP: 1 },
    ...{ rounds: 0, detectable: 0, instructions: null, conflict: false },
  };
}

/** Instruction counts without time: shown, but no verdict about speed follows from them. */
function countedOnly(arm: string, instructions: number | null): Comparison[] {
  if (instructions === null) return [];
  const unknown = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return [
    {
      ...{ arm, verdict: 'inconclusive', identical: false, effect: Number.NaN, interval: unknown, p: 1 },
      ...{ adjustedP: 1, rounds: 0, detectable: Number.POSITIVE_INFINITY, instructions, conflict: false },
    },
  ];
}

function instructionRatio(counts: readonly InstructionCount[], arm: string): number | null {
  const of = (id: string) => counts.find((count) => count.arm === id)?.counts;
  const base = of('base');
  const own = of(arm);
  if (base === undefined || own === undefined) return null;
  const ratio = Math.log(median(own) / median(base));
  return Number.isFinite(ratio) ? ratio : null;
}

function summarise(
  arm: Arm,
  data: BenchData,
  drafts: readonly Draft[],
  results: readonly BenchmarkResult[],
): CandidateResult {
  const comparisons = results.flatMap((result) => result.comparisons.filter((one) => one.arm === arm.id));
  const counts = { faster: 0, slower: 0, equivalent: 0, inconclusive: 0, void: 0 };
  for (const comparison of comparisons) counts[comparison.verdict] += 1;
  const judged = withEnoughRounds(
    drafts.filter((draft) => draft.control?.holds === true && draft.evidence.has(arm.id)),
    arm.id,
  );
  const unchanged = comparisons.filter((one) => one.identical).length;
  const base = data.arms.find((one) => one.role === 'base');
  const instructions = comparisons.flatMap((one) => one.instructions ?? []);
  return {
    arm: arm.id,
    ...geometricMean(arm.id, judged, unchanged, data.seed),
    benchmarks: judged.length + unchanged,
    counts,
    instructions: instructions.length === 0 ? null : mean(instructions),
    buildTime: logRatio(arm.buildSeconds, base?.buildSeconds ?? null),
    size: logRatio(shippedBytes(arm), base === undefined ? null : shippedBytes(base)),
  };
}

/** A benchmark that was dropped early would cut the mean down to its own few rounds. */
function withEnoughRounds(drafts: readonly Draft[], arm: string): Draft[] {
  const roundsOf = (draft: Draft) => draft.evidence.get(arm)?.logs.length ?? 0;
  const most = Math.max(0, ...drafts.map(roundsOf));
  return drafts.filter((draft) => 2 * roundsOf(draft) > most);
}

/** Each round gives one mean over all benchmarks; the rounds are what is resampled. */
function geometricMean(
  arm: string,
  judged: readonly Draft[],
  unchanged: number,
  seed: number,
): { effect: number | null; interval: Interval | null } {
  if (judged.length + unchanged === 0) return { effect: null, interval: null };
  const logs = judged.map((draft) => draft.evidence.get(arm)?.logs ?? []);
  const rounds = Math.min(...logs.map((one) => one.length));
  if (judged.length === 0 || rounds === 0) return { effect: 0, interval: { low: 0, high: 0 } };
  const perRound = Array.from(
    { length: rounds },
    (_, round) => logs.reduce((sum, one) => sum + (one[round] ?? 0), 0) / (judged.length + unchanged),
  );
  const interval = bootstrapInterval(perRound, median, { confidence: 1 - ALPHA, resamples: 4000, seed });
  return { effect: median(perRound), interval };
}

/** Binaries where the package ships some, else the bench executables, so that size is always compared. */
export function shippedBytes(arm: Arm): number | null {
  const files = arm.binaries.length > 0 ? arm.binaries : arm.executables;
  if (files.length === 0) return null;
  return files.reduce((sum, file) => sum + (file.strippedBytes ?? file.bytes), 0);
}

function logRatio(value: number | null, base: number | null): number | null {
  return value === null || base === null || base === 0 ? null : Math.log(value / base);
}

function zip<A, B>(left: readonly A[], right: readonly B[]): [A, B][] {
  return left.flatMap((a, i): [A, B][] => {
    const b = right[i];
    return b === undefined ? [] : [[a, b]];
  });
}
