/** Reads what GitHub tells a job about itself: environment and event payload become one typed value. */
import { readFileSync } from 'node:fs';

export interface PullRequest {
  readonly number: number;
  /** Tip of the pull request's branch: where comments and check runs belong. */
  readonly head: string;
  readonly base: string;
  /** The branch that it is to be merged into. */
  readonly baseBranch: string;
  /** Comes from another repository, so the job's token can only read. */
  readonly fromFork: boolean;
}

export interface GithubContext {
  readonly event: string;
  readonly owner: string;
  readonly repo: string;
  /** The commit that the job was started for; a merge commit in pull requests. */
  readonly sha: string;
  /** For example `refs/pull/7/merge`. */
  readonly ref: string;
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** Absolute path of the checkout. */
  readonly workspace: string;
  readonly workflow: string;
  readonly job: string;
  readonly runId: number;
  readonly actor: string;
  readonly defaultBranch: string | null;
  readonly pullRequest: PullRequest | null;
  /** The branch that a merge group is to be merged into. */
  readonly mergeBranch: string | null;
  /** `before` of a push, `base_sha` of a merge group; null where the event has no base. */
  readonly before: string | null;
  /** Files that the runner reads when the step ends; absent outside of a runner. */
  readonly files: { readonly output?: string; readonly summary?: string };
}

export type Environment = Readonly<Record<string, string | undefined>>;

const NO_COMMIT = /^0+$/;

/** A missing or broken payload leaves the event without base and pull request: less is known, nothing fails. */
export function readGithubContext(env: Environment): GithubContext {
  const payload = readPayload(env.GITHUB_EVENT_PATH);
  const [owner = '', repo = ''] = (env.GITHUB_REPOSITORY ?? '').split('/');
  return {
    event: env.GITHUB_EVENT_NAME ?? '',
    owner,
    repo,
    sha: env.GITHUB_SHA ?? '',
    ref: env.GITHUB_REF ?? '',
    serverUrl: env.GITHUB_SERVER_URL ?? 'https://github.com',
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
    workspace: env.GITHUB_WORKSPACE ?? process.cwd(),
    workflow: env.GITHUB_WORKFLOW ?? '',
    job: env.GITHUB_JOB ?? '',
    runId: Number(env.GITHUB_RUN_ID ?? 0),
    actor: env.GITHUB_ACTOR ?? '',
    defaultBranch: text(field(payload, 'repository', 'default_branch')) ?? null,
    pullRequest: readPullRequest(payload, `${owner}/${repo}`),
    mergeBranch: text(field(payload, 'merge_group', 'base_ref'))?.replace('refs/heads/', '') ?? null,
    before: commit(field(payload, 'merge_group', 'base_sha')) ?? commit(field(payload, 'before')) ?? null,
    files: {
      ...(env.GITHUB_OUTPUT === undefined ? {} : { output: env.GITHUB_OUTPUT }),
      ...(env.GITHUB_STEP_SUMMARY === undefined ? {} : { summary: env.GITHUB_STEP_SUMMARY }),
    },
  };
}

function readPullRequest(payload: unknown, repository: string): PullRequest | null {
  const number = field(payload, 'pull_request', 'number') ?? field(payload, 'number');
  const head = commit(field(payload, 'pull_request', 'head', 'sha'));
  const base = commit(field(payload, 'pull_request', 'base', 'sha'));
  if (typeof number !== 'number' || head === undefined || base === undefined) return null;
  const from = text(field(payload, 'pull_request', 'head', 'repo', 'full_name'));
  // The head's repository is null once a fork is deleted.
  const baseBranch = text(field(payload, 'pull_request', 'base', 'ref')) ?? '';
  return { number, head, base, baseBranch, fromFork: from?.toLowerCase() !== repository.toLowerCase() };
}

function readPayload(file: string | undefined): unknown {
  if (file === undefined || file === '') return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function field(value: unknown, ...path: readonly string[]): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    current = Object.getOwnPropertyDescriptor(current, key)?.value;
  }
  return current;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function commit(value: unknown): string | undefined {
  const sha = text(value);
  return sha !== undefined && /^[0-9a-f]{7,64}$/i.test(sha) && !NO_COMMIT.test(sha) ? sha : undefined;
}
