/** Loops that ask again and again instead of being woken. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Arm, Call, Expr, Loop, MethodCall, Node, Pattern, Stmt, While } from '../../syntax/ast.js';
import { calleeName, forEachChild, lastName } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

const ID = 'busy-poll';
const TRIES = new Set([
  'try_recv',
  'try_lock',
  'try_read',
  'try_write',
  'try_pop',
  'try_next',
  'try_wait',
  'is_finished',
]);
const CHANNELS = /(?:^|::)(?:\w*Receiver|\w*Mutex|\w*RwLock|JoinHandle|ScopedJoinHandle|Child)$/;
/** The author spins on purpose, or waits longer each time. */
const PURPOSE = /\bspin_loop\b|\bBackoff\b|\bbackoff\b|\bsnooze\b|\bspin\b|SpinWait|\bdeadline\b/;
/** Below this, a sleep is a poll: microseconds. */
const SHORT = 1000;

interface Poll {
  readonly what: string;
  readonly on: Ty;
}
interface Seen {
  readonly polls: readonly Poll[];
  /** A sleep of at most a millisecond. */
  readonly naps: boolean;
}

export const rule: Rule = {
  id: ID,
  collect: [onNode('loop', see), onNode('while', see)],
  judge: ({ program }) => judge(program),
};

