/** Opens a thread on each changed line that has a finding, with a suggestion where a fix is safe; never twice. */
import { textOfDiff } from '../../findings/changed.js';
import type { Finding } from '../../findings/finding.js';
import { sentence } from '../../report/markdown-text.js';
import { ranked } from '../../report/rank.js';
import { suggestionMarker, suggestionsIn } from '../marker.js';
import { type ReviewedLines, type Suggestion, suggestionBody, suggestionsFor } from '../suggestion.js';
import { type GitlabClient, GitlabError } from './client.js';

export interface DiscussionOptions {
  readonly iid: number;
  readonly findings: readonly Finding[];
  readonly source: (path: string) => string | undefined;
  /** Directory of the audited root in the repository. */
  readonly prefix: string;
  readonly repositoryPath: (path: string) => string;
}

/** More threads at once are noise. */
const MOST_DISCUSSIONS = 20;

interface Version {
  readonly base_commit_sha: string;
  readonly start_commit_sha: string;
  readonly head_commit_sha: string;
}

/** Says in a clause what was done. @throws GitlabError */
export async function openDiscussions(client: GitlabClient, options: DiscussionOptions): Promise<string> {
  const place = `merge_requests/${options.iid}`;
  const changed = options.findings.filter((finding) => finding.changed === true);
  if (changed.length === 0) return 'there is no finding on a changed line';
  const known = suggestionsIn((await client.list(`${place}/discussions`)).map((one) => JSON.stringify(one)));
  const [version] = (await client.list(`${place}/versions`)).filter(isVersion);
  if (version === undefined) return 'GitLab has no version of the diff yet';
  const reviewed = textOfDiff(await client.text(`${place}/raw_diffs`), options.prefix);
  const suggestions = suggestionsFor(changed, {
    source: options.source,
    reviewed,
    known,
    most: MOST_DISCUSSIONS,
  });
  const byFingerprint = new Map(suggestions.map((suggestion) => [suggestion.fingerprint, suggestion]));

  let opened = 0;
  for (const finding of ranked(changed)) {
    if (opened === MOST_DISCUSSIONS) break;
    if (known.has(finding.fingerprint)) continue;
    const suggestion = byFingerprint.get(finding.fingerprint);
    const line = suggestion?.to ?? reviewedLine(finding, options.source, reviewed);
    if (line === undefined) continue;
    if (await open(client, `${place}/discussions`, finding, line, suggestion, version, options)) opened += 1;
  }
  return opened === 1 ? '1 thread is opened' : `${opened} threads are opened`;
}

/** False where GitLab does not take the position, for instance in a file that was renamed. */
async function open(
  client: GitlabClient,
  path: string,
  finding: Finding,
  line: number,
  suggestion: Suggestion | undefined,
  version: Version,
  { repositoryPath }: DiscussionOptions,
): Promise<boolean> {
  const file = repositoryPath(finding.path);
  const words = `**${finding.severity}** ${sentence(`\`${finding.rule}\``)}: ${sentence(finding.message)}`;
  const body =
    suggestion === undefined
      ? `${words}\n\n${sentence(finding.help)}\n\n${suggestionMarker(finding.fingerprint)}`
      : suggestionBody(suggestion, words, `suggestion:-${suggestion.to - suggestion.from}+0`);
  try {
    await client.send('POST', path, {
      body,
      position: {
        position_type: 'text',
        base_sha: version.base_commit_sha,
        start_sha: version.start_commit_sha,
        head_sha: version.head_commit_sha,
        old_path: file,
        new_path: file,
        new_line: line,
      },
    });
    return true;
  } catch (error) {
    if (error instanceof GitlabError && (error.status === 400 || error.status === 422)) return false;
    throw error;
  }
}

/** The line's number in the merge request's own head, which a merged results pipeline does not check out. */
function reviewedLine(
  finding: Finding,
  source: (path: string) => string | undefined,
  reviewed: ReviewedLines,
): number | undefined {
  const text = source(finding.path)?.split(/\r?\n/)[finding.line - 1];
  const lines = reviewed.get(finding.path);
  if (text === undefined || lines === undefined) return undefined;
  const fits = (line: number): boolean => {
    const shown = lines.get(line);
    return shown?.added === true && shown.text === text;
  };
  if (fits(finding.line)) return finding.line;
  const others = [...lines.keys()].filter(fits);
  return others.length === 1 ? others[0] : undefined;
}

function isVersion(value: unknown): value is Version {
  return (
    typeof value === 'object' &&
    value !== null &&
    'base_commit_sha' in value &&
    typeof value.base_commit_sha === 'string' &&
    'start_commit_sha' in value &&
    typeof value.start_commit_sha === 'string' &&
    'head_commit_sha' in value &&
    typeof value.head_commit_sha === 'string'
  );
}
