/** DHAT's JSON, written by `valgrind --tool=dhat` and by the dhat crate: https://valgrind.org/docs/manual/dh-manual.html */
import { type Format, type Frame, type Profile, ProfileFault, type Sample, sum } from '../profile.js';

interface Point {
  /** Bytes and blocks over the whole run. */
  readonly tb: number;
  readonly tbk: number;
  /** Lifetimes of all blocks together, in time units. */
  readonly tl?: number;
  /** Indices into the frame table, innermost first. */
  readonly fs: readonly number[];
}

/** `0x109A3E: kettle::brew::menu (brew.rs:6)`, `… (in /usr/lib/libc.so.6)`; dhat-rs adds a column. */
const FRAME = /^(?:0x[0-9A-Fa-f]+: )?(.*?)(?: \((?:in (?:.*)|(.+?):(\d+)(?::\d+)?)\))?$/;
const VERSION = 2;
/** Time units below which a block's life is short. */
const SHORT = 500;

export const dhat: Format = {
  isIt: (text) => /^\s*\{[\s\S]{0,200}"dhatFileVersion"/.test(text),
  read(text): Profile {
    const { points, table } = parse(text);
    const samples = points.map(({ tb, tbk, tl, fs }): Sample => {
      const life = tl === undefined || tbk === 0 ? Number.POSITIVE_INFINITY : tl / tbk;
      return {
        frames: fs.flatMap((index) => table[index] ?? []),
        weight: tbk,
        second: tb,
        ...(life < SHORT ? { fact: 'freed at once' } : {}),
      };
    });
    return {
      source: 'DHAT',
      kind: 'allocation',
      unit: 'blocks',
      total: sum(points.map(({ tbk }) => tbk)),
      secondUnit: 'bytes',
      secondTotal: sum(points.map(({ tb }) => tb)),
      samples,
    };
  },
};

function parse(text: string): { points: readonly Point[]; table: readonly (Frame | null)[] } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ProfileFault('the JSON ends too early or is damaged: is the file cut off?');
  }
  if (!isRecord(data)) throw new ProfileFault('the JSON is no object');
  if (data.dhatFileVersion !== VERSION)
    throw new ProfileFault(`its \`dhatFileVersion\` is ${String(data.dhatFileVersion)}, expected ${VERSION}`);
  if (data.mode !== 'heap' && data.mode !== 'rust-heap')
    throw new ProfileFault(
      `its \`mode\` is \`${String(data.mode)}\`: only heap profiles speak of allocations`,
    );
  const { pps, ftbl } = data;
  if (!Array.isArray(pps) || !Array.isArray(ftbl) || !pps.every(isPoint))
    throw new ProfileFault('`pps` or `ftbl` are not as DHAT writes them');
  return { points: pps, table: ftbl.map((frame) => frameOf(String(frame))) };
}

function frameOf(text: string): Frame | null {
  if (text === '[root]') return null;
  const [, symbol = text, file = null, line] = FRAME.exec(text) ?? [];
  return { symbol, file, line: line === undefined ? null : Number(line) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isPoint(value: unknown): value is Point {
  return (
    isRecord(value) &&
    typeof value.tb === 'number' &&
    typeof value.tbk === 'number' &&
    (value.tl === undefined || typeof value.tl === 'number') &&
    Array.isArray(value.fs) &&
    value.fs.every((index) => typeof index === 'number')
  );
}
