/** Asks git about the audited checkout, with everything off that could run a program the repository names. */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const execFileAsync = promisify(execFile);

/** git was there but did not do what was asked, or was not there at all. */
export class GitError extends Error {
  override readonly name = 'GitError';
}

export interface GitOptions {
  /** Absolute directory. */
  readonly cwd: string;
  /** The process environment of the entry; only what git needs of it is handed on. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** True in CI, where a container's user often does not own the checkout that is still its own. */
  readonly trustOwner?: boolean;
}

/** A job must not wait for a remote that does not answer. */
const TIMEOUT_MS = 60_000;
/** A diff of a whole monorepo; more than that is answered with "unknown". */
const LARGEST_ANSWER = 256 * 1024 * 1024;
const INHERITED = [
  'PATH',
  'HOME',
  'USERPROFILE',
  'SYSTEMROOT',
  'TEMP',
  'TMP',
  'SSH_AUTH_SOCK',
  'GIT_SSH_COMMAND',
];

/** Standard output of `git <args>`. @throws GitError with git's own last words. */
export async function git(args: readonly string[], options: GitOptions): Promise<string> {
  const settings = [
    'core.fsmonitor=false',
    'core.quotePath=false',
    ...(options.trustOwner ? ['safe.directory=*'] : []),
  ];
  const inherited = INHERITED.flatMap((name) =>
    options.env[name] === undefined ? [] : [[name, options.env[name]]],
  );
  try {
    const { stdout } = await execFileAsync('git', [...settings.flatMap((one) => ['-c', one]), ...args], {
      cwd: options.cwd,
      env: {
        ...Object.fromEntries(inherited),
        GIT_TERMINAL_PROMPT: '0',
        GIT_OPTIONAL_LOCKS: '0',
        LC_ALL: 'C',
      },
      timeout: TIMEOUT_MS,
      maxBuffer: LARGEST_ANSWER,
    });
    return stdout;
  } catch (cause) {
    throw new GitError(`git ${args[0]} failed: ${reason(cause)}`, { cause });
  }
}

function reason(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if ('code' in cause && cause.code === 'ENOENT') return 'git is not installed';
  if ('killed' in cause && cause.killed === true) return 'it took too long or said too much';
  const stderr = 'stderr' in cause ? String(cause.stderr) : '';
  const lines = stderr.split('\n').filter((line) => line.trim() !== '');
  return (lines.at(-1) ?? cause.message).trim();
}
