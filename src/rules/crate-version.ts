/** Which version of a dependency the code of a file is built with. */
import semver from 'semver';
import type { Package, Project, Workspace } from '../project/project.js';
import { versionOf } from '../project/versions.js';

export interface UsedVersion {
  /** As in Cargo.lock; null without one. */
  readonly locked: string | null;
  /** As in the manifest; null when it names none. */
  readonly requirement: string | null;
}

/** The version of `crate`, as registries write it, for the package that holds `file`; null when it uses none. */
export function usedVersion(project: Project, file: string, crate: string): UsedVersion | null {
  const home = packageOf(project, file);
  if (home === null) return null;
  const { workspace, pkg } = home;
  const known = versionOf(workspace, pkg, crate);
  const requirement = pkg.dependencies.find((one) => one.package === crate)?.requirement ?? null;
  if (known === null && requirement === null) return null;
  return { locked: known?.from === 'lock' ? known.version : null, requirement };
}

/**
 * Does the version used satisfy `range`, in semver's words (`>=0.8.0`)? Without a lock file the newest version that
 * the requirement takes decides, since that is what a build takes. Null when nothing is known.
 */
export function satisfies(used: UsedVersion | null, range: string): boolean | null {
  if (used === null) return null;
  if (used.locked !== null) return semver.satisfies(used.locked, range, { includePrerelease: true });
  if (used.requirement === null) return null;
  const taken = semver.validRange(used.requirement.replace(/(^|,\s*)(?=\d)/g, '$1^').replace(/,/g, ' '));
  return taken === null || taken === '*'
    ? null
    : semver.intersects(taken, range, { includePrerelease: true });
}

function packageOf(project: Project, file: string): { workspace: Workspace; pkg: Package } | null {
  let best: { workspace: Workspace; pkg: Package } | null = null;
  for (const workspace of project.workspaces) {
    for (const pkg of workspace.packages) {
      const inside = pkg.dir === '' || file.startsWith(`${pkg.dir}/`);
      if (inside && (best === null || pkg.dir.length > best.pkg.dir.length)) best = { workspace, pkg };
    }
  }
  return best;
}
