/** Queries to a database or a cache that run once for each element of a collection, by themselves or in a function. */
import type { Draft } from '../../findings/finding.js';
import type { FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { fnOf, identsIn } from '../../summaries/bindings.js';
import { onMethod, onNode } from '../../summaries/collector.js';
import { chainHas } from '../../summaries/context.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Call as FnCall, MethodCall, Node } from '../../syntax/ast.js';
import { findNode, isInside } from '../../syntax/walk.js';
import { originOf } from '../builder-chain.js';
import { callsAny, leavesLoop } from '../places.js';
import type { Rule } from '../rule.js';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

const SQLX = words('fetch_one fetch_optional fetch_all execute fetch_many');
const SEA_ORM = words('one all exec exec_with_returning insert update delete save count');
const DIESEL = words('load first get_result get_results execute load_iter');
const POSTGRES = words(
  'query query_one query_opt query_raw execute batch_execute simple_query exec_drop exec_first exec_map query_drop query_first query_iter',
);
const MONGODB = words(
  'find_one insert_one update_one delete_one replace_one find_one_and_update find_one_and_delete count_documents',
);
const REDIS = words(`
  get set set_ex set_nx get_del del exists expire ttl incr decr hget hset hdel hgetall hexists hincr sadd srem smembers
  sismember scard lpush rpush lpop rpop lrange llen zadd zrem zrange zscore zrank publish append getset pexpire
  zrangebyscore xadd key_type persist rename`);
const QUERY_ASYNC = words('query_async exec_async');

const REDIS_CONNECTIONS =
  /^(?:redis|fred|deadpool_redis|bb8_redis)::(?:\w+::)*(?:Connection|MultiplexedConnection|ConnectionManager|ClusterConnection|Client|RedisClient|Pool)$/;
const POSTGRES_CLIENTS =
  /^(?:tokio_postgres|deadpool_postgres|postgres|bb8_postgres|mysql_async|mysql)::(?:\w+::)*(?:Client|ClientWrapper|Object|Transaction|GenericClient|Conn|PooledConn|Queryable|PooledConnection)$/;

type Kind = 'sqlx' | 'sea_orm' | 'diesel' | 'sql' | 'mongodb' | 'redis' | 'redis-cmd';

type Seen = Query | Call;

/** An awaited call of some function, for each element of a loop. */
interface Call {
  readonly kind: 'call';
  /** What it answers is kept under a name. */
  readonly used: boolean;
}
interface Query {
  readonly kind: Kind;
  /** For each element of a loop; otherwise its function may be called for each. */
  readonly looped: boolean;
  readonly method: string;
  readonly on: Ty;
  /** Resolved path of the call that the chain begins with; its text for macros. */
  readonly root: string;
  /** The chain narrows down a table, and a connection runs it. */
  readonly built: boolean;
  /** The first argument is SQL. */
  readonly sql: boolean;
  readonly awaited: boolean;
  /** Its function cannot do without it: no branch around it, and no way out before it. */
  readonly always: boolean;
}

export const rule: Rule = {
  id: 'query-in-loop',
  collect: [
    onMethod(SQLX, (node, view) => see('sqlx', node, view)),
    onMethod(SEA_ORM, (node, view) => see('sea_orm', node, view)),
    onMethod(DIESEL, (node, view) => see('diesel', node, view)),
    onMethod(POSTGRES, (node, view) => see('sql', node, view)),
    onMethod(MONGODB, (node, view) => see('mongodb', node, view)),
    onMethod(REDIS, (node, view) => see('redis', node, view)),
    onMethod(QUERY_ASYNC, (node, view) => see('redis-cmd', node, view)),
    onNode('await', ({ base }, view) => {
      if (base.kind === 'call' || base.kind === 'method') seeCall(base, view);
    }),
  ],
  *judge({ program, candidates }) {
    const asking = askingFns(program, candidates);
    const said = new Set<string>();
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const key = `${sighting.path}:${sighting.at.line}`;
      if (said.has(key) || (seen.kind !== 'call' && !seen.looped)) continue;
      const draft =
        seen.kind === 'call' ? callDraft(program, sighting, asking) : draftOf(program, sighting, seen);
      if (draft === null) continue;
      said.add(key);
      yield draft;
    }
  },
};

