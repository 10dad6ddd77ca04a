/** Guards of blocking locks that live while their task is suspended. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall } from '../../syntax/ast.js';
import { calleeName } from '../../syntax/walk.js';
import {
  awaitOf,
  BLOCKING_LOCKS,
  type Held,
  heldAcrossAwait,
  LOCK_METHODS,
  lockIn,
  suspendedAt,
} from '../locks.js';
import type { Rule } from '../rule.js';

const ID = 'sync-guard-across-await';
const CELL = 'std::cell::RefCell';
const GUARDS =
  /^(?:std::sync|parking_lot|spin)::(?:\w+::)?(?:Mapped)?(?:Mutex|RwLockRead|RwLockWrite|ReentrantMutex|RwLockUpgradableRead)Guard$/;
const WATCH = /^tokio::sync::watch::(?:Receiver|Sender)$/;

interface Seen {
  readonly method: string;
  readonly on: Ty;
  /** What the call gives, for methods of the workspace's own. */
  readonly gives: Ty;
  /** As written: `self.open`. */
  readonly lock: string;
  /** `.lock().unwrap()`: only a lock that can be poisoned gives a `Result` at once. */
  readonly unwrapped: boolean;
  readonly held: Held;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onMethod([...LOCK_METHODS, 'lock_arc', 'borrow', 'borrow_mut', 'borrow_and_update'], (node, view) => {
      if (node.args.length > 0 || !view.context(node).async || view.isOpaque(node)) return;
      if (view.awaitOf(node) !== null) return;
      const held = heldAcrossAwait(node, view);
      if (held === null) return;
      const seen: Seen = {
        method: node.name,
        on: view.typeOf(node.receiver),
        gives: view.typeOf(node),
        lock: view.snippet(node.receiver, 40),
        unwrapped: isUnwrapped(node, view),
        held,
      };
      view.emit(node, seen, held.statement ?? view.methodSpan(node));
    }),
    // `let state = self.locked_state();`: the name of a helper tells little, its type all.
    onNode('let', ({ init }, view) => {
      if (init === null || !isHelper(init) || !view.context(init).async || view.isOpaque(init)) return;
      const held = heldAcrossAwait(init, view);
      if (held?.statement == null) return;
      const lock = view.snippet(init, 40);
      const gives = view.typeOf(init);
      const seen: Seen = { method: '', on: null, gives, lock, unwrapped: false, held };
      view.emit(init, seen, held.statement);
    }),
  ],
  judge: ({ program }) => judge(program),
};

/** A call by a name that hints at a lock, and is none of the locks' own. */
function isHelper(init: Expr): boolean {
  if (init.kind !== 'method' && init.kind !== 'call') return false;
  const name = calleeName(init);
  if (init.kind === 'method' && (LOCK_METHODS.includes(name) || /^borrow(?:_mut)?$/.test(name))) return false;
  return /lock|guard|borrow|(?:^|_)(?:read|write)(?:_|$)|_mut$/.test(name);
}

function isUnwrapped(node: MethodCall, view: View): boolean {
  const outer = node.parent;
  return (
    /^(?:lock|read|write)$/.test(node.name) &&
    outer?.kind === 'method' &&
    outer.receiver === node &&
    /^(?:unwrap|expect|unwrap_or_else)$/.test(outer.name) &&
    view.awaitOf(outer) === null
  );
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const { context } = sighting;
    if (context.bridge !== null) continue;
    const draft = draftOf(program, sighting);
    if (draft !== null) yield draft;
  }
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const at = awaitOf(seen.held, program, sighting);
  if (at === null) return null;
  const draft = {
    rule: ID,
    at: { path: sighting.path, ...sighting.at },
    params: { lock: seen.lock },
    related: [suspendedAt(sighting.path, at)],
  };
  const lock = pathOf(lockIn(program, sighting.path, seen.on)) ?? program.headPath(sighting.path, seen.on);
  if (GUARDS.test(program.headPath(sighting.path, seen.gives) ?? '')) return draft;
  if (lock === null) return seen.unwrapped ? { ...draft, confidence: 'medium' } : null;
  const borrows = seen.method.startsWith('borrow');
  if (lock === CELL && borrows) {
    return {
      ...draft,
      // Without a runtime no other task runs meanwhile.
      confidence: program.lacksRuntime(sighting.path) ? 'low' : 'medium',
      message: `a borrow of \`${seen.lock}\` is held across \`.await\`: any task that borrows it meanwhile panics`,
      help: 'copy what is needed out of the cell, or end the borrow in a block of its own before the `.await`',
    };
  }
  if (WATCH.test(lock) && borrows) {
    return {
      ...draft,
      message: `\`${seen.lock}\` stays read-locked across \`.await\`: its sender blocks a worker thread until this task goes on`,
      help: 'clone the value out of the channel before the `.await`',
    };
  }
  return BLOCKING_LOCKS.has(lock) && !borrows ? draft : null;
}
