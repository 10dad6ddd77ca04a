/** An instrumented build and a training run on some benchmarks become a profile for the compiler. */
import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Executable } from './harnesses/harness.js';
import { Cancelled, HarnessError } from './harnesses/harness.js';
import { seededRandom, shuffled } from './random.js';
import { executableKey, type RunnableUnit, type RunSettings } from './run.js';
import { describeFailure, run } from './spawn.js';
import type { Toolchain } from './toolchain.js';

/** The toolchain's own `llvm-profdata`: others read other formats. Null when the component is missing. */
export function findProfdata({ sysroot, host }: Toolchain): string | null {
  const name = process.platform === 'win32' ? 'llvm-profdata.exe' : 'llvm-profdata';
  const file = path.join(sysroot, 'lib', 'rustlib', host, 'bin', name);
  return existsSync(file) ? file : null;
}

/** Half of the benchmarks train, the other half judges: a profile is flattered by what it has seen. */
export function chooseTraining(units: readonly RunnableUnit[], seed: number): ReadonlySet<RunnableUnit> {
  return new Set(shuffled(units, seededRandom(seed)).slice(0, Math.floor(units.length / 2)));
}

/** Runs the training benchmarks on instrumented executables and merges what they wrote. Returns the profile's path or the reason. */
export async function train(
  training: ReadonlySet<RunnableUnit>,
  instrumented: readonly Executable[],
  directory: string,
  profdata: string,
  settings: RunSettings,
): Promise<{ readonly profile: string } | { readonly failure: string }> {
  const byKey = new Map(instrumented.map((one) => [executableKey(one), one]));
  const { limitSeconds, signal, benchArgs: args } = settings;
  for (const source of training) {
    const executable = byKey.get(source.key);
    if (executable === undefined) continue;
    const scratch = path.join(settings.scratch, 'training');
    await mkdir(scratch, { recursive: true });
    const env = { ...executable.env, LLVM_PROFILE_FILE: path.join(directory, '%m_%p.profraw') };
    try {
      await source.harness.measure({ ...executable, env }, source.unit, {
        scratch,
        seconds: 0.5,
        limitSeconds,
        signal,
        args,
      });
    } catch (error) {
      if (error instanceof Cancelled) return { failure: 'was cancelled' };
      // One that fails here is reported by the measurement; the others still train.
      if (!(error instanceof HarnessError)) throw error;
    }
  }
  const written = existsSync(directory)
    ? (await readdir(directory)).filter((name) => name.endsWith('.profraw'))
    : [];
  if (written.length === 0) return { failure: 'the training run wrote no profile' };
  const profile = path.join(directory, 'merged.profdata');
  const merge = ['merge', '-o', profile, ...written.sort()];
  const finished = await run(profdata, merge, { cwd: directory, env: {}, signal, limitSeconds: 600 });
  const failure = describeFailure(finished);
  return failure === null ? { profile } : { failure: `\`llvm-profdata merge\` ${failure}` };
}
