/** Code that waits inside rayon's pool for something that only the pool can do. */
import type { Draft, Location, Related, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { onCall, onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, MethodCall, Node } from '../../syntax/ast.js';
import { forEachChild, lastSegment } from '../../syntax/walk.js';
import { BLOCKING_LOCKS, lockIn } from '../locks.js';
import { isInParallel } from '../rayon.js';
import type { Rule } from '../rule.js';

const ID = 'rayon-blocking-in-parallel';
/** Methods that start parallel work; all are rayon's own names. */
const PARALLEL = /^(?:par_\w+|into_par_iter)$/;
const RAYON_CALLS = /^rayon(?:_core)?::(?:join|scope|scope_fifo|in_place_scope|broadcast)$/;
const WAITS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['std::sync::mpsc::Receiver', new Set(['recv', 'iter', 'recv_timeout'])],
  ['crossbeam_channel::Receiver', new Set(['recv', 'iter', 'recv_timeout'])],
  ['flume::Receiver', new Set(['recv', 'iter', 'recv_timeout'])],
  ['std::sync::Barrier', new Set(['wait'])],
  ['std::sync::Condvar', new Set(['wait', 'wait_while', 'wait_timeout'])],
  ['parking_lot::Condvar', new Set(['wait', 'wait_while', 'wait_for'])],
  ['tokio::runtime::Runtime', new Set(['block_on'])],
  ['tokio::runtime::Handle', new Set(['block_on'])],
]);
const BLOCK_ON = new Set([
  'futures_executor::block_on',
  'futures_lite::future::block_on',
  'pollster::block_on',
  'smol::block_on',
  'async_std::task::block_on',
]);

type Seen =
  | {
      readonly what: 'guard';
      readonly on: Ty;
      readonly lock: string;
      readonly parallel: Span;
      readonly again: boolean;
    }
  /** `parallel`: in the closure itself, or in a function that such closures may call. */
  | { readonly what: 'wait'; readonly method: string; readonly on: Ty; readonly parallel: boolean }
  | { readonly what: 'block-on'; readonly path: string; readonly parallel: boolean }
  /** A closure that the pool runs many times at once. */
  | { readonly what: 'closure' }
  | { readonly what: 'bridge' };

