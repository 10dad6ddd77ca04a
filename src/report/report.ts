/** The finished audit: what every reporter and host reads, and none of them changes. */
import type { Finding, Note, Severity } from '../findings/finding.js';

export interface Summary extends Readonly<Record<Severity, number>> {
  readonly suppressed: number;
  readonly baselined: number;
}

export interface Stats {
  readonly files: number;
  /** UTF-8 bytes of the Rust files that were audited. */
  readonly bytes: number;
  /** Files whose summary came from the cache. */
  readonly cached: number;
  /** Bytes of Rust that could not be analysed: syntax errors and macro bodies that are not Rust. */
  readonly unparsedBytes: number;
  readonly durationMs: number;
}

/** The words of one rule, as reporters print them. Markdown, from rules/<area>/<id>.yml. */
export interface RuleWords {
  readonly id: string;
  readonly title: string;
  readonly area: string;
  readonly severity: Severity;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly tier: 1 | 2 | 3;
  readonly why: string;
  readonly fix: string;
  readonly url: string;
}

/** One line of the profile that the configuration audit suggests. */
export interface SuggestedSetting {
  /** For example `profile.release.lto`. */
  readonly key: string;
  /** As TOML, for example `"thin"`. */
  readonly value: string;
  readonly current: string | null;
  readonly reason: string;
  /** What it costs: build time, portability, panic isolation. */
  readonly cost: string;
}

export interface SuggestedProfile {
  /** Root-relative manifest that the block belongs in. */
  readonly manifest: string;
  readonly profile: string;
  /** How the audit knows that this profile ships, one clause. */
  readonly because: string;
  readonly settings: readonly SuggestedSetting[];
  /** The TOML block to paste. */
  readonly toml: string;
}

/** How this audit differs from the last one of the base branch, by the identity of findings, not by their number. */
export interface Trend {
  /** For example `main`. */
  readonly branch: string;
  /** The full name of the commit that was audited there. */
  readonly commit: string;
  /** Findings that the base does not have. */
  readonly added: number;
  /** Findings of the base that are gone. */
  readonly removed: number;
}

/** Field by field the JSON of `--format json`, schema 1 (src/report/report.schema.json). */
export interface Report {
  readonly schema: 1;
  readonly tool: { readonly name: 'rustperf'; readonly version: string };
  /** As given by the user. */
  readonly root: string;
  readonly complete: boolean;
  readonly summary: Summary;
  readonly stats: Stats;
  readonly findings: readonly Finding[];
  readonly notes: readonly Note[];
  readonly suggestedProfiles: readonly SuggestedProfile[];
  /** Absent where the base branch's findings are not known. */
  readonly trend?: Trend;
}

/** What reporters need beside the report itself. */
export interface ReportContext {
  /** Words of every rule that has a finding, by id. */
  readonly rules: ReadonlyMap<string, RuleWords>;
  /** The text of an audited file, by root-relative path; undefined when it cannot be read. */
  readonly source: (path: string) => string | undefined;
  /** Findings at or above `failOn` with at least medium confidence: what makes the run fail. */
  readonly gate: readonly Finding[];
  readonly failOn: Severity | 'never';
  /** Every finding before many in one function were folded into one, and with what the baseline accepts: for fixes. */
  readonly unfolded?: readonly Finding[];
}
