/** Counts, sizes and times as people read them; the same words in every format. */
import { SEVERITIES, type Severity } from '../findings/finding.js';
import type { Report } from './report.js';

const PLURALS: Readonly<Record<Severity, readonly [string, string]>> = {
  critical: ['critical', 'critical'],
  warning: ['warning', 'warnings'],
  suggestion: ['suggestion', 'suggestions'],
};

/** `1 file`, `2,000 files`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${grouped(number)} ${number === 1 ? one : many}`;
}

/** `2 critical, 1 warning`; undefined when every count is 0. */
export function severityCounts(counts: Readonly<Record<Severity, number>>): string | undefined {
  const parts = SEVERITIES.filter((severity) => counts[severity] > 0).map((severity) =>
    count(counts[severity], ...PLURALS[severity]),
  );
  return parts.length === 0 ? undefined : parts.join(', ');
}

export function severityCount(severity: Severity, number: number): string {
  return count(number, ...PLURALS[severity]);
}

export function total(counts: Readonly<Record<Severity, number>>): number {
  return SEVERITIES.reduce((sum, severity) => sum + counts[severity], 0);
}

/** Thousands separated by commas, whatever the machine's language. */
export function grouped(number: number): string {
  return String(Math.round(number)).replace(/\B(?=(\d{3})+$)/g, ',');
}

function duration(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`;
  const seconds = milliseconds / 1000;
  if (seconds < 60) return `${seconds.toFixed(1)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
}

/** Decimal units, as file sizes are commonly given. */
function bytes(number: number): string {
  if (number < 1000) return count(number, 'byte');
  if (number < 1_000_000) return `${(number / 1000).toFixed(number < 10_000 ? 1 : 0)} kB`;
  return `${(number / 1_000_000).toFixed(1)} MB`;
}

/** `audited 42 files (1.2 MB of Rust) in 0.8 s`, and what was left out of the counts. */
export function scopeWords(report: Report): string {
  const { stats, summary } = report;
  const parts = [
    `${count(stats.files, 'file')} (${bytes(stats.bytes)} of Rust) in ${duration(stats.durationMs)}`,
  ];
  if (summary.suppressed > 0) parts.push(`${grouped(summary.suppressed)} suppressed`);
  if (summary.baselined > 0) parts.push(`${grouped(summary.baselined)} in the baseline`);
  return `audited ${parts.join('; ')}`;
}

/** `0.4 % of the code could not be analysed`; undefined when all of it was. */
export function unparsedWords(report: Report): string | undefined {
  const { bytes: all, unparsedBytes } = report.stats;
  if (unparsedBytes === 0 || all === 0) return undefined;
  const percent = (100 * unparsedBytes) / all;
  return `${percent < 0.1 ? 'less than 0.1' : percent.toFixed(1)} % of the code could not be analysed`;
}

/** `+2 / −1 against main@abc1234`, with the names as `show` writes them; undefined where the base is not known. */
export function trendWords({ trend }: Report, show: (name: string) => string): string | undefined {
  if (trend === undefined) return undefined;
  const { added, removed, branch, commit } = trend;
  const change = added + removed === 0 ? 'no change' : `+${grouped(added)} / −${grouped(removed)}`;
  return `${change} against ${show(`${branch}@${commit.slice(0, 7)}`)}`;
}

export interface Novelty {
  /** Findings on lines that this change touches. */
  readonly new: Readonly<Record<Severity, number>>;
  readonly old: Readonly<Record<Severity, number>>;
}

/** How many findings the change brings, or undefined when no change is known. */
export function novelty(report: Report): Novelty | undefined {
  if (!report.findings.some((finding) => finding.changed !== null)) return undefined;
  const counts = { new: zero(), old: zero() };
  for (const finding of report.findings)
    counts[finding.changed === false ? 'old' : 'new'][finding.severity] += 1;
  return counts;
}

function zero(): Record<Severity, number> {
  return { critical: 0, warning: 0, suggestion: 0 };
}
