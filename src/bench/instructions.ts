/** Valgrind becomes instruction counts of one iteration: secondary evidence that noise cannot touch. */
import type { Benchmark, InstructionCount } from './data.js';
import { Cancelled, HarnessError, NO_BENCHMARK } from './harnesses/harness.js';
import type { Progress } from './progress.js';
import { label, type RunnableArm, type RunnableUnit, type RunSettings } from './run.js';
import { describeFailure, run } from './spawn.js';
import { median } from './statistics.js';

const REPEATS = 3;
/**
 * Fewer than this, or repeats farther apart, and the count says more about start-up than about the code:
 * starting differs by some two hundred instructions between builds.
 */
const FEWEST = 20_000;
const WIDEST_SPREAD = 0.05;
const LIMIT_SECONDS = 60;

export interface CountRequest {
  readonly units: readonly RunnableUnit[];
  readonly benchmarks: readonly Benchmark[];
  /** Base first. Arms built for processors that valgrind does not know are left out by the caller. */
  readonly arms: readonly RunnableArm[];
  readonly budgetSeconds: number;
  readonly progress: Progress;
}

/** Adds counts to the benchmarks they could be taken of; says in `notes` what could not be counted for want of time. */
export async function countInstructions(
  request: CountRequest,
  settings: RunSettings,
): Promise<{ readonly benchmarks: readonly Benchmark[]; readonly notes: readonly string[] }> {
  const deadline = Date.now() + request.budgetSeconds * 1000;
  const idle = new Map<string, number | null>();
  const counts = new Map<string, InstructionCount[]>();
  let skipped = 0;
  for (const source of request.units) {
    const key = identify(source.executable.package, source.executable.target, source.unit.filter);
    const wanted = request.benchmarks.find((one) => identify(one.package, one.target, one.name) === key);
    // A harness that counts by itself is asked under the names that it gives.
    const own = source.harness.unit === 'instructions';
    if (!own && (wanted === undefined || wanted.runs.length === 0)) continue;
    if (settings.signal.aborted || Date.now() > deadline) {
      skipped += 1;
      continue;
    }
    request.progress.show(`counting instructions: ${label(source)}`);
    const ofUnit = own
      ? await ownCounts(source, request.arms, settings)
      : await counted(source, request.arms, idle, settings);
    for (const [name, list] of ofUnit)
      counts.set(identify(source.executable.package, source.executable.target, name), list);
  }
  const benchmarks = request.benchmarks.map((one) => ({
    ...one,
    instructions: counts.get(identify(one.package, one.target, one.name)) ?? [],
  }));
  const notes =
    skipped === 0
      ? []
      : [`instructions of ${skipped} benchmarks were not counted: the time for it was used up`];
  return { benchmarks, notes };
}

function identify(name: string, target: string, benchmark: string): string {
  return JSON.stringify([name, target, benchmark]);
}

type ByName = Map<string, InstructionCount[]>;

async function ownCounts(
  source: RunnableUnit,
  arms: readonly RunnableArm[],
  settings: RunSettings,
): Promise<ByName> {
  const byName: ByName = new Map();
  const { limitSeconds, signal, benchArgs: args, scratch } = settings;
  for (const arm of arms) {
    const executable = arm.executables.get(source.key);
    if (executable === undefined) continue;
    const counts = new Map<string, number[]>();
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      try {
        const options = { scratch: `${scratch}/count-${repeat}`, seconds: 1, limitSeconds, signal, args };
        for (const { name, values } of await source.harness.measure(executable, source.unit, options)) {
          counts.set(name, [...(counts.get(name) ?? []), ...values]);
        }
      } catch (error) {
        if (error instanceof Cancelled) return byName;
        if (!(error instanceof HarnessError)) throw error;
        break;
      }
    }
    for (const [name, list] of counts)
      byName.set(name, [...(byName.get(name) ?? []), { arm: arm.id, counts: list }]);
  }
  return byName;
}

async function counted(
  source: RunnableUnit,
  arms: readonly RunnableArm[],
  idle: Map<string, number | null>,
  settings: RunSettings,
): Promise<ByName> {
  const list: InstructionCount[] = [];
  const args = source.harness.once(source.unit.filter);
  const nothing = source.harness.name === 'process' ? null : source.harness.once(NO_BENCHMARK);
  for (const arm of arms) {
    const executable = arm.executables.get(source.key);
    if (executable === undefined || args === null) continue;
    const idleKey = `${arm.id} ${source.key}`;
    if (nothing !== null && !idle.has(idleKey))
      idle.set(idleKey, await startUp(source, arm, nothing, settings));
    const before = nothing === null ? 0 : (idle.get(idleKey) ?? null);
    const counts: number[] = [];
    while (before !== null && counts.length < REPEATS) {
      const total = await collect(source, arm, args, settings);
      if (total === null) break;
      counts.push(total - before);
    }
    if (isSteady(counts)) list.push({ arm: arm.id, counts });
    else if (list.length === 0) break;
  }
  return new Map(list.length > 1 ? [[source.unit.filter, list]] : []);
}

/** Starting a process takes a few thousand instructions more or less each time: the median of three. */
async function startUp(
  source: RunnableUnit,
  arm: RunnableArm,
  nothing: readonly string[],
  settings: RunSettings,
): Promise<number | null> {
  const counts: number[] = [];
  while (counts.length < REPEATS) {
    const count = await collect(source, arm, nothing, settings);
    if (count === null) return null;
    counts.push(count);
  }
  return median(counts);
}

function isSteady(counts: readonly number[]): boolean {
  const least = Math.min(...counts);
  return counts.length === REPEATS && least >= FEWEST && Math.max(...counts) / least - 1 <= WIDEST_SPREAD;
}

/** Null when valgrind or the bench under it failed or took too long: then there is no count, and no fault. */
async function collect(
  { key }: RunnableUnit,
  arm: RunnableArm,
  args: readonly string[],
  { signal, benchArgs }: RunSettings,
): Promise<number | null> {
  const executable = arm.executables.get(key);
  if (executable === undefined) return null;
  const valgrind = [
    '--tool=callgrind',
    '--callgrind-out-file=/dev/null',
    executable.file,
    ...args,
    ...benchArgs,
  ];
  const { cwd, env } = executable;
  const finished = await run('valgrind', valgrind, { cwd, env, signal, limitSeconds: LIMIT_SECONDS });
  return describeFailure(finished) === null ? parseCollected(finished.stderr) : null;
}

/** The `Collected : N` line of callgrind's summary; of several processes the last, which is the bench itself. */
export function parseCollected(stderr: string): number | null {
  const last = [...stderr.matchAll(/^==\d+== Collected : (\d+)/gm)].at(-1)?.[1];
  return last === undefined ? null : Number(last);
}
