/** Connections to databases, brokers and other services opened for each request instead of taken from a pool. */
import { bindingOf } from '../../summaries/bindings.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Node } from '../../syntax/ast.js';
import { lastSegment } from '../../syntax/walk.js';
import { originOf } from '../builder-chain.js';
import { PathSet } from '../declarative.js';
import { type Kept, keptOf, oftenRun } from '../per-request.js';
import { outlives } from '../places.js';
import type { Rule } from '../rule.js';
import { flowOf } from '../stream-flow.js';

type Seen = { readonly kept: Kept; readonly copied: boolean; readonly steady: boolean } & (
  | { readonly path: string }
  | {
      readonly method: string;
      readonly on: Ty;
      readonly origin: string | null;
      readonly varies: boolean;
    }
);

/** What a connection is made to, by the function that makes it. `socket`: often one of its own for good reason. */
const CALLS: ReadonlyMap<string, 'service' | 'socket'> = new Map([
  ...[
    'tokio::net::TcpStream::connect',
    'std::net::TcpStream::connect',
    'std::net::TcpStream::connect_timeout',
  ].map((path) => [path, 'socket'] as const),
  ...[
    'tokio_postgres::connect',
    'postgres::Client::connect',
    'sqlx::PgConnection::connect',
    'sqlx::MySqlConnection::connect',
    'sqlx::SqliteConnection::connect',
    'sqlx::PgPool::connect',
    'sqlx::MySqlPool::connect',
    'sqlx::SqlitePool::connect',
    'sqlx::AnyPool::connect',
    'sqlx::PgPool::connect_with',
    'sqlx::MySqlPool::connect_with',
    'sqlx::SqlitePool::connect_with',
    'sqlx::Pool::connect',
    'sqlx::PgPool::connect_lazy',
    'sea_orm::Database::connect',
    'diesel::PgConnection::establish',
    'diesel::MysqlConnection::establish',
    'diesel::pg::PgConnection::establish',
    'diesel_async::AsyncPgConnection::establish',
    'mongodb::Client::with_uri_str',
    'mongodb::Client::with_options',
    'lapin::Connection::connect',
    'async_nats::connect',
    'redis::aio::ConnectionManager::new',
    'mysql_async::Conn::new',
    'mysql_async::Pool::new',
    'clickhouse::Client::default',
    'tokio::runtime::Runtime::new',
    'lettre::SmtpTransport::relay',
  ].map((path) => [path, 'service'] as const),
]);

/** Methods that connect, by the type they are called on. */
const METHODS: ReadonlyMap<string, RegExp> = new Map([
  [
    'redis::Client',
    /^get_(?:multiplexed_)?(?:async_|tokio_)?(?:connection|connection_manager)(?:_with_timeouts?)?$/,
  ],
  ['tokio_postgres::Config', /^connect$/],
  ['postgres::Config', /^connect$/],
  ['rdkafka::ClientConfig', /^create$/],
  ['rdkafka::config::ClientConfig', /^create$/],
  ['sqlx::postgres::PgPoolOptions', /^connect/],
  ['sqlx::mysql::MySqlPoolOptions', /^connect/],
  ['sqlx::sqlite::SqlitePoolOptions', /^connect/],
  ['sqlx::pool::PoolOptions', /^connect/],
]);
const METHOD_NAMES =
  `get_connection get_async_connection get_multiplexed_async_connection get_multiplexed_tokio_connection
  get_tokio_connection get_connection_manager get_connection_with_timeout get_multiplexed_async_connection_with_timeouts
  create connect connect_with connect_lazy connect_lazy_with`.split(/\s+/);
/** Functions whose work is to connect: what calls them decides how often. */
const CONNECTING = /^(?:re)?connect|^dial|^open|^establish|^new$|^build|^create_(?:pool|conn)|^init|^setup/;

const CALL_PATHS = new PathSet(CALLS.keys());

