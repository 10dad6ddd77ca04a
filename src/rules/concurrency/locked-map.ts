/** Maps behind one lock that several tasks or threads take: every key waits for every other. */

import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { type Binding, usesOf } from '../../summaries/bindings.js';
import { onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { FieldDef, Node } from '../../syntax/ast.js';
import { calleeName, lastSegment } from '../../syntax/walk.js';
import { LOCK_METHODS, lockIn } from '../locks.js';
import type { Rule } from '../rule.js';

const ID = 'locked-map';
const LOCKS = new Set([
  'std::sync::Mutex',
  'std::sync::RwLock',
  'parking_lot::Mutex',
  'parking_lot::RwLock',
  'parking_lot::FairMutex',
  'tokio::sync::Mutex',
  'tokio::sync::RwLock',
  'async_lock::Mutex',
  'async_lock::RwLock',
  'futures_util::lock::Mutex',
  'spin::Mutex',
  'spin::RwLock',
]);
const MAPS = new Set([
  'std::collections::HashMap',
  'std::collections::BTreeMap',
  'std::collections::HashSet',
  'std::collections::BTreeSet',
]);
const SHARED = new Set(['std::sync::Arc', 'std::sync::Weak']);
/** What may stand around the lock without making several locks of it. */
const AROUND = new Set([
  'std::boxed::Box',
  'std::sync::LazyLock',
  'std::sync::OnceLock',
  'once_cell::sync::Lazy',
  'once_cell::sync::OnceCell',
  'tokio::sync::OnceCell',
  'lazy_static::Lazy',
]);
/** Words in a written type without which it cannot be a locked map or an alias of one. */
const LOCKISH = /Mutex|RwLock|Lock/;
/** Maps that keep an order: no sharded map can stand in for them. */
const ORDERED = /\b(?:Index|Linked(?:Hash)?|Lru)(?:Map|Set|Cache)\b/;

function isLockish(text: string): boolean {
  return LOCKISH.test(text) && !ORDERED.test(text);
}

type Seen =
  | { readonly what: 'field'; readonly ty: Ty; readonly owner: string; readonly name: string }
  | { readonly what: 'static' | 'alias'; readonly ty: Ty; readonly name: string }
  /** `leaves`: handed to a call, a struct or the caller, where it may be declared again. */
  | { readonly what: 'let'; readonly ty: Ty; readonly name: string; readonly leaves: boolean }
  | {
      readonly what: 'use';
      readonly on: Ty;
      readonly field: string | null;
      readonly of: Ty;
      readonly method: string;
      /** Each call of the function takes the lock: it stands in no branch. */
      readonly always: boolean;
    };

export const rule: Rule = {
  id: ID,
  collect: [
    onNode('structDef', (node, view) => {
      const owner = `${view.scope.moduleOf(node).path}::${node.name}`;
      for (const field of node.fields) declareField(field, owner, view);
    }),
    onNode('static', (node, view) => {
      if (node.type === null || !isLockish(view.text(node.type))) return;
      view.emit(
        node,
        { what: 'static', ty: view.tyOf(node.type), name: node.name } satisfies Seen,
        view.span(node.type),
      );
    }),
    onNode('typeAlias', (node, view) => {
      if (node.type === null || !isLockish(view.text(node.type))) return;
      view.emit(
        node,
        { what: 'alias', ty: view.tyOf(node.type), name: node.name } satisfies Seen,
        view.span(node.type),
      );
    }),
    onNode('let', (node, view) => {
      const { pattern } = node;
      if (pattern.kind !== 'patIdent') return;
      const { name } = pattern;
      const leaves = (): boolean => isHandedOn({ name, ident: pattern, owner: node });
      if (node.type !== null) {
        if (!isLockish(view.text(node.type))) return;
        const seen: Seen = { what: 'let', ty: view.tyOf(node.type), name, leaves: leaves() };
        view.emit(node, seen, view.span(node.type));
        return;
      }
      if (node.init?.kind !== 'call' || node.init.callee.kind !== 'path') return;
      const text = view.text(node.init);
      if (!/(?:Mutex|RwLock)(?:::<.*>)?::(?:new|default|from)\b/.test(text) || ORDERED.test(text)) return;
      const seen: Seen = { what: 'let', ty: view.typeOf(node.init), name, leaves: leaves() };
      view.emit(node, seen, view.span(node.init));
    }),
    onMethod(
      [...LOCK_METHODS, 'blocking_lock', 'blocking_read', 'blocking_write', 'lock_owned'],
      (node, view) => {
        if (node.args.length > 0) return;
        let receiver = node.receiver;
        while (receiver.kind === 'ref' || receiver.kind === 'unary') receiver = receiver.operand;
        const field = receiver.kind === 'field' ? receiver.name : null;
        const of = receiver.kind === 'field' ? view.typeOf(receiver.base) : null;
        const on = view.typeOf(receiver);
        if (on === null && field === null) return;
        view.emit(node, {
          what: 'use',
          on,
          field,
          of,
          method: node.name,
          always: isAlways(node),
        } satisfies Seen);
      },
    ),
  ],
  judge: ({ program }) => judge(program),
};

function declareField(field: FieldDef, owner: string, view: View): void {
  if (!isLockish(view.text(field.type))) return;
  const seen: Seen = { what: 'field', ty: view.tyOf(field.type), owner, name: field.name };
  view.emit(field, seen, view.span(field.type));
}

function isHandedOn(binding: Binding): boolean {
  return usesOf(binding).some(({ parent }) => {
    const outer =
      parent?.kind === 'ref' || (parent?.kind === 'method' && parent.name === 'clone')
        ? parent.parent
        : parent;
    if (outer?.kind === 'call') return !/^(?:clone|drop)$/.test(calleeName(outer));
    return (
      outer?.kind === 'struct' ||
      outer?.kind === 'return' ||
      (outer?.kind === 'expr' && !outer.semicolon) ||
      outer?.kind === 'tuple'
    );
  });
}

function isAlways(node: Node): boolean {
  let from = node;
  for (let n = node.parent; n !== null; from = n, n = n.parent) {
    if (n.kind === 'fn') return true;
    if (n.kind === 'closure' || n.kind === 'arm' || (n.kind === 'if' && from !== n.cond)) return false;
    if (n.kind === 'block' && n.async) return true;
  }
  return false;
}

/** A place where a locked map is declared. */
interface Declared {
  readonly sighting: Sighting;
  readonly seen: Exclude<Seen, { readonly what: 'use' }>;
  readonly lock: string;
  readonly map: string;
  readonly mapTy: Ty;
  /** Behind an `Arc`, or a static: shared by what it is. */
  readonly shared: boolean;
}
interface Use {
  readonly sighting: Sighting;
  readonly seen: Extract<Seen, { readonly what: 'use' }>;
  /** Struct of the field, when known. */
  readonly owner: string | null;
  /** The lock's type, settled. */
  readonly ty: Ty;
}

function* judge(program: Program): Generator<Draft> {
  const declared: Declared[] = [];
  const uses: Use[] = [];
  for (const sighting of program.candidates(ID)) {
    const seen: Seen = sighting.data;
    if (seen.what === 'use') uses.push(useOf(program, sighting, seen));
    else {
      const found = declarationOf(program, sighting, seen);
      if (found !== null) declared.push(found);
    }
  }
  const arced = typesInArc(program);
  for (const one of declared) {
    const uses_ = uses.filter((use) => isUseOf(program, one, use));
    if (!isConcurrent(program, one, uses_, arced) || isRepeated(one, declared)) continue;
    yield { ...draftOf(program, one, uses_), ...WEIGHTS[contention(program, one, uses_)] };
  }
}

function draftOf(program: Program, { sighting, seen, lock, map }: Declared, uses: readonly Use[]): Draft {
  const functions = new Set(uses.map(({ sighting: at }) => `${at.path}#${at.context.fn}`));
  const served = uses.some(({ sighting: at }) => program.inHandler(at));
  const reads = uses.filter(({ seen: use }) => /read/.test(use.method)).length;
  const readMostly = reads > 0 && reads >= (uses.length - reads) * 3;
  const set = map.endsWith('Set');
  const concurrent = set ? '`DashSet`' : '`DashMap`';
  const name = seen.what === 'field' && /^\d+$/.test(seen.name) ? lastSegment(seen.owner) : seen.name;
  return {
    rule: ID,
    at: { path: sighting.path, ...sighting.at },
    params: { name, lock: short(lock), map: short(map) },
    ...(short(lock) === 'RwLock'
      ? {
          message: `one \`RwLock\` around \`${name}\`: writing one key of the \`${short(map)}\` shuts out the readers of all others`,
        }
      : {}),
    // Requests come often enough to wait for one another.
    confidence: served && functions.size >= 3 ? 'high' : 'medium',
    help: readMostly
      ? `it is mostly read: \`ArcSwap<${short(map)}<…>>\` or \`papaya\` reads without a lock; otherwise shard it with ${concurrent}`
      : `shard it, for instance with ${concurrent}, and never hold its guards across \`.await\` or another call on it`,
  };
}

type Contention = 'seen' | 'thinkable' | 'unlikely';

const WEIGHTS: Readonly<Record<Contention, Pick<Draft, 'severity' | 'confidence'>>> = {
  seen: {},
  thinkable: { severity: 'suggestion' },
  unlikely: { severity: 'suggestion', confidence: 'low' },
};

/**
 * Is the lock taken so often, by writers, that they wait for one another? A registry that is read, or written when
 * something starts or ends, seldom is. Programs that are no product for strangers show most of their load themselves.
 */
function contention(program: Program, { sighting, seen }: Declared, uses: readonly Use[]): Contention {
  const file = sighting.path;
  // Made for one request: others have their own.
  if (seen.what === 'let' && program.inHandler(sighting)) return 'unlikely';
  const warm = uses.filter(({ sighting: at }) => !at.context.cold && !program.isStartup(at));
  const writes = warm.filter(({ seen: use }) => !/read/.test(use.method));
  const isSetUp = !PASSING.test(seen.name) && writes.every(({ sighting: at }) => isOrdered(program, at));
  const often = isSetUp && writes.length < warm.length ? 'thinkable' : 'seen';
  if (writes.some(({ sighting: at, seen: use }) => use.always && isAnswering(program, at))) return often;
  if (program.parsesArguments(file) && !program.answers(file)) return 'unlikely';
  // Readers of an `RwLock` do not wait for one another.
  if (!program.isPublished(file))
    return writes.some(({ sighting: at }) => isOften(program, at)) ? often : 'thinkable';
  return seen.what === 'static' &&
    writes.some(({ sighting: at, seen: use }) => use.always && at.context.async)
    ? 'seen'
    : 'unlikely';
}

const ORDERS = /^(?:load|reload|create|update|delete|remove|rename|modify)(?:_|$)/;
/** What comes and goes with requests. */
const PASSING = /cache|session|conn|request|job|task|client|peer|stream|hit|count|metric|stat/;

/** It is written where somebody changes what is set up, by what the function is named. */
function isOrdered(program: Program, sighting: Sighting): boolean {
  const name = program.node(sighting)?.fn.name ?? '';
  return ORDERS.test(name) && !PASSING.test(name) && !PASSING.test(sighting.path);
}

/** For each request; what a connection does once in its life meets nobody. */
function isAnswering(program: Program, sighting: Sighting): boolean {
  const isOnce = program.contexts.isOncePerConnection(program.node(sighting), sighting.context);
  return !isOnce && program.inHandler(sighting);
}

/** For each request, message or element. */
function isOften(program: Program, sighting: Sighting): boolean {
  return isAnswering(program, sighting) || (sighting.context.loops > 0 && !sighting.context.paced);
}

function short(path: string): string {
  return lastSegment(path);
}

// ---- what is declared -----------------------------------------------------------------------------

function declarationOf(program: Program, sighting: Sighting, seen: Declared['seen']): Declared | null {
  let ty = program.settle(sighting.path, seen.ty);
  let shared = seen.what === 'static';
  for (let steps = 0; steps < 8 && ty !== null; steps++) {
    if ('ref' in ty) {
      ty = ty.ref;
      continue;
    }
    if (!('p' in ty)) return null;
    const inner: Ty = ty.a?.[0] ?? null;
    if (SHARED.has(ty.p)) {
      shared = true;
      ty = inner;
    } else if (AROUND.has(ty.p)) ty = inner;
    else if (LOCKS.has(ty.p)) {
      const map = pathOf(inner);
      return map !== null && MAPS.has(map) ? { sighting, seen, lock: ty.p, map, mapTy: inner, shared } : null;
    } else return null;
  }
  return null;
}

/** A local or alias whose lock is also declared as a field: one lock, one finding. */
function isRepeated(one: Declared, all: readonly Declared[]): boolean {
  const same = (other: Declared): boolean =>
    other !== one && other.lock === one.lock && other.map === one.map && agree(other.mapTy, one.mapTy);
  return (
    one.seen.what === 'let' &&
    one.seen.leaves &&
    all.some((other) => other.seen.what !== 'let' && same(other))
  );
}

function agree(a: Ty, b: Ty): boolean {
  const [left, right] = [a, b].map((ty) => (ty !== null && 'p' in ty ? (ty.a ?? []) : []));
  if (left === undefined || right === undefined) return true;
  return left.every((x, i) => {
    const y = right[i] ?? null;
    return x === null || y === null || JSON.stringify(x) === JSON.stringify(y);
  });
}

// ---- how it is used -------------------------------------------------------------------------------

function useOf(program: Program, sighting: Sighting, seen: Use['seen']): Use {
  const owner = seen.field === null ? null : program.headPath(sighting.path, seen.of);
  return { sighting, seen, owner, ty: lockIn(program, sighting.path, seen.on) };
}

function isUseOf(program: Program, { sighting, seen, lock, mapTy }: Declared, use: Use): boolean {
  if (seen.what === 'field' && use.seen.field !== null) {
    if (use.seen.field !== seen.name) return false;
    return use.owner === null || use.owner === program.canonical(sighting.path, seen.owner);
  }
  if (seen.what === 'field' && use.owner !== null) return false;
  const { ty } = use;
  return (
    ty !== null &&
    'p' in ty &&
    ty.p === lock &&
    (ty.a?.[0] ?? null) !== null &&
    pathOf(ty.a?.[0] ?? null) === pathOf(mapTy) &&
    agree(ty.a?.[0] ?? null, mapTy)
  );
}

function isConcurrent(
  program: Program,
  one: Declared,
  uses: readonly Use[],
  arced: ReadonlySet<string>,
): boolean {
  const working = uses.filter(({ sighting }) => !program.isStartup(sighting));
  if (working.some(({ sighting }) => runsBesideOthers(program, sighting))) return true;
  if (uses.length > 0 && working.length === 0) return false;
  const { seen, sighting } = one;
  // Shared by its type, and called from code that we do not see: a library's, or through a trait.
  const shared =
    one.shared || (seen.what === 'field' && arced.has(program.canonical(sighting.path, seen.owner)));
  if (seen.what === 'let' || !shared) return false;
  if (/^(?:tokio|async_lock|futures_util)::/.test(one.lock)) return true;
  return working.some(({ sighting: at }) => {
    const node = program.node(at);
    return node?.fn.public === true || (node?.fn.trait ?? null) !== null;
  });
}

function runsBesideOthers(program: Program, sighting: Sighting): boolean {
  const { context } = sighting;
  if (context.async || context.spawned || context.bridge !== null) return true;
  if (program.inHandler(sighting)) return true;
  const node = program.node(sighting);
  if (node === null) return false;
  return (
    program.contexts.reachFromAsync(node).length > 0 ||
    node.callers.some(({ context: at }) => at.bridge !== null || at.spawned)
  );
}

/** Types of the workspace that stand behind an `Arc` or in a static somewhere. */
function typesInArc(program: Program): Set<string> {
  const found = new Set<string>();
  const visit = (file: string, ty: Ty, inside: boolean): void => {
    if (ty === null) return;
    if ('ref' in ty) visit(file, ty.ref, inside);
    else if ('tuple' in ty) for (const part of ty.tuple) visit(file, part, false);
    else if ('p' in ty) {
      const path = program.canonical(file, ty.p);
      if (inside) found.add(path);
      const sharing = SHARED.has(path) || AROUND.has(path) || /::(?:State|Data|Extension)$/.test(path);
      for (const part of ty.a ?? []) visit(file, part, sharing);
    } else if ('call' in ty) {
      const callee = program.canonical(file, ty.call);
      for (const part of ty.args) visit(file, part, callee === 'std::sync::Arc::new');
    }
  };
  for (const [file, summary] of program.files) {
    for (const type of summary.types) {
      visit(file, type.target, false);
      for (const field of type.fields) visit(file, field.ty, false);
    }
    for (const value of summary.values) visit(file, value.ty, true);
    for (const fn of summary.functions) {
      visit(file, fn.ret, false);
      for (const param of fn.params) visit(file, param.ty, false);
    }
  }
  return found;
}
