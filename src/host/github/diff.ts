/** Says what a GitHub event compares, and fetches that comparison where the checkout has too little history. */
import type { Comparison, DiffSource } from '../changes.js';
import { mergeParents } from '../changes.js';
import type { GitOptions } from '../git.js';
import { type Github, reasonOf, textBody } from './client.js';
import type { GithubContext } from './context.js';

/** Null where the event has nothing to compare with: a schedule, a manual run, a tag. */
export async function comparisonOf(context: GithubContext, options: GitOptions): Promise<Comparison | null> {
  const { pullRequest, sha, event, before, defaultBranch, ref } = context;
  if (pullRequest !== null && event.startsWith('pull_request')) {
    const parents = await mergeParents(options);
    // The default checkout is a merge of the branch into its target: its first parent is all but the change.
    if (parents?.[1] === pullRequest.head) {
      return { base: parents[0], exact: true, head: sha, name: 'the target branch' };
    }
    const head = event === 'pull_request_target' ? '' : pullRequest.head;
    return { base: pullRequest.base, exact: false, head, name: 'the target branch' };
  }
  if (event === 'merge_group' && before !== null) {
    return { base: before, exact: true, head: sha, name: 'the base of the merge group' };
  }
  if (event === 'push' && before !== null) {
    return { base: before, exact: false, head: sha, name: 'the commit before this push' };
  }
  const isNewBranch =
    event === 'push' && ref.startsWith('refs/heads/') && ref !== `refs/heads/${defaultBranch}`;
  if (isNewBranch && defaultBranch !== null) {
    return { base: `origin/${defaultBranch}`, exact: false, head: sha, name: `\`${defaultBranch}\`` };
  }
  return null;
}

/** GitHub's own comparison: it needs no history and no more than `contents: read`. */
export function githubDiffs(github: Github, { owner, repo }: GithubContext): DiffSource {
  return async ({ base, head }) => {
    if (head === '') throw new Error('the commit is not known to GitHub');
    try {
      const { data } = await github.rest.repos.compareCommitsWithBasehead({
        owner,
        repo,
        basehead: `${base.replace(/^origin\//, '')}...${head}`,
        mediaType: { format: 'diff' },
      });
      return { diff: textBody(data), from: "GitHub's comparison" };
    } catch (error) {
      throw new Error(`GitHub's comparison failed: ${reasonOf(error)}`, { cause: error });
    }
  };
}
