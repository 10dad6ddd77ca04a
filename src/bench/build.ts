/** A candidate becomes executables: one `cargo bench` in a directory of its own, with the flags attested. */
import { createHash } from 'node:crypto';
import { copyFile, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { attest, type CompiledUnit, readRunningLines } from './attest.js';
import type { AttestedFlags, BuiltFile, ProfileSetting } from './data.js';
import { BenchError } from './error.js';
import type { Executable } from './harnesses/harness.js';
import { peakMemory } from './machine.js';
import { type Artifact, readArtifacts } from './messages.js';
import type { Runner } from './runner.js';
import { FLAG_SEPARATOR, targetVariable } from './rustflags.js';
import { describeFailure, run } from './spawn.js';

export interface BuildOptions {
  /** Where cargo runs: the user's PATH. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly host: string;
  /** Absolute; created by cargo. */
  readonly targetDirectory: string;
  /** `bench`, or the profile that ships. */
  readonly profile: string;
  readonly settings: readonly ProfileSetting[];
  /** The project's own flags and the candidate's; null leaves Cargo to find the project's own. */
  readonly rustflags: readonly string[] | null;
  /** The project's own; it has no part in the build, only in the runs. */
  readonly runner: Runner | null;
  /** Bench targets; empty means all. */
  readonly benches: readonly string[];
  /** Given on to `cargo bench`: features, packages. */
  readonly cargoArgs: readonly string[];
  readonly signal: AbortSignal;
  /** What is being compiled: crates done and in all, or null before Cargo knows. */
  readonly onProgress: (progress: BuildProgress) => void;
}

export interface BuildProgress {
  readonly crate: string;
  readonly done: number | null;
  readonly total: number | null;
}

export interface Built {
  /** Null when the build went well. */
  readonly failure: string | null;
  readonly seconds: number;
  readonly peakBytes: number | null;
  readonly units: readonly CompiledUnit[];
  readonly attested: readonly AttestedFlags[];
  /** Everything that can be run as a bench, in Cargo's order. */
  readonly executables: readonly Executable[];
  readonly files: readonly BuiltFile[];
  readonly binaries: readonly BuiltFile[];
}

/** Cargo runs every bench through a runner that only writes down how it would be run. */
export async function build(options: BuildOptions): Promise<Built> {
  const capture = path.join(
    path.dirname(options.targetDirectory),
    `${path.basename(options.targetDirectory)}.runs`,
  );
  let peak: number | null = null;
  const finished = await run('cargo', cargoArguments(options, capture), {
    cwd: options.cwd,
    env: buildEnvironment(options, recorderVariable(options, capture)),
    signal: options.signal,
    onStderr: progressReader(options.onProgress),
    onTick: (pid) => {
      peak = Math.max(peak ?? 0, peakMemory(pid) ?? 0) || null;
    },
  });
  const plain = withoutColour(finished.stderr);
  const units = readRunningLines(plain);
  const failure = describeFailure({ ...finished, stderr: compileErrors(plain) });
  const base = { seconds: finished.seconds, peakBytes: peak, units, attested: attest(units) };
  if (failure !== null) return { ...base, failure, executables: [], files: [], binaries: [] };
  const artifacts = readArtifacts(finished.stdout);
  const runs = await readCapture(capture);
  const runnable = artifacts.filter((artifact) => artifact.test);
  return {
    ...base,
    failure: null,
    executables: runnable.map((artifact) => asExecutable(artifact, runs, options)),
    files: await Promise.all(runnable.map((artifact) => weigh(artifact, options))),
    binaries: await Promise.all(
      artifacts
        .filter((artifact) => !artifact.test && artifact.kinds.includes('bin'))
        .map((artifact) => weigh(artifact, options)),
    ),
  };
}

function cargoArguments(options: BuildOptions, capture: string): string[] {
  const { profile, settings, host } = options;
  // `bench` inherits `release`, and the binaries that benches call must be built alike.
  const profiles = profile === 'bench' ? ['bench', 'release'] : [profile];
  const overrides = profiles.flatMap((name) =>
    settings.flatMap(({ key, value }) => ['--config', `profile.${name}.${key}=${value}`]),
  );
  const runner = recorder(capture);
  return [
    ...['bench', '-v', '--no-fail-fast', '--message-format=json-render-diagnostics'],
    ...['--target', host, '--target-dir', options.targetDirectory],
    ...(profile === 'bench' ? [] : ['--profile', profile]),
    ...overrides,
    ...(options.runner?.asText === true
      ? []
      : ['--config', `target.${host}.runner=[${runner.map((word) => JSON.stringify(word)).join(',')}]`]),
    ...options.benches.flatMap((name) => ['--bench', name]),
    ...options.cargoArgs,
  ];
}

/** The command that takes the runner's place: it writes down how Cargo would run the executable it is given. */
function recorder(capture: string): string[] {
  const record =
    `require('node:fs').appendFileSync(decodeURI('${encodeURI(capture).replaceAll("'", '%27')}'),` +
    `JSON.stringify({cwd:process.cwd(),argv:process.argv,env:process.env})+'\\n')`;
  return [process.execPath, '-e', record];
}

/** Cargo takes no list where the project's file has a string, but the variable outranks both. */
function recorderVariable({ host, runner }: BuildOptions, capture: string): Record<string, string> {
  if (runner?.asText !== true) return {};
  const words = recorder(capture);
  if (words.some((word) => /\s/.test(word)))
    throw new BenchError(
      `\`${process.execPath}\` has a blank in its path, and a runner from ${runner.source} cannot be replaced then: write it as a list`,
    );
  return { [targetVariable(host, 'RUNNER')]: words.join(' ') };
}

function buildEnvironment(
  { env, rustflags }: BuildOptions,
  runner: Record<string, string>,
): Record<string, string | undefined> {
  const flags = rustflags === null ? {} : { CARGO_ENCODED_RUSTFLAGS: rustflags.join(FLAG_SEPARATOR) };
  // The bar is the only place where cargo says how many crates there are. Incremental code is slower code.
  const bar = {
    CARGO_TERM_PROGRESS_WHEN: 'always',
    CARGO_TERM_PROGRESS_WIDTH: '100',
    CARGO_TERM_QUIET: undefined,
  };
  return { ...env, ...bar, CARGO_TERM_VERBOSE: undefined, CARGO_INCREMENTAL: '0', ...flags, ...runner };
}

function progressReader(onProgress: BuildOptions['onProgress']): (text: string) => void {
  let crate = '';
  return (text) => {
    for (const line of withoutColour(text).split(/[\r\n]+/)) {
      crate = /^\s*Compiling (\S+)/.exec(line)?.[1] ?? crate;
      const bar = /\]\s+(\d+)\/(\d+)/.exec(line);
      if (bar !== null) onProgress({ crate, done: Number(bar[1]), total: Number(bar[2]) });
    }
  };
}

