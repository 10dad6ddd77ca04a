/** Findings become the few annotations that a platform shows: ranked, rolled up, and with the rest counted. */
import type { Finding, Severity } from '../findings/finding.js';
import { cut, oneLine } from './escape.js';
import { ranked } from './rank.js';
import { count } from './words.js';

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Annotation {
  readonly level: AnnotationLevel;
  /** Relative to the repository's root. */
  readonly path: string;
  /** 1-based. */
  readonly line: number;
  readonly endLine: number;
  /** 1-based, both ends included; null where the span covers several lines, as GitHub then allows none. */
  readonly column: number | null;
  readonly endColumn: number | null;
  readonly title: string;
  readonly message: string;
}

export interface Annotations {
  /** Worst first. */
  readonly records: readonly Annotation[];
  /** Findings that no record speaks of, by level. */
  readonly leftOut: Readonly<Record<AnnotationLevel, number>>;
}

export interface AnnotationOptions {
  /** Annotate only what the change brings; findings without a known change are always annotated. */
  readonly onlyChanged?: boolean;
  /** Turns a path below the audited root into one below the repository's root; absent when they are the same. */
  readonly repositoryPath?: (path: string) => string;
  /** Defaults to what GitHub shows: 10 of each level a step, 50 a job. */
  readonly limits?: { readonly perLevel: number; readonly perJob: number };
  /** Annotations that earlier steps of the job have already used up. */
  readonly alreadyUsed?: number;
}

/** docs.github.com, "Workflow commands": more are dropped without a word. */
const GITHUB_LIMITS = { perLevel: 10, perJob: 50 };
/** The checks API refuses longer titles (255) and messages (64 KB). */
const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 16_000;

const LEVELS: Readonly<Record<Severity, AnnotationLevel>> = {
  critical: 'error',
  warning: 'warning',
  suggestion: 'notice',
};

/** Where a level has more findings than places, findings of one rule in one file share an annotation. */
export function annotate(findings: readonly Finding[], options: AnnotationOptions = {}): Annotations {
  const limits = options.limits ?? GITHUB_LIMITS;
  const wanted = options.onlyChanged ? findings.filter((finding) => finding.changed !== false) : findings;
  const leftOut = { error: 0, warning: 0, notice: 0 };
  const records: Annotation[] = [];
  let room = Math.max(0, limits.perJob - (options.alreadyUsed ?? 0));
  for (const [level, group] of byLevel(wanted)) {
    const places = Math.min(limits.perLevel, room);
    const bundles = group.length > places ? rolledUp(group) : group.map((finding) => [finding]);
    const shown = bundles.slice(0, places);
    records.push(...shown.map((bundle) => annotation(level, bundle, options)));
    leftOut[level] = group.length - shown.reduce((sum, bundle) => sum + bundle.length, 0);
    room -= shown.length;
  }
  return { records, leftOut };
}

function byLevel(findings: readonly Finding[]): readonly (readonly [AnnotationLevel, readonly Finding[]])[] {
  const groups: Record<AnnotationLevel, Finding[]> = { error: [], warning: [], notice: [] };
  for (const finding of ranked(findings)) groups[LEVELS[finding.severity]].push(finding);
  return [
    ['error', groups.error],
    ['warning', groups.warning],
    ['notice', groups.notice],
  ];
}

/** One bundle a rule and file, in the order of each bundle's first finding. */
function rolledUp(findings: readonly Finding[]): readonly (readonly Finding[])[] {
  const bundles = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.path}`;
    const bundle = bundles.get(key);
    if (bundle) bundle.push(finding);
    else bundles.set(key, [finding]);
  }
  return [...bundles.values()];
}

function annotation(
  level: AnnotationLevel,
  bundle: readonly Finding[],
  options: AnnotationOptions,
): Annotation {
  const [finding, ...others] = bundle;
  if (finding === undefined) throw new RangeError('an annotation needs a finding');
  const isOneLine = finding.line === finding.endLine;
  return {
    level,
    path: options.repositoryPath?.(finding.path) ?? finding.path,
    line: finding.line,
    endLine: finding.endLine,
    column: isOneLine ? finding.column : null,
    endColumn: isOneLine ? Math.max(finding.column, finding.endColumn - 1) : null,
    title: cut(oneLine(`${finding.severity}: ${finding.rule}`), LONGEST_TITLE),
    message: cut(messageOf(finding, others), LONGEST_MESSAGE),
  };
}

function messageOf(finding: Finding, others: readonly Finding[]): string {
  const parts = [oneLine(finding.message)];
  if (finding.help !== '') parts.push(`help: ${oneLine(finding.help)}`);
  if (others.length > 0)
    parts.push(`and ${count(others.length, 'more place')} in this file: ${linesOf(others)}`);
  return parts.join('\n');
}

const MOST_LINES_NAMED = 10;

function linesOf(findings: readonly Finding[]): string {
  const lines = [...new Set(findings.map((finding) => finding.line))].sort((a, b) => a - b);
  const named = lines.slice(0, MOST_LINES_NAMED).join(', ');
  return `${lines.length === 1 ? 'line' : 'lines'} ${named}${lines.length > MOST_LINES_NAMED ? ', …' : ''}`;
}
