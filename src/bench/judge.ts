/** Raw samples become verdicts: the only way to a result, whether the data were just measured or replayed. */

import { type Attribution, attribute } from './attribution.js';
import {
  type Arm,
  type BenchData,
  type Benchmark,
  type HarnessName,
  type InstructionCount,
  relinkedId,
} from './data.js';
import { type Recommendation, recommend } from './recommend.js';
import { geometricMean, type Mean, pairedLogs, roundMedians, withEnoughRounds } from './rounds.js';
import { logRatio, shippedBytes } from './size.js';
import { holm, type Interval, mean, median, pairsNeeded } from './statistics.js';
import {
  ALPHA,
  type Control,
  detectableEffect,
  type Evidence,
  FEWEST_FOR_INTERVAL,
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
  /** The same between both builds with their functions in another order; null where not measured. */
  readonly relinked: { readonly effect: number; readonly interval: Interval } | null;
  /** It would have been faster or slower, but not so in that other order: only the layout differed. */
  readonly ofLayout: boolean;
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
  /** The mean with the functions of both builds in another order; null where not measured. */
  readonly relinked: (Mean & { readonly benchmarks: number }) | null;
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
  /** What single settings did; empty where no two arms differ in one setting only. */
  readonly attribution: readonly Attribution[];
}

/** The slowdown that the positive control adds to the control's own samples. */
const POSITIVE_CONTROL = Math.log(1.1);

/** Counts include a little of the process's start, which differs from run to run. */
const COUNT_FLOOR = 0.03;

interface Draft {
  readonly benchmark: Benchmark;
  readonly control: Control | null;
  readonly evidence: ReadonlyMap<string, Evidence>;
  /** Log ratios between the builds that were linked in another order, by candidate. */
  readonly relinked: ReadonlyMap<string, readonly number[]>;
}

/** Pure: the same data give the same result everywhere. */
export function judge(data: BenchData): BenchResult {
  const candidates = data.arms.filter((arm) => arm.role === 'candidate' && arm.failure === null);
  const drafts = data.benchmarks.map((benchmark) => weighBenchmark(benchmark, candidates, data.seed));
  const all = drafts.flatMap((draft) => [...draft.evidence.values()]);
  const adjusted = new Map(zip(all, holm(all.map((evidence) => evidence.p))));
  const benchmarks = drafts.map((draft) => describe(draft, candidates, adjusted, all.length, data.seed));
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
    attribution: attribute(
      data,
      drafts.filter(({ control }) => control?.holds === true).map(({ benchmark }) => benchmark),
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
  if (controlLogs.length === 0) return { benchmark, control: null, evidence: new Map(), relinked: new Map() };
  const evidence = candidates
    .filter((arm) => !(benchmark.training && arm.id === 'pgo'))
    .map((arm) => [arm.id, logsOf(arm.id)] as const)
    .filter(([, logs]) => logs.length > 0)
    .map(([id, logs]) => [id, weigh(logs, seed)] as const);
  const relinked = candidates
    .map(({ id }) => [id, pairedLogs(medians, relinkedId(id), relinkedId('base'))] as const)
    .filter(([, logs]) => logs.length >= FEWEST_FOR_INTERVAL);
  return {
    benchmark,
    control: weighControl(controlLogs, seed),
    evidence: new Map(evidence),
    relinked: new Map(relinked),
  };
}

function describe(
  { benchmark, control, evidence, relinked }: Draft,
  candidates: readonly Arm[],
  adjusted: ReadonlyMap<Evidence, number>,
  comparisons: number,
  seed: number,
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
      const again = relinked.get(arm.id);
      const other = again === undefined ? null : weigh(again, seed);
      const first = judgeEvidence(one, adjustedP, control);
      const ofLayout = other !== null && isOfLayout(first, other.interval);
      const verdict = ofLayout ? 'inconclusive' : first;
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
          relinked: other === null ? null : { effect: other.effect, interval: other.interval },
          ofLayout,
        },
      ];
    }),
  };
}

/** A difference that is gone, or turned round, in another order of functions came from the order. */
function isOfLayout(verdict: Verdict, { low, high }: Interval): boolean {
  return (verdict === 'faster' && high >= 0) || (verdict === 'slower' && low <= 0);
}

function identicalComparison(arm: string): Comparison {
  const none = { low: 0, high: 0 };
  return {
    ...{ arm, verdict: 'equivalent', identical: true, effect: 0, interval: none, p: 1, adjustedP: 1 },
    ...{ rounds: 0, detectable: 0, instructions: null, conflict: false, relinked: null, ofLayout: false },
  };
}

/** Instruction counts without time: shown, but no verdict about speed follows from them. */
function countedOnly(arm: string, instructions: number | null): Comparison[] {
  if (instructions === null) return [];
  const unknown = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return [
    {
      ...{ arm, verdict: 'inconclusive', identical: false, effect: Number.NaN, interval: unknown, p: 1 },
      ...{ adjustedP: 1, rounds: 0, detectable: Number.POSITIVE_INFINITY, instructions },
      ...{ conflict: false, relinked: null, ofLayout: false },
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
    drafts.flatMap((draft) =>
      draft.control?.holds === true ? [draft.evidence.get(arm.id)?.logs ?? []] : [],
    ),
  );
  const relinked = withEnoughRounds(drafts.map((draft) => draft.relinked.get(arm.id) ?? []));
  const unchanged = comparisons.filter((one) => one.identical).length;
  const again = geometricMean(relinked, unchanged, data.seed);
  const base = data.arms.find((one) => one.role === 'base');
  const instructions = comparisons.flatMap((one) => one.instructions ?? []);
  return {
    arm: arm.id,
    ...geometricMean(judged, unchanged, data.seed),
    benchmarks: judged.length + unchanged,
    counts,
    instructions: instructions.length === 0 ? null : mean(instructions),
    buildTime: logRatio(arm.buildSeconds, base?.buildSeconds ?? null),
    size: logRatio(shippedBytes(arm), base === undefined ? null : shippedBytes(base)),
    relinked:
      relinked.length === 0 || again.interval === null
        ? null
        : { ...again, benchmarks: relinked.length + unchanged },
  };
}

function zip<A, B>(left: readonly A[], right: readonly B[]): [A, B][] {
  return left.flatMap((a, i): [A, B][] => {
    const b = right[i];
    return b === undefined ? [] : [[a, b]];
  });
}
