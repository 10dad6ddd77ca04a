/** Edits become a new text. Byte order mark and line endings stay as they are. */
import type { Edit } from '../findings/finding.js';

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * @param edits Of this file, sorted and not overlapping; lines end at `\n`, columns count UTF-16 units from 1.
 * @param marked Whether columns of the first line count a byte order mark: they do in TOML, not in Rust.
 * @returns null when an edit lies outside the text
 */
export function rewrite(text: string, edits: readonly Edit[], marked: boolean): string | null {
  if (!marked && text.startsWith(BYTE_ORDER_MARK)) {
    const rest = rewrite(text.slice(1), edits, true);
    return rest === null ? null : BYTE_ORDER_MARK + rest;
  }
  const starts = lineStarts(text);
  const breaks = /\r?\n/.exec(text)?.[0] ?? '\n';
  let result = '';
  let done = 0;
  for (const edit of edits) {
    const from = offsetOf(edit.line, edit.column);
    const to = offsetOf(edit.endLine, edit.endColumn);
    if (from === null || to === null || from < done || to < from) return null;
    result += text.slice(done, from) + edit.newText.replace(/\r?\n/g, breaks);
    done = to;
  }
  return result + text.slice(done);

  function offsetOf(line: number, column: number): number | null {
    const start = starts[line - 1];
    if (start === undefined || column < 1) return null;
    const end = starts[line] ?? text.length + 1;
    const offset = start + column - 1;
    return offset < end ? offset : null;
  }
}

function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
