/** A directory becomes the sorted list of files that an audit may read, as .gitignore and symlinks allow. */
import { type Dirent, existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import path from 'node:path';
import ignore, { type Ignore } from 'ignore';
import picomatch from 'picomatch';
import { compareText, type Note } from '../findings/finding.js';
import { slashed } from './paths.js';

export interface FoundFile {
  /** Relative to the root, forward slashes. */
  readonly path: string;
  /** Where a symlink leads, relative to the real root; null for an ordinary file. */
  readonly real: string | null;
}

export interface Walked {
  /** Rust files, sorted by path. */
  readonly rust: readonly FoundFile[];
  /** Cargo.toml files, sorted by path. */
  readonly manifests: readonly string[];
  /** Files that may say how the project is built: CI, containers, configuration. Sorted by path. */
  readonly build: readonly string[];
  readonly notes: readonly Note[];
}

interface IgnoreLevel {
  /** Directory of the .gitignore, relative to the root with a trailing slash; '' for the root. */
  readonly base: string;
  readonly rules: Ignore;
}

/** Directories that never hold the project's own source, wherever they are. */
const NEVER = new Set(['.git', '.hg', '.svn', '.jj', 'node_modules', '.venv', '.direnv']);

const BUILD_FILE =
  /^(?:cargo\.lock|cross\.toml|rust-toolchain(?:\.toml)?|dist-workspace\.toml|dist\.toml|\.gitlab-ci\.ya?ml|(?:gnu)?makefile|makefile\.toml|justfile|\.justfile|\.goreleaser\.ya?ml|(?:.*[._-])?(?:dockerfile|containerfile)(?:[._-].*)?|docker-bake\.(?:hcl|json))$/iu;

/**
 * Lists what lies below `root` (absolute, real). `exclude` are globs relative to it. Unreadable directories
 * become notes. Never follows a symlink out of the root, nor one link target twice.
 */
export function walk(root: string, exclude: readonly string[]): Walked {
  const rust: FoundFile[] = [];
  const manifests: string[] = [];
  const build: string[] = [];
  const notes: Note[] = [];
  const followed = new Set<string>();
  const isExcluded = excluder(exclude);

  const visit = (directory: string, levels: readonly IgnoreLevel[], real: string | null): void => {
    let entries: Dirent[];
    try {
      entries = readdirSync(path.join(root, directory), { withFileTypes: true });
    } catch (error) {
      const shown = directory === '' ? '.' : directory.slice(0, -1);
      notes.push({
        path: shown,
        kind: 'incomplete',
        message: `not audited: directory cannot be read (${reasonOf(error)})`,
      });
      return;
    }
    if (entries.some((entry) => entry.name === '.cargo-checksum.json')) return;
    const hasManifest = entries.some((entry) => entry.name === 'Cargo.toml');
    const ownIgnore = entries.some((entry) => entry.name === '.gitignore' && entry.isFile());
    const inner = ownIgnore ? withIgnoreFile(levels, root, directory) : levels;
    for (const entry of entries) {
      const { name } = entry;
      const at = directory + name;
      if (entry.isSymbolicLink()) {
        visitLink(at, inner);
      } else if (entry.isDirectory()) {
        if (NEVER.has(name) || (name === 'target' && isBuildOutput(root, at, hasManifest))) continue;
        if (isIgnored(inner, `${at}/`) || isExcluded(`${at}/`)) continue;
        visit(`${at}/`, inner, real === null ? null : `${real}${name}/`);
      } else if (entry.isFile()) {
        take(name, at, inner, real === null ? null : real + name);
      } else {
        refuse(name, at, inner);
      }
    }
  };

  const take = (name: string, at: string, levels: readonly IgnoreLevel[], real: string | null): void => {
    const isBuild = !isSource(name) && (BUILD_FILE.test(name) || isBuildPath(at));
    // Build files are read even where .gitignore names them: libraries ignore their Cargo.lock, and Cargo
    // reads it all the same. The others are source and follow it.
    if (isBuild) {
      if (!isExcluded(at)) build.push(at);
      return;
    }
    if (!isSource(name) || isIgnored(levels, at) || isExcluded(at)) return;
    if (name === 'Cargo.toml') manifests.push(at);
    else rust.push({ path: at, real });
  };

  /** Pipes, sockets and devices: opening one can wait for ever. */
  const refuse = (name: string, at: string, levels: readonly IgnoreLevel[]): void => {
    if (!isSource(name) || isIgnored(levels, at) || isExcluded(at)) return;
    notes.push({ path: at, kind: 'incomplete', message: 'not audited: it is no ordinary file' });
  };

  const visitLink = (at: string, levels: readonly IgnoreLevel[]): void => {
    let target: string;
    try {
      target = realpathSync(path.join(root, at));
    } catch {
      return; // A dangling link or a loop of links: there is nothing behind it.
    }
    const real = slashed(path.relative(root, target));
    const leavesRoot = real === '..' || real.startsWith('../') || path.isAbsolute(real);
    if (leavesRoot || real === '' || at.startsWith(`${real}/`)) return;
    const stat = statSync(target);
    if (stat.isDirectory()) {
      if (followed.has(real) || isIgnored(levels, `${at}/`) || isExcluded(`${at}/`)) return;
      followed.add(real);
      visit(`${at}/`, levels, `${real}/`);
    } else if (stat.isFile()) take(path.posix.basename(at), at, levels, real);
    else refuse(path.posix.basename(at), at, levels);
  };

  visit('', levelsAbove(root), null);
  rust.sort((a, b) => compareText(a.path, b.path));
  manifests.sort(compareText);
  build.sort(compareText);
  return { rust, manifests, build, notes };
}

/** The nearest directory at or above `directory` that holds a repository, or null. */
export function repositoryRoot(directory: string): string | null {
  for (let at = directory; ; at = path.dirname(at)) {
    if (existsSync(path.join(at, '.git'))) return at;
    if (path.dirname(at) === at) return null;
  }
}

function isSource(name: string): boolean {
  return name.endsWith('.rs') || name === 'Cargo.toml';
}

function isBuildPath(at: string): boolean {
  return (
    /(?:^|\/)\.cargo\/config(?:\.toml)?$/u.test(at) ||
    /(?:^|\/)\.github\/(?:workflows|actions\/.*)\/[^/]+\.ya?ml$/u.test(at) ||
    /(?:^|\/)\.gitlab\/.*\.ya?ml$/u.test(at) ||
    /^(?:(?:scripts?|ci|\.ci|\.github|build|docker|tools)\/.*|[^/]+)\.sh$/u.test(at)
  );
}

/** `target` is also a fine name for a module; only what Cargo wrote is skipped. */
function isBuildOutput(root: string, at: string, besideManifest: boolean): boolean {
  return (
    besideManifest ||
    existsSync(path.join(root, at, 'CACHEDIR.TAG')) ||
    existsSync(path.join(root, at, '.rustc_info.json'))
  );
}

function excluder(globs: readonly string[]): (at: string) => boolean {
  if (globs.length === 0) return () => false;
  const isMatch = picomatch([...globs], { dot: true });
  return (at) => isMatch(at.endsWith('/') ? at.slice(0, -1) : at);
}

/** The .gitignore files between the repository's root and the audited root, outermost first. */
function levelsAbove(root: string): readonly IgnoreLevel[] {
  const repository = repositoryRoot(root);
  if (repository === null || repository === root) return [];
  const above = slashed(path.relative(repository, root));
  const levels: IgnoreLevel[] = [];
  let directory = '';
  for (const part of above.split('/')) {
    const file = path.join(repository, directory, '.gitignore');
    if (existsSync(file)) {
      const rules = readIgnore(file);
      const rest = above.slice(directory.length);
      // Auditing an ignored directory on purpose (an unpacked crate, say) must not find it empty.
      if (rules?.ignores(`${rest}/`) === true) return [];
      if (rules) levels.push({ base: `-${rest}/`, rules });
    }
    directory += `${part}/`;
  }
  return levels;
}

function withIgnoreFile(
  levels: readonly IgnoreLevel[],
  root: string,
  directory: string,
): readonly IgnoreLevel[] {
  const rules = readIgnore(path.join(root, directory, '.gitignore'));
  return rules ? [...levels, { base: directory, rules }] : levels;
}

function readIgnore(file: string): Ignore | null {
  try {
    return ignore().add(readFileSync(file, 'utf8'));
  } catch {
    return null; // Unreadable: as if it were not there, which only widens the audit.
  }
}

/** The innermost .gitignore with an opinion decides. */
function isIgnored(levels: readonly IgnoreLevel[], at: string): boolean {
  for (const { base, rules } of levels.toReversed()) {
    // A leading dash marks a file above the root: its paths are longer than ours, not shorter.
    const shown = base.startsWith('-') ? base.slice(1) + at : at.slice(base.length);
    const verdict = rules.test(shown);
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

function reasonOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';
}
