/** Gain and cost of every candidate become one sentence of advice, and the lines to paste if any are worth it. */
import type { Arm, BenchData, ProfileSetting } from './data.js';
import type { CandidateResult } from './judge.js';
import { SMALLEST_FLOOR } from './verdict.js';

export interface Recommendation {
  /** Null: leave things as they are. */
  readonly arm: string | null;
  /** Lower case, no full stop. */
  readonly words: string;
  /** TOML for Cargo.toml, then for `.cargo/config.toml` when flags are needed; empty when nothing is advised. */
  readonly toml: string;
  /** Candidates that neither another nor the profile as it is beats in time, build time, size and portability at once. */
  readonly pareto: readonly string[];
}

/** A costlier candidate must gain this much more than a cheaper one: one percent of time. */
const WORTH = SMALLEST_FLOOR;

/** Advice from a finished judgement; for two revisions there is nothing to paste. */
export function recommend(data: BenchData, results: readonly CandidateResult[]): Recommendation {
  const points = results.map((one) => ({ arm: one.arm, at: pointOf(one, data) }));
  const pareto = points
    .filter(({ at }) => !dominates(AS_IT_IS, at) && !points.some((other) => dominates(other.at, at)))
    .map(({ arm }) => arm);
  const worthwhile = results.filter(isProven);
  const chosen = data.kind === 'profiles' ? cheapestOfTheBest(worthwhile, data) : null;
  if (chosen !== null && isOfLayout(chosen)) {
    return { arm: null, words: ofLayout(chosen), toml: '', pareto };
  }
  if (chosen === null) return { arm: null, words: nothing(data, results), toml: '', pareto };
  const arm = data.arms.find((one) => one.id === chosen.arm);
  return {
    arm: chosen.arm,
    words: praise(chosen, results, data),
    toml: arm === undefined ? '' : paste(arm, data),
    pareto,
  };
}

/** The mean's whole interval must clear the floor, with more benchmarks won than lost. */
function isProven(result: CandidateResult): boolean {
  return (
    result.interval !== null &&
    result.interval.high < -SMALLEST_FLOOR &&
    (result.relinked !== null || result.counts.faster > result.counts.slower)
  );
}

/** Only the winner is tried in another order of functions, so the next best is no answer when it fails there. */
function isOfLayout({ relinked }: CandidateResult): boolean {
  return relinked !== null && (relinked.interval === null || relinked.interval.high >= 0);
}

function ofLayout({ arm, effect, relinked }: CandidateResult): string {
  const again = relinked?.effect === null || relinked === null ? 'nothing' : percent(relinked.effect);
  return `keep the profile as it is: \`${arm}\` showed ${percent(effect ?? 0)} time, but ${again} with the functions in another order, which may be all there is to it`;
}

function cheapestOfTheBest(worthwhile: readonly CandidateResult[], data: BenchData): CandidateResult | null {
  const best = Math.min(...worthwhile.map((one) => one.effect ?? 0));
  const close = worthwhile.filter((one) => (one.effect ?? 0) - best <= WORTH);
  return (
    close.toSorted((a, b) => rank(a, data) - rank(b, data) || (a.effect ?? 0) - (b.effect ?? 0))[0] ?? null
  );
}

function isClose(one: CandidateResult, other: CandidateResult): boolean {
  return Math.abs((one.effect ?? 0) - (other.effect ?? 0)) <= WORTH;
}

function rank(result: CandidateResult, data: BenchData): number {
  return data.arms.find((arm) => arm.id === result.arm)?.cost.rank ?? 0;
}

/** Log ratios of time, build time and size against the base, and whether a newer processor is needed. */
type Point = readonly [number, number, number, number];

const AS_IT_IS: Point = [0, 0, 0, 0];
/** Differences below these come from noise: build times are those of one build beside whatever else ran. */
const SAME: Point = [SMALLEST_FLOOR, Math.log(1.15), Math.log(1.01), 0];

function pointOf(result: CandidateResult, data: BenchData): Point {
  const arm = data.arms.find((one) => one.id === result.arm);
  return [result.effect ?? 0, result.buildTime ?? 0, result.size ?? 0, arm?.cost.cpu == null ? 0 : 1];
}

