/** A GitHub client that waits when told to, gives up in time, and says in a clause why something failed. */
import { getOctokit } from '@actions/github';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { RequestError } from '@octokit/request-error';

export type Github = ReturnType<typeof getOctokit>;

export interface ClientOptions {
  readonly token: string;
  readonly apiUrl: string;
  /** Milliseconds that one request, body included, may take. */
  readonly timeout?: number;
  /** Milliseconds that stand for a second of waiting between tries: 1000, less in tests. */
  readonly second?: number;
  /** Options of @octokit/plugin-throttling beyond the handlers, for tests. */
  readonly throttle?: object;
}

const REQUEST_TIMEOUT_MS = 20_000;
/** For what must not be written twice: a server that fails may have done it all the same. */
export const ONCE = { retries: 0 };

/** A job must not stand still for a rate limit that lasts longer. */
const LONGEST_WAIT_S = 60;
const TRIES_AFTER_LIMIT = 2;
/** 429 belongs to the throttling plugin, 413 and 415 will not get better. */
const FINAL = [400, 401, 403, 404, 406, 409, 410, 413, 415, 422, 429, 451];

export function connectGithub(options: ClientOptions): Github {
  const { second = 1000, timeout = REQUEST_TIMEOUT_MS } = options;
  const mayWait = (retryAfter: number, _request: object, _octokit: object, retryCount: number): boolean =>
    retryAfter <= LONGEST_WAIT_S && retryCount < TRIES_AFTER_LIMIT;
  const settings = {
    baseUrl: options.apiUrl,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    retry: { doNotRetry: FINAL, retries: 2, retryAfterBaseValue: second },
    throttle: {
      onRateLimit: mayWait,
      onSecondaryRateLimit: mayWait,
      retryAfterBaseValue: second,
      ...options.throttle,
    },
  };
  return getOctokit(options.token, settings, eachTry(timeout), retry, throttling);
}

function silent(): void {}

/** Hooks that run for every try; the plugins after it decide how many there are. */
function eachTry(timeout: number): (github: Pick<Github, 'hook'>) => void {
  return (github) => {
    github.hook.before('request', (request) => {
      request.request = { ...request.request, signal: AbortSignal.timeout(timeout) };
    });
    // The throttling plugin knows a secondary limit by its words only; proxies and old servers send a bare 429.
    github.hook.error('request', (error) => {
      if (isRequestError(error) && error.status === 429 && !/secondary rate/i.test(error.message)) {
        error.message = `secondary rate limit: ${error.message}`;
      }
      throw error;
    });
  };
}

/** By name: a bundle may hold the class twice. */
function isRequestError(error: unknown): error is RequestError {
  return error instanceof RequestError || (error instanceof Error && error.name === 'HttpError');
}

/** The status of a failed request; undefined where no answer came. */
export function statusOf(error: unknown): number | undefined {
  return isRequestError(error) && error.response !== undefined ? error.status : undefined;
}

/** True when GitHub was not there at all: what is asked next will not be answered either. */
export function isUnanswered(error: unknown): boolean {
  return statusOf(error) === undefined && (isRequestError(error) || isTimeout(error));
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && /abort|timeout/i.test(`${error.name} ${error.message}`);
}

/** One clause for the log: what failed, and what would help. */
export function reasonOf(error: unknown): string {
  const status = statusOf(error);
  if (status !== undefined) {
    return REASONS[status] ?? (status >= 500 ? `GitHub answered ${status}` : `GitHub refused it (${status})`);
  }
  const cause = error instanceof Error ? error : new Error(String(error));
  if (isTimeout(cause)) return 'GitHub did not answer in time';
  return isRequestError(error) ? 'GitHub could not be reached' : cause.message;
}

const REASONS: Readonly<Record<number, string>> = {
  401: 'the token is not valid (401)',
  403: 'the token may not (403)',
  404: 'the token may not, or it is not there (404)',
  410: 'it is switched off for this repository (410)',
  413: 'it is too large (413)',
  422: 'GitHub refused the content (422)',
  429: 'the rate limit is used up (429)',
};

/**
 * The body of an answer that was asked for as text, such as a diff.
 * @throws Error when it is anything else: an empty diff would mean that nothing changed.
 */
export function textBody(data: unknown): string {
  if (typeof data === 'string') return data;
  if (data instanceof ArrayBuffer) return new TextDecoder().decode(data);
  throw new Error('GitHub answered with something other than a diff');
}
