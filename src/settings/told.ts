/** What an entry was told, as strings: command line flags or action inputs, before anything is checked. */

/** Absent keys were not said; they leave the choice to rustperf.toml and the defaults. */
export interface Told {
  readonly path?: string | undefined;
  readonly config?: string | undefined;
  readonly format?: string | undefined;
  /** Each `FORMAT=FILE`. */
  readonly output?: readonly string[] | undefined;
  readonly failOn?: string | undefined;
  readonly minSeverity?: string | undefined;
  readonly minConfidence?: string | undefined;
  readonly only?: readonly string[] | undefined;
  readonly skip?: readonly string[] | undefined;
  readonly pedantic?: boolean | undefined;
  readonly allTargets?: boolean | undefined;
  readonly clippy?: boolean | undefined;
  readonly baseline?: string | undefined;
  readonly writeBaseline?: string | undefined;
  readonly changedSince?: string | undefined;
  readonly onlyChanged?: boolean | undefined;
  readonly profileData?: readonly string[] | undefined;
  readonly jobs?: string | undefined;
  readonly cache?: boolean | undefined;
  /** `I/N`. */
  readonly shard?: string | undefined;
  readonly allowIncomplete?: boolean | undefined;
}
