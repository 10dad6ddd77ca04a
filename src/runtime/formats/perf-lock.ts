/** `perf lock contention` and `perf lock report`: how long threads waited, and who made them wait. */
import {
  type Format,
  type Frame,
  linesOf,
  type Profile,
  ProfileFault,
  type Sample,
  sum,
} from '../profile.js';

const CONTENTION = /^\s*contended\s+total wait\s+max wait\s+avg wait\s+(?:type\s+)?(caller|comm|symbol)?/m;
const REPORT = /^\s*Name\s+acquired\s+contended\s+avg wait.*total wait/m;
const ROW =
  /^\s*(\d+)\s+([\d.]+) (ns|us|ms|s)\s+[\d.]+ (?:ns|us|ms|s)\s+[\d.]+ (?:ns|us|ms|s)\s+(?:\S+\s+)?(\S.*)$/;
const STACK = /^\s+0x[0-9a-f]+\s+(\S.*?)(?:\+0x[0-9a-f]+)?$/;
const NANOSECONDS: Readonly<Record<string, number>> = { ns: 1, us: 1e3, ms: 1e6, s: 1e9 };

export const perfLock: Format = {
  isIt: (text) => CONTENTION.test(text.slice(0, 65_536)) || REPORT.test(text.slice(0, 65_536)),
  read(text): Profile {
    const samples = CONTENTION.test(text) ? contention(text) : report(text);
    return {
      source: 'perf lock',
      kind: 'lock',
      unit: 'ns',
      total: sum(samples.map(({ weight }) => weight)),
      secondUnit: 'waits',
      samples,
    };
  },
};

function contention(text: string): Sample[] {
  const lines = linesOf(text);
  const start = lines.findIndex(({ text: line }) => CONTENTION.test(line));
  const samples: (Sample & { frames: Frame[] })[] = [];
  for (const { text: line, number } of lines.slice(start + 1)) {
    // Below the rows of newer versions stand counts of what was dropped.
    if (/^\s*=+/.test(line)) break;
    const stack = STACK.exec(line);
    const last = samples.at(-1);
    if (stack !== null && last !== undefined) {
      last.frames.push(named(stack[1] ?? ''));
      continue;
    }
    const [, count, wait, unit = '', caller] = ROW.exec(line) ?? [];
    if (caller === undefined) throw new ProfileFault(`line ${number} is no row of the table`);
    samples.push({
      frames: [named(caller.replace(/\+0x[0-9a-f]+$/, ''))],
      weight: Number(wait) * (NANOSECONDS[unit] ?? 1),
      second: Number(count),
    });
  }
  return samples;
}

/** Columns: name, acquired, contended, average, total, maximal and minimal wait in nanoseconds. */
function report(text: string): Sample[] {
  const lines = linesOf(text);
  const start = lines.findIndex(({ text: line }) => REPORT.test(line));
  const samples: Sample[] = [];
  for (const { text: line } of lines.slice(start + 1)) {
    if (/^\s*=+/.test(line)) break;
    const [, name, contended, total] =
      /^\s*(\S.*?)\s+\d+\s+(\d+)\s+\d+\s+(\d+)\s+\d+\s+\d+\s*$/.exec(line) ?? [];
    if (name !== undefined)
      samples.push({ frames: [named(name)], weight: Number(total), second: Number(contended) });
  }
  if (samples.length === 0) throw new ProfileFault('the table has no rows: is the file cut off?');
  return samples;
}

function named(symbol: string): Frame {
  return { symbol, file: null, line: null };
}
