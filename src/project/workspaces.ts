/** The manifests of a tree become workspaces with the members that `cargo metadata` would list. */
import path from 'node:path';
import picomatch from 'picomatch';
import { compareText } from '../findings/finding.js';
import { directoryOf, type Layout, readPackage } from './manifest.js';
import { isInside } from './paths.js';
import type { Package } from './project.js';
import { isTable, stringAt, stringsAt, type TomlFile, tableAt } from './toml.js';

/** A root manifest with its members. A package outside any workspace is the only member of its own. */
export interface WorkspaceMembers {
  readonly root: TomlFile;
  /** Sorted by manifest path. */
  readonly packages: readonly Package[];
  /** Manifest paths that `cargo build` in the root's directory builds. */
  readonly defaultMembers: readonly string[];
}

/** `manifests` by path. Every manifest with a `[package]` ends up in exactly one workspace. */
export function resolveWorkspaces(
  manifests: ReadonlyMap<string, TomlFile>,
  layout: Layout,
): WorkspaceMembers[] {
  const workspaces: WorkspaceMembers[] = [];
  const placed = new Set<string>();
  const packages = new Map<string, Package>();
  const roots = [...manifests.values()].filter((file) => isTable(file.values.workspace));

  const load = (file: TomlFile, root: TomlFile | null): Package => {
    const known = packages.get(file.path);
    if (known) return known;
    const loaded = readPackage(file, root, layout);
    packages.set(file.path, loaded);
    return loaded;
  };

  for (const root of roots.toSorted((a, b) => compareText(a.path, b.path))) {
    const members = membersOf(root, manifests, load);
    for (const member of members) placed.add(member.manifest);
    workspaces.push({
      root,
      packages: members.toSorted((a, b) => compareText(a.manifest, b.manifest)),
      defaultMembers: defaultMembersOf(root, members),
    });
  }
  for (const file of manifests.values()) {
    if (placed.has(file.path) || !isPackage(file)) continue;
    const root = findRoot(file, manifests);
    workspaces.push({
      root: file,
      packages: [load(file, root ?? null)],
      defaultMembers: [file.path],
    });
  }
  return workspaces.toSorted((a, b) => compareText(a.root.path, b.root.path));
}

function isPackage(file: TomlFile): boolean {
  return isTable(file.values.package) || isTable(file.values.project);
}

/** Cargo's `find_members`: globs first, then path dependencies below the root, then the root package. */
function membersOf(
  root: TomlFile,
  manifests: ReadonlyMap<string, TomlFile>,
  load: (file: TomlFile, root: TomlFile) => Package,
): Package[] {
  const members = new Map<string, Package>();
  const rootDir = directoryOf(root.path);

  const add = (manifest: string, isPathDependency: boolean): void => {
    const file = manifests.get(manifest);
    if (!file || members.has(manifest) || !isPackage(file)) return;
    const outside = !isInside(directoryOf(manifest), rootDir);
    if (isPathDependency && outside && findRoot(file, manifests) !== root) return;
    if (isExcluded(root, manifest)) return;
    // A nested workspace's root keeps its own members; Cargo refuses to mix them.
    if (file !== root && isTable(file.values.workspace)) return;
    const pkg = load(file, root);
    members.set(manifest, pkg);
    for (const dependency of pkg.dependencies) {
      if (dependency.path !== null) add(manifestIn(dependency.path), true);
    }
  };

  for (const pattern of stringsAt(root.values, 'workspace', 'members') ?? []) {
    for (const manifest of expand(pattern, rootDir, manifests)) add(manifest, false);
  }
  add(root.path, false);
  return [...members.values()];
}

function defaultMembersOf(root: TomlFile, members: readonly Package[]): string[] {
  const rootDir = directoryOf(root.path);
  const patterns = stringsAt(root.values, 'workspace', 'default-members');
  const known = new Map(members.map((member) => [member.manifest, true]));
  if (patterns) {
    return patterns.flatMap((pattern) => expand(pattern, rootDir, known)).toSorted(compareText);
  }
  if (isPackage(root)) return [root.path];
  return [...known.keys()].toSorted(compareText);
}

/** Manifest paths that a member pattern names, in path order. */
function expand(pattern: string, rootDir: string, manifests: ReadonlyMap<string, unknown>): string[] {
  const full = normalise(rootDir, pattern);
  if (full === null) return [];
  const literal = manifestIn(full);
  if (manifests.has(literal)) return [literal];
  if (!/[*?[]/u.test(pattern)) return [];
  // Cargo's globs know neither braces nor extended groups, and `*` takes dot directories.
  const isMatch = picomatch(full, { dot: true, nobrace: true, noextglob: true });
  return [...manifests.keys()].filter((manifest) => isMatch(directoryOf(manifest))).toSorted(compareText);
}

/** Cargo's `is_excluded`: `exclude` by path prefix, unless the same prefix is spelled out as a member. */
function isExcluded(root: TomlFile, manifest: string): boolean {
  const rootDir = directoryOf(root.path);
  const below = (patterns: readonly string[] | undefined): boolean =>
    (patterns ?? []).some((pattern) => {
      const full = normalise(rootDir, pattern);
      return full !== null && isInside(manifest, full);
    });
  const workspace = tableAt(root.values, 'workspace');
  return below(stringsAt(workspace, 'exclude')) && !below(stringsAt(workspace, 'members'));
}

/** The workspace root that Cargo finds for a package: its pointer, else the nearest one above that does not exclude it. */
function findRoot(file: TomlFile, manifests: ReadonlyMap<string, TomlFile>): TomlFile | undefined {
  if (isTable(file.values.workspace)) return file;
  const dir = directoryOf(file.path);
  const pointer = stringAt(file.values, 'package', 'workspace');
  if (pointer !== undefined) {
    const target = normalise(dir, pointer);
    return target === null ? undefined : manifests.get(manifestIn(target));
  }
  for (let at = dir; at !== ''; ) {
    at = directoryOf(at);
    const candidate = manifests.get(manifestIn(at));
    if (candidate && isTable(candidate.values.workspace) && !isExcluded(candidate, file.path)) {
      return candidate;
    }
  }
  return undefined;
}

function normalise(base: string, relative: string): string | null {
  const joined = path.posix.join(base, relative).replace(/\/+$/u, '');
  if (joined === '..' || joined.startsWith('../')) return null;
  return joined === '.' ? '' : joined;
}

function manifestIn(directory: string): string {
  return directory === '' ? 'Cargo.toml' : `${directory}/Cargo.toml`;
}
