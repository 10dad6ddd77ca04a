/** References into a `DashMap` that live across an await, or while the same map is called again. */
import type { Draft, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { bindingOf, usesOf } from '../../summaries/bindings.js';
import { onMethod } from '../../summaries/collector.js';
import { emptyWays, type Life } from '../../summaries/guards.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { forEachChild, isInside } from '../../syntax/walk.js';
import { awaitOf, type Held, heldAcrossAwait, suspendedAt } from '../locks.js';
import type { Rule } from '../rule.js';

const ID = 'dashmap-ref-across-await';
const MAPS = new Set(['dashmap::DashMap', 'dashmap::DashSet', 'dashmap::ReadOnlyView']);
/** What a reference or entry becomes without letting go of its shard. */
const THROUGH = new Set([
  'or_insert',
  'or_insert_with',
  'or_insert_with_key',
  'or_default',
  'or_try_insert_with',
  'and_modify',
  'insert_entry',
  'downgrade',
  'value',
  'value_mut',
  'pair',
  'pair_mut',
]);
const TAKES = ['get', 'get_mut', 'entry', 'iter', 'iter_mut', 'try_get', 'try_get_mut', 'try_entry'];
/** Methods that take a shard's lock themselves. */
const LOCKS_AGAIN = new Set([
  ...TAKES,
  'insert',
  'remove',
  'remove_if',
  'contains_key',
  'contains',
  'retain',
  'clear',
  'len',
  'is_empty',
  'alter',
  'alter_all',
  'view',
  'shrink_to_fit',
]);
/** Readers share a shard: only a writer that waits between two of them deadlocks. */
const READS = new Set(['get', 'iter', 'contains_key', 'contains', 'len', 'is_empty', 'view', 'try_get']);

interface Seen {
  readonly method: string;
  readonly on: Ty;
  readonly map: string;
  readonly held: Held | null;
  /** The next call on the same map while the reference lives. */
  readonly again: { readonly method: string; readonly at: Span } | null;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onMethod(TAKES, (node, view) => {
      if (view.isOpaque(node) || view.isAwaited(node)) return;
      const on = view.typeOf(node.receiver);
      if (on === null || isStd(on)) return;
      const held = view.context(node).async ? heldAcrossAwait(node, view, THROUGH) : null;
      const again = held === null ? calledAgain(node, view) : null;
      if (held === null && again === null) return;
      const seen: Seen = { method: node.name, on, map: view.snippet(node.receiver, 40), held, again };
      const owner = view.lifeOf(node, '2021', THROUGH).binding?.owner;
      view.emit(node, seen, owner?.kind === 'let' ? view.span(owner) : view.methodSpan(node));
    }),
  ],
  judge: ({ program }) => judge(program),
};

function isStd(ty: Ty): boolean {
  return (
    ty !== null && 'p' in ty && /^std::(?:collections|vec|option|result|string|iter|path|env)::/.test(ty.p)
  );
}

/** A call on the same map, by the same name, during the life of what `taken` gives. */
function calledAgain(taken: MethodCall, view: View): Seen['again'] {
  const life = view.lifeOf(taken, '2024', THROUGH);
  if (life.regions.length === 0) return null;
  const map = view.text(taken.receiver).replace(/\s+/g, '');
  const root = rootOf(taken.receiver);
  const rootBinding = root === null ? null : bindingOf(root);
  let found: Seen['again'] = null;
  const { binding } = life;
  const without = new Set(
    binding === null ? [] : usesOf(binding).flatMap((use) => (use.kind === 'path' ? emptyWays(use) : [])),
  );
  let gone = false;
  const visit = (node: Node): void => {
    if (
      found !== null ||
      gone ||
      without.has(node) ||
      node.kind === 'closure' ||
      node.kind === 'fn' ||
      (node.kind === 'block' && node.async)
    )
      return;
    forEachChild(node, visit);
    if (found !== null || gone) return;
    if (node.kind === 'call' && node.args.length === 1 && node.args.some((arg) => owns(arg, life, taken))) {
      gone = true;
      return;
    }
    if (node.kind !== 'method' || !LOCKS_AGAIN.has(node.name)) return;
    if (view.text(node.receiver).replace(/\s+/g, '') !== map) return;
    const other = rootOf(node.receiver);
    if (rootBinding !== null && (other === null || bindingOf(other)?.ident !== rootBinding.ident)) return;
    // Two readers: fine unless a writer waits between them.
    if (READS.has(taken.name) && READS.has(node.name)) return;
    found = { method: node.name, at: view.methodSpan(node) };
  };
  for (const region of life.regions) visit(region);
  return found;
}

/** The local that the reference is, or that a pattern took out of what the call gave. */
function owns(arg: Expr, { binding }: Life, taken: MethodCall): boolean {
  const local = arg.kind === 'path' ? bindingOf(arg) : null;
  if (local === null) return false;
  if (binding !== null && local.ident === binding.ident) return true;
  const { owner } = local;
  const looked = owner.kind === 'letCond' ? owner.value : owner.kind === 'arm' ? owner.parent : null;
  const value = looked?.kind === 'match' ? looked.value : looked;
  return value !== null && isInside(taken, value);
}

function rootOf(expr: Expr): Expr | null {
  let n = expr;
  while (n.kind === 'field' || n.kind === 'unary' || n.kind === 'ref')
    n = n.kind === 'field' ? n.base : n.operand;
  return n.kind === 'path' ? n : null;
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const draft = draftOf(program, sighting);
    if (draft !== null) yield draft;
  }
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (!isMap(program, sighting.path, seen.on)) return null;
  const draft = { rule: ID, at: { path: sighting.path, ...sighting.at }, params: { map: seen.map } };
  const at = seen.held === null ? null : awaitOf(seen.held, program, sighting);
  if (at !== null) return { ...draft, related: [suspendedAt(sighting.path, at)] };
  if (seen.again === null) return null;
  return {
    ...draft,
    message: `\`${seen.map}\` is called again while a reference into it lives: with both keys in one shard this thread waits for itself`,
    help: `clone the value out, or drop the reference before \`${seen.again.method}\``,
    related: [{ path: sighting.path, ...seen.again.at, message: 'called again here' }],
  };
}

function isMap(program: Program, file: string, ty: Ty): boolean {
  let inner = program.types.peel(program.settle(file, ty));
  for (let steps = 0; steps < 5 && inner !== null; steps++) {
    const path = pathOf(inner);
    if (path !== null && MAPS.has(path)) return true;
    inner = program.types.peel(program.types.deref(inner) ?? null);
  }
  return false;
}
