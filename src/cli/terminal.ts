/** What a command may know of the process that runs it, so that commands can be tested without one. */

export interface Terminal {
  /** Absolute. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly out: Stream;
  readonly err: Stream;
  /** Aborts when the user interrupts; once it was asked for, an interruption no longer ends the process. */
  readonly interrupted: () => AbortSignal;
}

export interface Stream {
  readonly write: (text: string) => void;
  readonly isTerminal: boolean;
  /** Columns; undefined where there is no terminal. */
  readonly width: number | undefined;
}

export type ColorChoice = 'auto' | 'always' | 'never';

/** https://no-color.org and https://force-color.org; `--color` wins over both. */
export function wantsColor(choice: ColorChoice, stream: Stream, env: Terminal['env']): boolean {
  if (choice !== 'auto') return choice === 'always';
  if (isSet(env.NO_COLOR)) return false;
  if (isSet(env.FORCE_COLOR)) return env.FORCE_COLOR !== '0';
  return stream.isTerminal && env.TERM !== 'dumb';
}

/** True where somebody watches: a terminal that is not a CI job's log. */
export function isWatched(stream: Stream, env: Terminal['env']): boolean {
  return stream.isTerminal && !isSet(env.CI) && env.TERM !== 'dumb';
}

function isSet(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}
