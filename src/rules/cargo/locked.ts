/** Cargo.lock entries become places for findings. */
import type { Location } from '../../findings/finding.js';
import { shippedPackages } from '../../project/lock.js';
import type { LockedPackage, Workspace } from '../../project/project.js';
import { isProductionPackage } from '../../project/scope.js';
import { isProduct } from './subject.js';

/** A locked package that is part of the product. */
export interface ShippedPackage {
  readonly locked: LockedPackage;
  readonly at: Location;
}

/** Packages of the lock file that reach a program of the workspace, in file order. */
export function shippedFrom(workspace: Workspace): ShippedPackage[] {
  const { lockFile, lock, packages } = workspace;
  if (lockFile === null) return [];
  const production = packages.filter(isProductionPackage);
  const programs = production.filter((pkg) => pkg.targets.some(isProduct));
  const { command } = workspace.shipping;
  const request = { features: command?.features ?? [], allFeatures: command?.allFeatures ?? false };
  const shipped = shippedPackages(packages, programs.length > 0 ? programs : production, lock, request);
  // A member may bear a library's name.
  const own = new Set(packages.map((pkg) => pkg.name));
  return lock
    .filter((locked) => shipped.has(locked) && (locked.source !== null || !own.has(locked.name)))
    .map((locked) => ({ locked, at: { path: lockFile, ...locked.span } }));
}

/** A library's lock file only decides its own tests. */
export function confidenceOfLock(workspace: Workspace): 'high' | 'low' {
  const builds = workspace.packages.some((pkg) => isProductionPackage(pkg) && pkg.targets.some(isProduct));
  return builds && !workspace.shipping.isAside ? 'high' : 'low';
}
