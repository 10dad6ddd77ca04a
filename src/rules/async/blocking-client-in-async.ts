/** Synchronous clients of networks and databases on an async worker. */
import { onMethod } from '../../summaries/collector.js';
import type { Expr } from '../../syntax/ast.js';
import { blockingRule, type Shape } from '../blocking.js';
import { fileUses } from '../imports.js';

/** Connections of diesel that wait for the database on the spot, and pooled ones. */
const DIESEL = [
  'diesel::PgConnection',
  'diesel::SqliteConnection',
  'diesel::MysqlConnection',
  'r2d2::PooledConnection',
];
/** Methods that a trait gives to every synchronous connection of redis. */
const COMMANDS =
  `get set set_ex set_nx pset_ex mget mset del unlink exists expire expire_at pexpire persist ttl pttl rename append incr
  decr strlen getset get_del get_ex hget hset hset_nx hset_multiple hdel hincr hexists hkeys hvals hgetall hlen hmget lpush
  rpush lpop rpop llen lrange lrem ltrim lindex lset blpop brpop sadd srem smembers sismember scard spop sunion sinter sdiff
  zadd zrem zscore zrange zrange_withscores zrevrange zrangebyscore zincr zcard zcount zrank publish keys scan scan_match
  xadd xread xrange xlen pfadd pfcount invoke`.split(/\s+/);
/** With the trait in scope, `.load(&mut conn)` is most likely diesel's. */
const DIESEL_USE = /^diesel::/;
const REDIS = /^redis::(?:Commands|TypedCommands|ConnectionLike|commands::(?:Commands|\*)|\*)$/;

/** Arguments of methods whose names collections have, too: `pool.get()` is r2d2's, `map.get(key)` is not. */
const ARITY: Readonly<Record<string, number>> = { get: 0, push: 2, insert: 1, text: 0, bytes: 0, json: 0 };

/** A repository on the disk: what follows reads its objects there, too. */
const OPENS = {
  message:
    '`git2::Repository::open` blocks the async worker thread: libgit2 reads the repository from the disk',
  help: 'open and read the repository in one `spawn_blocking`',
};

export const rule = blockingRule({
  id: 'blocking-client-in-async',
  confidence: 'high',
  calls: [
    'reqwest::blocking::*',
    'isahc::get',
    'isahc::post',
    'postgres::Client::connect',
    'mysql::Conn::new',
    'mysql::Pool::new',
    'rusqlite::Connection::open',
    'rusqlite::Connection::open_with_flags',
    'git2::Repository::clone',
    'git2::Repository::open',
    'ssh2::Session::handshake',
    'diesel::PgConnection::establish',
    'diesel::SqliteConnection::establish',
    'diesel::MysqlConnection::establish',
  ],
  methods: {
    'reqwest::blocking::RequestBuilder': ['send'],
    'reqwest::blocking::Client': ['execute'],
    'reqwest::blocking::Response': ['text', 'json', 'bytes', 'copy_to'],
    'minreq::Request': ['send'],
    'attohttpc::RequestBuilder': ['send'],
    'ureq::Request': ['call', 'send_json', 'send_string', 'send_form', 'send_bytes', 'send'],
    'ureq::RequestBuilder': ['call', 'send_json', 'send', 'send_form'],
    'rusqlite::Connection': [
      'execute',
      'execute_batch',
      'query_row',
      'prepare',
      'prepare_cached',
      'transaction',
      'query_row_and_then',
      'pragma_update',
    ],
    'rusqlite::Statement': [
      'execute',
      'query',
      'query_map',
      'query_row',
      'query_and_then',
      'insert',
      'exists',
    ],
    'rusqlite::CachedStatement': [
      'execute',
      'query',
      'query_map',
      'query_row',
      'query_and_then',
      'insert',
      'exists',
    ],
    'rusqlite::Transaction': ['execute', 'execute_batch', 'commit', 'rollback', 'query_row', 'prepare'],
    'postgres::Client': [
      'execute',
      'query',
      'query_one',
      'query_opt',
      'batch_execute',
      'simple_query',
      'prepare',
      'transaction',
    ],
    'postgres::Config': ['connect'],
    'postgres::Transaction': ['execute', 'query', 'query_one', 'query_opt', 'batch_execute', 'commit'],
    'mysql::Conn': ['query', 'query_drop', 'exec', 'exec_drop', 'query_first', 'exec_first'],
    'mysql::PooledConn': ['query', 'query_drop', 'exec', 'exec_drop', 'query_first', 'exec_first'],
    'redis::Client': ['get_connection', 'get_connection_with_timeout'],
    'r2d2::Pool': ['get', 'get_timeout'],
    'lettre::SmtpTransport': ['send', 'send_raw'],
    'redis::Connection': ['req_command', 'req_packed_command'],
    'rdkafka::producer::BaseProducer': ['flush', 'poll'],
    'git2::Repository': ['find_remote'],
    'git2::Remote': ['fetch', 'push', 'connect'],
  },
  more: [
    // The query takes the connection: `users.load::<User>(&mut conn)`.
    onMethod(['load', 'load_iter', 'get_result', 'get_results', 'first', 'execute'], (node, view) => {
      const [connection] = node.args;
      if (connection === undefined || node.args.length !== 1 || view.isAwaited(node) || view.isOpaque(node))
        return;
      const value = view.typeOf(connection);
      const orUnknown = isConnection(connection) && fileUses(view, DIESEL_USE);
      if (value === null && !orUnknown) return;
      const seen: Shape = { known: `diesel's ${node.name}`, value, types: DIESEL, orUnknown };
      view.emit(node, seen, view.methodSpan(node));
    }),
    onMethod(COMMANDS, (node, view) => {
      if (!fileUses(view, REDIS) || view.isAwaited(node) || view.isOpaque(node)) return;
      const seen: Shape = {
        known: `redis's ${node.name}`,
        value: view.typeOf(node.receiver),
        types: ['redis::Connection'],
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
    // `redis::cmd("GET").arg(key).query(&mut connection)`
    onMethod(['query', 'exec'], (node, view) => {
      const [connection] = node.args;
      if (connection === undefined || node.args.length !== 1 || view.isAwaited(node) || view.isOpaque(node))
        return;
      const value = view.typeOf(connection);
      if (value === null) return;
      const seen: Shape = { known: `redis's ${node.name}`, value, types: ['redis::Connection'] };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  accept: (node) => node.args.length === (ARITY[node.name] ?? node.args.length),
  refine: ({ callee, sighting, sure }, program) => {
    const uses =
      program.files.get(sighting.path)?.modules.flatMap((module) => Object.values(module.uses)) ?? [];
    if (callee.startsWith('diesel') && uses.some((path) => path.startsWith('diesel_async'))) return null;
    if (!sure) return { confidence: 'medium' };
    if (callee.startsWith('r2d2::Pool::'))
      return {
        message: `\`${callee}\` holds this async worker until a connection is free: 30 s at worst, if not told otherwise`,
        help: 'take the connection inside `spawn_blocking`, where it is used, or use an async pool',
      };
    if (callee.startsWith('git2::Repository::open')) return OPENS;
    // Its client brings a runtime along, which must not be dropped within another.
    return callee.startsWith('reqwest::blocking::') ? { panics: true } : {};
  },
});

/** `conn`, `&mut conn`, `&mut *pooled`: what a query is given to run on. */
function isConnection(argument: Expr): boolean {
  if (argument.kind === 'ref' && argument.mutable) return true;
  return argument.kind === 'path' && /conn(?:ection)?$/i.test(argument.segments[0]?.name ?? '');
}
