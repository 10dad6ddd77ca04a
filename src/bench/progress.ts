/** What is being done becomes one line on the terminal that is rewritten, or a few plain lines in a log. */
import type { BenchIo } from './request.js';

export interface Progress {
  /** A passing step: on a terminal only. */
  show(text: string): void;
  /** A milestone: everywhere. */
  log(text: string): void;
  /** `share` of the measurement done, 0…1. */
  measure(round: number, rounds: number, share: number, what: string): void;
  /** Clears the passing line. */
  end(): void;
}

export function createProgress(stderr: BenchIo['stderr']): Progress {
  const live = stderr.isTTY === true;
  const started = { at: 0, round: -1 };
  const clear = () => live && stderr.write('\r\u001b[K');
  const show = (text: string) => {
    if (live) stderr.write(`\r\u001b[K${text.slice(0, 100)}`);
  };
  const log = (text: string) => {
    clear();
    stderr.write(`${text}\n`);
  };
  return {
    show,
    log,
    measure(round, rounds, share, what) {
      // A second series of rounds has a clock of its own.
      if (started.at === 0 || round < started.round) started.at = Date.now();
      const left =
        share > 0 ? `, ${duration(((Date.now() - started.at) / 1000) * (1 / share - 1))} left` : '';
      show(`round ${round + 1} of ${rounds}${left}: ${what}`);
      if (!live && round !== started.round) log(`round ${round + 1} of ${rounds}${left}`);
      started.round = round;
    },
    end: clear,
  };
}

/** `45 s`, `3 min 20 s`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  const rest = whole % 60;
  return rest === 0 ? `${Math.floor(whole / 60)} min` : `${Math.floor(whole / 60)} min ${rest} s`;
}
