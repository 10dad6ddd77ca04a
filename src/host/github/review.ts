/** Offers safe fixes as review comments that a click applies, each at most once in the life of a pull request. */
import { textOfDiff } from '../../findings/changed.js';
import type { Finding } from '../../findings/finding.js';
import { sentence } from '../../report/markdown-text.js';
import { suggestionsIn } from '../marker.js';
import { type Suggestion, suggestionBody, suggestionsFor } from '../suggestion.js';
import { type Github, ONCE, statusOf, textBody } from './client.js';
import type { PullRequest } from './context.js';

export interface ReviewOptions {
  readonly owner: string;
  readonly repo: string;
  readonly pullRequest: PullRequest;
  readonly findings: readonly Finding[];
  readonly source: (path: string) => string | undefined;
  /** Directory of the audited root in the repository. */
  readonly prefix: string;
  readonly repositoryPath: (path: string) => string;
}

/** More comments at once are noise, and GitHub limits how fast content is made. */
const MOST_SUGGESTIONS = 20;

/** Says in a clause what was done. @throws what the API answers. */
export async function suggestFixes(github: Github, options: ReviewOptions): Promise<string> {
  const { owner, repo, pullRequest } = options;
  const isFixable = ({ fix, changed }: Finding): boolean =>
    fix?.applicability === 'machine-applicable' && changed !== false;
  if (!options.findings.some(isFixable)) return 'there is no safe fix to suggest';

  const place = { owner, repo, pull_number: pullRequest.number };
  const comments = await github.paginate(github.rest.pulls.listReviewComments, { ...place, per_page: 100 });
  const { data: diff } = await github.rest.pulls.get({ ...place, mediaType: { format: 'diff' } });
  const suggestions = suggestionsFor(options.findings, {
    source: options.source,
    reviewed: textOfDiff(textBody(diff), options.prefix),
    known: suggestionsIn(comments.map((comment) => comment.body)),
    most: MOST_SUGGESTIONS,
  });
  if (suggestions.length === 0) return 'there is no new fix to suggest on the changed lines';

  const written = await writeReview(github, options, suggestions);
  return written === 1 ? '1 fix is suggested' : `${written} fixes are suggested`;
}

/** All in one review, which is one mail; one by one when GitHub refuses any of them. */
async function writeReview(
  github: Github,
  options: ReviewOptions,
  suggestions: readonly Suggestion[],
): Promise<number> {
  const { owner, repo, pullRequest } = options;
  const place = { owner, repo, pull_number: pullRequest.number, commit_id: pullRequest.head };
  const comments = suggestions.map((suggestion) => toComment(suggestion, options));
  try {
    await github.rest.pulls.createReview({ ...place, event: 'COMMENT', comments, request: ONCE });
    return comments.length;
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
  }
  let written = 0;
  for (const comment of comments) {
    try {
      await github.rest.pulls.createReviewComment({ ...place, ...comment, request: ONCE });
      written += 1;
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
    }
  }
  return written;
}

function toComment(suggestion: Suggestion, { repositoryPath }: ReviewOptions) {
  const { finding, from, to } = suggestion;
  const words = `**${finding.severity}** ${sentence(`\`${finding.rule}\``)}: ${sentence(finding.message)}`;
  return {
    path: repositoryPath(suggestion.path),
    line: to,
    side: 'RIGHT' as const,
    ...(from < to ? { start_line: from, start_side: 'RIGHT' as const } : {}),
    body: suggestionBody(suggestion, words, 'suggestion'),
  };
}
