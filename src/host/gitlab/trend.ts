/** Finds what an audit of the target branch found: in the job's cache, or with a token in that branch's last artifact. */
import { parseSnapshot, type Snapshot } from '../../findings/trend.js';
import { GitError, type GitOptions, git } from '../git.js';
import { type BaseBranch, readSnapshot, snapshotFile } from '../trend.js';
import { type GitlabClient, GitlabError } from './client.js';
import type { GitlabContext } from './context.js';

export interface TrendOptions {
  readonly context: GitlabContext;
  /** Null without a token. */
  readonly client: GitlabClient | null;
  readonly prefix: string;
  readonly git: GitOptions;
}

/** Null for what has no branch to be compared with, such as a tag. */
function baseBranchOf({ mergeRequest, branch, defaultBranch, before }: GitlabContext): BaseBranch | null {
  if (mergeRequest !== null) {
    const { targetBranch, target, diffBase } = mergeRequest;
    return targetBranch === null ? null : { name: targetBranch, commit: target ?? diffBase };
  }
  if (branch === null || defaultBranch === null) return null;
  return { name: defaultBranch, commit: branch === defaultBranch ? before : null };
}

/** Null where that is not known. */
export async function recallBase(options: TrendOptions): Promise<Snapshot | null> {
  const { context, client, prefix } = options;
  const base = baseBranchOf(context);
  if (base === null) return null;
  const file = snapshotFile(prefix, base.name);
  const cached = (await isTracked(file, options)) ? null : readSnapshot(context.projectDir, file);
  if (cached !== null || client === null || context.job === '') return cached;
  const [branch, job] = [base.name, context.job].map(encodeURIComponent);
  try {
    return parseSnapshot(await client.text(`jobs/artifacts/${branch}/raw/${file}?job=${job}`));
  } catch (error) {
    // There is none yet, or the token may not: nothing that anybody waits for.
    if (error instanceof GitlabError) return null;
    throw error;
  }
}

/** What a checkout brings along under our name is its own, and nobody's audit. */
async function isTracked(file: string, { context, git: options }: TrendOptions): Promise<boolean> {
  try {
    const list = await git(['ls-files', '-z', '--', file], { ...options, cwd: context.projectDir });
    return list !== '';
  } catch (error) {
    // Without git there is no checkout that could have brought it.
    if (error instanceof GitError) return false;
    throw error;
  }
}
