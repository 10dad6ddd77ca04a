/** Reads what GitLab tells a job about itself. */
import { existsSync } from 'node:fs';
import { type Comparison, type DiffSource, mergeParents } from '../changes.js';
import type { GitOptions } from '../git.js';
import type { GitlabClient } from './client.js';

export interface GitlabContext {
  /** With `/api/v4`. */
  readonly apiUrl: string;
  readonly projectId: string;
  readonly projectUrl: string;
  /** Absolute path of the checkout. */
  readonly projectDir: string;
  readonly sha: string;
  /** Name of the job. */
  readonly job: string;
  readonly before: string | null;
  readonly branch: string | null;
  readonly defaultBranch: string | null;
  readonly mergeRequest: {
    readonly iid: number;
    /** Where the merge request's diff starts. */
    readonly diffBase: string | null;
    /** Tip of the target branch; GitLab says it only in merged results pipelines and merge trains. */
    readonly target: string | null;
    readonly targetBranch: string | null;
  } | null;
  /** A project or personal access token with the scope `api`; the job's own token cannot comment. */
  readonly token: string | null;
  readonly discussions: boolean;
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readGitlabContext(env: Environment): GitlabContext {
  const text = (name: string): string | null => {
    const value = env[name]?.trim() ?? '';
    return value === '' ? null : value;
  };
  const commit = (name: string): string | null => {
    const sha = text(name);
    return sha === null || /^0+$/.test(sha) ? null : sha;
  };
  const iid = Number(env.CI_MERGE_REQUEST_IID);
  return {
    apiUrl: text('CI_API_V4_URL') ?? 'https://gitlab.com/api/v4',
    projectId: text('CI_PROJECT_ID') ?? '',
    projectUrl: text('CI_PROJECT_URL') ?? '',
    projectDir: existing(text('CI_PROJECT_DIR')) ?? process.cwd(),
    sha: text('CI_COMMIT_SHA') ?? '',
    job: text('CI_JOB_NAME') ?? '',
    before: commit('CI_COMMIT_BEFORE_SHA'),
    branch: text('CI_COMMIT_BRANCH'),
    defaultBranch: text('CI_DEFAULT_BRANCH'),
    mergeRequest:
      Number.isInteger(iid) && iid > 0
        ? {
            iid,
            diffBase: commit('CI_MERGE_REQUEST_DIFF_BASE_SHA'),
            target: commit('CI_MERGE_REQUEST_TARGET_BRANCH_SHA'),
            targetBranch: text('CI_MERGE_REQUEST_TARGET_BRANCH_NAME'),
          }
        : null,
    token: text('RUSTPERF_TOKEN'),
    discussions: text('RUSTPERF_DISCUSSIONS') === 'true',
  };
}

/** Some runners name a directory of another machine; the job starts in the checkout all the same. */
function existing(directory: string | null): string | null {
  return directory !== null && existsSync(directory) ? directory : null;
}

/** Null where the pipeline has nothing to compare with: a schedule, a tag, a first push of the default branch. */
export async function comparisonOf(context: GitlabContext, options: GitOptions): Promise<Comparison | null> {
  const { mergeRequest, before, branch, defaultBranch, sha } = context;
  if (mergeRequest !== null) {
    const name = 'the target branch';
    // A merged results pipeline checks out a merge: all but its first parent is the change.
    if (mergeRequest.target !== null) return { base: mergeRequest.target, exact: true, head: sha, name };
    const parents = await mergeParents(options);
    const { diffBase } = mergeRequest;
    if (diffBase === null)
      return parents === undefined ? null : { base: parents[0], exact: true, head: sha, name };
    return { base: diffBase, exact: true, head: sha, name };
  }
  if (before !== null) return { base: before, exact: false, head: sha, name: 'the commit before this push' };
  if (branch !== null && defaultBranch !== null && branch !== defaultBranch) {
    return { base: `origin/${defaultBranch}`, exact: false, head: sha, name: `\`${defaultBranch}\`` };
  }
  return null;
}

/** GitLab's own diff of the merge request, for checkouts without its base. */
export function gitlabDiffs(client: GitlabClient, iid: number): DiffSource {
  return async () => ({
    diff: await client.text(`merge_requests/${iid}/raw_diffs`),
    from: "GitLab's diff of the merge request",
  });
}
