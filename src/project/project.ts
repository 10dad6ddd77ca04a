/** What Cargo would see below the audited root, computed from files alone; nothing is ever run. */
import type { Note, Span } from '../findings/finding.js';
import type { Shipping } from './shipping/detect.js';
import type { TomlFile } from './toml.js';

/** A Rust file to audit. */
export interface SourceFile {
  /** Relative to the audited root, forward slashes. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  /** UTF-8 bytes on disk. */
  readonly size: number;
}

export type TargetKind = 'lib' | 'bin' | 'example' | 'test' | 'bench' | 'build-script';

export interface Target {
  readonly kind: TargetKind;
  /** The target's name as Cargo shows it. */
  readonly name: string;
  /** The crate's name as Rust code writes it: underscores. */
  readonly crate: string;
  /** Root-relative path of the crate's root file. */
  readonly path: string;
  readonly edition: Edition;
  readonly procMacro: boolean;
  /** `[lib] crate-type`; `["lib"]` or `["bin"]` where not said. */
  readonly crateTypes: readonly string[];
}

export type Edition = '2015' | '2018' | '2021' | '2024';

export interface Dependency {
  /** The name that code uses: the key in the manifest with underscores. */
  readonly crate: string;
  /** The package's name in the registry. */
  readonly package: string;
  readonly kind: 'normal' | 'dev' | 'build';
  /** Root-relative directory of a path dependency inside the root. */
  readonly path: string | null;
  /** The requirement as written; null for path or git only. */
  readonly requirement: string | null;
  readonly features: readonly string[];
  readonly defaultFeatures: boolean;
  readonly optional: boolean;
  /** Where the package's own manifest writes it, for example `['dependencies', 'tokio']`. */
  readonly keys: readonly string[];
}

export interface Package {
  readonly name: string;
  readonly version: string | null;
  /** Root-relative path of its Cargo.toml; '' stands for files without a manifest. */
  readonly manifest: string;
  /** The parsed manifest; null without one, or when it has a syntax error. */
  readonly manifestFile: TomlFile | null;
  /** Root-relative directory, '' for the root itself. */
  readonly dir: string;
  readonly edition: Edition;
  readonly rustVersion: string | null;
  readonly targets: readonly Target[];
  readonly dependencies: readonly Dependency[];
  readonly features: Readonly<Record<string, readonly string[]>>;
}

export interface LockedPackage {
  readonly name: string;
  readonly version: string;
  /** As Cargo.lock names it, for example `registry+https://…`; null for packages of the workspace. */
  readonly source: string | null;
  /** As written: `name`, `name version` or `name version (source)`. */
  readonly dependencies: readonly string[];
  /** The `[[package]]` block in Cargo.lock. */
  readonly span: Span;
}

export interface Workspace {
  /** Root-relative directory of the workspace's root manifest. */
  readonly dir: string;
  /** Root-relative path of that manifest; '' when there is none. */
  readonly manifest: string;
  /** The parsed root manifest; null without one, or when it has a syntax error. */
  readonly manifestFile: TomlFile | null;
  readonly packages: readonly Package[];
  /** Manifest paths of the packages that `cargo build` builds when nothing is named. */
  readonly defaultMembers: readonly string[];
  /** Cargo.lock's packages; empty when there is none. */
  readonly lock: readonly LockedPackage[];
  /** Root-relative path of Cargo.lock, or null. */
  readonly lockFile: string | null;
  /** `.cargo/config.toml` files in force for a build in `dir`, strongest first; paths above the root start with `../`. */
  readonly config: readonly TomlFile[];
  /** Cross.toml, rust-toolchain.toml, dist-workspace.toml that apply. */
  readonly toolFiles: readonly TomlFile[];
  /** Which builds reach users, and how we know. */
  readonly shipping: Shipping;
}

export interface Project {
  /** Absolute path of the audited root. */
  readonly root: string;
  /** At least one. Files outside any package belong to a manifest-less workspace. */
  readonly workspaces: readonly Workspace[];
  /** Every Rust file in scope, sorted by path. */
  readonly sources: readonly SourceFile[];
  readonly notes: readonly Note[];
}

/** The path cannot be audited: missing, unreadable, or without any Rust. The message says what to try. */
export class ProjectError extends Error {
  override readonly name = 'ProjectError';
}
