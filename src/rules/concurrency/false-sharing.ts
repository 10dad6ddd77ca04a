/** Neighbouring atomics that different threads write: they share a cache line, which then travels between cores. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { callableOf } from '../../summaries/bindings.js';
import { onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Attr, Expr, Let, MethodCall, PathExpr, Struct } from '../../syntax/ast.js';
import { calleeName, lastName, lastSegment } from '../../syntax/walk.js';
import { grouped } from '../grouped.js';
import type { Rule } from '../rule.js';

const ID = 'false-sharing';
const ATOMIC = /^std::sync::atomic::Atomic\w+$/;
const SMALL_LOCKS = new Set(['std::sync::Mutex', 'parking_lot::Mutex', 'spin::Mutex']);
const SMALL = new Set([
  'bool',
  'u8',
  'u16',
  'u32',
  'u64',
  'usize',
  'i8',
  'i16',
  'i32',
  'i64',
  'isize',
  'f32',
  'f64',
]);
/** An index that says which thread it is. */
const PER_THREAD = /thread|worker|shard|cpu|core|slot|lane|tid|\bid\b|\bidx\b|stripe|partition|rank/i;
const WRITES = [
  'store',
  'swap',
  'fetch_add',
  'fetch_sub',
  'fetch_max',
  'fetch_min',
  'fetch_or',
  'fetch_and',
  'fetch_xor',
  'compare_exchange',
  'compare_exchange_weak',
];

type Seen =
  | { readonly what: 'array'; readonly ty: Ty; readonly owner: string; readonly name: string }
  | {
      readonly what: 'field';
      readonly owner: string;
      readonly name: string;
      readonly index: number;
      readonly ty: Ty;
    }
  /** A local array, declared where the candidate stands, of which another callable writes an element. */
  | { readonly what: 'local'; readonly ty: Ty; readonly name: string; readonly index: string }
  /** An element, picked by thread, is written. */
  | { readonly what: 'write'; readonly field: string; readonly of: Ty; readonly index: string | null };