function see(kind: Kind, node: MethodCall, view: View): void {
  if (view.isOpaque(node)) return;
  const [loop] = view.loopsAround(node);
  const awaited = view.isAwaited(node);
  if (loop === undefined ? !awaited : !isPerElement(node, loop, view) || leavesLoop(node, loop)) return;
  if (!awaited && kind !== 'diesel' && kind !== 'redis') return;
  if (MIGRATES.test(fnOf(node)?.name ?? '')) return;
  const origin = originOf(node.receiver);
  if (NAMES_TABLE.test(view.text(origin))) return;
  if (loop !== undefined && (isOwnDatabase(kind, node, loop) || isOwnStatement(kind, node, origin, loop)))
    return;
  const seen: Query = {
    kind,
    looped: loop !== undefined,
    method: node.name,
    on: view.typeOf(node.receiver),
    root:
      origin.kind === 'call'
        ? (view.calledPath(origin) ?? '')
        : origin.kind === 'macro'
          ? `${origin.name}!`
          : '',
    built: kind === 'diesel' && isBuilt(node, view),
    sql: isSql(node.args[0], view),
    awaited,
    always: loop === undefined && isAlways(node),
  };
  view.emit(node, seen, view.methodSpan(node));
}

/** `for order in orders { self.user(order.user).await?; }`: a query for each, where the function asks for one. */
function seeCall(node: FnCall | MethodCall, view: View): void {
  const [loop] = view.loopsAround(node);
  if (loop === undefined || view.isOpaque(node) || MIGRATES.test(fnOf(node)?.name ?? '')) return;
  if (!isPerElement(node, loop, view) || leavesLoop(node, loop) || callsAny(loop, PAUSES)) return;
  const names = withDerived(headOf(loop)?.names ?? [], loop, node);
  if (!node.args.some((arg) => mentionsAny(arg, names))) return;
  // Each element brings what is asked.
  if (node.kind === 'method' && mentionsAny(node.receiver, names)) return;
  if (node.args.some((arg) => DATABASE.test(view.text(arg)) && mentionsAny(arg, names))) return;
  const used = node.parent?.kind === 'await' && isNamed(node.parent);
  view.emit(node, { kind: 'call', used } satisfies Seen, view.callSpan(node));
}

/** `let shard = open(…).await?;` */
function isNamed(value: Expr): boolean {
  const outer = value.parent?.kind === 'try' ? value.parent.parent : value.parent;
  return outer?.kind === 'let' && identsIn(outer.pattern).length > 0;
}

/** Neither a branch around the query nor a `return` before it lets the function go without. */
function isAlways(node: Expr): boolean {
  const body = fnOf(node)?.body ?? null;
  if (body === null) return false;
  for (let n: Node | null = node.parent; n !== null && n !== body; n = n.parent) {
    if (n.kind === 'closure') return false;
    if ((n.kind === 'if' && !isInside(node, n.cond)) || n.kind === 'arm') return false;
  }
  const leaves = (n: Node): boolean => n.kind === 'return' && n.start < node.start;
  return findNode(body, leaves, (n) => n.kind !== 'closure' && n.kind !== 'fn') === null;
}

const DATABASE = /\b(?:\w+_)?(?:pool|conn|connection|db|database|client|tx|redis)\b/i;
const MIGRATES =
  /(?:^|_)(?:migrate|migration|migrations|seed|setup|schema|retry|poll|wait|up|down|backfill)(?:_|$)/;

/** `format!("DELETE FROM {table} …")`: each is a query of its own. */
const NAMES_TABLE = /\b(?:FROM|INTO|UPDATE|TABLE|SCHEMA|DATABASE|INDEX)\s+(?:IF (?:NOT )?EXISTS\s+)?\\?"?\{/i;

/** Each element brings the database that is asked: `for shop in shops { ….all(shop.db()).await }`. */
function isOwnDatabase(kind: Kind, node: MethodCall, loop: Node): boolean {
  const asked = kind === 'sqlx' || kind === 'sea_orm' || kind === 'diesel' ? node.args[0] : node.receiver;
  const names = headOf(loop)?.names ?? [];
  if (asked === undefined || kind === 'redis-cmd' || names.length === 0) return false;
  let root = originOf(asked);
  while (root.kind === 'field') root = originOf(root.base);
  const name = root.kind === 'path' && root.segments.length === 1 ? root.segments[0]?.name : undefined;
  return name !== undefined && withDerived(names, loop, node).has(name);
}

