/** A judged run becomes the published JSON: the raw data, from which all can be replayed, and the verdicts beside it. */
import type { BenchData } from '../data.js';
import type { BenchResult } from '../judge.js';

/** Schema: src/bench/bench.schema.json. Numbers that JSON cannot hold (not timed, not detectable) are null. */
export function renderJson(data: BenchData, result: BenchResult): string {
  return `${JSON.stringify({ schema: 1, data, result: roundedResult(result) })}\n`;
}

/** Per-round logs follow from the data; digits beyond the sixth are noise. */
function roundedResult(result: BenchResult): unknown {
  return JSON.parse(
    JSON.stringify(result, (key, value: unknown) => {
      if (key === 'logs') return undefined;
      if (typeof value === 'number' && Number.isFinite(value)) return Number(value.toPrecision(6));
      return value;
    }),
  );
}
