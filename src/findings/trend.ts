/** Remembers what an audit of the base branch found, and says how another audit differs from it. */
import { createHash } from 'node:crypto';
import type { Trend } from '../report/report.js';
import type { Settings } from '../settings/settings.js';
import { type BaselineEntry, compareWithBaseline, formatBaseline, parseBaseline } from './baseline.js';
import { compareText, type Finding } from './finding.js';

/** What one audit of a branch found. */
export interface Snapshot {
  /** For example `main`. */
  readonly branch: string;
  /** The audited commit. */
  readonly commit: string;
  /** `choiceOf` its settings: others find other things, and then there is nothing to compare. */
  readonly choice: string;
  readonly findings: readonly BaselineEntry[];
}

export function formatSnapshot({ findings, ...head }: Snapshot): string {
  return JSON.stringify({ ...head, ...Object(JSON.parse(formatBaseline(findings))) });
}

/** Null for anything else: a cache may hold what an older version or somebody else wrote. */
export function parseSnapshot(text: string): Snapshot | null {
  try {
    const { branch, commit, choice }: Record<string, unknown> = Object(JSON.parse(text));
    if (typeof branch !== 'string' || branch === '' || typeof choice !== 'string') return null;
    if (typeof commit !== 'string' || !/^[0-9a-f]{7,64}$/.test(commit)) return null;
    return { branch, commit, choice, findings: parseBaseline(text, 'snapshot').entries };
  } catch {
    return null;
  }
}

/** How many findings came and how many went since, by identity: moved code is neither. */
export function trendOf(
  findings: readonly Pick<Finding, 'path' | 'fingerprint'>[],
  { branch, commit, findings: entries }: Snapshot,
): Trend {
  const { fresh, stale } = compareWithBaseline(findings, { file: '', entries });
  return { branch, commit, added: fresh.length, removed: stale.length };
}

/** A short name for everything that decides what an audit of the same code would find. */
export function choiceOf(settings: Settings, version: string): string {
  const { minSeverity, minConfidence, only, skip, pedantic, allTargets, clippy, exclude } = settings;
  const { profile, deploy, hot, ruleSettings, rulePaths, profileData } = settings;
  const rules = [...ruleSettings].sort(([a], [b]) => compareText(a, b));
  const measured = [rulePaths.length, profileData.length];
  const parts = [version, minSeverity, minConfidence, only, skip, pedantic, allTargets, clippy, exclude];
  const text = JSON.stringify([...parts, profile, deploy, hot, rules, measured]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
