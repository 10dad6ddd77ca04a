/** Cargo.lock (versions 1 to 4) becomes its list of packages with the place of each block. */
import { builtDependencies, type FeatureRequest } from './features.js';
import type { LockedPackage, Package } from './project.js';

/**
 * Reads by line: the file is written by Cargo in one fixed form, and a large one takes a TOML parser with
 * positions a quarter of a second.
 */
export function readLock(text: string): LockedPackage[] {
  const lines = text.split('\n');
  const packages: LockedPackage[] = [];
  let start = -1;
  let last = -1;
  let fields: Record<string, string> = {};
  let dependencies: string[] = [];
  const finish = (): void => {
    const { name, version, source } = fields;
    if (start >= 0 && name !== undefined && version !== undefined) {
      const endColumn = (lines[last]?.trimEnd().length ?? 0) + 1;
      packages.push({
        name,
        version,
        source: source ?? null,
        dependencies,
        span: { line: start + 1, column: 1, endLine: last + 1, endColumn },
      });
    }
    start = -1;
    fields = {};
    dependencies = [];
  };
  lines.forEach((raw, index) => {
    const line = raw.trimEnd();
    if (line.startsWith('[')) {
      finish();
      if (/^\[\[package\]\]\s*(?:#|$)/u.test(line)) start = index;
    } else if (start >= 0) {
      const pair = /^(name|version|source) = "([^"]*)"/u.exec(line);
      if (pair?.[1] !== undefined && pair[2] !== undefined) fields[pair[1]] = pair[2];
      const dependency = /^ "([^"]+)",?/u.exec(line)?.[1];
      if (dependency !== undefined) dependencies.push(dependency);
    }
    if (line !== '' && start >= 0) last = index;
  });
  finish();
  return packages;
}

/**
 * The locked packages that become part of the product: reached from the programs `roots` without development
 * dependencies and without features that nobody asks for. Of other people's packages Cargo.lock names the
 * dependencies of all features, so this can hold a few that are not built.
 */
export function shippedPackages(
  packages: readonly Package[],
  roots: readonly Package[],
  lock: readonly LockedPackage[],
  request: FeatureRequest = { features: [], allFeatures: false },
): ReadonlySet<LockedPackage> {
  const byName = new Map<string, LockedPackage[]>();
  for (const locked of lock) {
    const list = byName.get(locked.name);
    if (list) list.push(locked);
    else byName.set(locked.name, [locked]);
  }
  const resolve = (dependency: string): LockedPackage | undefined => {
    // `name`, `name version` or `name version (source)`: only as long as it must be.
    const [name = '', version] = dependency.split(' ');
    const candidates = byName.get(name) ?? [];
    return version === undefined ? candidates[0] : candidates.find((locked) => locked.version === version);
  };
  const reached = new Set<LockedPackage>();
  const pending: LockedPackage[] = [];
  const reach = (locked: LockedPackage | undefined): void => {
    if (locked && !reached.has(locked)) {
      reached.add(locked);
      pending.push(locked);
    }
  };
  const built = builtDependencies(packages, roots, request);
  for (const pkg of roots) {
    reach(byName.get(pkg.name)?.find((locked) => locked.source === null));
  }
  for (let next = pending.pop(); next; next = pending.pop()) {
    const own = next.source === null ? built.get(next.name) : undefined;
    const wanted = own && new Set(own.map((dependency) => dependency.package));
    for (const dependency of next.dependencies) {
      if (!wanted || wanted.has(dependency.split(' ')[0] ?? '')) reach(resolve(dependency));
    }
  }
  // A lock file without its workspace's own entry (an excerpt, a broken one) says nothing about reach.
  return reached.size === 0 ? new Set(lock) : reached;
}
