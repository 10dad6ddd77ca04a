/** Turns a safe fix into the lines that a reviewer would suggest, if the change contains those lines. */
import type { Finding } from '../findings/finding.js';
import { compareRank } from '../report/rank.js';
import { suggestionMarker } from './marker.js';

export interface Suggestion {
  readonly fingerprint: string;
  /** Relative to the audited root. */
  readonly path: string;
  /** Whole lines, 1-based, both ends included, as they are numbered in the reviewed commit. */
  readonly from: number;
  readonly to: number;
  /** What the lines become, without a final line break. */
  readonly text: string;
  readonly finding: Finding;
}

/** Lines on the new side of the reviewed diff, context included; only those can be commented on. */
export type ReviewedLines = ReadonlyMap<
  string,
  ReadonlyMap<number, { readonly text: string; readonly added: boolean }>
>;

export interface SuggestOptions {
  readonly source: (path: string) => string | undefined;
  readonly reviewed: ReviewedLines;
  /** Fingerprints that were suggested before, also where the author refused. */
  readonly known: ReadonlySet<string>;
  /** A review with more is not read. */
  readonly most: number;
}

/** Best first. Left out: fixes that may be wrong, that span files, or that touch lines the diff does not show. */
export function suggestionsFor(findings: readonly Finding[], options: SuggestOptions): readonly Suggestion[] {
  const made: Suggestion[] = [];
  for (const finding of [...findings].sort(compareRank)) {
    if (made.length === options.most) break;
    if (finding.changed === false || options.known.has(finding.fingerprint)) continue;
    const suggestion = suggestionOf(finding, options);
    if (suggestion !== undefined && !made.some((other) => overlaps(other, suggestion))) made.push(suggestion);
  }
  return made;
}

function suggestionOf(finding: Finding, { source, reviewed }: SuggestOptions): Suggestion | undefined {
  const { fix } = finding;
  if (fix?.applicability !== 'machine-applicable' || fix.edits.length === 0) return undefined;
  if (fix.edits.some((edit) => edit.path !== finding.path)) return undefined;
  const lines = source(finding.path)?.split('\n');
  const shown = reviewed.get(finding.path);
  if (lines === undefined || shown === undefined) return undefined;

  const from = Math.min(...fix.edits.map((edit) => edit.line));
  const to = Math.max(...fix.edits.map((edit) => edit.endLine));
  const before = lines.slice(from - 1, to);
  const shift = shiftOf(before, from, shown);
  if (before.length !== to - from + 1 || shift === undefined) return undefined;
  const text = applyEdits(before, from, fix.edits);
  return {
    fingerprint: finding.fingerprint,
    path: finding.path,
    from: from + shift,
    to: to + shift,
    text,
    finding,
  };
}

/**
 * How far the lines moved between the checkout, which may be a merge, and the reviewed commit. Only lines that
 * the diff shows, of which at least one is new, and that stand there just once.
 */
function shiftOf(
  before: readonly string[],
  from: number,
  shown: ReadonlyMap<number, { readonly text: string; readonly added: boolean }>,
): number | undefined {
  const fits = (start: number): boolean =>
    before.every((text, index) => shown.get(start + index)?.text === text.replace(/\r$/, '')) &&
    before.some((_, index) => shown.get(start + index)?.added === true);
  if (fits(from)) return 0;
  const others = [...shown.keys()].filter(fits);
  return others.length === 1 && others[0] !== undefined ? others[0] - from : undefined;
}

function applyEdits(
  lines: readonly string[],
  from: number,
  edits: readonly { line: number; column: number; endLine: number; endColumn: number; newText: string }[],
): string {
  const text = lines.join('\n');
  const offset = (line: number, column: number): number =>
    lines.slice(0, line - from).reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
  let result = '';
  let done = 0;
  for (const edit of [...edits].sort((a, b) => a.line - b.line || a.column - b.column)) {
    result += text.slice(done, offset(edit.line, edit.column)) + edit.newText;
    done = offset(edit.endLine, edit.endColumn);
  }
  return (result + text.slice(done)).replace(/\r/g, '').replace(/\n$/, '');
}

function overlaps(a: Suggestion, b: Suggestion): boolean {
  return a.path === b.path && a.from <= b.to && b.from <= a.to;
}

/** The review comment: words, a block that the host turns into a button, and the hidden marker. */
export function suggestionBody(suggestion: Suggestion, words: string, language: string): string {
  const longest = Math.max(2, ...[...suggestion.text.matchAll(/`+/g)].map((match) => match[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${words}\n\n${fence}${language}\n${suggestion.text}\n${fence}\n\n${suggestionMarker(suggestion.fingerprint)}`;
}
