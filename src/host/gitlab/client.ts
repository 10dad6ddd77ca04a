/** The few calls of GitLab's REST API that publishing needs: they wait when told to, and give up in time. */
import { setTimeout as wait } from 'node:timers/promises';

export interface GitlabClient {
  /** One answer. `path` is relative to the project. @throws GitlabError */
  readonly get: (path: string) => Promise<unknown>;
  /** All pages of a list, 100 a page, at most 20 pages. @throws GitlabError */
  readonly list: (path: string) => Promise<readonly unknown[]>;
  /** An answer that is not JSON. @throws GitlabError */
  readonly text: (path: string) => Promise<string>;
  /** @throws GitlabError */
  readonly send: (method: 'POST' | 'PUT', path: string, body: object) => Promise<unknown>;
}

export interface GitlabClientOptions {
  /** With `/api/v4`. */
  readonly apiUrl: string;
  readonly projectId: string;
  readonly token: string;
  /** Milliseconds that one request, body included, may take. */
  readonly timeout?: number;
  /** Milliseconds that stand for a second of waiting between tries: 1000, less in tests. */
  readonly second?: number;
}

/** A request that GitLab refused, or that it did not answer: then `status` is null. */
export class GitlabError extends Error {
  override readonly name = 'GitlabError';
  readonly status: number | null;
  constructor(message: string, status: number | null, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
  }
}

const REQUEST_TIMEOUT_MS = 20_000;
const TRIES = 3;
const MOST_PAGES = 20;
/** A job must not stand still for a rate limit that lasts longer. */
const LONGEST_WAIT_S = 60;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export function connectGitlab(options: GitlabClientOptions): GitlabClient {
  const base = `${options.apiUrl.replace(/\/$/, '')}/projects/${encodeURIComponent(options.projectId)}`;
  const call = (method: string, path: string, body?: object): Promise<Answer> =>
    persist(options, method, `${base}/${path}`, body);
  return {
    get: async (path) => parse(await call('GET', path)),
    text: async (path) => (await call('GET', path)).body,
    send: async (method, path, body) => parse(await call(method, path, body)),
    async list(path) {
      const all: unknown[] = [];
      let page = '1';
      for (let count = 0; count < MOST_PAGES && page !== ''; count += 1) {
        const answer = await call('GET', `${path}${path.includes('?') ? '&' : '?'}per_page=100&page=${page}`);
        const part = parse(answer);
        if (!Array.isArray(part))
          throw new GitlabError('GitLab answered with something other than a list', null);
        all.push(...part);
        page = answer.headers.get('x-next-page') ?? '';
      }
      return all;
    },
  };
}

/** Tries again what may get better: a rate limit, a failing server; a write only when it was surely not done. */
async function persist(
  options: GitlabClientOptions,
  method: string,
  url: string,
  body: object | undefined,
): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    let answer: Answer;
    try {
      answer = await once(options, method, url, body);
    } catch (cause) {
      if (method === 'GET' && attempt < TRIES) {
        await pause(attempt ** 2, options);
        continue;
      }
      throw new GitlabError(unanswered(cause), null, { cause });
    }
    if (answer.status < 300) return answer;
    const delay = delayBefore(attempt, method, answer);
    if (delay === undefined || attempt >= TRIES) throw refused(answer.status);
    await pause(delay, options);
  }
}

async function once(
  { token, timeout = REQUEST_TIMEOUT_MS }: GitlabClientOptions,
  method: string,
  url: string,
  body: object | undefined,
): Promise<Answer> {
  const response = await fetch(url, {
    method,
    headers: {
      'private-token': token,
      'user-agent': 'rustperf',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    signal: AbortSignal.timeout(timeout),
    // A redirect to another host would carry the token along.
    redirect: 'error',
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, headers: response.headers, body: await response.text() };
}

/** Seconds to wait before another try; undefined where another try is pointless or might write twice. */
function delayBefore(attempt: number, method: string, { status, headers }: Answer): number | undefined {
  const isIdempotent = method !== 'POST';
  if (status !== 429 && status !== 503 && !(status >= 500 && isIdempotent)) return undefined;
  const asked = Number(headers.get('retry-after') ?? attempt ** 2);
  return asked <= LONGEST_WAIT_S ? asked : undefined;
}

function pause(seconds: number, { second = 1000 }: GitlabClientOptions): Promise<void> {
  return wait(seconds * second);
}

function parse({ body }: Answer): unknown {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new GitlabError('GitLab answered with something other than JSON', null, { cause });
  }
}

function refused(status: number): GitlabError {
  const known =
    REASONS[status] ?? (status >= 500 ? `GitLab answered ${status}` : `GitLab refused it (${status})`);
  return new GitlabError(known, status);
}

const REASONS: Readonly<Record<number, string>> = {
  401: 'the token is not valid (401)',
  403: 'the token may not: it needs the scope `api` and the role Reporter or higher (403)',
  404: 'the token may not, or it is not there (404)',
  429: 'the rate limit is used up (429)',
};

function unanswered(cause: unknown): string {
  return cause instanceof Error && cause.name === 'TimeoutError'
    ? 'GitLab did not answer in time'
    : 'GitLab could not be reached';
}
