/** A task or thread for each item of something whose length nobody limits. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { fnOf, usesOf } from '../../summaries/bindings.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import { chainHas } from '../../summaries/context.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, MethodCall, Node } from '../../syntax/ast.js';
import { calleeName, forEachChild, lastName } from '../../syntax/walk.js';
import { callsOn, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';
import { isFromOutside, type Read, readOf } from '../senders.js';

const ID = 'unbounded-spawn';
const CALLS: ReadonlyMap<string, 'task' | 'thread'> = new Map([
  ['tokio::spawn', 'task'],
  ['tokio::task::spawn', 'task'],
  ['tokio::task::spawn_local', 'task'],
  ['tokio::task::spawn_blocking', 'task'],
  ['async_std::task::spawn', 'task'],
  ['smol::spawn', 'task'],
  ['actix_rt::spawn', 'task'],
  ['std::thread::spawn', 'thread'],
]);
const OWNERS: ReadonlyMap<string, 'task' | 'thread'> = new Map([
  ['tokio::task::JoinSet', 'task'],
  ['tokio::runtime::Handle', 'task'],
  ['tokio::runtime::Runtime', 'task'],
  ['tokio_util::task::TaskTracker', 'task'],
  ['std::thread::Scope', 'thread'],
]);
/** Something nearby limits how many run at a time. */
const LIMITS =
  /\b(?:Semaphore|semaphore|sem|permits?|acquire\w*|try_acquire\w*|join_next|try_join_next|buffer_unordered|buffered|for_each_concurrent|max_\w+|MAX_\w+|\w+_limit|limiter|limit|throttle\w*|rate_limit\w*|chunks|chunks_exact|windows|array_chunks|FuturesUnordered|num_cpus|available_parallelism|concurrency|num_\w+|n_\w*parallel\w*|parallelism|in_flight|inflight|backpressure)\b/;
const GATE = /\.len\(\)\s*(?:>=|>|==|<|<=)|\bactive\w*\s*(?:>=|>)/;
/** Collections of things that a program has few of. */
const FEW =
  /^(?:\w*_)?(?:workers?|threads?|listeners?|ports?|addrs?|addresses|cores?|cpus?|shards?|replicas?|nodes?|services?|servers?|backends?|plugins?|modules?|configs?|sinks?|sources?|exporters?|interfaces?|consumers?|producers?|partitions?|subsystems?|endpoints?|handlers?|signals?|runtimes?|pools?|peers?|components?|actors?|streams?|stages?|pipelines?|levels?|tiers?|stores?|caches?|sidecars?|regions?|runners?)$/i;
const RECEIVES = /^(?:recv|next|try_next|recv_async|blocking_recv|pop|pop_front|dequeue|try_recv|recv_from)$/;
/** Streams of connections. */
const LISTENERS =
  /^(?:\w+_)?(?:incoming|listen|listeners?|acceptor|accepted|conns|connections|incoming_\w+)$/;
/** Names of what an answer goes out through. */
const REPLIES =
  /\b(?:\w*_)?(?:tx|sender|reply|respond|responder|response_tx|resp_tx|ret_tx|callback|oneshot)\b/;
const ITEMS: Source = { kind: 'items', read: null };

interface Source {
  readonly kind: 'accept' | 'stream' | 'items';
  /** What is waited for; null for collections. */
  readonly read: Read | null;
}
interface Seen {
  readonly path: string | null;
  readonly on: Ty;
  readonly source: Source;
  /** The task takes a way to answer along: somebody waits for it. */
  readonly answers: boolean;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onCall(['spawn', 'spawn_local', 'spawn_blocking'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null) see(node, view, { path, on: null });
    }),
    onMethod(['spawn', 'spawn_local', 'spawn_blocking', 'spawn_on'], (node, view) =>
      see(node, view, { path: null, on: view.typeOf(node.receiver) }),
    ),
  ],
  judge: ({ program }) => judge(program),
};

function see(node: Call | MethodCall, view: View, callee: Pick<Seen, 'path' | 'on'>): void {
  const [future] = node.args;
  if (future === undefined || view.isOpaque(node)) return;
  const loops = view.loopsAround(node);
  if (isOneAtATime(node, view)) return;
  const source = loops.reduce<Source | null>((found, loop) => found ?? sourceOf(loop, view), null);
  const outermost = loops[loops.length - 1];
  if (source === null || outermost === undefined) return;
  if (LIMITS.test(view.text(outermost)) || GATE.test(view.text(outermost)) || livesOn(future)) return;
  const body = fnOf(node)?.body ?? null;
  if (
    body !== null &&
    /\b(?:Semaphore|try_acquire\w*|acquire_owned|buffer_unordered|buffered|for_each_concurrent)\b/.test(
      view.text(body),
    )
  )
    return;
  view.emit(
    node,
    { ...callee, source, answers: REPLIES.test(view.text(future)) } satisfies Seen,
    view.callSpan(node),
  );
}

