/** One parsed Cargo.toml becomes a package as Cargo reads it: inheritance, targets, dependencies, features. */
import path from 'node:path';
import { slashed } from './paths.js';
import type { Dependency, Edition, Package, Target, TargetKind } from './project.js';
import {
  booleanAt,
  isTable,
  stringAt,
  stringsAt,
  type TomlFile,
  type TomlTable,
  type TomlValue,
  tableAt,
  tomlAt,
} from './toml.js';

/** Says whether a root-relative file exists among the files that the walk found. */
export type HasFile = (at: string) => boolean;
/** Names directly inside a root-relative directory that hold Rust: files with `.rs`, directories with `main.rs`. */
export type RustEntries = (directory: string) => readonly string[];

export interface Layout {
  readonly hasFile: HasFile;
  readonly entries: RustEntries;
}

/** `root` is the manifest whose `[workspace.package]` and `[workspace.dependencies]` are inherited. */
export function readPackage(manifest: TomlFile, root: TomlFile | null, layout: Layout): Package {
  const dir = directoryOf(manifest.path);
  const pkg = tableAt(manifest.values, 'package') ?? tableAt(manifest.values, 'project') ?? {};
  const inherited = tableAt(root?.values, 'workspace', 'package');
  const field = (key: string): TomlValue | undefined =>
    isInherited(pkg[key]) ? tomlAt(inherited, key) : pkg[key];
  const text = (key: string): string | null => {
    const value = field(key);
    return typeof value === 'string' ? value : null;
  };
  const name = text('name') ?? path.posix.basename(dir);
  const edition = editionOf(text('edition'));
  return {
    name,
    version: text('version'),
    manifest: manifest.path,
    manifestFile: manifest,
    dir,
    edition,
    rustVersion: text('rust-version'),
    targets: readTargets(manifest.values, { name, dir, edition, layout }),
    dependencies: readDependencies(manifest.values, { dir, root }),
    features: readFeatures(manifest.values),
  };
}

/** `''` for the root itself, without a trailing slash otherwise. */
export function directoryOf(at: string): string {
  const directory = path.posix.dirname(at);
  return directory === '.' ? '' : directory;
}

function editionOf(text: string | null): Edition {
  // Cargo takes 2015 where nothing is said.
  return text === '2018' || text === '2021' || text === '2024' ? text : '2015';
}

function isInherited(value: TomlValue | undefined): boolean {
  return isTable(value) && value.workspace === true;
}

function readFeatures(values: TomlTable): Record<string, readonly string[]> {
  const features: Record<string, readonly string[]> = {};
  for (const name of Object.keys(tableAt(values, 'features') ?? {})) {
    features[name] = stringsAt(values, 'features', name) ?? [];
  }
  return features;
}

interface DependencyContext {
  readonly dir: string;
  readonly root: TomlFile | null;
}

const DEPENDENCY_TABLES = [
  ['dependencies', 'normal'],
  ['dev-dependencies', 'dev'],
  ['dev_dependencies', 'dev'],
  ['build-dependencies', 'build'],
  ['build_dependencies', 'build'],
] as const;

function readDependencies(values: TomlTable, context: DependencyContext): Dependency[] {
  const dependencies: Dependency[] = [];
  const readFrom = (tables: TomlTable, prefix: readonly string[]): void => {
    for (const [table, kind] of DEPENDENCY_TABLES) {
      for (const [key, value] of Object.entries(tableAt(tables, table) ?? {})) {
        if (value !== undefined) {
          dependencies.push(readDependency(key, value, kind, [...prefix, table, key], context));
        }
      }
    }
  };
  readFrom(values, []);
  for (const [target, tables] of Object.entries(tableAt(values, 'target') ?? {})) {
    if (isTable(tables)) readFrom(tables, ['target', target]);
  }
  return dependencies;
}

function readDependency(
  key: string,
  written: TomlValue,
  kind: Dependency['kind'],
  keys: readonly string[],
  { dir, root }: DependencyContext,
): Dependency {
  const own = asTable(written);
  const inherits = own.workspace === true;
  const shared = inherits ? asTable(tomlAt(root?.values, 'workspace', 'dependencies', key) ?? {}) : {};
  const source = inherits ? shared : own;
  const location = stringAt(source, 'path');
  const base = inherits && root ? directoryOf(root.path) : dir;
  return {
    crate: key.replaceAll('-', '_'),
    package: stringAt(source, 'package') ?? key,
    kind,
    path: location === undefined ? null : joinInside(base, location),
    requirement: stringAt(source, 'version') ?? null,
    features: [...(stringsAt(shared, 'features') ?? []), ...(stringsAt(own, 'features') ?? [])],
    defaultFeatures: defaultFeaturesOf(own, shared, inherits),
    optional: booleanAt(own, 'optional') ?? false,
    keys,
  };
}

/** A member's `default-features = true` switches them on again; its `false` only counts where the workspace agrees. */
function defaultFeaturesOf(own: TomlTable, shared: TomlTable, inherits: boolean): boolean {
  const read = (table: TomlTable): boolean | undefined =>
    booleanAt(table, 'default-features') ?? booleanAt(table, 'default_features');
  if (!inherits) return read(own) ?? true;
  return read(own) === true ? true : (read(shared) ?? true);
}

