/** The user's own cargo and rustc become facts: host, versions, configuration, where the targets go. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { CfgSet } from './cfg.js';
import { BenchError } from './error.js';
import { type Runner, resolveRunner } from './runner.js';
import { type ResolvedFlags, resolveRustflags } from './rustflags.js';
import { describeFailure, run } from './spawn.js';

type Env = Readonly<Record<string, string | undefined>>;

export interface Toolchain {
  /** The host triple. */
  readonly host: string;
  readonly rustc: string;
  readonly cargo: string;
  readonly sysroot: string;
  /** Absolute. */
  readonly targetDirectory: string;
  /** Absolute. */
  readonly workspaceRoot: string;
  /** Null when the configuration cannot be read, which forbids candidates that add flags. */
  readonly rustflags: ResolvedFlags | null;
  /** What the project starts its executables through; null for nothing, or where that cannot be read. */
  readonly runner: Runner | null;
}

/** Asks cargo and rustc in `cwd`. Throws BenchError when there is no toolchain or no package. */
export async function askToolchain(cwd: string, env: Env, signal: AbortSignal): Promise<Toolchain> {
  const ask = async (command: string, args: readonly string[], extra: Env = {}) => {
    const finished = await run(command, args, { cwd, env: { ...env, ...extra }, signal, limitSeconds: 300 });
    const failure = describeFailure(finished);
    if (failure === null) return finished.stdout;
    if (finished.startError !== null) {
      throw new BenchError(`\`${command}\` ${failure}: install Rust, or put it on the PATH`);
    }
    throw new BenchError(`\`${command} ${args.join(' ')}\` in ${cwd} ${failure}`);
  };
  const rustcCommand = env.RUSTC ?? 'rustc';
  const cargoVersion = (await ask('cargo', ['--version'])).trim();
  const verbose = await ask(rustcCommand, ['-vV']);
  const host = /^host: (\S+)$/m.exec(verbose)?.[1];
  if (host === undefined) throw new BenchError(`\`${rustcCommand} -vV\` names no host: is it rustc?`);
  const metadata = readMetadata(await ask('cargo', ['metadata', '--no-deps', '--format-version', '1']));
  const cfg: CfgSet = new Set((await ask(rustcCommand, ['--print', 'cfg'])).split(/\r?\n/));
  const configuration = await askConfiguration(cwd, env, host, cfg, signal);
  return {
    host,
    rustc: verbose.split(/\r?\n/)[0] ?? '',
    cargo: cargoVersion,
    sysroot: (await ask(rustcCommand, ['--print', 'sysroot'])).trim(),
    ...metadata,
    ...configuration,
    runner: located(configuration.runner, [cwd, metadata.workspaceRoot]),
  };
}

/** A runner with a slash in it is relative to the directory that holds `.cargo`; Cargo does not say which. */
function located(runner: Runner | null, directories: readonly string[]): Runner | null {
  const [program, ...rest] = runner?.words ?? [];
  if (runner === null || program === undefined || !/[\\/]/.test(program)) return runner;
  const file = directories.map((directory) => path.resolve(directory, program)).find(existsSync);
  return file === undefined ? runner : { ...runner, words: [file, ...rest] };
}

function readMetadata(json: string): { targetDirectory: string; workspaceRoot: string } {
  const parsed: unknown = JSON.parse(json);
  if (
    typeof parsed === 'object' &&
    parsed !== null &&
    'target_directory' in parsed &&
    'workspace_root' in parsed
  ) {
    const { target_directory: targetDirectory, workspace_root: workspaceRoot } = parsed;
    if (typeof targetDirectory === 'string' && typeof workspaceRoot === 'string')
      return { targetDirectory, workspaceRoot };
  }
  throw new BenchError('`cargo metadata` names no target directory: is `cargo` Cargo?');
}

/** `config get` is unstable, but prints what stable cargo merges: the variable only unlocks the command. */
async function askConfiguration(
  cwd: string,
  env: Env,
  triple: string,
  cfg: CfgSet,
  signal: AbortSignal,
): Promise<Pick<Toolchain, 'rustflags' | 'runner'>> {
  const args = ['-Zunstable-options', 'config', 'get', '--format', 'json'];
  const finished = await run('cargo', args, {
    cwd,
    env: { ...env, RUSTC_BOOTSTRAP: '1' },
    signal,
    limitSeconds: 60,
  });
  if (describeFailure(finished) !== null) return { rustflags: null, runner: null };
  const sources = { config: JSON.parse(finished.stdout), env, triple, cfg };
  return { rustflags: resolveRustflags(sources), runner: resolveRunner(sources) };
}
