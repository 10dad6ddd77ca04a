/** Everything the build files say becomes one answer per workspace: which profile ships, where, and how we know. */
import path from 'node:path';
import { compareText, type Location } from '../../findings/finding.js';
import { isInside, quoted } from '../paths.js';
import { type Environment, resolveProfile } from '../profiles.js';
import { locateKey, locateTable, stringAt, stringsAt, type TomlFile, tableAt } from '../toml.js';
import type { BuildCommand, BuildFacts, Mention, Publishing } from './builds.js';

export interface Shipping {
  /** The profile of the builds that reach users. */
  readonly profile: string;
  /** How we know, one clause. */
  readonly because: string;
  /** The build that decided; null when none was found. */
  readonly command: BuildCommand | null;
  /** What is set while that build runs. */
  readonly environment: Environment;
  /** How the product leaves the house; empty when it seems to stay at home. */
  readonly publishing: readonly Publishing[];
  /** Builds of this workspace, of every profile. */
  readonly builds: readonly BuildCommand[];
  /** musl targets that are built or prepared for. */
  readonly muslTargets: readonly Mention[];
  /** `target-cpu` in build files (not in `.cargo/config.toml`). */
  readonly targetCpus: readonly Mention[];
  readonly clippy: readonly Location[];
  readonly pgo: readonly Location[];
  /** The repository has CI files at all. */
  readonly hasCi: boolean;
  /** Another workspace of the same repository is built by its CI, this one is not. */
  readonly isAside: boolean;
}

/** A build file and what it says. */
export interface ReadBuildFile {
  readonly path: string;
  readonly facts: BuildFacts;
}

/** What this file needs to know of a workspace. */
export interface ShippedWorkspace {
  readonly dir: string;
  readonly manifestFile: TomlFile | null;
  readonly config: readonly TomlFile[];
  /** Cross.toml, rust-toolchain.toml, dist-workspace.toml that belong to it. */
  readonly toolFiles: readonly TomlFile[];
  /** Variables that the project's own build program (`xtask`) sets for Cargo. */
  readonly taskEnvironment: Environment;
}

/** One answer per workspace, in the order given. */
export function detectShipping(
  workspaces: readonly ShippedWorkspace[],
  files: readonly ReadBuildFile[],
): Shipping[] {
  const answers = workspaces.map((workspace) =>
    shippingOf(workspace, factsFor(workspace, workspaces, files)),
  );
  const anyBuilt = answers.some((answer) => answer.command !== null);
  return answers.map((answer) => ({ ...answer, isAside: anyBuilt && answer.command === null }));
}

interface OwnFacts {
  readonly builds: readonly BuildCommand[];
  readonly files: readonly ReadBuildFile[];
}

/** Commands that run in this workspace's directory, or that nothing assigns to another. */
function factsFor(
  workspace: ShippedWorkspace,
  workspaces: readonly ShippedWorkspace[],
  files: readonly ReadBuildFile[],
): OwnFacts {
  const owner = (directory: string): ShippedWorkspace | undefined =>
    workspaces
      .filter((candidate) => isInside(directory, candidate.dir))
      .toSorted((a, b) => b.dir.length - a.dir.length)[0];
  const owns = (directory: string): boolean => {
    const found = owner(directory);
    return found === undefined || found === workspace;
  };
  return {
    builds: files.flatMap((file) =>
      file.facts.commands.filter((command) => owns(directoryOfCommand(command, file.path))),
    ),
    files: files.filter((file) => owns(file.facts.isCi ? '' : directoryOfFile(file.path))),
  };
}

function directoryOfFile(at: string): string {
  const directory = path.posix.dirname(at);
  return directory === '.' || directory.startsWith('..') ? '' : directory;
}

