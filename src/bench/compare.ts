/** A revision's name becomes a checkout beside the working tree, and goes away again. */
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { BenchError } from './error.js';
import { describeFailure, run } from './spawn.js';

export interface Checkout {
  /** The same directory of the repository as the user's, in the other revision. */
  readonly directory: string;
  /** The commit, abbreviated. */
  readonly commit: string;
  remove(): Promise<void>;
}

/**
 * Throws BenchError outside a repository or for an unknown revision. The checkout lies outside the
 * project, because Cargo would merge configuration from the directories above it.
 */
export async function checkOut(
  revision: string,
  cwd: string,
  env: Readonly<Record<string, string | undefined>>,
  signal: AbortSignal,
): Promise<Checkout> {
  const git = async (args: readonly string[], problem: string) => {
    const finished = await run('git', args, { cwd, env, signal, limitSeconds: 300 });
    const failure = describeFailure(finished);
    if (failure !== null) throw new BenchError(`${problem}: \`git ${args[0]}\` ${failure}`);
    return finished.stdout.trim();
  };
  const prefix = await git(['rev-parse', '--show-prefix'], `${cwd} is not in a git repository`);
  const commit = await git(
    ['rev-parse', '--verify', '--short', '--end-of-options', `${revision}^{commit}`],
    `\`${revision}\` is not a revision here (in CI, fetch it first)`,
  );
  const parent = await realpath(await mkdtemp(path.join(os.tmpdir(), 'rustperf-')));
  const directory = path.join(parent, 'tree');
  await git(['worktree', 'add', '--detach', directory, commit], `\`${revision}\` cannot be checked out`);
  return {
    directory: path.join(directory, prefix),
    commit,
    async remove() {
      // Not with the caller's signal: it must happen after a cancellation too.
      const { signal: always } = new AbortController();
      await run('git', ['worktree', 'remove', '--force', directory], {
        cwd,
        env,
        signal: always,
        limitSeconds: 60,
      });
      await rm(parent, { recursive: true, force: true });
    },
  };
}
