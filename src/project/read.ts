/** The audited path becomes a Project: workspaces as Cargo sees them and the Rust files in scope. */
import { readFileSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { compareText, type Note } from '../findings/finding.js';
import { configReader } from './config.js';
import { readLock } from './lock.js';
import { directoryOf, type Layout } from './manifest.js';
import { isInside, slashed } from './paths.js';
import {
  type Package,
  type Project,
  ProjectError,
  type SourceFile,
  type Target,
  type Workspace,
} from './project.js';
import { chooseSources, isAuxiliaryPackage } from './scope.js';
import { detectShipping, type Shipping } from './shipping/detect.js';
import { readBuildFiles, readTaskEnvironment } from './shipping/read.js';
import { isTable, parseToml, type TomlFile, TomlSyntaxError } from './toml.js';
import { type FoundFile, repositoryRoot, type Walked, walk } from './walk.js';
import { resolveWorkspaces, type WorkspaceMembers } from './workspaces.js';

export interface ProjectRequest {
  /** A workspace, a package, a directory of .rs files, or one .rs file. */
  readonly root: string;
  /** Globs relative to the root. */
  readonly exclude: readonly string[];
  /** Take in tests, benches, examples, build scripts, proc-macro crates, fuzz targets and xtasks too. */
  readonly allTargets: boolean;
}

/** Runs nothing; reads below the root, and configuration up to the repository's root. @throws {ProjectError} */
export async function readProject(request: ProjectRequest): Promise<Project> {
  const { root, stat } = openRoot(request.root);
  if (stat.isFile()) return readSingleFile(root, stat);
  const found = walk(root, request.exclude);
  const notes: Note[] = [...found.notes];
  const manifests = readManifests(root, found, request.allTargets, notes);
  const workspaces = await readWorkspaces(root, manifests, found, request.allTargets, notes);
  const chosen = chooseSources(workspaces, found.rust, request.allTargets);
  if (found.rust.length === 0) {
    throw new ProjectError(
      `\`${request.root}\` holds no Rust to audit: no .rs file is below it that .gitignore or \`exclude\` leaves in; ` +
        'give the path of a workspace, a package, a directory of .rs files or one .rs file',
    );
  }
  if (chosen.length === 0) {
    notes.push({
      kind: 'info',
      message:
        'no production code here: only tests, benches, examples, build scripts or procedural macros; `--all-targets` takes them in',
    });
  }
  return {
    root,
    workspaces,
    sources: withSizes(root, chosen, notes),
    notes: notes.toSorted(
      (a, b) => compareText(a.path ?? '', b.path ?? '') || compareText(a.message, b.message),
    ),
  };
}

function openRoot(given: string): { root: string; stat: Stats } {
  try {
    const root = realpathSync(path.resolve(given));
    const stat = statSync(root);
    if (stat.isFile() && path.basename(root) === 'Cargo.toml') {
      return { root: path.dirname(root), stat: statSync(path.dirname(root)) };
    }
    if (stat.isFile() && !root.endsWith('.rs')) {
      throw new ProjectError(`\`${given}\` is not Rust: give a directory, a Cargo.toml or a .rs file`);
    }
    if (!stat.isFile() && !stat.isDirectory()) {
      throw new ProjectError(`\`${given}\` is neither a file nor a directory`);
    }
    return { root, stat };
  } catch (error) {
    if (error instanceof ProjectError) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new ProjectError(`\`${given}\` does not exist; check the path`, { cause: error });
    }
    if (code === 'ELOOP')
      throw new ProjectError(`\`${given}\` is a loop of symbolic links`, { cause: error });
    if (code === 'EACCES' || code === 'EPERM') {
      throw new ProjectError(`\`${given}\` cannot be read: permission denied`, { cause: error });
    }
    throw error;
  }
}

function readSingleFile(file: string, stat: Stats): Project {
  const name = path.basename(file);
  return {
    root: path.dirname(file),
    workspaces: [looseWorkspace([{ path: name, real: null }])],
    sources: [{ path: name, file, size: stat.size }],
    notes: [],
  };
}

const NOT_SHIPPED: Shipping = {
  profile: 'release',
  because: 'there is no manifest',
  command: null,
  environment: new Map(),
  publishing: [],
  builds: [],
  muslTargets: [],
  targetCpus: [],
  clippy: [],
  pgo: [],
  hasCi: false,
  isAside: false,
};

interface Manifests {
  readonly parsed: ReadonlyMap<string, TomlFile>;
  /** Paths of manifests with a syntax error. */
  readonly broken: readonly string[];
}

function readManifests(root: string, found: Walked, allTargets: boolean, notes: Note[]): Manifests {
  const parsed = new Map<string, TomlFile>();
  const broken: string[] = [];
  for (const at of found.manifests) {
    try {
      parsed.set(at, parseToml(at, readFileSync(path.join(root, at), 'utf8')));
    } catch (error) {
      // Test suites keep broken manifests on purpose.
      if (!allTargets && isAuxiliaryPackage(at)) continue;
      broken.push(at);
      notes.push({ path: at, kind: 'incomplete', message: manifestFailure(error) });
    }
  }
  return { parsed, broken };
}

