/** A span and its file's text become the lines to show around it, with the marked part of each line. */
import type { Span } from '../findings/finding.js';
import type { ReportContext } from './report.js';

export interface FrameLine {
  /** 1-based. */
  readonly number: number;
  /** Raw text of the line, or a part of it: hostile, escape it. */
  readonly text: string;
  /** What is marked, as 0-based UTF-16 offsets in `text`, end exclusive; null on context lines. */
  readonly mark: { readonly from: number; readonly to: number } | null;
}

export interface Frame {
  /** Ascending; a jump in the numbers means that lines were left out. */
  readonly lines: readonly FrameLine[];
  readonly multiline: boolean;
}

export interface FrameOptions {
  /** Unmarked lines to show before and after. */
  readonly context?: number;
  /** At most this many marked lines: the first ones and the last one. */
  readonly most?: number;
}

/** The lines of a file by path; undefined when it cannot be read. Splits every file once. */
export type ReadLines = (path: string) => readonly string[] | undefined;

export function lineReader(context: Pick<ReportContext, 'source'>): ReadLines {
  const known = new Map<string, readonly string[] | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, context.source(path)?.split(/\r\n|\n|\r/));
    return known.get(path);
  };
}

/** Undefined when the file cannot be read or no longer has the line. */
export function frameOf(
  lines: readonly string[] | undefined,
  span: Span,
  options: FrameOptions = {},
): Frame | undefined {
  const { context = 0, most = 6 } = options;
  if (lines === undefined || span.line > lines.length) return undefined;
  // A span that ends at column 1 marks nothing of its last line.
  const lastMarked = span.endLine > span.line && span.endColumn <= 1 ? span.endLine - 1 : span.endLine;
  const last = Math.max(span.line, Math.min(lastMarked, lines.length));
  const shown: FrameLine[] = [];
  const from = Math.max(1, span.line - context);
  const to = Math.min(lines.length, last + context);
  for (let number = from; number <= to; number += 1) {
    const isLeftOut = last - span.line >= most && number > span.line + most - 2 && number < last;
    if (!isLeftOut) shown.push(frameLine(lines, number, span, last));
  }
  return { lines: shown, multiline: last > span.line };
}

function frameLine(lines: readonly string[], number: number, span: Span, last: number): FrameLine {
  const text = lines[number - 1] ?? '';
  if (number < span.line || number > last) return { number, text, mark: null };
  const indent = text.length - text.trimStart().length;
  const from = number === span.line ? Math.min(span.column - 1, text.length) : indent;
  const end = number === span.endLine ? span.endColumn - 1 : text.trimEnd().length;
  return { number, text, mark: { from, to: Math.max(from, Math.min(end, text.length)) } };
}

/** The same frame without the indentation that all its lines share: narrow screens have no room for it. */
export function dedent(frame: Frame): Frame {
  const indents = frame.lines
    .filter((line) => line.text.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line.text)?.[0] ?? '');
  const shared = indents.reduce(commonStart, indents[0] ?? '').length;
  if (shared === 0) return frame;
  const lines = frame.lines.map(({ number, text, mark }) => ({
    number,
    text: text.slice(Math.min(shared, text.length)),
    mark: mark && { from: Math.max(0, mark.from - shared), to: Math.max(0, mark.to - shared) },
  }));
  return { ...frame, lines };
}

function commonStart(a: string, b: string): string {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return a.slice(0, length);
}

/**
 * A window of at most `most` UTF-16 units over a long line that keeps the mark in sight, with ellipses where
 * the line goes on. Never cuts a surrogate pair.
 */
export function clip(line: FrameLine, most: number): FrameLine {
  if (line.text.length <= most) return line;
  const mark = line.mark ?? { from: 0, to: 0 };
  const wanted = Math.min(mark.to - mark.from, most);
  const lead = Math.floor((most - wanted) / 3);
  const start = whole(line.text, Math.max(0, Math.min(mark.from - lead, line.text.length - most)));
  const end = whole(line.text, Math.min(line.text.length, start + most));
  const before = start > 0 ? '…' : '';
  const after = end < line.text.length ? '…' : '';
  const shift = before.length - start;
  const text = `${before}${line.text.slice(start, end)}${after}`;
  const place = (offset: number) => Math.max(0, Math.min(offset + shift, text.length));
  return {
    number: line.number,
    text,
    mark: line.mark === null ? null : { from: place(mark.from), to: place(mark.to) },
  };
}

function whole(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index + 1 : index;
}
