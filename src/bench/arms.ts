/** The base and each candidate become built arms: executables to run, flags that were really used, costs. */
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { type CompiledUnit, lostFlags } from './attest.js';
import { type Built, build } from './build.js';
import type { Candidate } from './candidates.js';
import type { Arm, ArmRole, CandidateCost } from './data.js';
import { detectHarness } from './harnesses/detect.js';
import { findProfdata, train } from './pgo.js';
import { duration, type Progress } from './progress.js';
import type { BenchIo, BenchRequest } from './request.js';
import { executableKey, type RunnableArm, type RunnableUnit, type RunSettings } from './run.js';
import { prune } from './scratch.js';
import type { Toolchain } from './toolchain.js';

export interface Workshop {
  readonly request: BenchRequest;
  readonly io: BenchIo;
  readonly toolchain: Toolchain;
  /** Absolute. */
  readonly scratch: string;
  readonly progress: Progress;
}

export interface BuiltArm {
  readonly arm: Arm;
  readonly built: Built;
  readonly runnable: RunnableArm;
}

export const NO_COST: CandidateCost = { words: [], cpu: null, rank: 0 };

/** What to build, and where from. */
export interface ArmOrder {
  readonly id: string;
  readonly role: ArmRole;
  readonly candidate: Candidate | null;
  /** Directory to run cargo in. */
  readonly cwd: string;
  /** Place in the run, for the directory's name and the progress. */
  readonly index: number;
  readonly of: number;
}

/** Builds one arm. A failed build is an arm with a failure, not an exception. */
export async function buildArm(order: ArmOrder, shop: Workshop, base: BuiltArm | null): Promise<BuiltArm> {
  const { candidate } = order;
  const own = shop.toolchain.rustflags?.flags ?? null;
  if (candidate !== null && candidate.rustflags.length > 0 && own === null) {
    return failedArm(
      order,
      'adds compiler flags, and the project’s own could not be read from `cargo config get`',
    );
  }
  const flags =
    candidate === null || candidate.rustflags.length === 0 ? null : [...(own ?? []), ...candidate.rustflags];
  const benches =
    base !== null && candidate?.rustflags.includes(ABORT) ? await abortable(base) : shop.request.benches;
  const built = await buildIn(directoryName(order), order, flags, shop, benches);
  const lost = base === null || built.failure !== null ? [] : lostFlags(base.built.units, built.units);
  const failure =
    built.failure ??
    (lost.length > 0 ? `lost flags of the project: ${lost.map((flag) => `\`${flag}\``).join(', ')}` : null);
  const seconds = duration(built.seconds);
  shop.progress.log(
    failure === null ? `built \`${order.id}\` in ${seconds}` : `\`${order.id}\` takes no part: ${failure}`,
  );
  return toArm(order, built, failure);
}

const ABORT = '-Cpanic=abort';

/** The compiler's own harness cannot be built without unwinding, and it is in every library's unit tests too. */
async function abortable({ built }: BuiltArm): Promise<string[]> {
  const benches: string[] = [];
  for (const { file, kind, target } of built.executables) {
    if (kind === 'bench' && (await detectHarness(file)).name !== 'libtest') benches.push(target);
  }
  return benches;
}

/** Directory names of one length: the path of an executable moves its stack. */
function directoryName({ role, index }: ArmOrder): string {
  return `${role === 'base' ? 'a' : 'b'}${String(index).padStart(2, '0')}`;
}

async function buildIn(
  name: string,
  { id, candidate, cwd, index, of }: ArmOrder,
  rustflags: readonly string[] | null,
  { request, io, toolchain, scratch, progress }: Workshop,
  benches: readonly string[] = request.benches,
): Promise<Built> {
  const targetDirectory = path.join(scratch, name);
  const built = await build({
    ...{ cwd, env: io.env, host: toolchain.host, targetDirectory, rustflags, signal: io.signal },
    profile: request.profile === null || request.profile === 'release' ? 'bench' : request.profile,
    settings: candidate?.settings ?? [],
    ...{ benches, cargoArgs: request.cargoArgs, runner: toolchain.runner },
    onProgress: ({ crate, done, total }) =>
      progress.show(`building \`${id}\` (${index + 1} of ${of}): ${done ?? 0}/${total ?? '?'} ${crate}`),
  });
  await prune(targetDirectory);
  return built;
}