/** Each element is a statement of its own: `for statement in script { sqlx::query(statement).execute(pool).await?; }`. */
function isOwnStatement(kind: Kind, node: MethodCall, origin: Node, loop: Node): boolean {
  const asks = kind === 'sqlx' ? origin : kind === 'sql' ? node : null;
  if (asks?.kind !== 'call' && asks?.kind !== 'method') return false;
  let [text]: readonly (Expr | undefined)[] = asks.args;
  while (text?.kind === 'ref' || text?.kind === 'unary' || text?.kind === 'method' || text?.kind === 'field')
    text = text.kind === 'method' ? text.receiver : text.kind === 'field' ? text.base : text.operand;
  const names = headOf(loop)?.names ?? [];
  return text?.kind === 'path' && text.segments.length === 1 && names.includes(text.segments[0]?.name ?? '');
}

const NARROWS = new Set(
  'filter find select order order_by limit inner_join left_join set values returning on_conflict'.split(' '),
);

/** `users.filter(id.eq(x)).first(conn)`, as diesel has it. */
function isBuilt(node: MethodCall, view: View): boolean {
  const [connection] = node.args;
  if (connection === undefined || !DATABASE.test(view.text(connection))) return false;
  if (chainHas(node.receiver, NARROWS)) return true;
  // `let mut query = users.filter(…).into_boxed(); … query.first(conn)`
  const owner = view.binding(node.receiver)?.owner;
  return owner?.kind === 'let' && owner.init !== null && chainHas(owner.init, NARROWS);
}