/** The task is awaited in the same turn, takes the place of the last one, or starts only where none runs. */
function isOneAtATime(node: Call | MethodCall, view: View): boolean {
  if (view.awaitOf(node) !== null) return true;
  for (let n: Node | null = node.parent; n !== null; n = n.parent) {
    if (n.kind === 'assign' && n.op === '=') return true;
    if (n.kind === 'if' && /\.is_none\(\)|\.is_finished\(\)/.test(view.text(n.cond))) return true;
    if (n.kind === 'let' && n.pattern.kind === 'patIdent' && n.init === node) {
      const uses = usesOf({ name: n.pattern.name, ident: n.pattern, owner: n });
      if (
        uses.some(
          ({ parent }) => parent?.kind === 'await' || (parent?.kind === 'method' && parent.name === 'join'),
        )
      )
        return true;
    }
    if (
      n.kind === 'closure' ||
      n.kind === 'fn' ||
      n.kind === 'for' ||
      n.kind === 'while' ||
      n.kind === 'loop'
    )
      return false;
  }
  return false;
}

/** What a loop goes over, or null when its length is known or small. */
function sourceOf(loop: Node, view: View): Source | null {
  if (loop.kind === 'for') {
    if (loop.iter.kind === 'method' && loop.iter.name === 'incoming') return { kind: 'accept', read: null };
    return overItems(loop.iter, view) ? ITEMS : null;
  }
  if (loop.kind === 'while') return loop.cond.kind === 'letCond' ? receiving(loop.cond.value, view) : null;
  if (loop.kind === 'loop') {
    for (const stmt of loop.body.stmts) {
      const value = stmt.kind === 'let' ? stmt.init : stmt.kind === 'expr' ? stmt.expr : null;
      const found = value === null ? null : receivedIn(value, view);
      if (found !== null) return found;
    }
    return null;
  }
  // `items.into_iter().map(|item| tokio::spawn(…))`
  const call = loop.parent;
  if (call?.kind !== 'method' || !overItems(call.receiver, view)) return null;
  return call.name !== 'map' || isIterator(call) ? ITEMS : null;
}

function receiving(value: Expr, view: View): Source | null {
  let n = value;
  while (
    n.kind === 'await' ||
    n.kind === 'try' ||
    (n.kind === 'method' && /^(?:ok|unwrap|expect|transpose|fuse)$/.test(n.name))
  )
    n = n.kind === 'method' ? n.receiver : n.base;
  if (n.kind !== 'method') return null;
  if (n.name === 'accept') return { kind: 'accept', read: readOf(n, view) };
  if (!RECEIVES.test(n.name)) return null;
  return { kind: LISTENERS.test(placeName(n.receiver)) ? 'accept' : 'stream', read: readOf(n, view) };
}

function placeName(place: Expr): string {
  return place.kind === 'field' ? place.name : place.kind === 'path' ? lastName(place) : '';
}

/** An accept or receive in the value itself, in a `match` on it, or in a branch of a `select!`. */
function receivedIn(value: Expr, view: View): Source | null {
  const direct = receiving(value, view);
  if (direct !== null) return direct;
  if (value.kind === 'match') return receivedIn(value.value, view);
  if (value.kind === 'if') return value.cond.kind === 'letCond' ? receivedIn(value.cond.value, view) : null;
  if (value.kind === 'block') return value.tail === null ? null : receivedIn(value.tail, view);
  if (value.kind === 'macro') {
    for (const branch of value.branches) {
      const found = branch.future === null ? null : receiving(branch.future, view);
      if (found !== null) return found;
    }
  }
  return null;
}

const STARTS = new Set(
  `iter iter_mut into_iter drain keys values values_mut into_keys into_values lines split chars bytes filter filter_map
   flat_map enumerate zip chain rev cloned copied skip par_iter into_par_iter`.split(/\s+/),
);
const ENDS = new Set(
  `collect collect_vec for_each try_for_each for_each_concurrent count last fold sum all any unzip partition filter
   filter_map flatten flat_map chain zip buffered buffer_unordered`.split(/\s+/),
);

