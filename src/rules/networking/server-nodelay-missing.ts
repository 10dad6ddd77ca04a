/** Servers and connectors of HTTP libraries that leave Nagle's algorithm on. */
import type { Draft, Fix, Location, Span } from '../../findings/finding.js';
import type { FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import type { Project } from '../../project/project.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, MethodCall } from '../../syntax/ast.js';
import { lastSegment } from '../../syntax/walk.js';
import { callsOn, flagOf, initOf, originOf } from '../builder-chain.js';
import { isSideDoor } from '../busy.js';
import { satisfies, type UsedVersion, usedVersion } from '../crate-version.js';
import { type Import, importFor } from '../imports.js';
import type { Rule } from '../rule.js';

/** A call in the chain that made a value. */
type Source = { readonly path: string } | { readonly method: string; readonly on: Ty };

type Seen =
  /** `axum::serve(listener, app)`. */
  | {
      readonly kind: 'axum';
      readonly path: string;
      readonly listener: Ty;
      readonly sources: readonly Source[];
      readonly edit: Tap | null;
    }
  /** A constructor of another server or connector. */
  | { readonly kind: 'made'; readonly path: string }
  /** `serve_with_incoming(stream)`. */
  | { readonly kind: 'incoming'; readonly on: Ty; readonly stream: Ty; readonly made: string | null }
  /** `.tcp_nodelay(false)`. */
  | { readonly kind: 'off'; readonly on: Ty; readonly literal: Span }
  /** This function sets it on some socket: on Linux accepted sockets inherit it from the one that listens. */
  | { readonly kind: 'setter' };

/** Constructors whose chain must say `set`, by canonical path. */
interface Made {
  readonly what: string;
  readonly crate: string;
  /** Versions in which the setting exists; older ones are silent. */
  readonly range: string;
  readonly severity: 'critical' | 'warning';
  readonly advice: string;
}

const AXUM_SERVER: Made = {
  what: 'axum_server',
  crate: 'axum-server',
  range: '*',
  severity: 'critical',
  advice: 'add `.acceptor(axum_server::accept::NoDelayAcceptor::new())`',
};
const HYPER_SERVER: Made = {
  what: 'hyper::Server',
  crate: 'hyper',
  range: '<1.0.0',
  severity: 'warning',
  advice: 'add `.tcp_nodelay(true)` to the builder',
};
const HTTP_CONNECTOR: Made = {
  what: 'HttpConnector',
  crate: 'hyper-util',
  range: '*',
  severity: 'warning',
  advice: 'call `set_nodelay(true)` on the connector',
};
const ACTIX: Made = {
  what: 'actix_web::HttpServer',
  crate: 'actix-web',
  range: '>=4.13.0',
  severity: 'warning',
  advice: 'add `.tcp_nodelay(true)` to the server (since actix-web 4.13)',
};

const MADE: ReadonlyMap<string, Made> = new Map([
  ...[
    'bind',
    'bind_rustls',
    'bind_openssl',
    'from_tcp',
    'from_tcp_rustls',
    'from_tcp_openssl',
    'Server::bind',
  ].map((name) => [`axum_server::${name}`, AXUM_SERVER] as const),
  ...['hyper::Server', 'hyper::server::Server', 'axum::Server'].flatMap((owner) =>
    ['bind', 'try_bind', 'from_tcp'].map((name) => [`${owner}::${name}`, HYPER_SERVER] as const),
  ),
  ...['hyper_util::client::legacy::connect', 'hyper::client', 'hyper::client::connect'].flatMap((owner) =>
    ['new', 'new_with_resolver'].map((name) => [`${owner}::HttpConnector::${name}`, HTTP_CONNECTOR] as const),
  ),
  ['actix_web::HttpServer::new', ACTIX],
]);

/** Settings that say something about Nagle; a call with anything but `false` counts as set. */
const SETTERS = new Set(
  'tcp_nodelay set_nodelay set_tcp_nodelay with_nodelay nodelay with_tcp_nodelay'.split(' '),
);
/** They may set it, inside what they are given. */
const OPAQUE_SETTERS = new Set(
  'acceptor addr_incoming_config map on_connect tap_io tap_mut tap map_ok inspect inspect_ok'.split(' '),
);
const TCP = 'tokio::net::TcpListener';
const ADAPTERS = new Set('tap_io map map_ok inspect inspect_ok then and_then filter_map'.split(' '));

interface Tap {
  readonly end: Span;
  readonly use: Import | 'there';
}

export const rule: Rule = {
  id: 'server-nodelay-missing',
  collect: [
    onCall(['serve'], collectAxum),
    onCall([...new Set([...MADE.keys()].map((path) => lastSegment(path)))], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || view.isOpaque(node) || !/(?:axum_server|Server|HttpConnector)::\w+$/.test(path))
        return;
      const { calls, leaves } = callsOn(node);
      if (calls.some((call) => sets(call, view))) return;
      // A helper given the value by `&mut` may set it.
      if (leaves.some((leaf) => leaf.kind === 'method' || leaf.kind === 'call') && isLent(node, view)) return;
      const names = new Set(calls.map((call) => call.name));
      if ((names.has('bind_uds') || names.has('listen_uds')) && !names.has('bind')) return;
      view.emit(node, { kind: 'made', path } satisfies Seen);
    }),
    onMethod(['serve_with_incoming', 'serve_with_incoming_shutdown'], (node, view) => {
      const [stream] = node.args;
      if (stream === undefined || view.isOpaque(node) || setsInChain(stream, view)) return;
      const origin = originOf(stream);
      const made = origin.kind === 'call' ? view.calledPath(origin) : null;
      if (origin.kind === 'call' && made !== null && /TcpIncoming::(?:new|from_listener)$/.test(made)) {
        if (flagOf(origin, 1) !== false && origin.args.length > 1) return;
      }
      const seen: Seen = {
        kind: 'incoming',
        on: view.typeOf(node.receiver),
        stream: view.typeOf(stream),
        made,
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
    onMethod(['tcp_nodelay', 'with_nodelay'], (node, view) => {
      const [literal] = node.args;
      if (literal === undefined || flagOf(node) !== false || view.isOpaque(node)) return;
      const inner = literal.kind === 'call' ? (literal.args[0] ?? literal) : literal;
      const seen: Seen = { kind: 'off', on: view.typeOf(node.receiver), literal: view.span(inner) };
      view.emit(node, seen, view.methodSpan(node));
    }),
    onMethod(['set_nodelay', 'set_tcp_nodelay'], (node, view) => {
      if (flagOf(node) !== false) view.emit(node, { kind: 'setter' } satisfies Seen);
    }),
  ],
  *judge({ program, project, candidates }) {
    const setters = new Set<FnNode>();
    for (const sighting of candidates) {
      const data: Seen = sighting.data;
      const node = program.node(sighting);
      if (data.kind === 'setter' && node !== null) setters.add(node);
    }
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (seen.kind === 'setter') continue;
      if (seen.kind !== 'off' && setsOnListener(program, sighting, seen, setters)) continue;
      const at: Location = { path: sighting.path, ...sighting.at };
      const found = judge(seen, at, program, project);
      if (found !== null) {
        // A library that turns Nagle off somewhere does so for its connectors too, by ways that are not followed.
        const elsewhere = seen.kind === 'made' && program.isLibrary(sighting.path) && setters.size > 0;
        const aside = elsewhere || isSideDoor(sighting.path) ? { confidence: 'low' as const } : {};
        yield { rule: 'server-nodelay-missing', at, ...found, ...aside };
      }
    }
  },
};

function collectAxum(node: Call, view: View): void {
  const path = view.calledPath(node);
  const [listener] = node.args;
  if (path === null || listener === undefined || node.args.length !== 2 || view.isOpaque(node)) return;
  if (callsOn(node).calls.some((call) => sets(call, view)) || setsInChain(listener, view)) return;
  view.emit(node, {
    kind: 'axum',
    path,
    listener: view.typeOf(untapped(listener)),
    sources: sourcesOf(listener, view),
    edit: listener.kind === 'path' ? editOf(listener, view) : null,
  } satisfies Seen);
}

/** `listener.tap_io(…)` is a listener of the same kind. */
function untapped(listener: Expr): Expr {
  if (listener.kind === 'method' && listener.name === 'tap_io') return untapped(listener.receiver);
  const init = initOf(listener);
  return init?.kind === 'method' && init.name === 'tap_io' ? untapped(init) : listener;
}

/** Where a fix writes: behind the listener, and what it has to import. */
function editOf(listener: Expr, view: View): Tap | null {
  const use = importFor('axum::serve::ListenerExt', listener, view);
  return use === null ? null : { end: view.span({ start: listener.end, end: listener.end }), use };
}

/** The call turns Nagle off, or hands over something that speaks of it, or that we cannot read. */
function sets(call: MethodCall, view: View): boolean {
  if (SETTERS.has(call.name)) return true;
  if (!OPAQUE_SETTERS.has(call.name)) return false;
  return call.args.some(
    (arg) => arg.kind === 'path' || /no_?delay/i.test(view.text(originOf(arg)) + view.text(arg)),
  );
}

/** The same, in the chain that made a listener or stream. */
function setsInChain(expr: Expr, view: View): boolean {
  let value: Expr | null = expr;
  for (let hops = 0; hops < 40 && value !== null; hops++) {
    if (value.kind === 'method') {
      if (SETTERS.has(value.name)) return flagOf(value) !== false;
      if (ADAPTERS.has(value.name) && sets(value, view)) return true;
      value = value.receiver;
    } else if (value.kind === 'await' || value.kind === 'try') value = value.base;
    else value = initOf(value);
  }
  return false;
}

/** The value is passed on by `&mut`. */
function isLent(made: Call, view: View): boolean {
  let top: Expr = made;
  while (top.parent?.kind === 'method' || top.parent?.kind === 'try' || top.parent?.kind === 'await')
    top = top.parent;
  if (top.parent?.kind !== 'let' || top.parent.pattern.kind !== 'patIdent') return false;
  const block = top.parent.parent;
  return block !== null && new RegExp(`&mut\\s+${top.parent.pattern.name}\\b`).test(view.text(block));
}

/** Calls that a value comes from, the last first. */
function sourcesOf(expr: Expr, view: View): Source[] {
  const found: Source[] = [];
  let value: Expr | null = expr;
  for (let hops = 0; hops < 40 && value !== null; hops++) {
    if (value.kind === 'method') {
      found.push({ method: value.name, on: view.typeOf(value.receiver) });
      value = value.receiver;
    } else if (value.kind === 'await' || value.kind === 'try') value = value.base;
    else if (value.kind === 'call') {
      const path = view.calledPath(value);
      if (path !== null) found.push({ path });
      return found;
    } else value = initOf(value);
  }
  return found;
}

/** The socket that listens is made, and set, in this function or in one that makes it. */
function setsOnListener(
  program: Program,
  sighting: Sighting,
  seen: Seen,
  setters: ReadonlySet<FnNode>,
): boolean {
  if (setters.size === 0) return false;
  const node = program.node(sighting);
  if (node !== null && setters.has(node)) return true;
  const sources = seen.kind === 'axum' ? seen.sources : [];
  return sources
    .flatMap((source) => nodesOf(program, sighting.path, source))
    .some((made) => setters.has(made) || made.callees.some((edge) => setters.has(edge.to)));
}

function nodesOf(program: Program, file: string, source: Source): readonly FnNode[] {
  if ('path' in source) return program.graph.byPath.get(program.canonical(file, source.path)) ?? [];
  const found = program.types.methodOn(program.settle(file, source.on), source.method);
  return found !== null && 'entry' in found ? (program.graph.byPath.get(found.entry.path) ?? []) : [];
}

type Found = Omit<Draft, 'rule' | 'at'>;

function judge(seen: Seen, at: Location, program: Program, project: Project): Found | null {
  switch (seen.kind) {
    case 'axum': {
      if (!/^axum::serve(?:::serve)?$/.test(program.canonical(at.path, seen.path))) return null;
      if (program.headPath(at.path, seen.listener) !== TCP) return null;
      return axum(usedVersion(project, at.path, 'axum'), seen, at.path);
    }
    case 'made': {
      const path = program.canonical(at.path, seen.path);
      const made = MADE.get(path);
      if (made === undefined) return null;
      const crate = path.startsWith('hyper::client') ? 'hyper' : made.crate;
      if (made.range !== '*' && satisfies(usedVersion(project, at.path, crate), made.range) === false)
        return null;
      return { params: { server: made.what }, severity: made.severity, help: made.advice };
    }
    case 'incoming':
      return incoming(seen, at.path, program);
    case 'off': {
      const head = program.headPath(at.path, seen.on);
      if (head !== null && program.index.types.has(head)) return null;
      const isClient = head?.startsWith('reqwest::') === true;
      return {
        params: { server: 'this builder' },
        message: isClient
          ? "this client turns Nagle on: small requests on reused connections can wait for the peer's delayed ACK"
          : "this turns Nagle on: small messages on reused connections can wait for the peer's delayed ACK",
        help: 'pass `true`, or leave the call out where the library turns it off by itself',
        severity: isClient ? 'warning' : 'critical',
        fix: {
          applicability: 'maybe-incorrect',
          title: 'turn Nagle off',
          edits: [{ path: at.path, ...seen.literal, newText: 'true' }],
        },
      };
    }
    case 'setter':
      return null;
  }
}

function axum(version: UsedVersion | null, seen: Extract<Seen, { kind: 'axum' }>, path: string): Found {
  const params = { server: 'axum::serve' };
  if (satisfies(version, '>=0.8.0') !== false) {
    const since = version?.locked === null || version === null ? ' (since axum 0.8)' : '';
    return {
      params,
      help: `pass \`listener.tap_io(|stream| { let _ = stream.set_nodelay(true); })\` with \`axum::serve::ListenerExt\`${since}`,
      ...(seen.edit === null || version === null ? {} : { fix: tapFix(seen.edit, path) }),
    };
  }
  return satisfies(version, '>=0.7.6') !== false
    ? { params, help: 'add `.tcp_nodelay(true)` to `axum::serve(…)` (axum 0.7.6 to 0.7.9)' }
    : { params, help: 'upgrade axum: 0.7.6 brings `.tcp_nodelay(true)`, 0.8 `ListenerExt::tap_io`' };
}

function tapFix({ end, use }: Tap, path: string): Fix {
  return {
    applicability: 'maybe-incorrect',
    title: 'set `TCP_NODELAY` on accepted connections',
    edits: [
      ...(use === 'there' ? [] : [{ path, ...use.at, newText: use.text }]),
      { path, ...end, newText: '.tap_io(|stream| { let _ = stream.set_nodelay(true); })' },
    ],
  };
}

function incoming(seen: Extract<Seen, { kind: 'incoming' }>, path: string, program: Program): Found | null {
  const head = program.headPath(path, seen.stream);
  const made = seen.made === null ? null : program.canonical(path, seen.made);
  const isStream = head === 'tokio_stream::wrappers::TcpListenerStream';
  const isIncoming = made !== null && /^tonic::transport::(?:server::)?TcpIncoming::/.test(made);
  if (!isStream && !isIncoming) return null;
  return {
    params: { server: 'serve_with_incoming' },
    help: 'use `TcpIncoming::bind(addr)?.with_nodelay(Some(true))` as the incoming stream: `Server::tcp_nodelay` has no effect on it',
  };
}
