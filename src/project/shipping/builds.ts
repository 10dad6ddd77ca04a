/** What the files around a project say about its builds: the shapes shared by every reader of this folder. */
import type { Location } from '../../findings/finding.js';
import type { Environment } from '../profiles.js';

export type BuildSource = 'workflow' | 'gitlab' | 'container' | 'makefile' | 'justfile' | 'script';

/** One place where the project is compiled. */
export interface BuildCommand {
  readonly source: BuildSource;
  /** The command itself, inside its file. */
  readonly at: Location;
  /** As Cargo knows it: `build`, `install`, `test`, `clippy`, …. */
  readonly subcommand: string;
  /** Null when a variable decides that these files do not define. */
  readonly profile: string | null;
  /** Target triples; empty for the machine's own. */
  readonly targets: readonly string[];
  readonly features: readonly string[];
  readonly allFeatures: boolean;
  readonly packages: readonly string[];
  readonly binaries: readonly string[];
  /** What is set while it runs: `env` blocks, `ENV` lines, exports and prefixes. */
  readonly environment: Environment;
  /** Root-relative directory it runs in, when the files say so. */
  readonly directory: string | null;
  /** Its workflow, job or image is how the product reaches others. */
  readonly publishes: boolean;
}

/** One word somewhere in a build file. */
export interface Mention {
  readonly value: string;
  readonly at: Location;
}

/** What one file says. */
export interface BuildFacts {
  readonly commands: readonly BuildCommand[];
  /** Target triples that are named without a command that could be read: a matrix, `rustup target add`. */
  readonly targets: readonly Mention[];
  /** How the product leaves the house. */
  readonly publishing: readonly Publishing[];
  /** `-C target-cpu=…` wherever it is written. */
  readonly targetCpus: readonly Mention[];
  /** Clippy runs. */
  readonly clippy: readonly Location[];
  /** Profile-guided optimisation or BOLT. */
  readonly pgo: readonly Location[];
  /** The file is part of a CI system. */
  readonly isCi: boolean;
}

export interface Publishing {
  readonly how: 'release' | 'container' | 'package';
  /** One clause for people, for example `` `.github/workflows/release.yml` uploads release assets ``. */
  readonly because: string;
  readonly at: Location;
}

export const NO_FACTS: BuildFacts = {
  commands: [],
  targets: [],
  publishing: [],
  targetCpus: [],
  clippy: [],
  pgo: [],
  isCi: false,
};

/** A span of one line; columns count from 1. */
export function lineLocation(path: string, line: number, column: number, length: number): Location {
  return { path, line, column, endLine: line, endColumn: column + length };
}
