/** Which file is which module of which crate: the module tree from Cargo's targets and `mod` declarations. */
import { compareText } from '../findings/finding.js';
import type { Edition, Package, Project, Target } from '../project/project.js';
import type { FileSummary, ModuleSummary } from '../summaries/summary.js';

export interface FileHome {
  /** Absolute path of the file's own module: `my_crate::net::tcp`. Binaries are `name#bin`. */
  readonly module: string;
  /** Its crate's root. */
  readonly crate: string;
  readonly package: Package | null;
  readonly target: Target | null;
  readonly edition: Edition;
}

export interface ModuleTree {
  readonly homes: ReadonlyMap<string, FileHome>;
  /** Modules by absolute path. */
  readonly modules: ReadonlyMap<string, { readonly file: string; readonly summary: ModuleSummary }>;
  /** Library crates by the name that dependents use. */
  readonly libraries: ReadonlySet<string>;
  /** Files that only test code declares: below `#[cfg(test)] mod tests;`. */
  readonly tests: ReadonlySet<string>;
}

export function buildModules(project: Project, files: ReadonlyMap<string, FileSummary>): ModuleTree {
  const homes = new Map<string, FileHome>();
  const modules = new Map<string, { file: string; summary: ModuleSummary }>();
  const libraries = new Set<string>();
  const tests = new Set<string>();

  const adopt = (file: string, home: FileHome, test = false): void => {
    const summary = files.get(file);
    if (summary === undefined || homes.has(file)) return;
    homes.set(file, home);
    if (test) tests.add(file);
    const isRoot = home.module === home.crate;
    const name = file.slice(file.lastIndexOf('/') + 1);
    const folder = file.slice(0, Math.max(0, file.lastIndexOf('/')));
    const own = isRoot || name === 'mod.rs' ? folder : join(folder, name.replace(/\.rs$/, ''));
    for (const module of summary.modules) {
      const absolute =
        module.path === 'self' ? home.module : `${home.module}${module.path.slice('self'.length)}`;
      if (!modules.has(absolute)) modules.set(absolute, { file, summary: module });
      const inline = module.path.split('::').slice(1).join('/');
      for (const child of module.files) {
        const candidates =
          child.path !== null
            ? [normalise(join(inline === '' ? folder : join(own, inline), child.path))]
            : [join(join(own, inline), `${child.name}.rs`), join(join(own, inline), `${child.name}/mod.rs`)];
        const found = candidates.find((path) => files.has(path));
        if (found !== undefined)
          adopt(found, { ...home, module: `${absolute}::${child.name}` }, test || module.test || child.test);
      }
    }
  };

  for (const workspace of project.workspaces) {
    for (const pkg of workspace.packages) {
      const targets = [...pkg.targets].sort((a, b) => rank(a) - rank(b) || compareText(a.path, b.path));
      for (const target of targets) {
        const crate = target.kind === 'lib' ? target.crate : `${target.crate}#${target.kind}`;
        if (target.kind === 'lib') libraries.add(crate);
        adopt(target.path, { module: crate, crate, package: pkg, target, edition: target.edition });
      }
    }
  }
  // Files that no target reaches: each is a crate of its own, in the package around it.
  for (const path of [...files.keys()].sort(compareText)) {
    if (homes.has(path)) continue;
    const crate = `${path.replace(/[/.]/g, '_')}#file`;
    const pkg = packageAround(project, path);
    adopt(path, { module: crate, crate, package: pkg, target: null, edition: pkg?.edition ?? '2021' });
  }
  return { homes, modules, libraries, tests };
}

/** Libraries first: a file that two targets include belongs to the library. */
function rank(target: Target): number {
  return target.kind === 'lib' ? 0 : target.kind === 'bin' ? 1 : 2;
}

function packageAround(project: Project, path: string): Package | null {
  let best: Package | null = null;
  for (const workspace of project.workspaces) {
    for (const pkg of workspace.packages) {
      if (pkg.dir !== '' && !path.startsWith(`${pkg.dir}/`)) continue;
      if (best === null || pkg.dir.length > best.dir.length) best = pkg;
    }
  }
  return best;
}

function join(folder: string, name: string): string {
  if (name === '') return folder;
  return folder === '' ? name : `${folder}/${name}`;
}

function normalise(path: string): string {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}