function isSql(argument: Expr | undefined, view: View): boolean {
  if (argument === undefined) return false;
  return /^[&(]*(?:r#*)?"\s*(?:select|insert|update|delete|with|merge|replace|call)\b/i.test(
    view.text(argument).trimStart(),
  );
}

const PAUSES = new Set(
  'sleep sleep_until tick interval timeout yield_now backoff notified changed recv'.split(' '),
);

/**
 * The loop goes over what is there already, element by element. Loops over chunks, pages, attempts and messages are
 * no such thing. A query that does not ask about the element is the same each time: so much the worse, unless the
 * loop waits for the answer to change.
 */
function isPerElement(node: Expr, loop: Node, view: View): boolean {
  const head = headOf(loop);
  if (head === null) return false;
  const { over, names } = head;
  const text = over === null ? '' : view.text(over);
  if (/chunk|batch|page|attempt|retr|tries|recv|receiver|\brx\b|windows|step_by|interval|stdin/i.test(text))
    return false;
  if (over?.kind === 'array' || over?.kind === 'macro') return false;
  // `for _ in 0..5`, left when it worked: it tries again.
  if (over?.kind === 'range' && names.length === 0 && endsEarly(loop)) return false;
  if (names.some((name) => /chunk|batch|page|attempt|retr/i.test(name))) return false;
  return (
    mentionsAny(node, withDerived(names, loop, node)) || (loop.kind === 'for' && !callsAny(loop, PAUSES))
  );
}

/** Some round ends the loop before its last. */
function endsEarly(loop: Node): boolean {
  return (
    findNode(
      loop,
      (n) => n.kind === 'break' || n.kind === 'return',
      (n) => n.kind !== 'closure',
    ) !== null
  );
}

function headOf(loop: Node): { readonly over: Expr | null; readonly names: readonly string[] } | null {
  switch (loop.kind) {
    case 'for':
      return { over: loop.iter, names: identsIn(loop.pattern).map((ident) => ident.name) };
    case 'while': {
      if (loop.cond.kind !== 'letCond') return null;
      const { value, pattern } = loop.cond;
      let step = value;
      while (step.kind === 'await' || step.kind === 'try') step = step.base;
      if (step.kind !== 'method' || !/^(?:next|try_next|pop|pop_front|pop_back)$/.test(step.name))
        return null;
      return { over: value, names: identsIn(pattern).map((ident) => ident.name) };
    }
    case 'closure':
      return {
        over: loop.parent?.kind === 'method' ? loop.parent.receiver : null,
        names: loop.params.flatMap((param) => identsIn(param.pattern).map((ident) => ident.name)),
      };
    default:
      return null;
  }
}

/** The element's names, and those of locals that are made from them before `node`. */
function withDerived(names: readonly string[], loop: Node, node: Node): ReadonlySet<string> {
  const known = new Set(names);
  findNode(loop, (n) => {
    if (n.kind === 'let' && n.init !== null && n.start < node.start && mentionsAny(n.init, known))
      for (const ident of identsIn(n.pattern)) known.add(ident.name);
    if (n.kind === 'letCond' && n.start < node.start && mentionsAny(n.value, known))
      for (const ident of identsIn(n.pattern)) known.add(ident.name);
    return false;
  });
  return known;
}

function mentionsAny(node: Node, names: ReadonlySet<string>): boolean {
  return (
    findNode(node, (n) => {
      if (n.kind === 'path') return n.segments.length === 1 && names.has(n.segments[0]?.name ?? '');
      if (n.kind !== 'literal' || n.type !== 'str' || n.parent?.kind !== 'macro') return false;
      for (const [, name] of n.text.matchAll(/\{(\w+)/g)) if (names.has(name ?? '')) return true;
      return false;
    }) !== null
  );
}

/** Names of functions that ask only where they do not know already; and of those that change tables. */
const REMEMBERS = /cache|get_or|or_insert|or_fetch|or_create|ensure|memo|lazy|if_missing|once/;
const CHANGES = /_index$|_column$|_table$|_schema$|_trigger$|lock/;

/** Functions that ask one question, with their query. */
function askingFns(program: Program, candidates: readonly Sighting[]): ReadonlyMap<FnNode, Sighting> {
  const found = new Map<FnNode, Sighting>();
  for (const sighting of candidates) {
    const seen: Seen = sighting.data;
    if (seen.kind === 'call' || seen.looped || sighting.context.cold || sighting.context.spawned) continue;
    const node = program.node(sighting);
    if (node === null || found.has(node) || CHANGES.test(node.fn.name)) continue;
    if (!seen.always && REMEMBERS.test(node.fn.name)) continue;
    if (isQuery(program, sighting.path, seen) && !onlySqlite(program, sighting.path, seen.kind))
      found.set(node, sighting);
  }
  return found;
}

function callDraft(
  program: Program,
  sighting: Sighting,
  asking: ReadonlyMap<FnNode, Sighting>,
): Draft | null {
  if (isElsewhere(program, sighting)) return null;
  const { line, column } = sighting.at;
  const edge = program
    .node(sighting)
    ?.callees.find(({ at, open }) => !open && at.line === line && at.column === column);
  const query = edge === undefined ? undefined : asking.get(edge.to);
  if (edge === undefined || query === undefined || edge.to === edge.from) return null;
  const asked: Query = query.data;
  const { name } = edge.to.fn;
  return {
    rule: 'query-in-loop',
    at: { path: sighting.path, ...sighting.at },
    message: `\`${name}\` runs one query for each element of the loop: a round trip for each`,
    help: helpFor(asked, false),
    confidence: isWaitedFor(program, sighting, name, asked) ? 'medium' : 'low',
    related: [{ path: query.path, ...query.at, message: `\`${name}\` asks here` }],
  };
}

const READS = /^(?:get|find|fetch|load|read|look_?up|select|query|count|list|by)(?:_|$)|_by_id$/;
const ADDS = /^(?:insert|add|append|upsert|push|log)(?:_|$)/;
/** Methods that answer with rows. */
const ROWS = /^(?:fetch_|query_(?:one|opt|first)|first$|get_results?$|load$|one$|all$|find_one)/;
const BACKGROUND =
  /(?:^|[/_])(?:jobs?|workers?|cron|cleanup|clean_up|scheduled?|scheduler|scheduling|reaper|reconcile|maintenance|tasks?|background)(?:[/_.]|$)/;

/** Code needs what it reads to go on, or a request adds row by row; other writes have reasons of their own. */
function isWaitedFor(program: Program, sighting: Sighting, name: string, { method }: Query): boolean {
  const around = program.node(sighting)?.fn.name ?? '';
  if (BACKGROUND.test(sighting.path) || BACKGROUND.test(around)) return false;
  const { used }: Call = sighting.data;
  if (used && ROWS.test(method)) return true;
  if (READS.test(name) || (ADDS.test(name) && program.inHandler(sighting))) return true;
  return isOneOfMany(name, around);
}

/** `save_messages` saves message by message what it was given to save at once. */
function isOneOfMany(one: string, many: string): boolean {
  const noun = one.slice(one.lastIndexOf('_') + 1);
  return (
    KEEPS.test(one) && KEEPS.test(many) && [`_${noun}s`, `_${noun}es`].some((ending) => many.endsWith(ending))
  );
}

const KEEPS = /^(?:put|post|save|store|write|record|insert|add|create|update|delete|remove)_/;

/** Where nobody waits for the queries, or where each has to be one of its own. */
function isElsewhere(program: Program, sighting: Sighting): boolean {
  if (program.isSeldom(sighting)) return true;
  return /(?:^|[/_])(?:migrations?|seeds?)(?:\/|\.rs$)/.test(sighting.path);
}

function helpFor({ kind }: Query, local: boolean): string {
  if (kind === 'redis' || kind === 'redis-cmd')
    return 'send them together: a command that takes many keys, or `redis::pipe()`';
  if (local) return 'select or insert many rows in one statement';
  return 'ask for all at once (`WHERE id = ANY($1)`, an insert of many rows), or send them as one batch';
}

function draftOf(program: Program, sighting: Sighting, seen: Query): Draft | null {
  if (isElsewhere(program, sighting)) return null;
  if (!isQuery(program, sighting.path, seen)) return null;
  const local = onlySqlite(program, sighting.path, seen.kind);
  return {
    rule: 'query-in-loop',
    at: { path: sighting.path, ...sighting.at },
    params: {
      method: seen.method,
      cost: local ? 'a statement for each' : 'a round trip for each',
    },
    help: helpFor(seen, local),
    ...(local ? { severity: 'suggestion' } : {}),
    ...(local && seen.kind === 'sqlx' ? { confidence: 'low' } : {}),
  };
}

function isQuery(program: Program, file: string, seen: Query): boolean {
  const root = seen.root.endsWith('!') ? seen.root : program.canonical(file, seen.root);
  switch (seen.kind) {
    case 'sqlx':
      return (
        /^sqlx(?:_core)?::(?:\w+::)*query\w*$/.test(root) ||
        /^(?:sqlx::)?query(?:_as|_scalar|_file|_file_as|_unchecked|_as_unchecked)?!$/.test(root) ||
        (/^sqlx::QueryBuilder::/.test(root) && seen.method !== 'execute')
      );
    case 'sea_orm':
      return (
        dependsOn(program, file, 'sea_orm') &&
        /(?:^|::)(?:Entity|\w*Entity|[A-Z]\w*)::(?:find|find_by_id|find_by_\w+|insert|insert_many|update|update_many|delete|delete_by_id|delete_many)$/.test(
          root,
        )
      );
    case 'diesel':
      return (
        dependsOn(program, file, 'diesel') &&
        (seen.built ||
          /^diesel(?:_async)?::(?:insert_into|update|delete|sql_query|select|replace_into)$/.test(root) ||
          /::table$|::dsl::/.test(root))
      );
    case 'mongodb':
      return program.headPath(file, seen.on)?.startsWith('mongodb::') === true;
    case 'redis': {
      const head = program.headPath(file, seen.on);
      return head !== null && REDIS_CONNECTIONS.test(head) && (seen.awaited || head === 'redis::Connection');
    }
    case 'redis-cmd':
      return REDIS_REQUEST.test(root) || madeBy(program, file, seen.on, REDIS_REQUEST);
    case 'sql': {
      const head = program.headPath(file, seen.on);
      if (head !== null) return POSTGRES_CLIENTS.test(head);
      return seen.sql && seen.root === '';
    }
  }
}

const REDIS_REQUEST = /^redis::(?:cmd|Cmd::\w+|pipe|Pipeline::new)$/;

/** A local that a call made: `let mut pipe = redis::pipe();`. */
function madeBy(program: Program, file: string, on: Ty, maker: RegExp): boolean {
  return on !== null && 'call' in on && maker.test(program.canonical(file, on.call));
}

function dependsOn(program: Program, file: string, crate: string): boolean {
  return (
    program.tree.homes
      .get(file)
      ?.package?.dependencies.some((one) => one.package.replace(/-/g, '_').startsWith(crate)) === true
  );
}

/** Features that name a database, by the crate that a query is made with. */
const DATABASES: ReadonlyMap<
  Kind,
  { readonly crate: string; readonly sqlite: string; readonly others: RegExp }
> = new Map([
  ['sqlx', { crate: 'sqlx', sqlite: 'sqlite', others: /^(?:postgres|mysql|any|mssql)$/ }],
  ['sea_orm', { crate: 'sea-orm', sqlite: 'sqlx-sqlite', others: /^sqlx-(?:postgres|mysql)$/ }],
  ['diesel', { crate: 'diesel', sqlite: 'sqlite', others: /^(?:postgres|mysql)/ }],
]);

/** SQLite is in the process: a statement is no round trip. */
function onlySqlite(program: Program, file: string, kind: Kind): boolean {
  const known = DATABASES.get(kind);
  const found = program.tree.homes
    .get(file)
    ?.package?.dependencies.find((one) => one.package === known?.crate);
  if (known === undefined || found === undefined) return false;
  return found.features.includes(known.sqlite) && !found.features.some((name) => known.others.test(name));
}