export const rule: Rule = {
  id: 'connect-per-request',
  collect: [
    onCall([...new Set([...CALLS.keys()].map((path) => lastSegment(path)))], (node, view) => {
      const path = view.calledPath(node);
      if (
        path === null ||
        view.isOpaque(node) ||
        !/[A-Z]\w*::\w+$|(?:tokio_postgres|async_nats)::connect$/.test(path)
      )
        return;
      if (!CALL_PATHS.mayHave(path)) return;
      const copied = isCopied(node, view);
      const seen: Seen = { path, kept: keptOf(node, view), copied, steady: isSteady(node, view) };
      view.emit(node, seen);
    }),
    onMethod(METHOD_NAMES, (node, view) => {
      if (view.isOpaque(node)) return;
      const origin = originOf(node.receiver);
      const seen: Seen = {
        method: node.name,
        on: view.typeOf(node.receiver),
        origin: origin.kind === 'call' ? view.calledPath(origin) : null,
        kept: keptOf(node, view),
        copied: false,
        steady: false,
        varies: variesFrom(node.receiver),
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      let what: string;
      let kind: 'service' | 'socket' = 'service';
      if ('path' in seen) {
        what = program.canonical(sighting.path, seen.path);
        const known = CALLS.get(what);
        if (known === undefined) continue;
        kind = known;
      } else {
        const origin = seen.origin === null ? null : program.canonical(sighting.path, seen.origin);
        const head =
          program.headPath(sighting.path, seen.on) ?? origin?.slice(0, origin.lastIndexOf('::')) ?? '';
        if (METHODS.get(head)?.test(seen.method) !== true) continue;
        what = `${head}::${seen.method}`;
      }
      // A proxy opens one connection for each that it accepts.
      if (kind === 'socket' && (seen.copied || seen.kept.stored || seen.kept.returned)) continue;
      const node = program.node(sighting);
      if (node !== null && CONNECTING.test(node.fn.name) && sighting.context.paced) continue;
      const often = oftenRun(program, sighting, seen.kept);
      if (often === null) continue;
      // Each round, or each call in it, may name another server.
      if (
        often.because === 'loop' &&
        'varies' in seen &&
        seen.varies &&
        /Config$/.test(what.replace(/::\w+$/, ''))
      )
        continue;
      const looped = often.because === 'loop' && kind === 'socket';
      if (looped && !(seen.steady && program.answers(sighting.path))) continue;
      const when = often.because === 'handler' ? 'for each request' : 'in each turn of the loop';
      yield {
        rule: 'connect-per-request',
        at: { path: sighting.path, ...sighting.at },
        params: { made: what, when },
        ...(what === 'tokio::runtime::Runtime::new' ? runtimeWords(when) : {}),
        ...(often.related.length === 0 ? {} : { related: often.related }),
      };
    }
  },
};

/** The configuration is told more on the way, or comes from the caller. */
function variesFrom(receiver: Expr): boolean {
  const own = receiver.kind === 'path' ? bindingOf(receiver) : null;
  if (own?.ident.mutable === true) return true;
  const origin = originOf(receiver);
  return origin.kind === 'path' && bindingOf(origin)?.owner.kind === 'param';
}

/** Each round of the loop connects to the same address again. */
function isSteady(node: Extract<Node, { kind: 'call' }>, view: View): boolean {
  const [loop] = view.loopsAround(node);
  if (loop === undefined || loop.kind === 'loop' || (loop.kind === 'while' && loop.cond.kind !== 'letCond'))
    return false;
  return node.args.every((arg) => arg.kind === 'literal' || outlives(arg, loop));
}

function runtimeWords(when: string) {
  return {
    message: `\`tokio::runtime::Runtime::new\` starts a pool of threads ${when}`,
    help: 'make one runtime at start-up and keep its `Handle`',
  };
}

/** The socket, or the function around it, copies bytes from one connection to another. */
function isCopied(node: Extract<Node, { kind: 'call' }>, view: View): boolean {
  if (!/TcpStream$/.test(view.calledPath(node)?.replace(/::\w+$/, '') ?? '')) return false;
  if (flowOf(node, view).bulk) return true;
  for (let n: Node | null = node.parent; n !== null; n = n.parent) {
    if (n.kind === 'fn') return /\bcopy(?:_bidirectional)?\w*\s*\(/.test(view.text(n));
  }
  return false;
}
