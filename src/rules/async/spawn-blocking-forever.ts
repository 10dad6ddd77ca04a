/** Closures given to the blocking pool that never, or not before a channel closes, give their thread back. */
import type { Draft, Span } from '../../findings/finding.js';
import type { FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { onCall, onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Block, Call, Expr, MethodCall, Node } from '../../syntax/ast.js';
import { forEachChild, lastName } from '../../syntax/walk.js';
import { PathSet } from '../declarative.js';
import type { Rule } from '../rule.js';

const ID = 'spawn-blocking-forever';
const CALLS = new PathSet([
  'tokio::task::spawn_blocking',
  'tokio::runtime::spawn_blocking',
  'actix_web::web::block',
  'actix_rt::task::spawn_blocking',
  'async_std::task::spawn_blocking',
  'blocking::unblock',
  'smol::unblock',
]);
const OWNERS = new Set(['tokio::runtime::Handle', 'tokio::runtime::Runtime', 'tokio::task::JoinSet']);
/** They wait for the next thing themselves; `next` does so on a stream, in `block_on`. */
const RECEIVES = /^(?:recv|blocking_recv|recv_blocking|recv_timeout|blocking_next|accept)$/;
const POLLED = /^(?:recv|next|try_next|accept)$/;

type Shape = 'loop' | 'drain';
interface Spawned {
  readonly what: 'spawned';
  readonly path: string | null;
  readonly on: Ty;
  /** What the closure does; null where it is a function's name, or all that it does last is to call one. */
  readonly shape: Shape | null;
  /** What a `for` at the end goes over: a channel's receiver makes it a drain. */
  readonly over: Ty;
  /** The named function. */
  readonly named: string | null;
  /** The last call in the closure. */
  readonly last: Span | null;
  readonly awaited: boolean;
}
/** A function that ends in such a loop. */
interface Endless {
  readonly what: 'fn';
  readonly shape: Shape | null;
  readonly over: Ty;
}
type Seen = Spawned | Endless;

export const rule: Rule = {
  id: ID,
  collect: [
    onCall(['spawn_blocking', 'block', 'unblock'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null) see(node, view, { path, on: null });
    }),
    onMethod(['spawn_blocking'], (node, view) =>
      see(node, view, { path: null, on: view.typeOf(node.receiver) }),
    ),
    onNode('fn', ({ body, async }, view) => {
      if (body === null || async) return;
      const shape = shapeOf(body);
      const over = shape === null ? overOf(lastOf(body), view) : null;
      if (shape !== null || over !== null) view.emit(body, { what: 'fn', shape, over } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

function see(node: Call | MethodCall, view: View, callee: Pick<Spawned, 'path' | 'on'>): void {
  const [task] = node.args;
  if (task === undefined || view.isOpaque(node)) return;
  const body = task.kind === 'closure' ? task.body : null;
  const named = task.kind === 'path' && view.binding(task) === null ? view.resolve(task) : null;
  const last = body === null ? null : body.kind === 'block' ? lastOf(body) : body;
  const shape = body === null ? null : shapeOf(body);
  const over = overOf(last, view);
  const calls = last?.kind === 'call' || last?.kind === 'method' ? view.span(last) : null;
  if (shape === null && over === null && named === null && calls === null) return;
  const awaited = view.isAwaited(node) || awaitedLater(node);
  const seen: Seen = { what: 'spawned', ...callee, shape, over, named, last: calls, awaited };
  view.emit(node, seen, view.callSpan(node));
}

/** What a `for` goes over, when that is what comes last. */
function overOf(last: Expr | null, view: View): Ty {
  return last?.kind === 'for' ? view.typeOf(iterated(last.iter)) : null;
}

/** `rx` in `for x in rx`, `for x in &rx`, `for x in rx.iter()`. */
function iterated(iter: Expr): Expr {
  if (iter.kind === 'ref') return iterated(iter.operand);
  return iter.kind === 'method' && /^(?:iter|into_iter)$/.test(iter.name) ? iterated(iter.receiver) : iter;
}

/** The last thing that the closure does: loop without end, or receive until the channel closes. */
function shapeOf(body: Expr): Seen['shape'] | null {
  const last = body.kind === 'block' ? lastOf(body) : body;
  if (last === null) return null;
  if (last.kind === 'loop') return leavesLoop(last.body, last.label) ? null : 'loop';
  if (last.kind === 'while') {
    if (last.cond.kind === 'literal' && last.cond.text === 'true')
      return leavesLoop(last.body, last.label) ? null : 'loop';
    if (last.cond.kind !== 'letCond' || leavesLoop(last.body, last.label)) return null;
    return receives(last.cond.value) ? 'drain' : null;
  }
  if (last.kind === 'for' && last.iter.kind === 'method' && last.iter.name === 'incoming') return 'loop';
  return null;
}

function lastOf(block: Block): Expr | null {
  if (block.tail !== null) return isUnit(block.tail) ? lastBefore(block) : block.tail;
  return lastBefore(block);
}

function lastBefore(block: Block): Expr | null {
  for (const stmt of [...block.stmts].reverse()) {
    if (stmt.kind !== 'expr') return null;
    if (!isUnit(stmt.expr)) return stmt.expr;
  }
  return null;
}

/** `Ok(())`, `()`: what stands behind the loop to please the types. */
function isUnit(expr: Expr): boolean {
  if (expr.kind === 'tuple') return expr.elements.length === 0;
  return (
    expr.kind === 'call' && expr.args.length === 1 && expr.args.every(isUnit) && expr.callee.kind === 'path'
  );
}

function receives(value: Expr): boolean {
  if (value.kind === 'method')
    return (
      RECEIVES.test(value.name) ||
      (value.name === 'block_on' && value.args.some(isPolled)) ||
      (value.name === 'ok' && receives(value.receiver))
    );
  return value.kind === 'call' && value.args.some(isPolled);
}

/** `rx.next()` in `block_on(rx.next())`. */
function isPolled(future: Expr): boolean {
  return future.kind === 'method' && POLLED.test(future.name);
}

/** Something in the body gets out of the loop: `break`, `return`, `?`. */
function leavesLoop(body: Block, label: string | null): boolean {
  const visit = (node: Node, nested: boolean): boolean => {
    if (node.kind === 'return' || node.kind === 'try') return true;
    if (node.kind === 'break') return !nested || (label !== null && node.label === label);
    if (node.kind === 'closure' || node.kind === 'fn') return false;
    if (node.kind === 'macro' && /(?:^|::)(?:panic|bail|unreachable|ensure)$/.test(node.name)) return true;
    if (node.kind === 'call' && node.callee.kind === 'path' && lastName(node.callee) === 'exit') return true;
    const inner = nested || node.kind === 'for' || node.kind === 'while' || node.kind === 'loop';
    let found = false;
    forEachChild(node, (child) => {
      found ||= visit(child, inner);
    });
    return found;
  };
  return visit(body, false);
}

/** `let task = spawn_blocking(…); … task.await`: somebody waits for the end, so there is one. */
function awaitedLater(node: Node): boolean {
  const statement = node.parent;
  return (
    statement?.kind === 'let' &&
    statement.pattern.kind === 'patIdent' &&
    !statement.pattern.name.startsWith('_')
  );
}

function* judge(program: Program): Generator<Draft> {
  const endless = new Map<FnNode, Shape>();
  const spawned: Sighting[] = [];
  for (const sighting of program.candidates(ID)) {
    const seen: Seen = sighting.data;
    if (seen.what === 'spawned') spawned.push(sighting);
    else {
      const node = program.node(sighting);
      const shape = seen.shape ?? (isReceiver(program, sighting, seen.over) ? 'drain' : null);
      if (node !== null && shape !== null) endless.set(node, shape);
    }
  }
  for (const sighting of spawned) {
    const draft = draftOf(program, sighting, endless);
    if (draft !== null) yield draft;
  }
}

const RECEIVER = /(?:^|::)(?:mpsc|crossbeam_channel|flume|kanal|async_channel)(?:::\w+)*::\w*Receiver$/;

function isReceiver(program: Program, { path }: Sighting, over: Ty): boolean {
  return RECEIVER.test(program.headPath(path, over) ?? '');
}

function shapeOfTask(
  program: Program,
  sighting: Sighting,
  seen: Spawned,
  endless: ReadonlyMap<FnNode, Shape>,
): Shape | null {
  if (seen.shape !== null) return seen.shape;
  if (isReceiver(program, sighting, seen.over)) return 'drain';
  if (seen.named !== null) {
    const [only] = program.graph.byPath.get(program.names.canonical(sighting.path, seen.named)) ?? [];
    return only === undefined ? null : (endless.get(only) ?? null);
  }
  const { last } = seen;
  const call = program
    .node(sighting)
    ?.callees.find(({ at }) => at.endLine === last?.endLine && at.endColumn === last.endColumn);
  return call === undefined ? null : (endless.get(call.to) ?? null);
}

function draftOf(program: Program, sighting: Sighting, endless: ReadonlyMap<FnNode, Shape>): Draft | null {
  const seen: Spawned = sighting.data;
  const called =
    seen.path !== null
      ? CALLS.has(program.canonical(sighting.path, seen.path))
      : OWNERS.has(program.headPath(sighting.path, seen.on) ?? '');
  const shape = called ? shapeOfTask(program, sighting, seen, endless) : null;
  if (shape === null) return null;
  const at = { path: sighting.path, ...sighting.at };
  if (shape === 'loop') return { rule: ID, at };
  // Draining a channel of one request's ends with the request: that is what the pool is for.
  if (seen.awaited || program.inHandler(sighting) || sighting.context.loops > 0) return null;
  return {
    rule: ID,
    at,
    confidence: 'medium',
    message:
      'this closure holds a thread of the blocking pool until its channel closes, and shutdown waits for it as long',
  };
}
