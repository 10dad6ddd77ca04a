/** Everything a run records, raw: what the JSON file holds and from which every verdict can be computed again. */

/** One `key = value` of a Cargo profile; `value` is TOML, so strings carry their quotes. */
export interface ProfileSetting {
  readonly key: string;
  readonly value: string;
}

/** What one arm of the comparison costs beside time, in words and as a rank. */
export interface CandidateCost {
  /** Lower case clauses: build time, memory, portability, panic isolation. */
  readonly words: readonly string[];
  /** The processor that the build needs beyond the platform's baseline; null runs everywhere. */
  readonly cpu: string | null;
  /** How much a user gives up to take it, for ordering alone: 0 nothing, larger is more. */
  readonly rank: number;
}

/** Compiler flags that one or more units of an arm were really compiled with. */
export interface AttestedFlags {
  /** `opt-level=3`, `lto=fat`, `--cfg=x`…, sorted. */
  readonly flags: readonly string[];
  /** Crates compiled so, sorted; a bench target is listed by its own name. */
  readonly crates: readonly string[];
}

export interface BuiltFile {
  /** Cargo's package name. */
  readonly package: string;
  readonly target: string;
  /** Cargo's word: `bench`, `bin`, `lib`… */
  readonly kind: string;
  readonly bytes: number;
  /** Bytes without symbols; null where no `strip` is at hand. */
  readonly strippedBytes: number | null;
  readonly sha256: string;
}

/** `relinked`: the base or a candidate once more, with its functions in another order. */
export const ARM_ROLES = ['base', 'control', 'candidate', 'relinked'] as const;
export type ArmRole = (typeof ARM_ROLES)[number];

export interface Arm {
  /** `base`, `control`, or the candidate's name. */
  readonly id: string;
  readonly role: ArmRole;
  readonly settings: readonly ProfileSetting[];
  /** Flags added to the project's own. */
  readonly rustflags: readonly string[];
  readonly cost: CandidateCost;
  /** From Cargo's own `Running` lines; empty for the control, which is a copy. */
  readonly attested: readonly AttestedFlags[];
  /** Seconds of the whole `cargo bench` build from an empty directory, dependencies and a training run included. */
  readonly buildSeconds: number | null;
  /** Largest resident memory of Cargo's processes together, in bytes; null where not known. */
  readonly buildPeakBytes: number | null;
  readonly executables: readonly BuiltFile[];
  /** The package's binaries, which Cargo builds with the benches. */
  readonly binaries: readonly BuiltFile[];
  /** Why the arm takes no part: the build failed, or its flags are not what was asked for. */
  readonly failure: string | null;
}

/** The arm that is `id` linked once more in another order. */
export function relinkedId(id: string): string {
  return `${id} (relinked)`;
}

export const HARNESSES = ['criterion', 'libtest', 'divan', 'gungraun', 'process'] as const;
export type HarnessName = (typeof HARNESSES)[number];

/** One process run of one benchmark. */
export interface Run {
  /** 0-based. */
  readonly round: number;
  readonly arm: string;
  /** Nanoseconds per iteration, one for each sample the harness gives; at least one. */
  readonly times: readonly number[];
}

export interface InstructionCount {
  readonly arm: string;
  /** Instructions of one iteration, one for each repeat. */
  readonly counts: readonly number[];
}

export interface Benchmark {
  readonly package: string;
  /** The bench target. */
  readonly target: string;
  readonly harness: HarnessName;
  /** As the harness calls it; the target's name for whole processes. */
  readonly name: string;
  /** Candidates whose executable is byte for byte the base's: not measured. */
  readonly identical: readonly string[];
  readonly runs: readonly Run[];
  readonly instructions: readonly InstructionCount[];
  /** Used to train the profile of `pgo`: that candidate is not judged on it. */
  readonly training: boolean;
}

/** A benchmark, or a whole executable, that could not be measured. */
export interface Failure {
  readonly target: string;
  readonly name: string | null;
  readonly arm: string;
  readonly reason: string;
}

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memoryBytes: number;
  readonly os: string;
  /** Linux' frequency governor; null where not known. */
  readonly governor: string | null;
  readonly virtualised: boolean | null;
  /** One-minute load average before the first and after the last round. */
  readonly load: readonly [number, number];
  /** Share of processor time taken by the hypervisor while measuring, 0…1; null where not known. */
  readonly steal: number | null;
  /** Share of processor time used by anybody while measuring, 0…1; null where not known. */
  readonly busy: number | null;
  readonly rustc: string;
  readonly cargo: string;
  readonly valgrind: string | null;
}

export interface Phase {
  readonly name: string;
  readonly seconds: number;
}

export interface BenchData {
  readonly schema: 1;
  readonly tool: { readonly name: 'rustperf'; readonly version: string };
  /** As given by the user. */
  readonly root: string;
  /** `profiles`: one source, several builds. `revisions`: two sources, one build each. */
  readonly kind: 'profiles' | 'revisions';
  /** The Cargo profile that was measured, usually `bench`. */
  readonly profile: string;
  /** False when the run was cut short: what is here is valid, but not all that was planned. */
  readonly complete: boolean;
  readonly seed: number;
  readonly plannedRounds: number;
  readonly budgetSeconds: number;
  readonly machine: Machine;
  /** The base first, then the control, then candidates in the order asked for. */
  readonly arms: readonly Arm[];
  readonly benchmarks: readonly Benchmark[];
  /** Benchmarks that exist but were left out to stay within the budget, as `target name`. */
  readonly unmeasured: readonly string[];
  readonly failures: readonly Failure[];
  readonly notes: readonly string[];
  readonly phases: readonly Phase[];
}