function toArm({ id, role, candidate }: ArmOrder, built: Built, failure: string | null): BuiltArm {
  const arm: Arm = {
    ...{ id, role, settings: candidate?.settings ?? [], rustflags: candidate?.rustflags ?? [] },
    cost: candidate?.cost ?? NO_COST,
    attested: built.attested,
    buildSeconds: tenths(built.seconds),
    buildPeakBytes: built.peakBytes,
    ...{ executables: built.files, binaries: built.binaries, failure },
  };
  return {
    arm,
    built,
    runnable: {
      id,
      executables: new Map(built.executables.map((one) => [executableKey(one), one])),
      digests: new Map(built.files.map((file) => [executableKey(file), file.sha256])),
    },
  };
}

function failedArm(order: ArmOrder, failure: string): BuiltArm {
  const nothing = { executables: [], files: [], binaries: [], units: [], attested: [] };
  return toArm(order, { failure, seconds: 0, peakBytes: null, ...nothing }, failure);
}

/** Instrumented build, training on the given benchmarks, final build. Says what is missing when it cannot. */
export async function buildWithProfile(
  order: ArmOrder,
  shop: Workshop,
  base: BuiltArm,
  training: ReadonlySet<RunnableUnit>,
  settings: RunSettings,
): Promise<BuiltArm> {
  const { toolchain, scratch, progress } = shop;
  const refuse = (reason: string) => {
    progress.log(`\`${order.id}\` takes no part: ${reason}`);
    return failedArm(order, reason);
  };
  const profdata = findProfdata(toolchain);
  if (profdata === null) return refuse('`llvm-profdata` is missing: run `rustup component add llvm-tools`');
  if (training.size === 0)
    return refuse('there is one benchmark only, and none is left to judge what it trained');
  const { candidate } = order;
  if (candidate === null) return refuse('there is nothing to build');
  const directory = path.join(scratch, 'profiles');
  await mkdir(directory, { recursive: true });
  const own = toolchain.rustflags?.flags ?? [];
  const instrumented = await buildIn(
    'p00',
    { ...order, id: `${order.id} (instrumented)` },
    [...own, `-Cprofile-generate=${directory}`],
    shop,
  );
  if (instrumented.failure !== null) return refuse(`the instrumented build ${instrumented.failure}`);
  progress.show('training');
  const started = Date.now();
  const trained = await train(training, instrumented.executables, directory, profdata, settings);
  if ('failure' in trained) return refuse(trained.failure);
  const trainingSeconds = instrumented.seconds + (Date.now() - started) / 1000;
  const final = await buildArm(
    { ...order, candidate: { ...candidate, rustflags: [`-Cprofile-use=${trained.profile}`] } },
    shop,
    base,
  );
  const { buildSeconds } = final.arm;
  if (buildSeconds === null) return final;
  // Every release pays for the training too.
  return { ...final, arm: { ...final.arm, buildSeconds: tenths(buildSeconds + trainingSeconds) } };
}

function tenths(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}

/** Settings that a per-package override outranked: crates of the project's target built with another value. */
export function unreached({ settings }: Candidate, units: readonly CompiledUnit[]): string[] {
  return settings.flatMap(({ key, value }) => {
    if (key !== 'codegen-units' && key !== 'opt-level') return [];
    const flag = `${key}=${value.replaceAll('"', '')}`;
    const others = units.filter((unit) => !unit.forHost && !unit.flags.includes(flag));
    const names = [...new Set(others.map((unit) => unit.crate))].sort();
    return names.length === 0
      ? []
      : [
          `\`${flag}\` did not reach ${names.map((name) => `\`${name}\``).join(', ')}: a per-package profile outranks it`,
        ];
  });
}