export const rule: Rule = {
  id: ID,
  collect: [
    onNode('structDef', (node, view) => declare(node, view)),
    onNode('static', (node, view) => {
      if (node.type === null || !/Atomic|Mutex/.test(view.text(node.type))) return;
      const owner = view.scope.moduleOf(node).path;
      view.emit(
        node,
        { what: 'array', ty: view.tyOf(node.type), owner, name: node.name } satisfies Seen,
        view.span(node.type),
      );
    }),
    onMethod([...WRITES, 'lock'], (node, view) => {
      if (seeLocal(node, view)) return;
      const place = placeOf(node.receiver, view);
      if (place === null || (node.name === 'lock' && place.index === null)) return;
      view.emit(node, { what: 'write', ...place } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

function declare(node: Struct, view: View): void {
  if (isAligned(node.attrs)) return;
  const owner = `${view.scope.moduleOf(node).path}::${node.name}`;
  for (const [index, field] of node.fields.entries()) {
    const text = view.text(field.type);
    if (!/Atomic|Mutex/.test(text) || text.includes('CachePadded')) continue;
    const what = /^(?:Arc<|Box<|Vec<|\[|std::)*.*(?:\[|Vec<)/.test(text) ? 'array' : 'field';
    const ty = view.tyOf(field.type);
    const seen: Seen =
      what === 'array' ? { what, ty, owner, name: field.name } : { what, owner, name: field.name, index, ty };
    view.emit(field, seen, view.span(field.type));
  }
}

function isAligned(attrs: readonly Attr[]): boolean {
  return attrs.some(({ text }) => {
    const align = /\balign\s*\(\s*(\d+)\s*\)/.exec(text)?.[1];
    return align !== undefined && Number(align) >= 64;
  });
}

/** `slots[tid].fetch_add(…)` in a closure, where `slots` is a local of what encloses the closure. */
function seeLocal(node: MethodCall, view: View): boolean {
  const { receiver } = node;
  if (receiver.kind !== 'index' || receiver.base.kind !== 'path') return false;
  const index = view.snippet(receiver.index, 40);
  const owner = declaredAt(receiver.base, view);
  if (owner === null || !PER_THREAD.test(index) || callableOf(owner) === callableOf(node)) return false;
  const { pattern } = owner;
  if (pattern.kind !== 'patIdent' || view.isOpaque(node)) return false;
  const ty = view.typeOf(receiver.base);
  const at = view.span(owner.type ?? { start: owner.start, end: pattern.end });
  view.emit(node, { what: 'local', ty, name: pattern.name, index } satisfies Seen, at);
  return true;
}

/** The `let` of a local, through `let slots = &slots;` and `let slots = Arc::clone(&slots);`. */
function declaredAt(local: PathExpr, view: View): Let | null {
  let at = local;
  for (let steps = 0; steps < 4; steps++) {
    const owner = view.binding(at)?.owner;
    if (owner?.kind !== 'let') return null;
    const before = owner.init === null ? null : copied(owner.init);
    if (before === null) return owner;
    at = before;
  }
  return null;
}

/** `slots` in `&slots`, `slots.clone()`, `Arc::clone(&slots)`. */
function copied(init: Expr): PathExpr | null {
  if (init.kind === 'path') return init.segments.length === 1 ? init : null;
  if (init.kind === 'ref') return copied(init.operand);
  if (init.kind === 'method') return init.name === 'clone' ? copied(init.receiver) : null;
  const [argument] = init.kind === 'call' && calleeName(init) === 'clone' ? init.args : [];
  return argument === undefined ? null : copied(argument);
}

function placeOf(receiver: Expr, view: View): { field: string; of: Ty; index: string | null } | null {
  let n = receiver;
  let index: string | null = null;
  if (n.kind === 'index') {
    index = view.snippet(n.index, 40);
    n = n.base;
  } else if (n.kind === 'method' && /^get(?:_unchecked)?$/.test(n.name) && n.args[0] !== undefined) {
    index = view.snippet(n.args[0], 40);
    n = n.receiver;
  }
  if (n.kind === 'field') return { field: n.name, of: view.typeOf(n.base), index };
  if (n.kind === 'path' && view.binding(n) === null) return { field: lastName(n), of: null, index };
  return null;
}

function* judge(program: Program): Generator<Draft> {
  const all = program.candidates(ID);
  const writes = all.flatMap((sighting) => {
    const seen: Seen = sighting.data;
    return seen.what === 'write'
      ? [{ sighting, seen, owner: seen.of === null ? null : program.headPath(sighting.path, seen.of) }]
      : [];
  });
  for (const sighting of all) {
    const seen: Seen = sighting.data;
    if (seen.what !== 'array') continue;
    const element = smallElement(program, sighting.path, seen.ty);
    if (element === null) continue;
    const owner = program.canonical(sighting.path, seen.owner);
    const mine = writes.filter(
      (write) => write.seen.field === seen.name && (write.owner === null || write.owner === owner),
    );
    const picked = mine.find((write) => write.seen.index !== null && PER_THREAD.test(write.seen.index));
    if (picked === undefined) continue;
    yield {
      rule: ID,
      at: { path: sighting.path, ...sighting.at },
      params: { name: seen.name, element, index: picked.seen.index ?? '' },
    };
  }
  yield* locals(program, all);
  yield* neighbours(program, all, writes);
}

function* locals(program: Program, all: readonly Sighting[]): Generator<Draft> {
  const reported = new Set<string>();
  for (const { path, at, data } of all) {
    const seen: Seen = data;
    const key = `${path}:${at.line}:${at.column}`;
    if (seen.what !== 'local' || reported.has(key)) continue;
    const element = smallElement(program, path, seen.ty);
    if (element === null) continue;
    reported.add(key);
    yield { rule: ID, at: { path, ...at }, params: { name: seen.name, element, index: seen.index } };
  }
}

/** Two atomics side by side in a struct, each written by a function of its own, in loops. */
function* neighbours(
  program: Program,
  all: readonly Sighting[],
  writes: readonly {
    readonly sighting: Sighting;
    readonly seen: Extract<Seen, { what: 'write' }>;
    readonly owner: string | null;
  }[],
): Generator<Draft> {
  const fields = all.flatMap((sighting) => {
    const seen: Seen = sighting.data;
    if (seen.what !== 'field' || !ATOMIC.test(pathOf(program.settle(sighting.path, seen.ty)) ?? ''))
      return [];
    return [{ sighting, seen }];
  });
  for (const [, list] of grouped(fields, ({ sighting, seen }) =>
    program.canonical(sighting.path, seen.owner),
  )) {
    for (const [i, { sighting, seen }] of list.entries()) {
      const next = list[i + 1];
      if (next === undefined || next.seen.index !== seen.index + 1) continue;
      const owner = program.canonical(sighting.path, seen.owner);
      const writersOf = (name: string): Set<string> =>
        new Set(
          writes
            .filter((w) => w.seen.field === name && w.owner === owner && w.sighting.context.loops > 0)
            .map((w) => `${w.sighting.path}#${w.sighting.context.fn}`),
        );
      const [left, right] = [writersOf(seen.name), writersOf(next.seen.name)];
      if (left.size === 0 || right.size === 0 || [...left].some((fn) => right.has(fn))) continue;
      yield {
        rule: ID,
        at: { path: sighting.path, ...sighting.at },
        confidence: 'low',
        message: `\`${seen.name}\` and \`${next.seen.name}\` share a cache line: each write to one takes it from the cores that use the other`,
        help: 'wrap each in `crossbeam_utils::CachePadded`, and measure: padding takes 128 bytes',
      };
      break;
    }
  }
}

/** The element of an array of atomics or small locks as the message names it, or null. */
function smallElement(program: Program, file: string, term: Ty): string | null {
  let ty = program.types.peel(program.settle(file, term));
  if (ty !== null && 'p' in ty && (ty.p === 'std::vec::Vec' || ty.p === 'std::sync::LazyLock'))
    ty = program.types.peel(ty.a?.[0] ?? null);
  else if (ty !== null && 'array' in ty) ty = ty.array;
  else if (ty !== null && 'slice' in ty) ty = ty.slice;
  else return null;
  if (ty === null || !('p' in ty)) return null;
  const name = lastSegment(ty.p);
  if (ATOMIC.test(ty.p)) return name;
  const inner = pathOf(ty.a?.[0] ?? null);
  return SMALL_LOCKS.has(ty.p) && inner !== null && SMALL.has(inner) ? `${name}<${inner}>` : null;
}