function manifestFailure(error: unknown): string {
  if (error instanceof TomlSyntaxError) {
    return `configuration not audited: line ${error.line}, column ${error.column}: ${error.message}`;
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
  if (code === undefined) throw error;
  return `configuration not audited: cannot be read (${code})`;
}

async function readWorkspaces(
  root: string,
  manifests: Manifests,
  found: Walked,
  allTargets: boolean,
  notes: Note[],
): Promise<Workspace[]> {
  const layout = layoutOf(found.rust);
  // A broken manifest still marks a package: its files are audited with what Cargo would infer.
  const all = new Map(manifests.parsed);
  for (const at of manifests.broken) all.set(at, inferredPackage(at));
  for (const [at, file] of manifests.parsed) {
    const { values } = file;
    if (isTable(values.package) || isTable(values.project) || isTable(values.workspace)) continue;
    all.set(at, { ...file, values: { ...values, ...inferredPackage(at).values } });
    if (allTargets || !isAuxiliaryPackage(at)) {
      const message =
        'neither `[package]` nor `[workspace]` is in it; read as a package with what Cargo would infer';
      notes.push({ path: at, kind: 'info', message });
    }
  }
  const members = resolveWorkspaces(all, layout).filter(
    (workspace) => allTargets || !isAuxiliaryPackage(workspace.root.path),
  );
  const workspaces = await withShipping(root, members, new Set(manifests.broken), found, notes);
  const loose = looseFiles(all, found.rust);
  if (loose.length > 0 || workspaces.length === 0) workspaces.push(looseWorkspace(loose));
  return workspaces;
}

function inferredPackage(at: string): TomlFile {
  return { path: at, text: '', values: { package: { edition: '2021' } } };
}

async function withShipping(
  root: string,
  members: readonly WorkspaceMembers[],
  broken: ReadonlySet<string>,
  found: Walked,
  notes: Note[],
): Promise<Workspace[]> {
  const repository = repositoryRoot(root);
  const config = configReader(root, repository ?? root);
  const build = await readBuildFiles(root, repository, found.build, isAuxiliaryPackage);
  const taskEnvironment = readTaskEnvironment(
    root,
    found.rust.map(({ path: at }) => at),
  );
  const parts = members.map((workspace) => ({
    ...basicWorkspace(root, workspace, broken, found),
    config: config.filesFor(directoryOf(workspace.root.path)),
    toolFiles: build.tools.filter((tool) => isToolOf(tool.path, directoryOf(workspace.root.path))),
  }));
  const shipping = detectShipping(
    parts.map((part) => ({ ...part, taskEnvironment })),
    build.read,
  );
  notes.push(...config.notes);
  return parts.map((part, index) => ({ ...part, shipping: shipping[index] ?? NOT_SHIPPED }));
}

/** Tools look in the workspace's directory, then upwards. */
function isToolOf(tool: string, dir: string): boolean {
  const at = directoryOf(tool);
  return at.startsWith('..') || isInside(dir, at);
}

function basicWorkspace(
  root: string,
  { root: manifest, packages, defaultMembers }: WorkspaceMembers,
  broken: ReadonlySet<string>,
  found: Walked,
): Omit<Workspace, 'config' | 'toolFiles' | 'shipping'> {
  const dir = directoryOf(manifest.path);
  const lockFile = dir === '' ? 'Cargo.lock' : `${dir}/Cargo.lock`;
  const hasLock = found.build.includes(lockFile);
  return {
    dir,
    manifest: manifest.path,
    manifestFile: broken.has(manifest.path) ? null : manifest,
    packages: packages.map((pkg) => (broken.has(pkg.manifest) ? { ...pkg, manifestFile: null } : pkg)),
    defaultMembers,
    lock: hasLock ? readLock(readFileSync(path.join(root, lockFile), 'utf8')) : [],
    lockFile: hasLock ? lockFile : null,
  };
}

/** Each file without a package is its own crate. */
function looseWorkspace(files: readonly FoundFile[]): Workspace {
  const targets = files.map(
    ({ path: at }): Target => ({
      kind: path.posix.basename(at) === 'main.rs' ? 'bin' : 'lib',
      name: path.posix.basename(at, '.rs'),
      crate: path.posix.basename(at, '.rs').replaceAll('-', '_'),
      path: at,
      edition: '2021',
      procMacro: false,
      crateTypes: ['lib'],
    }),
  );
  const pkg: Package = {
    name: '',
    version: null,
    manifest: '',
    manifestFile: null,
    dir: '',
    edition: '2021',
    rustVersion: null,
    targets,
    dependencies: [],
    features: {},
  };
  return {
    dir: '',
    manifest: '',
    manifestFile: null,
    packages: [pkg],
    defaultMembers: [],
    lock: [],
    lockFile: null,
    config: [],
    toolFiles: [],
    shipping: NOT_SHIPPED,
  };
}

/** Files that no manifest's directory holds. */
function looseFiles(manifests: ReadonlyMap<string, TomlFile>, rust: readonly FoundFile[]): FoundFile[] {
  const directories = [...manifests.keys()].map(directoryOf);
  return rust.filter((file) => file.real === null && !directories.some((dir) => isInside(file.path, dir)));
}

function layoutOf(rust: readonly FoundFile[]): Layout {
  const files = new Set<string>();
  const entries = new Map<string, string[]>();
  const add = (directory: string, name: string): void => {
    const names = entries.get(directory);
    if (names) names.push(name);
    else entries.set(directory, [name]);
  };
  for (const { path: at } of rust) {
    files.add(at);
    const directory = directoryOf(at);
    add(directory, path.posix.basename(at));
    if (path.posix.basename(at) === 'main.rs' && directory !== '') {
      add(directoryOf(directory), path.posix.basename(directory));
    }
  }
  return { hasFile: (at) => files.has(at), entries: (directory) => entries.get(directory) ?? [] };
}

function withSizes(root: string, chosen: readonly FoundFile[], notes: Note[]): SourceFile[] {
  const sources: SourceFile[] = [];
  for (const { path: at } of chosen) {
    const file = path.join(root, at);
    try {
      sources.push({ path: slashed(at), file, size: statSync(file).size });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined;
      if (code === undefined) throw error;
      notes.push({ path: at, kind: 'incomplete', message: `not audited: cannot be read (${code})` });
    }
  }
  return sources;
}