/** Nowhere worse, and somewhere better. */
function dominates(other: Point, one: Point): boolean {
  const isWorse = (a: Point, b: Point) => a.some((value, i) => value > (b[i] ?? 0) + (SAME[i] ?? 0));
  return !isWorse(other, one) && isWorse(one, other);
}

function praise(
  chosen: CandidateResult,
  results: readonly CandidateResult[],
  { unmeasured }: BenchData,
): string {
  const rivals = results.filter((one) => one !== chosen && isProven(one) && isClose(one, chosen));
  const others = rivals.length > 0 ? ', the cheapest of the candidates within 1 % of the best' : '';
  const lost =
    chosen.counts.slower > 0 ? `, although ${plural(chosen.counts.slower, 'benchmark')} got slower` : '';
  const judged =
    unmeasured.length === 0
      ? plural(chosen.benchmarks, 'benchmark')
      : `${chosen.benchmarks} of ${plural(chosen.benchmarks + unmeasured.length, 'benchmark')}`;
  const heldOut = chosen.arm === 'pgo' ? ' that did not train it' : '';
  const { relinked } = chosen;
  const some =
    relinked !== null && relinked.benchmarks < chosen.benchmarks
      ? `, over ${relinked.benchmarks} of them,`
      : '';
  const again =
    relinked?.effect == null
      ? ''
      : ` (${percent(relinked.effect)}${some} with the functions in another order)`;
  return `use \`${chosen.arm}\`: ${percent(chosen.effect ?? 0)} time over ${judged}${heldOut}${again}${others}${lost}`;
}

function nothing(data: BenchData, results: readonly CandidateResult[]): string {
  if (data.kind === 'revisions') return 'two revisions were compared: there is no setting to change';
  if (results.length === 0) return 'there was no candidate to compare: nothing is advised';
  if (data.benchmarks.length === 0) return 'no benchmark could be measured: nothing is advised';
  if (data.benchmarks.every(({ harness }) => harness === 'gungraun'))
    return 'these benchmarks count instructions, which say little about time: nothing is advised';
  const slower = results.filter(
    ({ interval, counts }) =>
      interval !== null && interval.low > SMALLEST_FLOOR && counts.slower > counts.faster,
  );
  if (slower.length === results.length)
    return 'keep the profile as it is: every candidate made these benchmarks slower';
  if (results.every((one) => one.effect === null)) {
    return 'nothing is advised: the rounds were too few or this machine too unsteady to tell';
  }
  return 'keep the profile as it is: no candidate is shown to save more than 1 % of time over these benchmarks';
}

/** The lines that turn the user's own manifest into the candidate. */
function paste(arm: Arm, data: BenchData): string {
  const profile = data.profile === 'bench' ? 'release' : data.profile;
  const blocks: string[] = [];
  const settings = arm.settings.map(({ key, value }: ProfileSetting) => `${key} = ${value}`);
  if (settings.length > 0) blocks.push(`# Cargo.toml\n[profile.${profile}]\n${settings.join('\n')}\n`);
  const flags = arm.rustflags.filter((flag) => !flag.startsWith('-Cprofile-use'));
  if (flags.length > 0) {
    blocks.push(
      `# .cargo/config.toml\n[build]\nrustflags = [${flags.map((flag) => JSON.stringify(flag)).join(', ')}]\n`,
    );
  }
  if (flags.length < arm.rustflags.length) blocks.push(TRAINING);
  return blocks.join('\n');
}

/** What a profile-guided build needs is no setting but a procedure. */
const TRAINING = `# in every release:
#   RUSTFLAGS=-Cprofile-generate=DIR cargo build --release --target HOST
#   a run of that build under typical load
#   llvm-profdata merge -o FILE DIR
#   RUSTFLAGS=-Cprofile-use=FILE cargo build --release --target HOST
`;

/** A log ratio as words: `−3.2 %`. */
export function percent(log: number, digits = 1): string {
  const value = (Math.exp(log) - 1) * 100;
  const text = Math.abs(value).toFixed(digits);
  const sign = Number(text) === 0 ? '±' : value < 0 ? '−' : '+';
  return `${sign}${text} %`;
}

/** `1 benchmark`, `2 benchmarks`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
