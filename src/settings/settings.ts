/** Everything the user can decide, merged once from flags, action inputs, rustperf.toml and defaults. */
import type { Confidence, Severity } from '../findings/finding.js';

export const FORMATS = ['text', 'json', 'cargo-json', 'markdown', 'sarif', 'gitlab', 'html'] as const;
export type Format = (typeof FORMATS)[number];

export interface Output {
  readonly format: Format;
  /** Absolute path; null is standard output. */
  readonly file: string | null;
}

/** What `[rule.<id>]` in rustperf.toml says. */
export interface RuleSetting {
  readonly severity?: Severity | 'off';
  /** Globs relative to the root: no findings of this rule there. */
  readonly exclude?: readonly string[];
  /** Globs relative to the root: findings of this rule only there. */
  readonly include?: readonly string[];
}

export interface Settings {
  /** Absolute. */
  readonly root: string;
  /** As the user wrote it. */
  readonly shownRoot: string;
  readonly failOn: Severity | 'never';
  readonly minSeverity: Severity;
  readonly minConfidence: Confidence;
  /** Globs over rule ids; empty means all. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
  readonly pedantic: boolean;
  readonly allTargets: boolean;
  readonly outputs: readonly Output[];
  /** Worker threads; 0 lets the tool choose. */
  readonly jobs: number;
  readonly cache: boolean;
  /** Part I of N, 1-based. */
  readonly shard: { readonly index: number; readonly count: number } | null;
  readonly allowIncomplete: boolean;
  /** Absolute paths. */
  readonly baseline: string | null;
  readonly writeBaseline: string | null;
  readonly changedSince: string | null;
  /** Gate and annotate only what the change brings. */
  readonly onlyChanged: boolean;
  /** Run `cargo clippy` too. */
  readonly clippy: boolean;
  readonly profileData: readonly string[];
  /** Globs relative to the root. */
  readonly exclude: readonly string[];
  /** Directories or files with the team's own rules, absolute. */
  readonly rulePaths: readonly string[];
  readonly ruleSettings: ReadonlyMap<string, RuleSetting>;
  /** Where rustperf.toml speaks of a rule, as `file:line:column`, by the rule's id. */
  readonly rulePlaces?: ReadonlyMap<string, string>;
  /** The profile that ships; null means detect. */
  readonly profile: string | null;
  readonly deploy: 'portable' | 'native' | null;
  /** Globs of paths where allocation rules count more. */
  readonly hot: readonly string[];
}

/** A wrong flag, input or key of rustperf.toml. The message says what, where and what to try. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}
