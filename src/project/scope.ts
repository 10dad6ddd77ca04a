/** Workspaces and files found become the files in scope: production code, or everything on request. */
import { directoryOf } from './manifest.js';
import { isInside } from './paths.js';
import type { Package, Target, Workspace } from './project.js';
import type { FoundFile } from './walk.js';

/** Directories whose packages serve development: Cargo's own names first, then common custom. */
const AUXILIARY = new Set([
  'tests',
  'test',
  'benches',
  'examples',
  'fuzz',
  'xtask',
  'test-data',
  'test_data',
  'testdata',
  'fixtures',
  'example',
  'bench',
  'benchmarks',
]);

const VENDORED = new Set(['vendor', 'vendored', 'third_party', 'third-party', 'thirdparty']);

/** The package is not part of the product by its place: a test fixture, an example, a fuzz target, vendored. */
export function isAuxiliaryPackage(manifest: string): boolean {
  return directoryOf(manifest)
    .split('/')
    .some(
      (part) => AUXILIARY.has(part) || VENDORED.has(part) || /^tests?-|-(?:tests?|benches|fuzz)$/u.test(part),
    );
}

/** `rust` is sorted by path, and so is what comes back. Two links to one file count once. */
export function chooseSources(
  workspaces: readonly Workspace[],
  rust: readonly FoundFile[],
  allTargets: boolean,
): FoundFile[] {
  const packages = workspaces.flatMap((workspace) => workspace.packages);
  const owners = new Map(packages.map((pkg) => [pkg.dir, scopeOf(pkg, allTargets)]));
  const chosen = rust.filter((file) => ownerOf(file.path, owners)?.(file.path) ?? false);
  const real = new Set(chosen.filter((file) => file.real === null).map((file) => file.path));
  return chosen.filter((file) => {
    if (file.real === null) return true;
    if (real.has(file.real)) return false;
    real.add(file.real);
    return true;
  });
}

type Scope = (at: string) => boolean;

/** The innermost package directory at or above a file. */
function ownerOf(at: string, owners: ReadonlyMap<string, Scope>): Scope | undefined {
  for (let directory = directoryOf(at); ; directory = directoryOf(directory)) {
    const owner = owners.get(directory);
    if (owner) return owner;
    if (directory === '') return undefined;
  }
}

function scopeOf(pkg: Package, allTargets: boolean): Scope {
  if (pkg.manifest === '') {
    const loose = new Set(pkg.targets.map((target) => target.path));
    return (at) => loose.has(at);
  }
  if (allTargets) return () => true;
  if (!isProductionPackage(pkg)) return () => false;
  const production = pkg.targets.filter(isProduction);
  const directories = production.map((target) => directoryOf(target.path));
  const others = new Set(pkg.targets.filter((target) => !isProduction(target)).map((target) => target.path));
  const aside = ['tests', 'benches', 'examples'].map((name) =>
    pkg.dir === '' ? name : `${pkg.dir}/${name}`,
  );
  const roots = new Set(production.map((target) => target.path));
  return (at) =>
    roots.has(at) ||
    (!others.has(at) &&
      !aside.some((directory) => isInside(at, directory)) &&
      directories.some((directory) => isInside(at, directory)));
}

function isProduction(target: Target): boolean {
  return (target.kind === 'lib' || target.kind === 'bin') && !target.procMacro;
}

/** The package ships: it is no test, example, benchmark, fuzz target, vendored copy or development task. */
export function isProductionPackage(pkg: Package): boolean {
  return !isAuxiliaryPackage(pkg.manifest) && !isFuzz(pkg);
}

function isFuzz(pkg: Package): boolean {
  return (
    pkg.name === 'xtask' || pkg.dependencies.some((dependency) => dependency.package === 'libfuzzer-sys')
  );
}
