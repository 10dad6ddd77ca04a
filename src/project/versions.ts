/** The version of a dependency that a build uses: from Cargo.lock, else from what the manifest asks for. */
import semver from 'semver';
import type { LockedPackage, Package, Workspace } from './project.js';

export interface KnownVersion {
  readonly version: string;
  /** `lock` is what is built; `requirement` is the lowest version that the manifest accepts. */
  readonly from: 'lock' | 'requirement';
}

/** `crate` as registries write it. Null when neither file says a version. */
export function versionOf(workspace: Workspace, pkg: Package, crate: string): KnownVersion | null {
  const dependency = pkg.dependencies.find((candidate) => candidate.package === crate);
  const requirement = dependency?.requirement ?? null;
  const locked = newest(
    workspace.lock.filter(({ name, version }) => name === crate && accepts(requirement, version)),
  );
  if (locked) return { version: locked.version, from: 'lock' };
  const lowest = requirement === null ? null : lowestOf(requirement);
  return lowest === null ? null : { version: lowest, from: 'requirement' };
}

/** Cargo's rule: versions with the same leftmost non-zero number are compatible. */
export function compatibilityOf(version: string): string {
  const parsed = semver.parse(version);
  if (!parsed) return version;
  if (parsed.major > 0) return String(parsed.major);
  return parsed.minor > 0 ? `0.${parsed.minor}` : `0.0.${parsed.patch}`;
}

/** Negative when `a` is older. What is not a version sorts as text. */
export function compareVersions(a: string, b: string): number {
  return semver.valid(a) && semver.valid(b) ? semver.compare(a, b) : a < b ? -1 : a > b ? 1 : 0;
}

function accepts(requirement: string | null, version: string): boolean {
  if (requirement === null) return true;
  const range = toRange(requirement);
  return range === null || semver.satisfies(version, range, { includePrerelease: true });
}

function lowestOf(requirement: string): string | null {
  const range = toRange(requirement);
  return range === null || requirement.trim() === '*' ? null : (semver.minVersion(range)?.version ?? null);
}

/** Cargo separates with commas and reads a bare version as a caret. */
function toRange(requirement: string): string | null {
  const range = requirement
    .split(',')
    .map((part) => part.trim())
    .map((part) => (/^\d/u.test(part) && !part.includes('*') ? `^${part}` : part))
    .join(' ');
  return semver.validRange(range);
}

function newest(packages: readonly LockedPackage[]): LockedPackage | undefined {
  return packages.toSorted((a, b) => compareVersions(b.version, a.version))[0];
}
