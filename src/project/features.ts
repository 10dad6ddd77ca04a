/** Manifests and requested features become the dependencies that a build of the workspace's programs compiles. */
import type { Dependency, Package } from './project.js';

export interface FeatureRequest {
  /** As on the command line: `name`, `package/name`. */
  readonly features: readonly string[];
  readonly allFeatures: boolean;
}

/**
 * Dependencies by the name of the workspace member that has them, development left out. `roots` are built with
 * their default features and the requested ones; members they depend on with what their dependents ask for.
 */
export function builtDependencies(
  packages: readonly Package[],
  roots: readonly Package[],
  request: FeatureRequest,
): ReadonlyMap<string, readonly Dependency[]> {
  const members = new Map(packages.map((pkg) => [pkg.name, pkg]));
  const enabled = new Map<string, Set<string>>();
  const pending: (readonly [Package, string])[] = [];
  const enable = (pkg: Package, feature: string): void => {
    const features = enabled.get(pkg.name) ?? new Set<string>();
    enabled.set(pkg.name, features);
    if (features.has(feature)) return;
    features.add(feature);
    pending.push([pkg, feature]);
  };
  /** The dependency is built: a member among them brings features of its own. */
  const build = (dependency: Dependency, feature?: string): void => {
    const member = dependency.path === null ? undefined : members.get(dependency.package);
    if (!member || dependency.kind === 'dev') return;
    enable(member, '');
    if (dependency.defaultFeatures) enable(member, 'default');
    for (const name of feature === undefined ? dependency.features : [feature]) enable(member, name);
  };
  for (const root of roots) {
    enable(root, '');
    enable(root, 'default');
    for (const feature of request.features) enable(root, feature.split('/').at(-1) ?? feature);
    for (const feature of request.allFeatures ? [...Object.keys(root.features), ...optionalKeys(root)] : []) {
      enable(root, feature);
    }
  }
  for (let next = pending.pop(); next; next = pending.pop()) {
    const [pkg, feature] = next;
    for (const part of pkg.features[feature] ?? []) {
      const [name = '', inner] = part.replace(/^dep:/u, '').replace('?/', '/').split('/');
      enable(pkg, part.startsWith('dep:') ? part : name);
      const named = pkg.dependencies.filter((dependency) => keyOf(dependency) === name);
      if (inner !== undefined) for (const dependency of named) build(dependency, inner);
    }
    for (const dependency of pkg.dependencies) {
      if (isBuilt(dependency, enabled.get(pkg.name) ?? new Set())) build(dependency);
    }
  }
  return new Map(
    [...enabled].map(([name, features]) => [
      name,
      (members.get(name)?.dependencies ?? []).filter((dependency) => isBuilt(dependency, features)),
    ]),
  );
}

function isBuilt(dependency: Dependency, features: ReadonlySet<string>): boolean {
  if (dependency.kind === 'dev' || isForeign(dependency)) return false;
  const key = keyOf(dependency);
  return !dependency.optional || features.has(key) || features.has(`dep:${key}`);
}

/** Only for systems that servers seldom run on. */
function isForeign({ keys }: Dependency): boolean {
  const target = keys[0] === 'target' ? (keys[1] ?? '') : '';
  return /windows|wasm|macos|"ios"|android/u.test(target) && !/not\(|any\(|unix/u.test(target);
}

function optionalKeys(pkg: Package): string[] {
  return pkg.dependencies.filter(({ optional }) => optional).map(keyOf);
}

function keyOf({ keys }: Dependency): string {
  return keys.at(-1) ?? '';
}
