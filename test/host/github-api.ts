/** GitHub as far as rustperf calls it: holds every request against the published OpenAPI description. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv, type ValidateFunction } from 'ajv';
import { type Answer, type Fault, type Loopback, listen, type Received } from './loopback.js';

export interface Comment {
  readonly id: number;
  body: string;
  readonly user: { readonly type: string };
}

export interface FakeGithub extends Loopback {
  /** What the description forbids and was sent all the same. */
  readonly violations: readonly string[];
  readonly comments: Comment[];
  readonly reviewComments: Comment[];
  readonly checkRuns: { readonly name: string; readonly conclusion: string; annotations: unknown[] }[];
  readonly uploads: unknown[];
}

interface Setup {
  readonly faults?: readonly Fault[];
  /** The unified diff of every comparison and of the pull request. */
  readonly diff?: string;
  readonly comments?: Comment[];
  readonly reviewComments?: Comment[];
  /** A token that may read and nothing else. */
  readonly readOnly?: boolean;
}

export async function fakeGithub(setup: Setup = {}): Promise<FakeGithub> {
  const violations: string[] = [];
  const state = {
    violations,
    comments: setup.comments ?? [],
    reviewComments: setup.reviewComments ?? [],
    checkRuns: [] as { name: string; conclusion: string; annotations: unknown[] }[],
    uploads: [] as unknown[],
  };
  const server = await listen((request) => {
    violations.push(...violationsOf(request));
    if (setup.readOnly && request.method !== 'GET') {
      return { status: 403, body: { message: 'Resource not accessible by integration' } };
    }
    return answer(request, state, setup);
  }, setup.faults);
  return { ...server, ...state };
}

function answer(request: Received, state: Omit<FakeGithub, keyof Loopback>, setup: Setup): Answer {
  const { method, path, body } = request;
  const route = `${method} ${path.replace(/^\/repos\/[^/]+\/[^/]+/, '')}`;
  const wantsDiff = String(request.headers.accept).includes('diff');
  const create = (list: Comment[]): Answer => {
    const comment = { id: 100 + list.length, body: String(field(body, 'body')), user: { type: 'Bot' } };
    list.push(comment);
    return { status: 201, body: comment };
  };
  if (/^GET \/compare\//.test(route) && wantsDiff) return diffAnswer(setup.diff);
  if (/^GET \/pulls\/\d+$/.test(route) && wantsDiff) return diffAnswer(setup.diff);
  if (/^GET \/issues\/\d+\/comments$/.test(route)) return page(request, state.comments);
  if (/^POST \/issues\/\d+\/comments$/.test(route)) return create(state.comments);
  if (/^PATCH \/issues\/comments\/\d+$/.test(route)) {
    const comment = state.comments.find(({ id }) => path.endsWith(`/${id}`));
    if (comment === undefined) return { status: 404, body: { message: 'Not Found' } };
    comment.body = String(field(body, 'body'));
    return { status: 200, body: comment };
  }
  if (/^GET \/pulls\/\d+\/comments$/.test(route)) return page(request, state.reviewComments);
  if (/^POST \/pulls\/\d+\/comments$/.test(route)) return create(state.reviewComments);
  if (/^POST \/pulls\/\d+\/reviews$/.test(route)) {
    const comments = field(body, 'comments');
    for (const comment of Array.isArray(comments) ? comments : []) {
      state.reviewComments.push({
        id: state.reviewComments.length,
        body: comment.body,
        user: { type: 'Bot' },
      });
    }
    return { status: 200, body: { id: 1 } };
  }
  if (route === 'POST /check-runs') {
    const annotations = field(field(body, 'output'), 'annotations');
    state.checkRuns.push({
      name: String(field(body, 'name')),
      conclusion: String(field(body, 'conclusion')),
      annotations: Array.isArray(annotations) ? annotations : [],
    });
    return { status: 201, body: { id: state.checkRuns.length } };
  }
  if (/^PATCH \/check-runs\/\d+$/.test(route)) {
    const annotations = field(field(body, 'output'), 'annotations');
    state.checkRuns.at(-1)?.annotations.push(...(Array.isArray(annotations) ? annotations : []));
    return { status: 200, body: { id: 1 } };
  }
  if (route === 'POST /code-scanning/sarifs') {
    state.uploads.push(body);
    return { status: 202, body: { id: 'upload' } };
  }
  return { status: 404, body: { message: 'Not Found' } };
}

function diffAnswer(diff = ''): Answer {
  return {
    status: 200,
    body: diff,
    headers: { 'content-type': 'application/vnd.github.diff; charset=utf-8' },
  };
}

function page(request: Received, list: readonly Comment[]): Answer {
  const size = Number(request.query.get('per_page') ?? 30);
  const number = Number(request.query.get('page') ?? 1);
  const next = number * size < list.length;
  const address = `http://${request.headers.host}${request.path}?per_page=${size}&page=${number + 1}`;
  return {
    status: 200,
    body: list.slice((number - 1) * size, number * size),
    headers: next ? { link: `<${address}>; rel="next"` } : {},
  };
}

function field(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, key)?.value
    : undefined;
}

