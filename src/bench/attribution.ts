/** Arms that differ in one setting only become a statement about that setting: what it did, on top of the rest. */
import type { Arm, BenchData, Benchmark } from './data.js';
import { geometricMean, type Mean, pairedLogs, roundMedians, withEnoughRounds } from './rounds.js';
import { logRatio, shippedBytes } from './size.js';

/** Effects are log ratios against the arm without the setting, from the same rounds. */
export interface Attribution extends Mean {
  /** As it would be written: `codegen-units = 1`, or a compiler flag. */
  readonly setting: string;
  /** The arm that has it. */
  readonly arm: string;
  /** The arm that is built alike but for this setting; `base` is the profile as it is. */
  readonly without: string;
  readonly benchmarks: number;
  /** log(build seconds with the setting / without). */
  readonly buildTime: number | null;
  /** log(stripped bytes with the setting / without). */
  readonly size: number | null;
}

/**
 * `benchmarks` are those whose control holds. Empty where all there is to say stands in the candidates'
 * own results: every pair is a single setting against the profile as it is.
 */
export function attribute(data: BenchData, benchmarks: readonly Benchmark[]): Attribution[] {
  if (data.kind !== 'profiles') return [];
  // A profile from a training run is no setting, and copies of the base have none.
  const arms = data.arms.filter(
    (arm) =>
      arm.failure === null &&
      (arm.role === 'base' || (arm.role === 'candidate' && wordsOf(arm).size > 0)) &&
      !arm.rustflags.some((flag) => flag.startsWith('-Cprofile-use')),
  );
  const pairs = arms.flatMap((arm) =>
    arms.flatMap((without) => {
      const setting = soleDifference(arm, without);
      return setting === null ? [] : [{ arm, without, setting }];
    }),
  );
  if (pairs.every(({ without }) => without.role === 'base')) return [];
  return pairs.map(({ arm, without, setting }) => ({
    setting,
    arm: arm.id,
    without: without.id,
    ...contrast(arm, without, benchmarks, data.seed),
    buildTime: logRatio(arm.buildSeconds, without.buildSeconds),
    size: logRatio(shippedBytes(arm), shippedBytes(without)),
  }));
}

/** Keyed so that two values of one setting stand for the same thing. */
function wordsOf({ settings, rustflags }: Arm): ReadonlyMap<string, string> {
  return new Map([
    ...settings.map(({ key, value }) => [key, `${key} = ${value}`] as const),
    ...rustflags.map((flag) => [flag.split('=')[0] ?? flag, flag] as const),
  ]);
}

/** The one setting that `arm` adds, or sets otherwise at a higher cost; null for any other relation. */
function soleDifference(arm: Arm, without: Arm): string | null {
  const own = wordsOf(arm);
  const other = wordsOf(without);
  if ([...other.keys()].some((key) => !own.has(key))) return null;
  const different = [...own].filter(([key, words]) => other.get(key) !== words);
  const [only] = different;
  if (only === undefined || different.length > 1) return null;
  const replaces = other.has(only[0]);
  return replaces && arm.cost.rank <= without.cost.rank ? null : only[1];
}

function contrast(
  arm: Arm,
  without: Arm,
  benchmarks: readonly Benchmark[],
  seed: number,
): Mean & { readonly benchmarks: number } {
  // An arm with the base's bytes was not run: the base stands for it.
  const ranAs = ({ identical }: Benchmark, { id }: Arm) => (identical.includes(id) ? 'base' : id);
  const same = benchmarks.filter((one) => ranAs(one, arm) === ranAs(one, without));
  const logs = withEnoughRounds(
    benchmarks
      .filter((one) => !same.includes(one))
      .map((one) => pairedLogs(roundMedians(one), ranAs(one, arm), ranAs(one, without))),
  );
  return { ...geometricMean(logs, same.length, seed), benchmarks: logs.length + same.length };
}