export const rule: Rule = {
  id: ID,
  collect: [
    onMethod(['lock', 'read', 'write'], (node, view) => {
      if (node.args.length > 0) return;
      guardSeen(node, view);
    }),
    onMethod(
      ['recv', 'iter', 'recv_timeout', 'wait', 'wait_while', 'wait_timeout', 'wait_for', 'block_on'],
      (node, view) => {
        const parallel = isInParallel(node, view);
        const on = view.typeOf(node.receiver);
        // `iter` is everywhere: of a channel's, only those that stand in the closure are looked at.
        if (on === null || (!parallel && node.name === 'iter')) return;
        const seen: Seen = { what: 'wait', method: node.name, on, parallel };
        view.emit(node, seen, view.methodSpan(node));
      },
    ),
    onNode('closure', (node, view) => {
      if (view.closureUse(node) === 'rayon' && isInParallel(node.body, view))
        view.emit(node, { what: 'closure' } satisfies Seen);
    }),
    onMethod(['par_bridge'], (node, view) => {
      if (isInParallel(node, view)) view.emit(node, { what: 'bridge' } satisfies Seen, view.methodSpan(node));
    }),
    onCall(['block_on'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null)
        view.emit(node, { what: 'block-on', path, parallel: isInParallel(node, view) } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

/** A guard that is alive while parallel work runs, where the pool's threads may want the same lock. */
function guardSeen(node: MethodCall, view: View): void {
  const life = view.lifeOf(node);
  const lock = view.text(node.receiver).replace(/\s+/g, '');
  let parallel: Call | MethodCall | null = null;
  const visit = (at: Node): void => {
    if (parallel !== null || at.kind === 'fn') return;
    if (at.kind === 'method' && PARALLEL.test(at.name)) parallel = at;
    else if (at.kind === 'call' && RAYON_CALLS.test(view.calledPath(at) ?? '')) parallel = at;
    forEachChild(at, visit);
  };
  for (const region of life.regions) visit(region);
  if (life.kind === 'temporary') parallel ??= chainedParallel(node);
  const found: Call | MethodCall | null = parallel;
  if (found === null) return;
  const inside = isInParallel(node, view);
  const again = takesAgain(found, lock, view);
  if (!inside && !again) return;
  const owner = life.binding?.owner;
  const seen: Seen = {
    what: 'guard',
    on: view.typeOf(node.receiver),
    lock: view.snippet(node.receiver, 40),
    parallel: view.callSpan(found),
    again,
  };
  view.emit(node, seen, owner?.kind === 'let' ? view.span(owner) : view.methodSpan(node));
}

/** `m.lock().unwrap().par_iter()…` */
function chainedParallel(lock: MethodCall): MethodCall | null {
  for (let n: Node | null = lock.parent; n?.kind === 'method' || n?.kind === 'try'; n = n.parent) {
    if (n.kind === 'method' && PARALLEL.test(n.name)) return n;
  }
  return null;
}

/** The parallel closures take the same lock: by the same words. */
function takesAgain(parallel: Node, lock: string, view: View): boolean {
  let top = parallel;
  while (top.parent?.kind === 'method' && top.parent.receiver === top) top = top.parent;
  let found = false;
  const visit = (node: Node, inside: boolean): void => {
    if (
      inside &&
      node.kind === 'method' &&
      /^(?:lock|read|write)$/.test(node.name) &&
      node.args.length === 0
    ) {
      found ||= view.text(node.receiver).replace(/\s+/g, '') === lock;
    }
    forEachChild(node, (child) => visit(child, inside || node.kind === 'closure'));
  };
  visit(top, false);
  return found;
}

/** Calls deeper than this are not followed up. */
const MAX_CALLS = 3;

function* judge(program: Program): Generator<Draft> {
  const closures = new Map<string, Span[]>();
  const waits: Sighting[] = [];
  for (const sighting of program.candidates(ID)) {
    const seen: Seen = sighting.data;
    if (seen.what === 'closure')
      closures.set(sighting.path, [...(closures.get(sighting.path) ?? []), sighting.at]);
    else if ('parallel' in seen && seen.parallel === false) waits.push(sighting);
    else {
      const draft = draftOf(program, sighting, seen);
      if (draft !== null) yield draft;
    }
  }
  if (closures.size === 0) return;
  const reported = new Set<string>();
  for (const wait of waits) {
    const draft = draftOf(program, wait, wait.data);
    if (draft === null || wait.context.spawned || wait.context.bridge !== null) continue;
    for (const at of callsInParallel(program, wait, closures)) {
      const key = `${at.path}:${at.line}:${at.column}`;
      if (reported.has(key)) continue;
      reported.add(key);
      const related = [{ ...draft.at, message: 'it waits here' }];
      yield { ...draft, at, related };
    }
  }
}

/** Where closures that the pool runs at once call, directly or through others, the function that waits. */
function callsInParallel(
  program: Program,
  wait: Sighting,
  closures: ReadonlyMap<string, readonly Span[]>,
): Location[] {
  const found: Location[] = [];
  const node = program.node(wait);
  const seen = new Set([node]);
  let level = node === null || node.fn.async ? [] : [node];
  for (let depth = 0; depth < MAX_CALLS && level.length > 0; depth++) {
    const next: typeof level = [];
    for (const { at, from, context } of level.flatMap(({ callers }) => callers)) {
      if (context.test || context.async) continue;
      const inside = closures.get(at.path)?.some((span) => isWithin(at, span)) === true;
      if (inside && context.bridge === 'rayon') found.push(at);
      else if (context.bridge === null && !context.spawned && !seen.has(from)) {
        seen.add(from);
        next.push(from);
      }
    }
    level = next;
  }
  return found;
}

function isWithin(at: Span, span: Span): boolean {
  const after = at.line > span.line || (at.line === span.line && at.column >= span.column);
  return (
    after && (at.endLine < span.endLine || (at.endLine === span.endLine && at.endColumn <= span.endColumn))
  );
}

function draftOf(program: Program, sighting: Sighting, seen: Seen): Draft | null {
  const draft = { rule: ID, at: { path: sighting.path, ...sighting.at } };
  switch (seen.what) {
    case 'guard': {
      if (!BLOCKING_LOCKS.has(pathOf(lockIn(program, sighting.path, seen.on)) ?? '')) return null;
      const related: Related[] = [
        { path: sighting.path, ...seen.parallel, message: 'parallel work runs here' },
      ];
      return { ...draft, params: { lock: seen.lock }, related };
    }
    case 'wait': {
      const owner = program.headPath(sighting.path, seen.on);
      if (owner === null || WAITS.get(owner)?.has(seen.method) !== true) return null;
      return { ...draft, ...waiting(`${lastSegment(owner)}::${seen.method}`) };
    }
    case 'block-on':
      return BLOCK_ON.has(program.canonical(sighting.path, seen.path))
        ? { ...draft, ...waiting('block_on') }
        : null;
    case 'closure':
      return null;
    case 'bridge':
      return {
        ...draft,
        message:
          '`par_bridge` inside a parallel closure takes a lock around its iterator: a worker that steals the outer job waits for itself',
        help: 'collect the iterator first, or use `par_iter` on a collection',
      };
  }
}

function waiting(call: string): Pick<Draft, 'message' | 'help'> {
  return {
    message: `\`${call}\` stops a thread of rayon's pool: when all of them wait for work that the pool should do, nothing moves`,
    help: 'wait outside of the pool, or do such work on threads of its own',
  };
}
