/** Tells a watching person that long work goes on, in one line that is wiped when it ends. */
import { isWatched, type Terminal } from './terminal.js';

/** Shorter work is not worth a flicker, in milliseconds. */
const patience = 500;

/** Runs `work`; shows `label` and the seconds passed on a terminal once it takes longer than half a second. */
export async function withProgress<T>(label: string, terminal: Terminal, work: () => Promise<T>): Promise<T> {
  const { err, env } = terminal;
  if (!isWatched(err, env)) return work();
  const start = Date.now();
  let shown = false;
  const timer = setInterval(() => {
    const seconds = Math.floor((Date.now() - start) / 1000);
    err.write(`\r${label}…${seconds > 0 ? ` ${seconds} s` : ''}`);
    shown = true;
  }, patience);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    if (shown) err.write('\r\x1b[K');
  }
}
