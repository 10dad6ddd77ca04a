/** Closures given to the blocking pool that never, or not before a channel closes, give their thread back. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Block, Call, Expr, MethodCall, Node } from '../../syntax/ast.js';
import { forEachChild } from '../../syntax/walk.js';
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
const RECEIVES = /^(?:recv|blocking_recv|recv_blocking|recv_timeout|next|blocking_next|accept)$/;

interface Seen {
  readonly path: string | null;
  readonly on: Ty;
  readonly shape: 'loop' | 'drain';
  /** A local function that is named instead of a closure. */
  readonly awaited: boolean;
}

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
  ],
  judge: ({ program }) => judge(program),
};

function see(node: Call | MethodCall, view: View, callee: Pick<Seen, 'path' | 'on'>): void {
  const body = bodyOf(node.args[0]);
  const shape = body === null ? null : shapeOf(body);
  if (shape === null || view.isOpaque(node)) return;
  const awaited = view.isAwaited(node) || awaitedLater(node);
  view.emit(node, { ...callee, shape, awaited } satisfies Seen, view.callSpan(node));
}

function bodyOf(argument: Expr | undefined): Expr | null {
  return argument?.kind === 'closure' ? argument.body : null;
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
      (value.name === 'block_on' && value.args.some(receives)) ||
      (value.name === 'ok' && receives(value.receiver))
    );
  return value.kind === 'call' && value.args.some(receives);
}

/** Something in the body gets out of the loop: `break`, `return`, `?`. */
function leavesLoop(body: Block, label: string | null): boolean {
  const visit = (node: Node, nested: boolean): boolean => {
    if (node.kind === 'return' || node.kind === 'try') return true;
    if (node.kind === 'break') return !nested || (label !== null && node.label === label);
    if (node.kind === 'closure' || node.kind === 'fn') return false;
    if (node.kind === 'macro' && /(?:^|::)(?:panic|bail|unreachable|ensure)$/.test(node.name)) return true;
    if (
      node.kind === 'call' &&
      node.callee.kind === 'path' &&
      node.callee.segments[node.callee.segments.length - 1]?.name === 'exit'
    )
      return true;
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
  for (const sighting of program.candidates(ID)) {
    const draft = draftOf(program, sighting);
    if (draft !== null) yield draft;
  }
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (sighting.context.test) return null;
  const called =
    seen.path !== null
      ? CALLS.has(program.canonical(sighting.path, seen.path))
      : OWNERS.has(program.headPath(sighting.path, seen.on) ?? '');
  if (!called) return null;
  const at = { path: sighting.path, ...sighting.at };
  if (seen.shape === 'loop') return { rule: ID, at };
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
