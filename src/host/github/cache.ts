/** Carries the summaries of unchanged files from one run of the action to the next. */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { version } from '../../version.js';
import { attempt, type Outcome } from '../attempt.js';
import { GitError, type GitOptions, git } from '../git.js';
import type { GithubContext } from './context.js';

/** What is needed of @actions/cache. */
export interface CacheStore {
  readonly isFeatureAvailable: () => boolean;
  readonly restoreCache: (
    paths: string[],
    primaryKey: string,
    restoreKeys?: string[],
  ) => Promise<string | undefined>;
  readonly saveCache: (paths: string[], key: string) => Promise<number>;
}

export interface CacheOptions {
  readonly context: GithubContext;
  /** Absolute. */
  readonly root: string;
  readonly prefix: string;
  readonly git: GitOptions;
  readonly reason: (error: unknown) => string;
  readonly store: CacheStore;
}

/** Restored before the audit; `save` afterwards. Both only ever fail to save time. */
export interface RestoredCache {
  readonly outcome: Outcome;
  /** @param isWorn whether the audit read files that the cache did not know. */
  readonly save: (isWorn: boolean) => Promise<Outcome | null>;
}

/** Fewer files are read faster than a cache is downloaded: about a second for 300 files on two cores. */
const WORTH_IT = 300;
const TIMEOUT_MS = 60_000;

/**
 * Any earlier entry will do: each summary in it is used only for a file with exactly the content that it was made
 * from, by exactly this tool and these rules. The key's last part says which state of the project an entry is of,
 * the parts before it who could use it at all.
 */
export async function restoreSummaries(options: CacheOptions): Promise<RestoredCache> {
  const { context, root, prefix, reason, store } = options;
  const nothing = async (): Promise<null> => null;
  const folder = join(root, 'target', 'rustperf');
  dropForeign(folder);
  if (!existsSync(join(root, 'Cargo.toml')) || !(await isWorthIt(options.git))) {
    return { outcome: { name: 'cache', done: true, detail: 'not needed' }, save: nothing };
  }
  if (!store.isFeatureAvailable()) {
    return { outcome: { name: 'cache', done: false, detail: 'this runner has none' }, save: nothing };
  }
  // The service tells caches apart by their paths as given, and runners keep their workspaces in many places.
  const paths = [relative(context.workspace, folder).split(sep).join('/')];
  const place = createHash('sha256').update(prefix).digest('hex').slice(0, 8);
  const family = `rustperf-summaries-${version}-${process.versions.modules}-${place}-`;
  const key = `${family}${context.sha}`;
  let found: string | undefined;
  const restore = async (): Promise<string> => {
    found = await store.restoreCache([...paths], key, [family]);
    return found === undefined ? 'empty' : 'restored';
  };
  const outcome = await attempt('cache', restore, { reason, timeout: TIMEOUT_MS });
  const save = async (isWorn: boolean): Promise<Outcome | null> => {
    if (!isWorn || found === key || !existsSync(folder)) return null;
    const run = async (): Promise<string> => {
      await store.saveCache([...paths], key);
      return 'saved';
    };
    return attempt('cache', run, { reason, timeout: TIMEOUT_MS });
  };
  return { outcome, save };
}

/** Summaries that the checkout brought along are somebody's word for what their own code does. */
function dropForeign(folder: string): void {
  if (lstatSync(dirname(folder), { throwIfNoEntry: false })?.isSymbolicLink() === true) return;
  rmSync(folder, { recursive: true, force: true });
}

async function isWorthIt(options: GitOptions): Promise<boolean> {
  try {
    const list = await git(['ls-files', '-z', '--', '*.rs'], options);
    return list.split('\0').length > WORTH_IT;
  } catch (error) {
    if (error instanceof GitError) return true;
    throw error;
  }
}
