/** Finds the lines that a change touches: from git where its history is there, else from the host's API. */
import { readFileSync, statSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, sep } from 'node:path';
import { type Changes, type LineRange, linesOfDiff, textOfDiff } from '../findings/changed.js';
import type { Note } from '../findings/finding.js';
import { suggest } from '../settings/schema.js';
import { SettingsError } from '../settings/settings.js';
import { GitError, type GitOptions, git } from './git.js';

/** Two commits of the checkout, and how they are to be compared. */
export interface Comparison {
  /** A revision: a commit, branch or tag. */
  readonly base: string;
  /** True when `base` is itself where the change starts; false when their merge base is. */
  readonly exact: boolean;
  /** The commit that is checked out; '' where only the working tree is known. */
  readonly head: string;
  /** How messages name the base, for example `the target branch`. */
  readonly name: string;
  /** The option that the user typed `base` into; absent where CI names it. */
  readonly option?: string;
}

/** What is known of the change. `note` says what a user must know: why it is unknown, or that it is rough. */
export interface KnownChanges {
  readonly changes: Changes | null;
  readonly note?: Note;
}

/** A second source, used when git cannot tell: the whole unified diff, paths from the repository's root. */
export type DiffSource = (
  comparison: Comparison,
) => Promise<{ readonly diff: string; readonly from: string }>;

export interface ChangesOptions extends GitOptions {
  /** Asked when git cannot tell. */
  readonly remote?: DiffSource;
  /** Directory of the audited root inside the repository, '' for its root; found by git when absent. */
  readonly prefix?: string;
}

/**
 * A change that cannot be found out is unknown, and then every finding counts.
 * @throws SettingsError when the user typed a revision that is nowhere
 */
