/** Turns offsets of a text into lines and columns, both from 1. */
import type { Span } from '../findings/finding.js';

export class LineIndex {
  readonly #starts: Int32Array;
  readonly count: number;

  constructor(text: string) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#starts = new Int32Array(starts);
    this.count = starts.length;
  }

  /** 1-based line of an offset. */
  line(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  }

  span(start: number, end: number): Span {
    const line = this.line(start);
    const endLine = end < (this.#starts[line] ?? Number.POSITIVE_INFINITY) ? line : this.line(end);
    return {
      line,
      column: start - (this.#starts[line - 1] ?? 0) + 1,
      endLine,
      endColumn: end - (this.#starts[endLine - 1] ?? 0) + 1,
    };
  }

  /** Offset of the first character of a 1-based line. */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? 0;
  }
}