function directoryOfCommand(command: BuildCommand, file: string): string {
  const base = command.source === 'workflow' || command.source === 'gitlab' ? '' : directoryOfFile(file);
  const own = command.directory;
  if (own === null || /[$`{]/u.test(own)) return base;
  const joined = path.posix.join(base, own.startsWith('/') ? '.' : own).replace(/\/$/u, '');
  return joined === '.' || joined.startsWith('..') ? '' : joined;
}

const SHIPS =
  /^(?:build|install|deb|generate-rpm|bundle|wix|dist build|maturin (?:build|publish)|wasm-pack build|trunk build|tauri build|pgo (?:build|optimize)|chef cook)$/u;
const NOT_SHIPPED = /\b(?:bench|benchmark|test|coverage|perf|profiling|fuzz|sanit)/iu;

function shippingOf(workspace: ShippedWorkspace, { builds, files }: OwnFacts): Shipping {
  const dist = distOf(workspace);
  const publishing = [...publishingOf(files, workspace), ...(dist ? [dist.publishing] : [])];
  const best = mostLikely(builds, workspace);
  const shared = {
    publishing,
    builds,
    muslTargets: muslOf(workspace, builds, files),
    targetCpus: files.flatMap((file) => file.facts.targetCpus),
    clippy: files.flatMap((file) => file.facts.clippy),
    pgo: files.flatMap((file) => file.facts.pgo),
    hasCi: files.some((file) => file.facts.isCi),
    isAside: false,
  };
  // What `dist` does by default counts less than builds that the release workflow spells out.
  if (dist && (best === null || best.weight < SPELLED_OUT || best.command.profile === dist.profile)) {
    const command = best?.command.profile === dist.profile ? best.command : null;
    return {
      ...shared,
      profile: dist.profile,
      because: dist.because,
      command,
      environment: command?.environment ?? new Map(),
    };
  }
  if (best?.command.profile == null) {
    return {
      ...shared,
      profile: 'release',
      because: 'no build that ships is in sight, so `cargo build --release` is assumed',
      command: null,
      environment: workspace.taskEnvironment,
    };
  }
  const { command } = best;
  const profile = command.profile ?? 'release';
  const how = profile === 'release' ? '`--release`' : quoted(`--profile ${profile}`);
  return {
    ...shared,
    profile,
    because: `${quoted(command.at.path)} line ${command.at.line} builds with ${how}`,
    command,
    environment: new Map([...workspace.taskEnvironment, ...command.environment]),
  };
}

interface Candidate {
  readonly command: BuildCommand;
  readonly weight: number;
}

const SPELLED_OUT = 28;

/** Of the builds with the most weight, the first one with the profile that most of them use. */
function mostLikely(builds: readonly BuildCommand[], workspace: ShippedWorkspace): Candidate | null {
  const candidates = builds
    .map((command) => ({ command, weight: weightOf(command, workspace) }))
    .filter(({ weight }) => weight > 0);
  const most = Math.max(...candidates.map(({ weight }) => weight));
  const top = candidates.filter(({ weight }) => weight === most);
  const uses = (profile: string | null): number =>
    top.filter(({ command }) => command.profile === profile).length;
  const [best] = top.toSorted(
    (a, b) =>
      uses(b.command.profile) - uses(a.command.profile) ||
      Number(b.command.profile !== 'release') - Number(a.command.profile !== 'release') ||
      compareText(a.command.at.path, b.command.at.path) ||
      a.command.at.line - b.command.at.line,
  );
  return best ?? null;
}

/** An image is made to run somewhere; a recipe may be for a developer's own use. */
const WEIGHTS = { container: 35, workflow: 20, gitlab: 20, makefile: 10, justfile: 10, script: 9 } as const;

/** 0 for builds that do not ship. */
function weightOf(command: BuildCommand, workspace: ShippedWorkspace): number {
  const { profile, source } = command;
  if (profile === null || !SHIPS.test(command.subcommand)) return 0;
  const sources = {
    manifest: workspace.manifestFile,
    config: workspace.config,
    environment: command.environment,
  };
  // Profiles that come from `dev`, and those that nobody defines, are for development.
  if (resolveProfile(profile, sources)?.chain.at(-1) !== 'release' || profile === 'bench') return 0;
  const file = command.at.path;
  let weight: number = WEIGHTS[source];
  if (command.publishes && source !== 'container') weight = 40;
  else if (source !== 'container' && /release|deploy|publish|dist|package|cd\b/iu.test(file)) weight += 8;
  if (NOT_SHIPPED.test(file)) weight -= 15;
  if (NOT_SHIPPED.test(profile)) weight -= 9;
  if (command.subcommand === 'chef cook') weight -= 1;
  return Math.max(weight, 1);
}

function publishingOf(files: readonly ReadBuildFile[], workspace: ShippedWorkspace): Publishing[] {
  return files.flatMap(({ path: at, facts }) => {
    const builds = facts.commands.some((command) => weightOf(command, workspace) > 0);
    // An image with a debug build in it is for developers; one that a workflow pushes is not.
    const isImage = facts.commands.some(({ source }) => source === 'container');
    return facts.publishing.filter(
      ({ how }) => builds || (how === 'container' && !isImage) || (how === 'release' && /release/iu.test(at)),
    );
  });
}

/** cargo-dist's configuration: `dist-workspace.toml`, or `[workspace.metadata.dist]` in the manifest. */
function distOf(
  workspace: ShippedWorkspace,
): { readonly profile: string; readonly because: string; readonly publishing: Publishing } | null {
  const own = workspace.toolFiles.find((file) => /(?:^|\/)dist(?:-workspace)?\.toml$/u.test(file.path));
  const manifest = workspace.manifestFile;
  const places = [
    { file: own, keys: ['dist'] },
    { file: manifest, keys: ['workspace', 'metadata', 'dist'] },
    { file: manifest, keys: ['package', 'metadata', 'dist'] },
  ];
  for (const { file, keys } of places) {
    if (!file || !tableAt(file.values, ...keys)) continue;
    const at = { path: file.path, ...(locateTable(file, ...keys)?.header ?? START) };
    const sources = { manifest, config: workspace.config, environment: new Map() };
    // `dist build` compiles with `--profile dist`, which `dist init` adds to the manifest.
    const hasProfile = resolveProfile('dist', sources) !== null;
    return {
      profile: hasProfile ? 'dist' : 'release',
      because: `${quoted(file.path)} configures \`dist\`, which builds with \`--profile dist\``,
      publishing: { how: 'release', because: `${quoted(file.path)} configures \`dist\` releases`, at },
    };
  }
  return null;
}

