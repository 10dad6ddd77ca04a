/** Workspaces and files found become the files in scope: production code, or everything on request. */
import { directoryOf } from './manifest.js';
import { isInside } from './paths.js';
import type { Package, Target, Workspace } from './project.js';
import { stringAt } from './toml.js';
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

/** A word of a directory's name that says whom the package serves: `common/test-util`, `app_test_db`, `rpc-e2e`. */
const DEVELOPMENT_WORD = /(?:^|[-_])(?:tests?|testing|testkit|e2e)(?:[-_]|$)|[-_](?:benches|fuzz)$/u;

/** Files and folders of a package that are there for tests, though no `cfg` says so. */
const TEST_FILE =
  /(?:^|\/)(?:tests?_(?:harness|support|utils?|helpers?|suite|fixtures?)|testutils?|testkit)(?:\.rs$|\/)/u;
/** In a library; among a program's files they may well be one of its commands. */
const TEST_MODULE = /(?:^|\/)(?:test|testing)(?:\.rs$|\/)/u;

/** What only tests call. */
const TEST_CRATES = new Set(
  `assert_cmd insta mockall mockito pretty_assertions proptest quickcheck rstest serial_test test-case test-log
   testcontainers tokio-test tower-test trybuild wiremock`.split(/\s+/),
);

/** The package is not part of the product by its place: a test fixture, an example, a fuzz target, vendored. */
export function isAuxiliaryPackage(manifest: string): boolean {
  return directoryOf(manifest)
    .split('/')
    .some((part) => AUXILIARY.has(part) || VENDORED.has(part) || DEVELOPMENT_WORD.test(part));
}

/** `rust` is sorted by path, and so is what comes back. Two links to one file count once. */
export function chooseSources(
  workspaces: readonly Workspace[],
  rust: readonly FoundFile[],
  allTargets: boolean,
): FoundFile[] {
  const packages = workspaces.flatMap((workspace) => workspace.packages);
  const needed = new Set(packages.flatMap((pkg) => neededBy(pkg)));
  const tested = new Set(packages.flatMap((pkg) => namesOf(pkg, true)));
  const support = new Set(
    packages.filter(({ manifest }) => isAuxiliaryPackage(manifest)).map(({ name }) => name),
  );
  const owners = new Map(
    packages.map((pkg) => [
      pkg.dir,
      scopeOf(pkg, allTargets, !needed.has(pkg.name) && isHarness(pkg, tested, support)),
    ]),
  );
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

/** What the package needs to be built, tests aside. */
function neededBy(pkg: Package): string[] {
  return namesOf(pkg, false);
}

function namesOf(pkg: Package, dev: boolean): string[] {
  return pkg.dependencies
    .filter(({ kind }) => (kind === 'dev') === dev)
    .map((dependency) => dependency.package);
}

/** What a package of tests says of itself. */
const TESTS = /\b(?:integration|end[- ]to[- ]end|e2e|acceptance|conformance) tests?\b/i;

/**
 * A library whose own code, and not only its tests, is made of what only tests call.
 * @param tested Packages that the tests of others need.
 * @param support Packages of the workspace that serve development.
 */
function isHarness(pkg: Package, tested: ReadonlySet<string>, support: ReadonlySet<string>): boolean {
  if (pkg.targets.some(({ kind }) => kind === 'bin')) return false;
  const own = pkg.dependencies.filter(({ kind, optional }) => kind === 'normal' && !optional);
  if (own.some((dependency) => support.has(dependency.package))) return true;
  const isForTests =
    tested.has(pkg.name) ||
    pkg.targets.some(({ kind }) => kind === 'test') ||
    TESTS.test(stringAt(pkg.manifestFile?.values, 'package', 'description') ?? '');
  return isForTests && own.some((dependency) => TEST_CRATES.has(dependency.package));
}

/** @param harness The package is there for tests, and no other needs it. */
function scopeOf(pkg: Package, allTargets: boolean, harness: boolean): Scope {
  if (pkg.manifest === '') {
    const loose = new Set(pkg.targets.map((target) => target.path));
    return (at) => loose.has(at);
  }
  if (allTargets) return () => true;
  if (harness || !isProductionPackage(pkg)) return () => false;
  const production = pkg.targets.filter(isProduction);
  const directories = production.map((target) => directoryOf(target.path));
  const others = new Set(pkg.targets.filter((target) => !isProduction(target)).map((target) => target.path));
  const roots = new Set(production.map((target) => target.path));
  // Cargo's own, and the modules beside the root of another: `src/tests/mod.rs` of a test target.
  const aside = [
    ...['tests', 'benches', 'examples'].map((name) => (pkg.dir === '' ? name : `${pkg.dir}/${name}`)),
    ...[...others].map(directoryOf).filter((dir) => ![...roots].some((root) => isInside(root, dir))),
  ];
  const isLibrary = production.every(({ kind }) => kind === 'lib');
  const isTest = (at: string) => {
    const inside = pkg.dir === '' ? at : at.slice(pkg.dir.length + 1);
    return TEST_FILE.test(inside) || (isLibrary && TEST_MODULE.test(inside));
  };
  return (at) =>
    roots.has(at) ||
    (!others.has(at) &&
      !isTest(at) &&
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
