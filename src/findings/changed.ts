/** Turns a unified diff into the lines that a change touches, and asks whether a finding is on one of them. */
import parseDiff from 'parse-diff';
import type { Location } from './finding.js';

/** Lines count from 1; both ends belong to the range. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

export interface Changes {
  /** How the change is known, one clause: `git diff against main`. */
  readonly origin: string;
  /** By path relative to the audited root; 'all' where the host names the file without its lines. */
  readonly files: ReadonlyMap<string, readonly LineRange[] | 'all'>;
}

/**
 * Lines of the new side that the diff adds or alters. Where lines only vanished, the line above the gap counts
 * as touched: a deleted `lto = "fat"` is the reason for a finding on its table's header.
 *
 * @param diff `git diff` output with `a/` and `b/` prefixes, any amount of context.
 * @param prefix directory of the audited root inside the repository, '' for the root itself; files outside
 * it are left out.
 */
export function linesOfDiff(diff: string, prefix = ''): Map<string, readonly LineRange[]> {
  const files = new Map<string, readonly LineRange[]>();
  for (const { path, chunks } of filesOfDiff(diff, prefix)) {
    files.set(path, mergeRanges([...(files.get(path) ?? []), ...chunks.flatMap(touchedLines)]));
  }
  return files;
}

/** The text of every line on the diff's new side, by path and 1-based line; `added` tells it from context. */
export function textOfDiff(
  diff: string,
  prefix = '',
): Map<string, Map<number, { readonly text: string; readonly added: boolean }>> {
  const files = new Map<string, Map<number, { text: string; added: boolean }>>();
  for (const { path, chunks } of filesOfDiff(diff, prefix)) {
    const lines = files.get(path) ?? new Map<number, { text: string; added: boolean }>();
    files.set(path, lines);
    for (const change of chunks.flatMap((chunk) => chunk.changes)) {
      if (change.type === 'del' || change.content.startsWith('\\')) continue;
      const line = change.type === 'add' ? change.ln : change.ln2;
      lines.set(line, { text: change.content.slice(1).replace(/\r$/, ''), added: change.type === 'add' });
    }
  }
  return files;
}

function filesOfDiff(
  diff: string,
  prefix: string,
): readonly { path: string; chunks: readonly parseDiff.Chunk[] }[] {
  return parseDiff(diff).flatMap((file) => {
    const path = file.to === undefined ? undefined : insideRoot(unquote(file.to), prefix);
    return path === undefined || file.deleted ? [] : [{ path, chunks: file.chunks }];
  });
}

/** The path seen from the audited root, or undefined outside of it. */
function insideRoot(path: string, prefix: string): string | undefined {
  if (prefix === '') return path;
  return path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : undefined;
}

/** True when any line of the location is one that the change touches. */
export function isChanged(changes: Changes, at: Location): boolean {
  const ranges = changes.files.get(at.path);
  if (ranges === undefined) return false;
  // An exclusive end in column 1 touches nothing of its line.
  const last = at.endColumn === 1 ? Math.max(at.line, at.endLine - 1) : at.endLine;
  return ranges === 'all' || ranges.some((range) => range.from <= last && at.line <= range.to);
}

function touchedLines(chunk: parseDiff.Chunk): LineRange[] {
  const ranges: LineRange[] = [];
  let newLine = chunk.newStart;
  // Without any new line, `@@ -5,2 +4,0 @@` names the line above the gap.
  let above = chunk.newLines === 0 ? chunk.newStart : chunk.newStart - 1;
  let gap = false;
  const closeGap = (): void => {
    if (gap && above >= 1) ranges.push({ from: above, to: above });
    gap = false;
  };
  for (const change of chunk.changes) {
    // git says "\ No newline at end of file" about the line before; it is no line itself.
    if (change.content.startsWith('\\')) continue;
    if (change.type === 'del') {
      gap = true;
      continue;
    }
    if (change.type === 'add') {
      gap = false;
      ranges.push({ from: newLine, to: newLine });
    } else {
      closeGap();
    }
    above = newLine;
    newLine += 1;
  }
  closeGap();
  return ranges;
}

function mergeRanges(ranges: readonly LineRange[]): LineRange[] {
  const merged: LineRange[] = [];
  for (const range of [...ranges].sort((a, b) => a.from - b.from)) {
    const previous = merged.at(-1);
    if (previous !== undefined && range.from <= previous.to + 1) {
      merged[merged.length - 1] = { from: previous.from, to: Math.max(previous.to, range.to) };
    } else {
      merged.push(range);
    }
  }
  return merged;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

/** git writes quotes, backslashes and bytes it will not show in C escapes; the parser drops only the quotes. */
function unquote(path: string): string {
  if (!path.includes('\\')) return path;
  const bytes = Buffer.from(path, 'utf8')
    .toString('latin1')
    .replace(/\\([0-7]{3}|.)/g, (_, code: string) =>
      code.length === 3 ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
    );
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