export async function findChanges(comparison: Comparison, options: ChangesOptions): Promise<KnownChanges> {
  const reasons: string[] = [];
  try {
    const diff = await diffByGit(comparison, options);
    const files = new Map<string, readonly LineRange[] | 'all'>(linesOfDiff(diff));
    for (const path of await untrackedFiles(options)) files.set(path, 'all');
    return { changes: { origin: `git diff against ${comparison.name}`, files } };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    reasons.push(error.message);
  }
  if (options.remote !== undefined) {
    try {
      const { diff, from } = await options.remote(comparison);
      const prefix = options.prefix ?? (await prefixByGit(options)) ?? '';
      return {
        changes: {
          origin: `${from} against ${comparison.name}`,
          files: checkedLines(diff, prefix, options.cwd),
        },
      };
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  await refuseTypo(comparison, options);
  return {
    changes: null,
    note: {
      kind: 'info',
      message:
        `the lines changed since ${comparison.name} are not known (${reasons.join('; ')}): every finding counts; ` +
        'a checkout with more history helps (`fetch-depth: 0`, `GIT_DEPTH: 0`)',
    },
  };
}

/** A shallow checkout does not hold everything that exists, so there a name that git does not know proves nothing. */
async function refuseTypo({ base, option }: Comparison, options: GitOptions): Promise<void> {
  if (option === undefined || !(await isComplete(options))) return;
  if (!base.startsWith('-') && (await resolveCommit(base, options)) !== undefined) return;
  const names = await git(['for-each-ref', '--format=%(refname:short)'], options);
  const known = names.split('\n').filter((name) => name !== '');
  throw new SettingsError(
    `\`${option}\` is \`${base}\`, and git knows no such commit, branch or tag here` +
      (suggest(base, known) || '; `git fetch` brings what only the remote has'),
  );
}

async function isComplete(options: GitOptions): Promise<boolean> {
  try {
    return (await git(['rev-parse', '--is-shallow-repository'], options)).trim() === 'false';
  } catch (error) {
    if (error instanceof GitError) return false;
    throw error;
  }
}

async function diffByGit(comparison: Comparison, options: GitOptions): Promise<string> {
  const base = await startOfChange(comparison, options);
  return git(
    [
      'diff',
      '--no-ext-diff',
      '--no-textconv',
      '--no-color',
      '--find-renames',
      '--ignore-submodules=all',
      '--unified=0',
      '--src-prefix=a/',
      '--dst-prefix=b/',
      // Paths below the audited directory, seen from there; what lies outside is left out.
      '--relative',
      base,
      '--',
    ],
    options,
  );
}

/** The commit whose tree the working tree is compared with. @throws GitError when the history is not there. */
async function startOfChange(comparison: Comparison, options: GitOptions): Promise<string> {
  if (comparison.base.startsWith('-')) throw new GitError(`\`${comparison.base}\` is not a revision`);
  const known = await resolveCommit(comparison.base, options);
  if (comparison.exact) return known ?? (await fetchCommit(comparison.base, options));
  if (known === undefined) throw new GitError(`\`${comparison.base}\` is not in this checkout`);
  return (await git(['merge-base', known, 'HEAD'], options)).trim();
}

async function resolveCommit(revision: string, options: GitOptions): Promise<string | undefined> {
  try {
    return (
      await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`], options)
    ).trim();
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** One commit without its history is enough to compare with, and cheap to bring into a shallow checkout. */
async function fetchCommit(commit: string, options: GitOptions): Promise<string> {
  const isShallow = (await git(['rev-parse', '--is-shallow-repository'], options)).trim() === 'true';
  if (!isShallow) throw new GitError(`\`${commit}\` is not in this checkout`);
  await git(
    [
      'fetch',
      '--quiet',
      '--no-tags',
      '--no-recurse-submodules',
      '--no-write-fetch-head',
      '--depth=1',
      'origin',
      commit,
    ],
    options,
  );
  return commit;
}

/** Files that git does not know yet are new to the last line. */
async function untrackedFiles(options: GitOptions): Promise<readonly string[]> {
  const list = await git(['ls-files', '--others', '--exclude-standard', '-z'], options);
  return list.split('\0').filter((path) => path !== '');
}

/** Where the audited directory lies in its repository: '' or a path; undefined where git does not know. */
export async function prefixByGit(options: GitOptions): Promise<string | undefined> {
  try {
    return (await git(['rev-parse', '--show-prefix'], options)).trim().replace(/\/$/, '');
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/** As `prefixByGit`, or below `checkout` where git does not know; '' outside of it. */
export async function prefixOf(checkout: string, options: GitOptions): Promise<string> {
  const known = await prefixByGit(options);
  if (known !== undefined) return known;
  const path = relative(checkout, options.cwd);
  return path.startsWith('..') || isAbsolute(path) ? '' : path.split(sep).join('/');
}

/** The directory that an audited path is or lies in. */
export function directoryOf(root: string): string {
  return statSync(root, { throwIfNoEntry: false })?.isFile() ? dirname(root) : root;
}

/** Both parents of HEAD when it is a merge; a shallow checkout still names them. */
export async function mergeParents(options: GitOptions): Promise<readonly [string, string] | undefined> {
  try {
    const commit = await git(['cat-file', '-p', 'HEAD'], options);
    const header = commit.split('\n\n', 1)[0] ?? '';
    const [first, second] = [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map((match) => match[1]);
    return first !== undefined && second !== undefined ? [first, second] : undefined;
  } catch (error) {
    if (error instanceof GitError) return undefined;
    throw error;
  }
}

/**
 * An API compares commits, not what is checked out. Where the text of a changed line is not what stands there
 * now, line numbers mean nothing, and the whole file counts as changed.
 */
function checkedLines(diff: string, prefix: string, root: string): Map<string, readonly LineRange[] | 'all'> {
  const texts = textOfDiff(diff, prefix);
  return new Map(
    [...linesOfDiff(diff, prefix)].map(([path, ranges]) => {
      const lines = readLines(join(root, path));
      const fits = [...(texts.get(path) ?? [])].every(([line, { text }]) => lines[line - 1] === text);
      return [path, fits ? ranges : 'all'];
    }),
  );
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/);
  } catch {
    // Deleted or replaced since: its lines fit nothing, and no finding stands in it.
    return [];
  }
}
