/** Keeps one comment on a pull request: written once, found again by its marker, changed in place. */
import { type Github, ONCE, statusOf } from './client.js';

export interface CommentTarget {
  readonly owner: string;
  readonly repo: string;
  /** Pull request or issue number. */
  readonly number: number;
}

export interface CommentOptions {
  /** Ends the comment, invisible to readers. */
  readonly marker: string;
  readonly body: string;
  /** False where there is nothing to say: then an earlier comment is brought up to date, but none is started. */
  readonly start: boolean;
}

/** GitHub's limit for a comment, in characters (its REST API answers 422 above). */
export const LONGEST_COMMENT = 65_536;
/** Pages of 100 comments that are searched for ours. */
const MOST_PAGES = 20;

/** Says in a clause what was done. @throws what the API answers when the comment cannot be written. */
export async function writeComment(
  github: Github,
  target: CommentTarget,
  options: CommentOptions,
): Promise<string> {
  const { owner, repo, number } = target;
  const body = `${options.body}\n\n${options.marker}`;
  for (const comment of await findComments(github, target, options.marker)) {
    if (comment.body === body) return 'the comment is up to date';
    try {
      await github.rest.issues.updateComment({ owner, repo, comment_id: comment.id, body });
      return 'the comment is updated';
    } catch (error) {
      // Deleted since it was listed, or somebody else's with our marker in it: not ours to change.
      if (statusOf(error) !== 404 && statusOf(error) !== 403) throw error;
    }
  }
  if (!options.start) return 'there is nothing to say, so no comment is started';
  await github.rest.issues.createComment({ owner, repo, issue_number: number, body, request: ONCE });
  return 'a comment is written';
}

/** Bots first: anybody can quote a marker, but not under a bot's name. */
async function findComments(
  github: Github,
  { owner, repo, number }: CommentTarget,
  marker: string,
): Promise<readonly { readonly id: number; readonly body: string }[]> {
  const found: { id: number; body: string; isBot: boolean }[] = [];
  const pages = github.paginate.iterator(github.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  let page = 0;
  for await (const { data } of pages) {
    for (const { id, body = '', user } of data) {
      if (body.trimEnd().endsWith(marker)) found.push({ id, body, isBot: user?.type === 'Bot' });
    }
    page += 1;
    if (page === MOST_PAGES) break;
  }
  return found.sort((a, b) => Number(b.isBot) - Number(a.isBot));
}