function withoutColour(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences are what is removed
  return text.replaceAll(/\u001b\[[0-9;?]*[A-Za-z]/g, '').replaceAll(/[^\n]*\r(?!\n)/g, '');
}

/** Without the command lines and the progress, which would hide what went wrong. */
function compileErrors(stderr: string): string {
  return stderr
    .split('\n')
    .filter((line) => !/^\s+(Running|Compiling|Fresh|Building|Blocking|Dirty)\b/.test(line))
    .join('\n');
}

interface CapturedRun {
  readonly cwd: string;
  readonly file: string;
  readonly env: Readonly<Record<string, string>>;
}

async function readCapture(file: string): Promise<CapturedRun[]> {
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    // No bench was run.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
  await rm(file);
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line): CapturedRun => {
      const { cwd, argv, env }: { cwd: string; argv: string[]; env: Record<string, string> } =
        JSON.parse(line);
      return { cwd, file: argv[1] ?? '', env };
    });
}

/** As cargo would run it; where that is not known, in the package's directory with the user's environment. */
function asExecutable(artifact: Artifact, runs: readonly CapturedRun[], options: BuildOptions): Executable {
  const { executable: file, package: name, target } = artifact;
  const fallback = { cwd: path.dirname(artifact.manifestPath), env: options.env };
  const { cwd, env } = runs.find((one) => one.file === file) ?? fallback;
  const runner = options.runner?.words ?? [];
  return { file, package: name, target, kind: artifact.kinds[0] ?? '', cwd, runner, env };
}

async function weigh(artifact: Artifact, options: BuildOptions): Promise<BuiltFile> {
  const { executable: file, package: name, target } = artifact;
  const kind = artifact.kinds[0] ?? '';
  const bytes = (await stat(file)).size;
  const sha256 = createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
  return { package: name, target, kind, bytes, strippedBytes: await strippedSize(file, options), sha256 };
}

async function strippedSize(file: string, { cwd, env, signal }: BuildOptions): Promise<number | null> {
  const copy = `${file}.stripped`;
  await copyFile(file, copy);
  const finished = await run('strip', [copy], { cwd, env, signal, limitSeconds: 60 });
  const size = describeFailure(finished) === null ? (await stat(copy)).size : null;
  await rm(copy, { force: true });
  return size;
}