function asTable(value: TomlValue): TomlTable {
  if (typeof value === 'string') return { version: value };
  return isTable(value) ? value : {};
}

/** Null when the path leads out of the root. */
function joinInside(base: string, relative: string): string | null {
  const joined = path.posix.normalize(path.posix.join(base, slashed(relative))).replace(/\/$/u, '');
  if (joined === '..' || joined.startsWith('../') || joined.startsWith('/')) return null;
  return joined === '.' ? '' : joined;
}

interface TargetContext {
  readonly name: string;
  readonly dir: string;
  readonly edition: Edition;
  readonly layout: Layout;
}

function readTargets(values: TomlTable, context: TargetContext): Target[] {
  const pkg = tableAt(values, 'package') ?? {};
  const targets: Target[] = [];
  const lib = readLib(values, context);
  if (lib) targets.push(lib);
  targets.push(...readKind(values, 'bin', context, lib !== null));
  for (const kind of ['example', 'test', 'bench'] as const) {
    targets.push(...readKind(values, kind, context, lib !== null));
  }
  const build = pkg.build;
  const scripts = Array.isArray(build) ? build : [build ?? 'build.rs'];
  for (const script of scripts) {
    if (typeof script !== 'string') continue;
    const at = within(context.dir, script);
    if (at !== null && context.layout.hasFile(at)) {
      targets.push(target('build-script', 'build_script_build', at, context.edition, {}));
    }
  }
  return targets;
}

function readLib(values: TomlTable, context: TargetContext): Target | null {
  const table = tableAt(values, 'lib') ?? tableAt(values, 'library');
  const at = within(context.dir, stringAt(table, 'path') ?? 'src/lib.rs');
  if (at === null || !context.layout.hasFile(at)) return null;
  if (table === undefined && booleanAt(values, 'package', 'autolib') === false) return null;
  return target('lib', stringAt(table, 'name') ?? context.name, at, context.edition, table ?? {});
}

const FOLDERS = { bin: 'src/bin', example: 'examples', test: 'tests', bench: 'benches' } as const;
type Listed = keyof typeof FOLDERS;

function readKind(values: TomlTable, kind: Listed, context: TargetContext, hasLib: boolean): Target[] {
  const written = tomlAt(values, kind);
  const tables = Array.isArray(written) ? written.filter(isTable) : [];
  const inferred = inferTargets(kind, context);
  const found = new Map<string, Target>();
  const taken = new Set<string>();
  for (const table of tables) {
    const name = stringAt(table, 'name') ?? context.name;
    const given = stringAt(table, 'path');
    const at = given === undefined ? inferred.get(name) : within(context.dir, given);
    // In edition 2015, `src/<name>.rs` is a last resort for programs.
    const legacy = kind === 'bin' && !hasLib ? within(context.dir, `src/${name}.rs`) : null;
    const place = at ?? (legacy !== null && context.layout.hasFile(legacy) ? legacy : null);
    if (place === null || !context.layout.hasFile(place)) continue;
    found.set(name, target(kind, name, place, editionOf2(table, context), table));
    taken.add(place);
  }
  const discovers = booleanAt(values, 'package', `auto${kind === 'bench' ? 'benches' : `${kind}s`}`);
  if (discovers ?? (context.edition !== '2015' || tables.length === 0)) {
    for (const [name, at] of inferred) {
      if (!found.has(name) && !taken.has(at)) found.set(name, target(kind, name, at, context.edition, {}));
    }
  }
  return [...found.values()];
}

function editionOf2(table: TomlTable, context: TargetContext): Edition {
  const own = stringAt(table, 'edition');
  return own === undefined ? context.edition : editionOf(own);
}

/** Targets by name that Cargo finds without being told. */
function inferTargets(kind: Listed, context: TargetContext): Map<string, string> {
  const found = new Map<string, string>();
  const main = join(context.dir, 'src/main.rs');
  if (kind === 'bin' && context.layout.hasFile(main)) found.set(context.name, main);
  const folder = join(context.dir, FOLDERS[kind]);
  for (const entry of context.layout.entries(folder)) {
    if (entry.endsWith('.rs')) found.set(entry.slice(0, -3), `${folder}/${entry}`);
    else found.set(entry, `${folder}/${entry}/main.rs`);
  }
  return found;
}

function target(kind: TargetKind, name: string, at: string, edition: Edition, table: TomlTable): Target {
  const procMacro =
    kind === 'lib' && (booleanAt(table, 'proc-macro') ?? booleanAt(table, 'proc_macro') ?? false);
  const types = stringsAt(table, 'crate-type') ?? stringsAt(table, 'crate_type');
  return {
    kind,
    name,
    crate: name.replaceAll('-', '_'),
    path: at,
    edition,
    procMacro: procMacro || (types?.includes('proc-macro') ?? false),
    crateTypes: types ?? (kind === 'lib' ? ['lib'] : ['bin']),
  };
}

function within(dir: string, relative: string): string | null {
  return joinInside(dir, relative);
}

function join(dir: string, relative: string): string {
  return dir === '' ? relative : `${dir}/${relative}`;
}