interface Operation {
  readonly parameters?: readonly (Parameter | { readonly $ref: string })[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content?: Record<string, { readonly schema: object }>;
  };
}
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: { readonly type?: string };
}

const require = createRequire(import.meta.url);
const file = require.resolve('@octokit/openapi/generated/api.github.com.json');
const description: {
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly parameters: Record<string, Parameter> };
} = JSON.parse(readFileSync(file, 'utf8'));
const ajv = new Ajv({ strict: false, validateFormats: false, validateSchema: false, allErrors: true });
ajv.addSchema(description, 'github');
const validators = new Map<string, ValidateFunction>();

function violationsOf({ method, path, query, body }: Received): readonly string[] {
  const name = `${method} ${path}`;
  const template = templateOf(path, method.toLowerCase());
  if (template === undefined) return [`${name}: no such operation`];
  const operation = description.paths[template]?.[method.toLowerCase()];
  const parameters = (operation?.parameters ?? []).flatMap((one) =>
    '$ref' in one ? (description.components.parameters[one.$ref.split('/').at(-1) ?? ''] ?? []) : one,
  );
  const found: string[] = [];
  for (const [key, value] of query) {
    const parameter = parameters.find((one) => one.in === 'query' && one.name === key);
    if (parameter === undefined) found.push(`${name}: no query parameter ${key}`);
    else if (parameter.schema.type === 'integer' && !/^\d+$/.test(value))
      found.push(`${name}: ${key}=${value}`);
  }
  const segments = path.split('/');
  for (const [index, segment] of template.split('/').entries()) {
    const parameter = parameters.find((one) => one.in === 'path' && segment === `{${one.name}}`);
    if (parameter?.schema.type === 'integer' && !/^\d+$/.test(segments[index] ?? ''))
      found.push(`${name}: ${segment}`);
  }
  const content = operation?.requestBody?.content?.['application/json'];
  if (content === undefined) return body === undefined ? found : [...found, `${name}: takes no body`];
  return [...found, ...bodyViolations(name, template, method.toLowerCase(), content.schema, body)];
}

function bodyViolations(
  name: string,
  template: string,
  method: string,
  schema: object,
  body: unknown,
): string[] {
  const pointer = ['paths', template, method, 'requestBody', 'content', 'application/json', 'schema']
    .map((part) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const key = `${method} ${template}`;
  const validate = validators.get(key) ?? ajv.compile({ $ref: `github#/${pointer}` });
  validators.set(key, validate);
  const found = validate(body ?? {})
    ? []
    : (validate.errors ?? []).map((error) => `${name}: ${error.instancePath} ${error.message}`);
  const known = Object.keys((field(schema, 'properties') ?? {}) as object);
  const unknown = Object.keys((body ?? {}) as object).filter(
    (one) => known.length > 0 && !known.includes(one),
  );
  return [...found, ...unknown.map((one) => `${name}: no property ${one}`)];
}

/** The template with the most literal segments that fits. */
function templateOf(path: string, method: string): string | undefined {
  const segments = path.split('/');
  const literal = (template: string) => template.split('/').filter((part) => !part.startsWith('{')).length;
  return Object.keys(description.paths)
    .filter((template) => {
      const parts = template.split('/');
      return (
        description.paths[template]?.[method] !== undefined &&
        parts.length === segments.length &&
        parts.every((part, index) =>
          part.startsWith('{') ? segments[index] !== '' : part === segments[index],
        )
      );
    })
    .sort((a, b) => literal(b) - literal(a))[0];
}
