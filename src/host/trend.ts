/** Keeps snapshots of audits in one directory of the checkout, which the CI host carries from job to job. */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formatSnapshot, parseSnapshot, type Snapshot, trendOf } from '../findings/trend.js';
import type { Report, ReportContext } from '../report/report.js';

/** Relative to the checkout. */
export const TREND_FOLDER = '.rustperf-trend';

/** The branch that a change goes to, or that a push continues. */
export interface BaseBranch {
  readonly name: string;
  /** Its commit that the change is compared with; null where any will do. */
  readonly commit: string | null;
}

/** Root-relative and the same on every machine. Branch names hold what file names and cache keys may not. */
export function snapshotFile(prefix: string, branch: string): string {
  return `${TREND_FOLDER}/${short(prefix)}-${short(branch)}.json`;
}

export function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** Null where none is there, or none that can be read. Follows no link: a checkout may bring any. */
export function readSnapshot(checkout: string, file: string): Snapshot | null {
  if (isLinked(checkout, file)) return null;
  try {
    return parseSnapshot(readFileSync(join(checkout, file), 'utf8'));
  } catch {
    return null;
  }
}

/** @throws Error where it cannot be written, or would be written elsewhere */
export function writeSnapshot(checkout: string, file: string, snapshot: Snapshot): void {
  if (isLinked(checkout, file)) throw new Error(`\`${TREND_FOLDER}\` is a link`);
  mkdirSync(dirname(join(checkout, file)), { recursive: true });
  writeFileSync(join(checkout, file), formatSnapshot(snapshot));
}

function isLinked(checkout: string, file: string): boolean {
  return [TREND_FOLDER, file].some(
    (path) => lstatSync(join(checkout, path), { throwIfNoEntry: false })?.isSymbolicLink() === true,
  );
}

/** What the report's audit found, to be remembered. */
export function snapshotOf(
  report: Report,
  context: ReportContext,
  head: Omit<Snapshot, 'findings'>,
): Snapshot {
  return { ...head, findings: context.unfolded ?? report.findings };
}

/** The report with its trend; as it is where there is nothing, or nothing of the same kind, to compare with. */
export function withTrend(
  report: Report,
  context: ReportContext,
  base: Snapshot | null,
  now: { readonly commit: string; readonly choice: string },
): Report {
  const isComparable = base !== null && base.choice === now.choice && base.commit !== now.commit;
  if (!isComparable || !report.complete) return report;
  return { ...report, trend: trendOf(context.unfolded ?? report.findings, base) };
}
