/** What a rule's judgement becomes: the shapes every later room (gate, reporters, hosts) reads. */

/** Ordered from worst to mildest. Meaning and thresholds: rules/README.md. */
export const SEVERITIES = ['critical', 'warning', 'suggestion'] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CONFIDENCES = ['high', 'medium', 'low'] as const;
/** The chance that a finding is a true instance: high ≥ 90 %, medium 70–90 %, low < 70 %. */
export type Confidence = (typeof CONFIDENCES)[number];

/** 1 configuration, 2 source, 3 runtime evidence. */
export type Tier = 1 | 2 | 3;

/** A range in one file. Lines and columns count from 1, columns in UTF-16 units; the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A span in a named file. `path` is relative to the audited root, with forward slashes. */
export interface Location extends Span {
  readonly path: string;
}

/** A second place that explains a finding, for instance a step of a call chain. */
export interface Related extends Location {
  readonly message: string;
}

export interface Edit extends Location {
  readonly newText: string;
}

export interface Fix {
  readonly applicability: 'machine-applicable' | 'maybe-incorrect';
  /** What the edits do, one clause. */
  readonly title?: string;
  /** Non-overlapping, sorted by path and position. */
  readonly edits: readonly Edit[];
}

/** One measurement from a profiler that speaks of the finding's place. */
export interface Evidence {
  readonly source: string;
  readonly message: string;
  readonly weight: number;
  readonly unit: string;
}

/**
 * What a rule says about one place, before words, suppression and fingerprints are added.
 * `params` fill `{placeholders}` of the rule's YAML message and help.
 */
export interface Draft {
  readonly rule: string;
  readonly at: Location;
  readonly params?: Readonly<Record<string, string>>;
  /** Replaces the YAML message where one template cannot say it. */
  readonly message?: string;
  readonly help?: string;
  /** Defaults to the YAML's. */
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** The enclosing item (`Server::accept`) or TOML table; part of the fingerprint. */
  readonly item?: string;
  /** False where a rule of hot code (`default: hot`) cannot tell that the code around is hot. */
  readonly hot?: boolean;
  readonly related?: readonly Related[];
  readonly evidence?: readonly Evidence[];
  readonly fix?: Fix;
}

export interface Finding extends Location {
  readonly rule: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly tier: Tier;
  readonly message: string;
  readonly help: string;
  readonly url: string;
  /** Stable while lines move: rule + enclosing item + normalised code + occurrence, as hexadecimal. */
  readonly fingerprint: string;
  /** On a line that this change touches; null when no change is known. */
  readonly changed: boolean | null;
  readonly related: readonly Related[];
  readonly evidence: readonly Evidence[];
  readonly fix?: Fix;
}

/** Something the user must know that is not a finding: a file skipped, a rule crashed. */
export interface Note {
  /** Relative to the audited root; absent when the note is about the run. */
  readonly path?: string;
  readonly message: string;
  /** `incomplete` notes mean that work was not done: the run must not pass silently. */
  readonly kind: 'info' | 'incomplete';
}

/** Negative when `a` is worse than `b`. */
export function compareSeverity(a: Severity, b: Severity): number {
  return SEVERITIES.indexOf(a) - SEVERITIES.indexOf(b);
}

/** Negative when `a` is surer than `b`. */
export function compareConfidence(a: Confidence, b: Confidence): number {
  return CONFIDENCES.indexOf(a) - CONFIDENCES.indexOf(b);
}

/** The published order: path, line, column, rule. */
export function compareFindings(a: Location & { rule: string }, b: Location & { rule: string }): number {
  return compareText(a.path, b.path) || a.line - b.line || a.column - b.column || compareText(a.rule, b.rule);
}

/** Code-unit order: the same on every machine, unlike `localeCompare`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
