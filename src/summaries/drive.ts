/** Who polls a future: the thread that waits for it in `block_on`, and what it polls beside it. */
import type { Closure, Loop, Node } from '../syntax/ast.js';
import { calleeName, findNode, forEachChild } from '../syntax/walk.js';
import { usesOf } from './bindings.js';
import { awaitsIn } from './guards.js';

/** Waiting for a future on the spot: the calling thread polls it, no worker does. */
const WAITS_HERE = /^(?:block_on|run_until|block_on_all)$/;
/** Wrappers around a future that leave it what it is. */
const WRAPS =
  /^(?:pin|new|timeout|timeout_at|instrument|in_current_span|boxed|boxed_local|fuse|scope|unconstrained)$/;
/** What goes into these macros and calls goes on side by side. */
const BESIDE_MACROS = /(?:^|::)(?:try_)?join$/;
const BESIDE_CALLS =
  /^(?:join_all|try_join_all|join\d?|try_join\d?|select|select_all|select_ok|race|push|push_back|for_each_concurrent|try_for_each_concurrent|zip|merge)$/;

/** The expression around a future and its wrappers: `timeout(d, Box::pin(f()))`. */
function wrapped(future: Node): Node {
  let inner = future;
  for (let n = future.parent; n !== null; n = n.parent) {
    const wraps =
      n.kind === 'ref' ||
      (n.kind === 'method' && n.receiver === inner && WRAPS.test(n.name)) ||
      (n.kind === 'call' && n.callee !== inner && WRAPS.test(calleeName(n)));
    if (!wraps) return inner;
    inner = n;
  }
  return inner;
}

/** Whether a file says anywhere that a thread waits for a future. */
export function mayDrive(text: string): boolean {
  return text.includes('block_on') || text.includes('run_until');
}

/** The future is what a `block_on` waits for, at once or under a name of its own. */
export function isDriven(future: Node): boolean {
  const inner = wrapped(future);
  const outer = inner.parent;
  if (outer?.kind === 'let' && outer.pattern.kind === 'patIdent') {
    const uses = usesOf({ name: outer.pattern.name, ident: outer.pattern, owner: outer });
    return uses.length > 0 && uses.every((use) => use.kind === 'path' && isDriven(use));
  }
  if (outer?.kind === 'call') return outer.callee !== inner && WAITS_HERE.test(calleeName(outer));
  return outer?.kind === 'method' && outer.receiver !== inner && WAITS_HERE.test(outer.name);
}

/** The future is polled together with others: in `join!`, in a branch of `select!`, in a set of futures. */
export function isBeside(future: Node): boolean {
  const inner = wrapped(future);
  const outer = inner.parent;
  switch (outer?.kind) {
    case 'macro':
      return BESIDE_MACROS.test(outer.name);
    case 'branch':
      return true;
    case 'call':
      return outer.callee !== inner && BESIDE_CALLS.test(calleeName(outer));
    case 'method':
      return outer.receiver !== inner && BESIDE_CALLS.test(outer.name);
    // `.map(|url| async move { … })` makes as many as there are elements.
    case 'closure':
      return outer.body === inner && makesMany(outer);
    case 'array':
      return true;
    default:
      return false;
  }
}

function makesMany(closure: Closure): boolean {
  const call = closure.parent;
  return (
    call?.kind === 'method' &&
    /^(?:map|filter_map|for_each_concurrent|try_for_each_concurrent|then)$/.test(call.name)
  );
}

/**
 * The loop waits each time round for what comes next, or goes on for as long as the program: the heart of a server, an
 * actor, a worker.
 */
export function isEventLoop(loop: Node): boolean {
  let known = eventLoops.get(loop);
  if (known === undefined) {
    known = waitsForMore(loop);
    eventLoops.set(loop, known);
  }
  return known;
}

const eventLoops = new WeakMap<Node, boolean>();

function waitsForMore(loop: Node): boolean {
  if (loop.kind === 'while') return loop.cond.kind === 'letCond' && hasAwait(loop.cond.value);
  if (loop.kind !== 'loop') return false;
  const waits = loop.body.stmts.some((stmt) => {
    const expr = stmt.kind === 'let' ? stmt.init : stmt.kind === 'expr' ? stmt.expr : null;
    return expr !== null && awaitsNext(expr);
  });
  return waits || (awaitsIn(loop.body, null).length > 0 && !isLeft(loop));
}

/** Some `break` or `return` leaves the loop. */
function isLeft(loop: Loop): boolean {
  const search = (node: Node, nested: boolean): boolean => {
    if (node.kind === 'return') return true;
    if (node.kind === 'break') return node.label === null ? !nested : node.label === loop.label;
    if (node.kind === 'closure' || node.kind === 'fn' || (node.kind === 'block' && node.async)) return false;
    const inner = nested || node.kind === 'for' || node.kind === 'while' || node.kind === 'loop';
    let found = false;
    forEachChild(node, (child) => {
      found ||= search(child, inner);
    });
    return found;
  };
  return search(loop.body, false);
}

function hasAwait(expr: Node): boolean {
  for (let n: Node = expr; ; ) {
    if (n.kind === 'await') return true;
    if (n.kind === 'method') n = n.receiver;
    else if (n.kind === 'try') n = n.base;
    else return false;
  }
}

function awaitsNext(expr: Node): boolean {
  for (let n: Node = expr; ; ) {
    if (n.kind === 'macro') return n.branches.length > 0;
    if (n.kind === 'match') n = n.value;
    else if (n.kind === 'try') n = n.base;
    else if (n.kind === 'await') {
      const { base } = n;
      return (
        (base.kind === 'method' || base.kind === 'call') &&
        /^(?:recv|recv_many|next|accept|tick|changed|notified|next_line|read_\w+|read)$/.test(
          calleeName(base),
        )
      );
    } else if (n.kind === 'method') n = n.receiver;
    else return false;
  }
}

const SLEEPS =
  /^(?:sleep|sleep_until|tick|park_timeout|backoff|next_backoff|next_delay|delay_for|notify|timer|wait_next)$/;

/** What others send decides how often the loop goes round. */
const RECEIVES = /^(?:recv|recv_many|recv_async|accept|next|try_next|next_message|incoming)$/;

/** The loop sleeps between its rounds, or somewhere in them: it polls, retries, or does something now and then. */
export function isPacedLoop(loop: Node): boolean {
  let known = pacedLoops.get(loop);
  if (known === undefined) {
    known = findNode(loop, receives) === null && findNode(loop, sleeps, (n) => n.kind !== 'fn') !== null;
    pacedLoops.set(loop, known);
  }
  return known;
}

const pacedLoops = new WeakMap<Node, boolean>();

function sleeps(node: Node): boolean {
  return (node.kind === 'call' || node.kind === 'method') && SLEEPS.test(calleeName(node));
}

/** Something comes in whose value counts: `_ = shutdown.recv()` only ends the loop. */
function receives(node: Node): boolean {
  if (node.kind === 'branch')
    return node.pattern?.kind !== 'patWild' && node.future !== null && isReceiving(node.future);
  return node.kind === 'await' && isReceiving(node.base);
}

function isReceiving(future: Node): boolean {
  return future.kind === 'method' && RECEIVES.test(future.name);
}
