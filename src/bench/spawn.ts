/** Commands become finished processes: with a time limit, cancellable, and with nothing left running behind. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';

export interface SpawnOptions {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly signal: AbortSignal;
  /** Seconds until the process and its children are ended; absent means no limit. */
  readonly limitSeconds?: number;
  /** Called with standard error as it comes. */
  readonly onStderr?: (text: string) => void;
  /** Called twice a second while the process runs, with its id, which is also its group's. */
  readonly onTick?: (pid: number) => void;
}

export interface Finished {
  /** Null when ended by a signal, or never started. */
  readonly code: number | null;
  /** For example `SIGABRT`; null for an ordinary end. */
  readonly endedBy: string | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly seconds: number;
  readonly timedOut: boolean;
  /** The caller's signal ended it. */
  readonly cancelled: boolean;
  /** The operating system refused to start it, for instance because it does not exist. */
  readonly startError: string | null;
}

/** Output beyond this is dropped, so that a bench that prints without end cannot fill the memory. */
const KEPT_CHARACTERS = 32 * 1024 * 1024;
const GRACE_MS = 1500;

/** Never rejects: how the process ended is data. */
export function run(command: string, args: readonly string[], options: SpawnOptions): Promise<Finished> {
  return new Promise((resolve) => {
    const started = process.hrtime.bigint();
    const end = { timedOut: false, cancelled: false };
    const text = { stdout: '', stderr: '' };
    const finish = (code: number | null, endedBy: string | null, startError: string | null) => {
      clearTimeout(limit);
      clearInterval(tick);
      options.signal.removeEventListener('abort', cancel);
      const seconds = Number(process.hrtime.bigint() - started) / 1e9;
      resolve({ code, endedBy, ...text, seconds, ...end, startError });
    };
    if (options.signal.aborted) {
      resolve({
        code: null,
        endedBy: null,
        ...text,
        seconds: 0,
        timedOut: false,
        cancelled: true,
        startError: null,
      });
      return;
    }
    // A group of its own: cargo's compilers and a bench's children end with it.
    const child = spawn(command, args, {
      cwd: options.cwd,
      env: { ...options.env },
      detached: process.platform !== 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsHide: true,
    });
    const cancel = () => {
      end.cancelled = true;
      endGroup(child);
    };
    const limit = setTimeout(
      () => {
        end.timedOut = true;
        endGroup(child);
      },
      options.limitSeconds === undefined ? 2 ** 31 - 1 : options.limitSeconds * 1000,
    );
    const tick = setInterval(() => {
      if (child.pid !== undefined) options.onTick?.(child.pid);
    }, 500);
    options.signal.addEventListener('abort', cancel, { once: true });
    child.stdout.setEncoding('utf8').on('data', (piece: string) => {
      if (text.stdout.length < KEPT_CHARACTERS) text.stdout += piece;
    });
    child.stderr.setEncoding('utf8').on('data', (piece: string) => {
      if (text.stderr.length < KEPT_CHARACTERS) text.stderr += piece;
      options.onStderr?.(piece);
    });
    child.on('error', (error) => finish(null, null, error.message));
    child.on('close', (code, endedBy) => {
      // The leader is gone; whatever it left in its group must not run on beside the next measurement.
      signalGroup(child, 'SIGKILL');
      finish(code, endedBy, null);
    });
  });
}

function endGroup(child: ChildProcess): void {
  if (process.platform === 'win32') {
    if (child.pid !== undefined) spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F']);
    return;
  }
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE_MS).unref();
}

function signalGroup(child: ChildProcess, name: NodeJS.Signals): void {
  if (child.pid === undefined || process.platform === 'win32') return;
  try {
    process.kill(-child.pid, name);
  } catch (error) {
    // ESRCH: the whole group has ended already, which is what was wanted.
    if (!(error instanceof Error && 'code' in error && (error.code === 'ESRCH' || error.code === 'EPERM')))
      throw error;
  }
}

/** One clause that says how a process failed, or null when it succeeded. */
export function describeFailure(finished: Finished): string | null {
  if (finished.startError !== null) return `could not be started: ${finished.startError}`;
  if (finished.timedOut) return `did not end within ${Math.round(finished.seconds)} s`;
  if (finished.cancelled) return 'was cancelled';
  if (finished.endedBy !== null) return withReason(`was ended by ${finished.endedBy}`, finished);
  if (finished.code !== 0) return withReason(`ended with status ${finished.code}`, finished);
  return null;
}

function withReason(words: string, { stderr, stdout }: Finished): string {
  const lines = (stderr.trim() === '' ? stdout : stderr).split(/\r?\n/).map((line) => line.trim());
  const telling = lines.find((line) => /panicked at|^error|usage:/i.test(line));
  const after = telling === undefined ? undefined : lines[lines.indexOf(telling) + 1];
  const panic =
    telling !== undefined && /panicked at/.test(telling) && after ? `${telling} ${after}` : telling;
  const reason = panic ?? lines.findLast((line) => line !== '');
  return reason === undefined ? words : `${words}: ${reason.slice(0, 300)}`;
}
