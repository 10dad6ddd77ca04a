/** Carries what an audit of the base branch found to the audits of its pull requests, in the Actions cache. */
import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Snapshot } from '../../findings/trend.js';
import { attempt, type Outcome } from '../attempt.js';
import { GitError, type GitOptions, git } from '../git.js';
import { type BaseBranch, readSnapshot, short, snapshotFile, TREND_FOLDER, writeSnapshot } from '../trend.js';
import type { CacheStore } from './cache.js';
import type { GithubContext } from './context.js';

export interface TrendOptions {
  readonly context: GithubContext;
  readonly prefix: string;
  /** `choiceOf` the settings. */
  readonly choice: string;
  readonly reason: (error: unknown) => string;
  readonly git: GitOptions;
  readonly store: CacheStore;
}

const TIMEOUT_MS = 20_000;
/** Events whose job audits the branch that it runs for; `workflow_run`, for instance, may audit anything. */
const OF_A_BRANCH = ['push', 'schedule', 'workflow_dispatch'];

/** Null for what has no branch to be compared with, such as a tag. */
function baseBranchOf(context: GithubContext): BaseBranch | null {
  const { event, pullRequest, mergeBranch, before, defaultBranch } = context;
  if (pullRequest !== null && event.startsWith('pull_request'))
    return { name: pullRequest.baseBranch, commit: pullRequest.base };
  if (event === 'merge_group') return mergeBranch === null ? null : { name: mergeBranch, commit: before };
  const branch = branchOf(context);
  if (branch === null) return null;
  if (branch === defaultBranch) return { name: branch, commit: before };
  return defaultBranch === null ? null : { name: defaultBranch, commit: null };
}

/** The branch that this run audits; null for proposals, which are not yet part of any, and for tags. */
function branchOf({ event, ref }: GithubContext): string | null {
  return OF_A_BRANCH.includes(event) && ref.startsWith('refs/heads/')
    ? ref.slice('refs/heads/'.length)
    : null;
}

/** What the base branch's last audit found; null where that is not known. Never throws. */
export async function recallBase(options: TrendOptions): Promise<Snapshot | null> {
  const base = baseBranchOf(options.context);
  if (base === null || !isUsable(options)) return null;
  const file = snapshotFile(options.prefix, base.name);
  const family = `${familyOf(options, base.name)}-`;
  let found: Snapshot | null = null;
  await attempt(
    'trend',
    async () => {
      await options.store.restoreCache([file], `${family}${base.commit ?? ''}`, [family]);
      found = readSnapshot(options.context.workspace, file);
      return '';
    },
    { reason: options.reason, timeout: TIMEOUT_MS },
  );
  forget(options);
  return found;
}

/** Null where nothing is to be remembered. Never throws. */
export async function rememberBranch(
  options: TrendOptions,
  snapshot: (branch: string) => Snapshot,
): Promise<Outcome | null> {
  const branch = branchOf(options.context);
  const { workspace, sha } = options.context;
  if (branch === null || !isUsable(options) || (await checkedOut(options.git)) !== sha) return null;
  const file = snapshotFile(options.prefix, branch);
  const run = async (): Promise<string> => {
    writeSnapshot(workspace, file, snapshot(branch));
    await options.store.saveCache([file], `${familyOf(options, branch)}-${sha}`);
    return `kept for the pull requests of \`${branch}\``;
  };
  const outcome = await attempt('trend', run, { reason: options.reason, timeout: TIMEOUT_MS });
  forget(options);
  return outcome;
}

function familyOf({ prefix, choice }: TrendOptions, branch: string): string {
  return `rustperf-trend-${choice}-${short(prefix)}-${short(branch)}`;
}

/** What a checkout brings along under our name is its own, and nobody's audit. */
function isUsable({ store, context }: TrendOptions): boolean {
  const folder = join(context.workspace, TREND_FOLDER);
  return store.isFeatureAvailable() && lstatSync(folder, { throwIfNoEntry: false }) === undefined;
}

/** Later steps of the job find the checkout as it was. */
function forget({ context }: TrendOptions): void {
  rmSync(join(context.workspace, TREND_FOLDER), { recursive: true, force: true });
}

/** A job may check out another commit than the one it runs for. */
async function checkedOut(options: GitOptions): Promise<string | null> {
  try {
    return (await git(['rev-parse', 'HEAD'], options)).trim();
  } catch (error) {
    if (error instanceof GitError) return null;
    throw error;
  }
}