const START = { line: 1, column: 1, endLine: 1, endColumn: 1 };

const IS_MUSL = /-musl/u;

/** Targets of commands, words in CI files and images, Cross.toml, rust-toolchain.toml, dist and `build.target`. */
function muslOf(
  workspace: ShippedWorkspace,
  builds: readonly BuildCommand[],
  files: readonly ReadBuildFile[],
): Mention[] {
  // A recipe or script may do anything with a target; only what it builds counts.
  const mentions: Mention[] = files
    .filter((file) => file.facts.isCi || file.facts.publishing.length > 0)
    .filter((file) => !NOT_SHIPPED.test(path.posix.basename(file.path)))
    .flatMap((file) => file.facts.targets);
  for (const command of builds) {
    if (weightOf(command, workspace) === 0 || NOT_SHIPPED.test(path.posix.basename(command.at.path)))
      continue;
    for (const value of command.targets) if (IS_MUSL.test(value)) mentions.push({ value, at: command.at });
  }
  for (const file of [...workspace.config, ...workspace.toolFiles]) mentions.push(...tomlTargets(file));
  const { manifestFile } = workspace;
  if (manifestFile) {
    for (const keys of [
      ['workspace', 'metadata', 'dist'],
      ['package', 'metadata', 'dist'],
    ]) {
      mentions.push(...listed(manifestFile, [...keys, 'targets']));
    }
  }
  const seen = new Set<string>();
  return mentions
    .filter(({ value, at }) => {
      const key = `${at.path}\u0000${at.line}\u0000${value}`;
      return !seen.has(key) && seen.add(key);
    })
    .toSorted(
      (a, b) => compareText(a.at.path, b.at.path) || a.at.line - b.at.line || a.at.column - b.at.column,
    );
}

function tomlTargets(file: TomlFile): Mention[] {
  const mentions: Mention[] = [];
  const target = stringAt(file.values, 'build', 'target') ?? stringAt(file.values, 'build', 'default-target');
  if (target !== undefined && IS_MUSL.test(target)) {
    const key = stringAt(file.values, 'build', 'target') === undefined ? 'default-target' : 'target';
    mentions.push({
      value: target,
      at: { path: file.path, ...(locateKey(file, 'build', key)?.pair ?? START) },
    });
  }
  for (const keys of [
    ['build', 'target'],
    ['toolchain', 'targets'],
    ['dist', 'targets'],
  ]) {
    mentions.push(...listed(file, keys));
  }
  for (const triple of Object.keys(tableAt(file.values, 'target') ?? {})) {
    if (!IS_MUSL.test(triple) && !/target_env\s*=\s*"musl"/u.test(triple)) continue;
    const place = locateTable(file, 'target', triple)?.header ?? locateKey(file, 'target', triple)?.pair;
    mentions.push({ value: triple, at: { path: file.path, ...(place ?? START) } });
  }
  return mentions;
}

function listed(file: TomlFile, keys: readonly string[]): Mention[] {
  const values = stringsAt(file.values, ...keys) ?? [];
  return values.flatMap((value, index) => {
    if (!IS_MUSL.test(value)) return [];
    const place = locateKey(file, ...keys, String(index))?.value ?? START;
    return [{ value, at: { path: file.path, ...place } }];
  });
}
