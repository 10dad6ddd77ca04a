/** The locks that rules speak of: which types they are, which methods take them, and what a guard is alive for. */

import type { Related, Span } from '../findings/finding.js';
import type { Program, Sighting } from '../program/program.js';
import { pathOf } from '../program/types.js';
import { type Binding, usesOf } from '../summaries/bindings.js';
import type { GuardEdition, Life } from '../summaries/guards.js';
import type { Ty } from '../summaries/ty.js';
import type { View } from '../summaries/view.js';
import type { Expr } from '../syntax/ast.js';
import { calleeName } from '../syntax/walk.js';

/** Locks whose waiters stop their thread. */
export const BLOCKING_LOCKS: ReadonlySet<string> = new Set([
  'std::sync::Mutex',
  'std::sync::RwLock',
  'std::sync::ReentrantLock',
  'parking_lot::Mutex',
  'parking_lot::FairMutex',
  'parking_lot::ReentrantMutex',
  'parking_lot::RwLock',
  'spin::Mutex',
  'spin::RwLock',
  'spin::mutex::Mutex',
  'spin::rwlock::RwLock',
]);

/** Locks whose waiters suspend their task. */
export const ASYNC_LOCKS: ReadonlySet<string> = new Set([
  'tokio::sync::Mutex',
  'tokio::sync::RwLock',
  'async_lock::Mutex',
  'async_lock::RwLock',
  'futures_util::lock::Mutex',
]);

const ALL_LOCKS: ReadonlySet<string> = new Set([...BLOCKING_LOCKS, ...ASYNC_LOCKS]);

/** The lock that a method such as `lock` is called on: behind references, `Arc`, `LazyLock` and the like; or null. */
export function lockIn(program: Program, file: string, ty: Ty): Ty {
  let inner = program.types.peel(program.settle(file, ty));
  for (let steps = 0; steps < 5 && inner !== null; steps++) {
    const path = pathOf(inner);
    if (path !== null && ALL_LOCKS.has(path)) return inner;
    inner = program.types.peel(program.types.deref(inner) ?? null);
  }
  return null;
}

export const LOCK_METHODS: readonly string[] = [
  'lock',
  'read',
  'write',
  'try_lock',
  'try_read',
  'try_write',
  'upgradable_read',
];

/** An await point during a guard's life. */
export interface Held {
  /** Await points in editions until 2021, and since 2024. */
  readonly old: readonly Span[];
  readonly new: readonly Span[];
  /** Where the guard's `let` stands; null when it has no name. */
  readonly statement: Span | null;
}

/** At which awaits the guard that `lock` makes is alive; null when at none. */
export function heldAcrossAwait(lock: Expr, view: View, through?: ReadonlySet<string>): Held | null {
  const lives: Record<GuardEdition, Life> = {
    2021: view.lifeOf(lock, '2021', through),
    2024: view.lifeOf(lock, '2024', through),
  };
  const old = lives[2021].awaits.map((node) => view.span(node));
  const now = lives[2024].awaits.map((node) => view.span(node));
  if (old.length === 0 && now.length === 0) return null;
  const owner = lives[2021].binding?.owner;
  return { old, new: now, statement: owner?.kind === 'let' ? view.span(owner) : null };
}

/** The first await that counts in the file's edition, or null. */
export function awaitOf(held: Held, program: Program, sighting: Sighting): Span | null {
  const awaits = Number(program.edition(sighting.path)) >= 2024 ? held.new : held.old;
  return awaits[0] ?? null;
}

export function suspendedAt(path: string, at: Span): Related {
  return { path, ...at, message: 'the task is suspended here' };
}

/** What a local and its clones are called; null when one of them is handed to code that is not seen here. */
export function namesOf(binding: Binding, depth = 0): string[] | null {
  const names = [binding.name];
  for (const use of usesOf(binding)) {
    if (use.kind !== 'path') return null;
    let n: Expr = use;
    while (
      n.parent?.kind === 'ref' ||
      (n.parent?.kind === 'method' && n.parent.receiver === n && n.parent.name === 'clone') ||
      (n.parent?.kind === 'call' && n.parent.args.includes(n) && calleeName(n.parent) === 'clone')
    )
      n = n.parent;
    const { parent } = n;
    if (parent?.kind === 'method' && parent.receiver === n) continue;
    if (parent?.kind === 'call' && calleeName(parent) === 'drop') continue;
    if (parent?.kind !== 'let' || parent.pattern.kind !== 'patIdent' || depth > 2) return null;
    const { pattern } = parent;
    const more = namesOf({ name: pattern.name, ident: pattern, owner: parent }, depth + 1);
    if (more === null) return null;
    names.push(...more);
  }
  return names;
}