/** Options, results and answers have a `map` too: what goes over elements says so before it or after. */
function isIterator(map: MethodCall): boolean {
  if (chainHas(map.receiver, STARTS) || originOf(map.receiver).kind === 'range') return true;
  const { calls, leaves } = callsOn(map);
  return (
    calls.some(({ name }) => ENDS.has(name)) ||
    leaves.some(
      (leaf) =>
        leaf.kind === 'for' ||
        (leaf.kind === 'method' && leaf.name === 'extend') ||
        (leaf.kind === 'call' && /^(?:(?:try_)?join_all|from_iter|iter)$/.test(calleeName(leaf))),
    )
  );
}

/** Goes over a collection or stream of unknown length. */
function overItems(iter: Expr, view: View): boolean {
  let n = iter;
  for (;;) {
    if (n.kind === 'ref' || n.kind === 'unary') n = n.operand;
    else if (n.kind === 'await' || n.kind === 'try') n = n.base;
    else if (n.kind === 'method') {
      if (/^(?:take|step_by|chunks|chunks_exact|windows|args|incoming)$/.test(n.name))
        return n.name === 'incoming';
      n = n.receiver;
    } else break;
  }
  if (n.kind === 'range' || n.kind === 'array' || n.kind === 'repeat' || n.kind === 'macro') return false;
  const name = n.kind === 'field' ? n.name : n.kind === 'path' ? lastName(n) : '';
  return !FEW.test(name) && !/^[A-Z]/.test(name) && view.constant(n) === null;
}

/** The task is a loop itself: one for each of the things that the program is made of. */
function livesOn(future: Expr): boolean {
  const body = future.kind === 'closure' ? future.body : future;
  if (body.kind !== 'block') return false;
  let found = false;
  const visit = (node: Node): void => {
    if (node.kind === 'loop' || node.kind === 'while') found = true;
    if (found || node.kind === 'closure' || node.kind === 'fn') return;
    forEachChild(node, visit);
  };
  for (const stmt of body.stmts) visit(stmt);
  return found;
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const draft = draftOf(program, sighting);
    if (draft !== null) yield draft;
  }
}

/**
 * Does somebody else decide how many there are? In a program for the command line or a library for strangers, a
 * collection or a channel is most often as long as the work that its own user gave it.
 */
function isLoad(program: Program, sighting: Sighting, { source, answers }: Seen): boolean {
  if (source.kind === 'stream' && source.read !== null && isFromOutside(program, sighting.path, source.read))
    return true;
  // Who waits for the answer starts no second task.
  if (answers && source.kind === 'stream') return false;
  if (program.inHandler(sighting)) return true;
  if (program.isPublished(sighting.path)) return false;
  return program.answers(sighting.path) || !program.parsesArguments(sighting.path);
}

function weightOf(
  program: Program,
  sighting: Sighting,
  seen: Seen,
  kind: 'task' | 'thread',
): Pick<Draft, 'severity' | 'confidence'> {
  const isOwn = !program.isPublished(sighting.path) && !program.parsesArguments(sighting.path);
  const isAccepting = seen.source.kind === 'accept';
  if (isAccepting && kind === 'thread') return { confidence: 'medium' };
  // A task for each connection is how servers are written: a thought for those who run one of their own.
  if (isAccepting) return { severity: 'suggestion', confidence: isOwn ? 'medium' : 'low' };
  return isLoad(program, sighting, seen)
    ? { confidence: 'medium' }
    : { severity: 'suggestion', confidence: 'low' };
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const kind =
    seen.path !== null
      ? CALLS.get(program.canonical(sighting.path, seen.path))
      : OWNERS.get(program.headPath(sighting.path, seen.on) ?? '');
  if (kind === undefined) return null;
  const node = program.node(sighting);
  const { kind: source } = seen.source;
  if (source === 'items' && (program.isStartup(sighting) || node?.fn.name === 'main')) return null;
  const items = { accept: 'connection', stream: 'message', items: 'item' }[source];
  return {
    rule: ID,
    at: { path: sighting.path, ...sighting.at },
    params: { kind, items, each: kind === 'task' ? 'memory' : 'memory and a stack' },
    ...weightOf(program, sighting, seen, kind),
    help:
      kind === 'task'
        ? 'take a permit of a `Semaphore` before spawning and move it into the task, or use `buffer_unordered(n)`'
        : 'hand the work to a pool of fixed size',
  };
}
