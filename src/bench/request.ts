/** What the caller asks `bench` for, and what it gets back. */
import type { SuggestedProfile } from '../report/report.js';
import type { BenchData } from './data.js';
import type { BenchResult } from './judge.js';

export const BENCH_FORMATS = ['text', 'markdown', 'json', 'svg'] as const;
export type BenchFormat = (typeof BENCH_FORMATS)[number];

export interface BenchRequest {
  /** Absolute directory of the package or workspace. */
  readonly root: string;
  /** As the user wrote it. */
  readonly shownRoot: string;
  /** The tool's own version. */
  readonly version: string;
  /** Candidate names; null means the suggestion and the usual ones. */
  readonly profiles: readonly string[] | null;
  /** The profile that ships; null or `release` measures Cargo's `bench`, which inherits it. */
  readonly profile: string | null;
  /** Bench targets; empty means all. */
  readonly benches: readonly string[];
  /** Seconds to measure for, builds not included. */
  readonly budgetSeconds: number;
  /** Null lets the budget decide. */
  readonly rounds: number | null;
  /** Null draws one; it is recorded either way. */
  readonly seed: number | null;
  /** Seconds after which a single run counts as hanging. */
  readonly limitSeconds: number;
  /** Absolute path of a recorded run to judge again; nothing is executed then. */
  readonly replay: string | null;
  /** A git revision to compare the working tree with, instead of profiles. */
  readonly compare: string | null;
  /** How many untouched copies are measured as if they were candidates; 0 for none, at most 9. */
  readonly selfTest: number;
  /** Count instructions where valgrind is present. */
  readonly instructions: boolean;
  /** Link the winner once more in another order, so that layout alone is not taken for a gain. */
  readonly relink: boolean;
  /** For `cargo bench`: features, packages. */
  readonly cargoArgs: readonly string[];
  /** For the bench executables. */
  readonly benchArgs: readonly string[];
  /** Run code from forks and pull requests of strangers after all. */
  readonly trust: boolean;
  readonly suggested: SuggestedProfile | null;
  readonly reliesOnUnwinding: boolean;
  readonly deploy: 'portable' | 'native' | null;
  /** What standard output gets. */
  readonly format: BenchFormat;
  readonly outputs: readonly { readonly format: BenchFormat; readonly file: string }[];
}

export interface BenchIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown; readonly isTTY?: boolean };
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborting ends every process and reports what there is. */
  readonly signal: AbortSignal;
}

export interface BenchOutcome {
  /** `refused` and `nothing` carry no data; `interrupted` carries what there was, if anything. */
  readonly status: 'measured' | 'nothing' | 'refused' | 'interrupted';
  /** Why, where nothing was measured; lower case, no full stop. */
  readonly reason: string | null;
  readonly data: BenchData | null;
  readonly result: BenchResult | null;
  /** 0 measured or nothing to do, 2 refused, interrupted or failed. */
  readonly exitCode: 0 | 2;
}
