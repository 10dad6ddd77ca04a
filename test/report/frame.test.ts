import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, dedent, frameOf, lineReader } from '../../src/report/frame.js';

const LINES = ['fn main() {', '    let x = call(', '        1,', '    );', '}'];

describe('frameOf', () => {
  test('marks a span inside one line', () => {
    const frame = frameOf(LINES, { line: 2, column: 13, endLine: 2, endColumn: 17 });
    expect(frame).toEqual({
      lines: [{ number: 2, text: '    let x = call(', mark: { from: 12, to: 16 } }],
      multiline: false,
    });
  });

  test('marks the code of every line of a longer span, not its indentation', () => {
    const frame = frameOf(LINES, { line: 2, column: 13, endLine: 4, endColumn: 6 });
    expect(frame?.lines.map((line) => line.mark)).toEqual([
      { from: 12, to: 17 },
      { from: 8, to: 10 },
      { from: 4, to: 5 },
    ]);
  });

  test('shows lines around it when asked to', () => {
    const frame = frameOf(LINES, { line: 1, column: 1, endLine: 1, endColumn: 3 }, { context: 1 });
    expect(frame?.lines.map((line) => line.number)).toEqual([1, 2]);
    expect(frame?.lines[1]?.mark).toBeNull();
  });

  test('leaves out the middle of a long span', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`);
    const frame = frameOf(lines, { line: 10, column: 1, endLine: 90, endColumn: 3 }, { most: 4 });
    expect(frame?.lines.map((line) => line.number)).toEqual([10, 11, 12, 90]);
  });

  test('a span that ends before the first column of a line does not reach that line', () => {
    const frame = frameOf(LINES, { line: 3, column: 9, endLine: 4, endColumn: 1 });
    expect(frame?.lines.map((line) => line.number)).toEqual([3]);
    expect(frame?.multiline).toBe(false);
  });

  test('says nothing about a file that changed or vanished', () => {
    expect(frameOf(LINES, { line: 9, column: 1, endLine: 9, endColumn: 2 })).toBeUndefined();
    expect(frameOf(undefined, { line: 1, column: 1, endLine: 1, endColumn: 2 })).toBeUndefined();
  });

  test('keeps marks inside the line, whatever the span says', () => {
    const position = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(position, position, position, position, (line, column, more, endColumn) => {
        const frame = frameOf(LINES, { line, column, endLine: line + more - 1, endColumn });
        for (const { text, mark } of frame?.lines ?? []) {
          expect(mark?.from).toBeLessThanOrEqual(text.length);
          expect(mark?.to).toBeLessThanOrEqual(text.length);
          expect(mark?.from).toBeLessThanOrEqual(mark?.to ?? 0);
        }
      }),
    );
  });
});

test('dedent takes away what all lines share, and moves the marks', () => {
  const frame = frameOf(['\t    a();', '', '\t\tb();', '\tc();'], {
    line: 1,
    column: 6,
    endLine: 4,
    endColumn: 5,
  });
  expect(frame && dedent(frame).lines).toEqual([
    { number: 1, text: '    a();', mark: { from: 4, to: 8 } },
    { number: 2, text: '', mark: { from: 0, to: 0 } },
    { number: 3, text: '\tb();', mark: { from: 1, to: 5 } },
    { number: 4, text: 'c();', mark: { from: 0, to: 3 } },
  ]);
});

describe('clip', () => {
  test('keeps the marked text in sight on a very long line', () => {
    const text = `${'x'.repeat(5000)}HERE${'y'.repeat(5000)}`;
    const clipped = clip({ number: 1, text, mark: { from: 5000, to: 5004 } }, 80);
    expect(clipped.text.slice(clipped.mark?.from, clipped.mark?.to)).toBe('HERE');
    expect(clipped.text).toMatch(/^…x+HEREy+…$/);
    expect(clipped.text.length).toBeLessThanOrEqual(82);
  });

  test('never cuts a character in half', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme-composite', minLength: 30 }),
        fc.nat(200),
        fc.nat(40),
        (text, start, length) => {
          const from = Math.min(start, text.length);
          const mark = { from, to: Math.min(text.length, from + length) };
          const clipped = clip({ number: 1, text, mark }, 24);
          expect(/\p{Surrogate}/u.test(clipped.text)).toBe(/\p{Surrogate}/u.test(text));
          expect(clipped.mark?.from).toBeLessThanOrEqual(clipped.mark?.to ?? 0);
          expect(clipped.mark?.to).toBeLessThanOrEqual(clipped.text.length);
        },
      ),
    );
  });
});

test('the reader knows all three kinds of line breaks and reads a file once', () => {
  let reads = 0;
  const lines = lineReader({
    source: () => {
      reads += 1;
      return 'a\r\nb\nc\rd';
    },
  });
  expect(lines('x.rs')).toEqual(['a', 'b', 'c', 'd']);
  lines('x.rs');
  expect(reads).toBe(1);
});
