/** GitLab as far as rustperf calls it: paths, parameters and limits as docs.gitlab.com/api documents them. */
import { type Answer, type Fault, type Loopback, listen, type Received } from './loopback.js';

export interface Note {
  readonly id: number;
  body: string;
}

export interface FakeGitlab extends Loopback {
  /** What the documentation forbids and was sent all the same. */
  readonly violations: readonly string[];
  readonly notes: Note[];
  readonly discussions: { readonly id: string; readonly notes: Note[]; readonly position: unknown }[];
}

interface Setup {
  readonly faults?: readonly Fault[];
  readonly notes?: Note[];
  readonly discussions?: FakeGitlab['discussions'];
  readonly diff?: string;
  /** Files in the artifact of the last successful pipeline of `main`, by path. */
  readonly artifacts?: Readonly<Record<string, string>>;
  /** A token that may read and nothing else. */
  readonly readOnly?: boolean;
}

const VERSION = {
  id: 1,
  base_commit_sha: 'a'.repeat(40),
  start_commit_sha: 'a'.repeat(40),
  head_commit_sha: 'b'.repeat(40),
};
const POSITION_KEYS = [
  'position_type',
  'base_sha',
  'start_sha',
  'head_sha',
  'old_path',
  'new_path',
  'new_line',
];

export async function fakeGitlab(setup: Setup = {}): Promise<FakeGitlab> {
  const violations: string[] = [];
  const state = { violations, notes: setup.notes ?? [], discussions: setup.discussions ?? [] };
  const server = await listen((request) => {
    const name = `${request.method} ${request.path}`;
    if (request.headers['private-token'] !== 'glpat-test') violations.push(`${name}: no token`);
    if (request.body !== undefined && request.headers['content-type'] !== 'application/json') {
      violations.push(`${name}: a body that is not announced as JSON`);
    }
    if (setup.readOnly && request.method !== 'GET')
      return { status: 403, body: { message: '403 Forbidden' } };
    return answer(request, state, setup);
  }, setup.faults);
  return { ...server, ...state };
}

function answer(
  request: Received,
  state: Omit<FakeGitlab, keyof Loopback> & { violations: string[] },
  setup: Setup,
): Answer {
  const { method, path, body } = request;
  const prefix = '/api/v4/projects/42/merge_requests/3/';
  const route = path.startsWith(prefix) ? `${method} ${path.slice(prefix.length)}` : '';
  const expectBody = (...keys: readonly string[]): void => {
    const sent = Object.keys((body ?? {}) as object);
    for (const key of sent)
      if (!keys.includes(key)) state.violations.push(`${method} ${path}: no parameter ${key}`);
    if (!sent.includes('body')) state.violations.push(`${method} ${path}: body is required`);
  };
  const artifact = /^\/api\/v4\/projects\/42\/jobs\/artifacts\/main\/raw\/(.+)$/.exec(path)?.[1];
  if (method === 'GET' && artifact !== undefined) {
    allowQuery(request, state.violations, 'job');
    if (!request.query.has('job')) state.violations.push(`${method} ${path}: job is required`);
    const text = setup.artifacts?.[artifact];
    return text === undefined
      ? { status: 404, body: { message: '404 Not found' } }
      : { status: 200, body: text };
  }
  if (route === 'GET notes') {
    allowQuery(request, state.violations, 'sort', 'order_by');
    return page(request, state.notes);
  }
  if (route === 'POST notes') {
    expectBody('body');
    const note = { id: state.notes.length + 1, body: text(body) };
    state.notes.push(note);
    return { status: 201, body: note };
  }
  if (/^PUT notes\/\d+$/.test(route)) {
    expectBody('body');
    const note = state.notes.find(({ id }) => path.endsWith(`/${id}`));
    if (note === undefined) return { status: 404, body: { message: '404 Not found' } };
    note.body = text(body);
    return { status: 200, body: note };
  }
  if (route === 'GET discussions') {
    allowQuery(request, state.violations);
    return page(request, state.discussions);
  }
  if (route === 'GET versions') return page(request, [VERSION]);
  if (route === 'GET raw_diffs') return { status: 200, body: setup.diff ?? '' };
  if (route === 'POST discussions') {
    expectBody('body', 'position', 'commit_id', 'created_at');
    const position = Object.getOwnPropertyDescriptor(body as object, 'position')?.value;
    for (const key of POSITION_KEYS) {
      if (!(key in position)) state.violations.push(`POST discussions: position.${key} is required`);
    }
    const id = `d${state.discussions.length}`;
    const discussion = { id, notes: [{ id: 1, body: text(body) }], position };
    state.discussions.push(discussion);
    return { status: 201, body: discussion };
  }
  state.violations.push(`${method} ${path}: no such operation`);
  return { status: 404, body: { message: '404 Not found' } };
}

function allowQuery(
  { method, path, query }: Received,
  violations: string[],
  ...names: readonly string[]
): void {
  for (const key of query.keys()) {
    if (!['page', 'per_page', ...names].includes(key))
      violations.push(`${method} ${path}: no parameter ${key}`);
  }
  if (Number(query.get('per_page') ?? 20) > 100)
    violations.push(`${method} ${path}: per_page is at most 100`);
}

function page({ query }: Received, list: readonly unknown[]): Answer {
  const size = Number(query.get('per_page') ?? 20);
  const number = Number(query.get('page') ?? 1);
  const next = number * size < list.length ? String(number + 1) : '';
  return {
    status: 200,
    body: list.slice((number - 1) * size, number * size),
    headers: { 'x-next-page': next },
  };
}

function text(body: unknown): string {
  return String(Object.getOwnPropertyDescriptor(body as object, 'body')?.value);
}