function see(node: Loop | While, view: View): void {
  const text = view.text(node);
  if (!/\btry_\w+|yield_now|\.load\(|is_finished/.test(text) || PURPOSE.test(text) || view.isOpaque(node))
    return;
  if (node.kind === 'while' && node.cond.kind === 'letCond') return;
  const seen = pollsOf(node, view);
  if (seen !== null) view.emit(node, seen);
}

/** What the loop asks, or null when something in it waits, ends it soon, or is not known. */
function pollsOf(loop: Loop | While, view: View): Seen | null {
  const polls: Poll[] = [];
  let waits = false;
  let naps = false;
  const visit = (node: Node): void => {
    if (waits || node.kind === 'closure' || node.kind === 'fn' || (node.kind === 'block' && node.async))
      return;
    const idle = idleParts(node);
    if (idle !== null) {
      for (const part of idle) visit(part);
      return;
    }
    if (node.kind === 'method' && TRIES.has(node.name))
      polls.push({ what: node.name, on: view.typeOf(node.receiver) });
    else if (
      node.kind === 'method' &&
      node.name === 'load' &&
      node.args.length === 1 &&
      isCondition(node, loop)
    )
      polls.push({ what: 'load', on: view.typeOf(node.receiver) });
    else if (node.kind === 'call' || node.kind === 'method') {
      const nap = napOf(node, view);
      if (nap === 'short') naps = true;
      else if (nap === 'long' || (nap === null && mayWait(node, view))) waits = true;
    } else if (node.kind === 'await') {
      const base = node.base;
      const nap = base.kind === 'call' ? napOf(base, view) : null;
      if (nap !== 'yield' && nap !== 'short') waits = true;
    } else if (node.kind === 'macro' && /(?:^|::)(?:select|join|try_join)$/.test(node.name)) waits = true;
    forEachChild(node, visit);
  };
  forEachChild(loop, visit);
  if (waits || polls.length === 0) return null;
  if (polls.every((poll) => poll.what === 'load') && !isBare(loop)) return null;
  // Drains what is there and leaves: not a poll.
  if (leavesWhenEmpty(loop, view)) return null;
  if (loop.kind === 'while' && /\btry_\w+\(/.test(view.text(loop.cond))) return null;
  return { polls, naps };
}

/**
 * What runs when there was nothing: a turn that finds something may well wait while it works on it. Null for nodes
 * whose children all run.
 */
function idleParts(node: Node): readonly Node[] | null {
  if (node.kind === 'block') {
    const at = node.stmts.findIndex((stmt) => stmt.kind === 'let' && stmt.else !== null && isTry(stmt.init));
    return at < 0 ? null : node.stmts.slice(0, at + 1);
  }
  if (node.kind === 'if' && node.cond.kind === 'letCond' && isTry(node.cond.value))
    return node.else === null ? [node.cond] : [node.cond, node.else];
  if (node.kind === 'match' && isTry(node.value))
    return [node.value, ...node.arms.filter(({ pattern }) => !isFound(pattern)).map(({ body }) => body)];
  return null;
}

function isTry(value: Expr | null): boolean {
  return (
    value?.kind === 'method' && (TRIES.has(value.name) || (value.name === 'ok' && isTry(value.receiver)))
  );
}

function isFound(pattern: Pattern): boolean {
  if (pattern.kind !== 'patTupleStruct') return false;
  return /^(?:Ok|Some)$/.test(lastName(pattern.path));
}

/** A loop on a flag that does nothing but yield or nap. */
function isBare(loop: Loop | While): boolean {
  if (loop.kind === 'while') return isAboutOne(loop.cond) && onlyNaps(loop.body.stmts);
  // `loop { if flag.load(…) { break } }`
  const [first, ...rest] = loop.body.stmts;
  if (first?.kind !== 'expr' || first.expr.kind !== 'if' || first.expr.else !== null) return false;
  const { cond, then } = first.expr;
  return isAboutOne(cond) && then.stmts.length === 1 && leaves(then) && onlyNaps(rest);
}

/** One value is asked for, and no second condition, such as a time limit, ends the loop. */
function isAboutOne(cond: Expr): boolean {
  return cond.kind !== 'binary' || !/^(?:&&|\|\|)$/.test(cond.op);
}

function onlyNaps(stmts: readonly Stmt[]): boolean {
  return stmts.every((stmt) => {
    if (stmt.kind !== 'expr') return false;
    const call = stmt.expr.kind === 'await' ? stmt.expr.base : stmt.expr;
    return call.kind === 'call' && /^(?:yield_now|sleep|park_timeout)$/.test(calleeName(call));
  });
}

function napOf(call: Call | MethodCall, view: View): 'yield' | 'short' | 'long' | null {
  const name = calleeName(call);
  if (name === 'yield_now') return 'yield';
  if (name !== 'sleep' && name !== 'park_timeout' && name !== 'delay_for') return null;
  const [duration] = call.args;
  const micros = duration === undefined ? null : microsOf(duration, view);
  return micros !== null && micros <= SHORT ? 'short' : 'long';
}

function microsOf(duration: Expr, view: View): number | null {
  if (duration.kind !== 'call') return /(?:^|::)ZERO$/.test(view.text(duration)) ? 0 : null;
  const [amount] = duration.args;
  const value = amount === undefined ? null : view.constant(amount);
  if (value === null) return null;
  const factor = { from_nanos: 0.001, from_micros: 1, from_millis: 1000, from_secs: 1_000_000 }[
    calleeName(duration)
  ];
  return factor === undefined ? null : value * factor;
}

/** Calls that may block, or that hide what they do. */
function mayWait(call: Call | MethodCall, view: View): boolean {
  const name = calleeName(call);
  if (
    /^(?:recv|recv_timeout|wait\w*|join|lock|read\w*|write\w*|park|accept|poll\w*|select|block_on|send|flush|acquire\w*|tick|notified|epoll\w*|run\w*|step|turn|pump|update|process\w*|next|handle\w*|work|execute|step\w*|dispatch\w*|render|draw)$/.test(
      name,
    )
  )
    return true;
  if (call.kind === 'method') return false;
  const path = view.calledPath(call);
  // A function of the workspace: it may wait.
  return path === null || (/^(?:crate|self|super)::/.test(path) && /^[a-z_]/.test(name));
}

function isCondition(node: Node, loop: Loop | While): boolean {
  const first = loop.body.stmts[0];
  const cond =
    loop.kind === 'while'
      ? loop.cond
      : first?.kind === 'expr' && first.expr.kind === 'if'
        ? first.expr.cond
        : null;
  return cond !== null && cond.start <= node.start && node.end <= cond.end;
}

/** The branch without a message breaks, returns or fails. */
function leavesWhenEmpty(loop: Loop | While, view: View): boolean {
  const body = view.text(loop.body);
  const told = emptyArms(loop.body, view);
  if (told.length > 0 ? told.some((arm) => leaves(arm.body)) : NOTHING_LEAVES.test(body)) return true;
  if (/\belse\s*\{[^{}]*\b(?:break|return)\b/.test(body)) return true;
  return (
    /\btry_\w+\([^()]*\)(?:\.\w+\([^()]*\))*\?/.test(body) ||
    (/\btry_(?:lock|read|write|wait)\b[\s\S]*\b(?:return|break)\b/.test(body) &&
      !/yield_now|sleep/.test(body) &&
      loop.body.stmts.length > 1)
  );
}

const NOTHING_LEAVES =
  /(?:Empty|WouldBlock|Err\([^)]*\)|None|_)\s*(?:if[^=]*)?=>\s*(?:\{\s*)?(?:break|return)\b/;

/** Arms that say what happens when there was nothing yet, as against when there will be nothing any more. */
function emptyArms(body: Node, view: View): Arm[] {
  const found: Arm[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'closure' || node.kind === 'fn') return;
    if (node.kind === 'match' && isTry(node.value)) {
      const { arms } = node;
      const empty = arms.filter(({ pattern }) =>
        namesIn(pattern).some((name) => /^(?:Empty|WouldBlock)$/.test(name)),
      );
      const rest = arms.filter(
        ({ pattern, guard }) =>
          !isFound(pattern) &&
          !(guard !== null && /disconnected|closed|poisoned/i.test(view.text(guard))) &&
          !namesIn(pattern).some((name) => /^(?:Disconnected|Closed|Poisoned)$/.test(name)),
      );
      found.push(...(empty.length > 0 ? empty : rest));
    }
    forEachChild(node, visit);
  };
  visit(body);
  return found;
}

/** Last segments of the paths in a pattern. */
function namesIn(pattern: Pattern): string[] {
  const names: string[] = [];
  const visit = (node: Node): void => {
    if ((node.kind === 'patTupleStruct' || node.kind === 'patPath') && 'path' in node)
      names.push(lastName(node.path));
    forEachChild(node, visit);
  };
  visit(pattern);
  return names;
}

/** The code ends the loop: by its first or last step. */
function leaves(body: Expr): boolean {
  if (body.kind === 'break' || body.kind === 'return' || body.kind === 'try') return true;
  if (body.kind !== 'block') return body.kind === 'macro' && /^(?:panic|unreachable|bail)$/.test(body.name);
  return body.stmts.some((stmt) => stmt.kind === 'expr' && leaves(stmt.expr));
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const draft = draftOf(program, sighting);
    if (draft !== null) yield draft;
  }
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const known = seen.polls.find((poll) => isPollOf(program, sighting, poll));
  if (known === undefined) return null;
  const who = sighting.context.async ? 'its worker thread' : 'a core';
  return {
    rule: ID,
    at: { path: sighting.path, ...sighting.at },
    params: {
      call: known.what,
      who,
      how: seen.naps ? 'wakes up a thousand times a second and more' : `keeps ${who} busy`,
    },
    ...(seen.naps ? { severity: 'warning' as const } : {}),
  };
}

function isPollOf(program: Program, sighting: Sighting, { what, on }: Poll): boolean {
  if (what === 'load') return true;
  const ty = program.types.peel(program.settle(sighting.path, on));
  const path = pathOf(ty);
  return path === null ? what === 'try_recv' : CHANNELS.test(path);
}
