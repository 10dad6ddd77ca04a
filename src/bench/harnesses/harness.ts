/** What every harness can do for the measurement: say which benchmarks an executable has, and time one. */
import type { HarnessName } from '../data.js';
import { describeFailure, type Finished, run } from '../spawn.js';

/** A built bench executable and how Cargo would run it. */
export interface Executable {
  readonly file: string;
  readonly package: string;
  readonly target: string;
  /** Cargo's word: `bench`, or `lib` and `bin` for benches inside them. */
  readonly kind: string;
  readonly cwd: string;
  /** The project's own runner, which gets the executable as an argument; empty for none. */
  readonly runner: readonly string[];
  /** Complete: the user's environment with Cargo's additions. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** What one process run can be asked for: usually one benchmark, several where a harness joins them. */
export interface Unit {
  /** What the harness takes as its filter. */
  readonly filter: string;
  readonly names: readonly string[];
}

export interface Reading {
  readonly name: string;
  /** Nanoseconds per iteration; or instructions, for a harness that counts. */
  readonly values: readonly number[];
}

export interface RunOptions {
  /** An empty directory that only this run writes to. */
  readonly scratch: string;
  /** How long to measure, where the harness lets itself be told. */
  readonly seconds: number;
  /** When to give up. */
  readonly limitSeconds: number;
  readonly signal: AbortSignal;
  /** Passed to the executable after the harness' own. */
  readonly args: readonly string[];
}

export interface Harness {
  readonly name: HarnessName;
  /** What the readings are. */
  readonly unit: 'nanoseconds' | 'instructions';
  /** Throws HarnessError. An empty list means that the executable has no benchmarks. */
  list(executable: Executable, options: RunOptions): Promise<readonly Unit[]>;
  /** Throws HarnessError when the process fails or prints what cannot be read. */
  measure(executable: Executable, unit: Unit, options: RunOptions): Promise<readonly Reading[]>;
  /** Arguments that run the unit exactly once, untimed; null when the harness has no such mode. */
  once(filter: string): readonly string[] | null;
}

/** The message completes "`target`: …": lower case, no full stop. */
export class HarnessError extends Error {
  override readonly name = 'HarnessError';
}

/** The run was cancelled by the caller: not a fault of the benchmark. */
export class Cancelled extends Error {
  override readonly name = 'Cancelled';
}

/** Runs the executable; throws HarnessError unless it ends well. */
export async function execute(
  executable: Executable,
  args: readonly string[],
  options: RunOptions,
  env: Readonly<Record<string, string>> = {},
): Promise<Finished> {
  const [command = executable.file, ...rest] = [...executable.runner, executable.file];
  const finished = await run(command, [...rest, ...args, ...options.args], {
    cwd: executable.cwd,
    env: { ...executable.env, ...env },
    signal: options.signal,
    limitSeconds: options.limitSeconds,
  });
  if (finished.cancelled) throw new Cancelled('cancelled');
  const failure = describeFailure(finished);
  if (failure !== null) throw new HarnessError(failure);
  return finished;
}

/** A filter that no benchmark is called. */
export const NO_BENCHMARK = 'rustperf-no-such-benchmark';
