/** A server on this machine's loopback address that records requests and plays faults before it answers. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Parsed JSON, or the fields of a form; undefined without a body. */
  readonly body: unknown;
}

export interface Answer {
  readonly status: number;
  /** Sent as JSON, or as it is when it is a string. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What goes wrong: an answer instead of the real one, or no whole answer. */
export type Trouble = Answer | 'hang' | 'slow-body' | 'reset';

export interface Fault {
  /** Matched against `METHOD /path`. */
  readonly on: RegExp;
  /** One for each request that matches, in order; afterwards the server is well again. */
  readonly play: Trouble[];
}

export interface Loopback {
  readonly url: string;
  readonly received: readonly Received[];
  /** `METHOD /path` of every request. */
  readonly calls: () => readonly string[];
  readonly close: () => Promise<void>;
}

export async function listen(
  answer: (request: Received) => Answer,
  faults: readonly Fault[] = [],
): Promise<Loopback> {
  const received: Received[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk);
    const url = new URL(incoming.url ?? '/', 'http://loopback');
    const bytes = Buffer.concat(chunks);
    const request: Received = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      headers: incoming.headers,
      body: await bodyOf(bytes, incoming.headers['content-type'] ?? ''),
    };
    received.push(request);
    const real = answer(request);
    const name = `${request.method} ${request.path}`;
    const trouble = faults.find(({ on, play }) => on.test(name) && play.length > 0)?.play.shift();
    respond(trouble ?? real, outgoing);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    calls: () => received.map(({ method, path }) => `${method} ${path}`),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function respond(what: Trouble, outgoing: ServerResponse): void {
  if (what === 'hang') return;
  if (what === 'reset') {
    outgoing.destroy();
    return;
  }
  if (what === 'slow-body') {
    outgoing.writeHead(200, { 'content-type': 'application/json' });
    outgoing.write('[');
    return;
  }
  const { status, body, headers = {} } = what;
  const isText = typeof body === 'string';
  outgoing.writeHead(status, {
    'content-type': isText ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    ...headers,
  });
  outgoing.end(body === undefined ? undefined : isText ? body : JSON.stringify(body));
}

async function bodyOf(bytes: Buffer<ArrayBuffer>, type: string): Promise<unknown> {
  if (bytes.length === 0) return undefined;
  if (!type.startsWith('multipart/')) return JSON.parse(bytes.toString('utf8'));
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const fields: Record<string, unknown> = {};
  for (const [name, given] of form) {
    const value = typeof given === 'string' ? given.replaceAll('\r\n', '\n') : given;
    // `position[new_line]`
    const [outer = name, inner] = name.split(/[[\]]/);
    fields[outer] = inner === undefined ? value : { ...Object(fields[outer]), [inner]: value };
  }
  return fields;
}
