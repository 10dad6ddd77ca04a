/** The environment of a CI job becomes a reason not to run the code, where strangers may have written it. */
import { readFileSync } from 'node:fs';

type Env = Readonly<Record<string, string | undefined>>;

/** Null when the code is the user's own, as far as the host says. */
export function reasonToRefuse(env: Env): string | null {
  const advice = 'a bench runs the code: pass `--trust` only where the job holds no secrets';
  if (env.GITHUB_EVENT_NAME === 'pull_request_target') {
    return `this job runs for \`pull_request_target\`, with the repository's secrets beside code from elsewhere; ${advice}`;
  }
  if (isForkOnGitHub(env)) return `this pull request comes from a fork; ${advice}`;
  const source = env.CI_MERGE_REQUEST_SOURCE_PROJECT_ID;
  if (source !== undefined && source !== env.CI_MERGE_REQUEST_PROJECT_ID) {
    return `this merge request comes from another project; ${advice}`;
  }
  return null;
}

/** Whatever is not surely the same repository counts as a fork: a deleted one has no name at all. */
function isForkOnGitHub(env: Env): boolean {
  if (!env.GITHUB_EVENT_NAME?.startsWith('pull_request') || env.GITHUB_EVENT_PATH === undefined) return false;
  let event: {
    pull_request?: {
      head?: { repo?: { full_name?: string } | null };
      base?: { repo?: { full_name?: string } };
    };
  };
  try {
    event = JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8'));
  } catch {
    // An event that cannot be read cannot vouch for the code.
    return true;
  }
  const head = event.pull_request?.head?.repo?.full_name;
  return head === undefined || head !== event.pull_request?.base?.repo?.full_name;
}
