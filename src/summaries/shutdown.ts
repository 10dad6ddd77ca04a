/** Code that runs when a program, or its part, has been told to end: behind the wait for a signal, or in its branch. */
import type { Block, Expr, Loop, MethodCall, SelectBranch, Stmt, While } from '../syntax/ast.js';
import { findNode, lastName, leaves } from '../syntax/walk.js';

/** Calls that come back when it is time to end. `stream.shutdown()` ends one connection only. */
const ENDS =
  /^(?:ctrl_c|cancelled|cancelled_owned|\w+_shutdown(?:_\w+)?|shutdown_(?:signal|requested|recv|notified|token)|wait_for_(?:ctrl_c|signals?|termination|exit|stop)|(?:wait_)?terminat(?:e|ed|ion)(?:_signal)?|sigterm|sigint|run_until_stopped)$/;
/** Names of channels and streams that carry nothing but the word to end. */
const WORD =
  /^(?:\w*shutdown|sig_?(?:term|int|quit|hup|nals?)?|\w*signals?|terminat\w+|kill|stop|exit|quit|\w*cancel\w*)(?:_rx|_receiver|_recv|_signal|_token|_notify|_watch)?$/;
const WAITS = /^(?:recv|notified|changed|wait|wait_for|next|await)$/;

/** The offset in a block behind which everything happens on the way out; infinite when there is none. */
export function endOf(block: Block): number {
  const last = block.stmts.find(waitsForTheEnd);
  return last === undefined ? Number.POSITIVE_INFINITY : last.end;
}

/** The branch of a `select!` that is taken when it is time to end. */
export function isFarewell(branch: SelectBranch): boolean {
  return branch.future !== null && isWaitForEnd(branch.future);
}

/** `shutdown.recv().await` and the like: what is decided on it is how to end. */
export function isAwaitedEnd(value: Expr): boolean {
  const n = unwrapped(value);
  return n.kind === 'await' && isWaitForEnd(n.base);
}

function waitsForTheEnd(stmt: Stmt): boolean {
  if (stmt.kind !== 'let' && stmt.kind !== 'expr') return false;
  const expr = stmt.kind === 'let' ? stmt.init : stmt.expr;
  if (expr === null) return false;
  const n = unwrapped(expr);
  if (isAwaitedEnd(n)) return true;
  // What is behind it comes at the end only if that branch goes on there.
  if (n.kind === 'macro') return n.branches.some((branch) => isFarewell(branch) && !leaves(branch.handler));
  return (n.kind === 'loop' || n.kind === 'while') && isLeftAtTheEnd(n);
}

/** `loop { select! { _ = shutdown.recv() => break, … } }` */
function isLeftAtTheEnd(loop: Loop | While): boolean {
  return (
    findNode(
      loop.body,
      (n) => n.kind === 'branch' && isFarewell(n) && findNode(n, (m) => m.kind === 'break') !== null,
    ) !== null
  );
}

function isWaitForEnd(future: Expr): boolean {
  const n = unwrapped(future);
  if (n.kind === 'await') return isWaitForEnd(n.base);
  if (n.kind === 'path') return WORD.test(nameOf(n)) || ENDS.test(nameOf(n));
  if (n.kind === 'ref') return isWaitForEnd(n.operand);
  if (n.kind !== 'call' && n.kind !== 'method') return false;
  const name = n.kind === 'method' ? n.name : nameOf(n.callee);
  return ENDS.test(name) || (n.kind === 'method' && WAITS.test(name) && WORD.test(nameOf(n.receiver)));
}

/** `self.shutdown_rx` → `shutdown_rx`. */
function nameOf(expr: Expr): string {
  if (expr.kind === 'path') return lastName(expr);
  if (expr.kind === 'field') return expr.name;
  if (expr.kind === 'ref' || expr.kind === 'unary') return nameOf(expr.operand);
  if (expr.kind === 'method')
    return /^(?:as_mut|clone|by_ref|borrow_mut)$/.test(expr.name) ? nameOf(expr.receiver) : expr.name;
  if (expr.kind === 'call') return nameOf(expr.callee);
  return expr.kind === 'try' ? nameOf(expr.base) : '';
}

/** Without `?` and what is done to the result. */
function unwrapped(expr: Expr): Expr {
  let n: Expr = expr;
  for (;;) {
    if (n.kind === 'try') n = n.base;
    else if (n.kind === 'method' && isAfterthought(n)) n = n.receiver;
    else return n;
  }
}

function isAfterthought(call: MethodCall): boolean {
  return /^(?:unwrap|expect|ok|context|with_context|map_err|unwrap_or_default|fuse)$/.test(call.name);
}
