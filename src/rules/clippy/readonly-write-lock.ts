/** Write guards through which nothing is written: readers would not have to wait. */

import type { Draft, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { argumentOf, pathOf } from '../../program/types.js';
import { type Binding, identsIn, usesOf } from '../../summaries/bindings.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node, PathExpr } from '../../syntax/ast.js';
import { calleeName, findNode } from '../../syntax/walk.js';
import { lockIn } from '../locks.js';
import { judgeEach, type Rule } from '../rule.js';

/** They only look, on every collection of the standard library. */
const LOOKS = new Set(
  `get contains contains_key len is_empty iter keys values first last front back as_str as_slice starts_with ends_with
   capacity chars bytes`.split(/\s+/),
);
const COLLECTIONS = /^std::(?:string::String|vec::Vec|path::PathBuf|collections::\w+)$/;

interface Seen {
  readonly on: Ty;
  readonly place: string;
  /** What the guard is asked for in one expression, or `bound` where it gets a name that is not `mut`. */
  readonly use: 'bound' | 'chained';
  readonly edit: Span;
}

export const rule: Rule = {
  id: 'readonly-write-lock',
  collect: [
    onMethod(['write'], (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node)) return;
      const use = useOf(view.guardExpr(node));
      if (use === null || isExclusion(node, view)) return;
      const seen: Seen = {
        on: view.typeOf(node.receiver),
        place: view.snippet(node.receiver, 40),
        use,
        edit: view.span({ start: node.nameStart, end: node.nameStart + node.name.length }),
      };
      if (seen.on !== null) view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const lock = lockIn(program, sighting.path, seen.on);
  const inside = argumentOf(lock, 0);
  if (pathOf(lock)?.endsWith('::RwLock') !== true || inside === null || !isShareable(inside)) return null;
  // Other types have methods of the same names that change something.
  if (seen.use === 'chained' && !COLLECTIONS.test(pathOf(program.types.peel(inside)) ?? '')) return null;
  return {
    rule: 'readonly-write-lock',
    at: { path: sighting.path, ...sighting.at },
    params: { place: seen.place },
    fix: {
      applicability: 'maybe-incorrect',
      title: 'take the lock for reading',
      edits: [{ path: sighting.path, ...seen.edit, newText: 'read' }],
    },
  };
}

/** While it is held, another lock is taken for writing: it keeps readers from seeing that half done. */
function isExclusion(node: MethodCall, view: View): boolean {
  return view.lifeOf(node).regions.some(
    (region) =>
      findNode(
        region,
        (n) => n.kind === 'method' && /^(?:write|lock)$/.test(n.name) && n.args.length === 0 && n !== node,
        (n) => n.kind !== 'closure' && n.kind !== 'fn',
      ) !== null,
  );
}

/** Cells may be reached by one thread at a time only, and then the writer's lock is needed. */
function isShareable(inside: Ty): boolean {
  return !/Cell\b|std::rc::Rc|std::sync::mpsc::Receiver|"param"/.test(JSON.stringify(inside));
}

function useOf(guard: Expr): Seen['use'] | null {
  const outer = guard.parent;
  if (outer?.kind === 'method' && outer.receiver === guard) return LOOKS.has(outer.name) ? 'chained' : null;
  const owner = ownerOf(guard);
  if (owner === null) return null;
  const [ident, more] = identsIn(owner.pattern);
  // Without `mut` the compiler lets nobody change what is behind the guard.
  if (ident === undefined || more !== undefined || ident.mutable || ident.name.startsWith('_')) return null;
  const uses = usesOf({ name: ident.name, ident, owner });
  if (!uses.every((use) => use.kind === 'capture' || staysHere(use))) return null;
  return uses.some((use) => use.kind === 'capture' || looksInside(use)) ? 'bound' : null;
}

function ownerOf(guard: Expr): Extract<Binding['owner'], { kind: 'let' | 'letCond' }> | null {
  const outer = guard.parent;
  if (outer?.kind === 'let' && outer.init === guard) return outer;
  return outer?.kind === 'letCond' && outer.value === guard ? outer : null;
}

/** The guard itself goes nowhere, where it could be made `mut` again. */
function staysHere(use: PathExpr): boolean {
  return isDropped(use) || looksInside(use);
}

function isDropped(use: PathExpr): boolean {
  return use.parent?.kind === 'call' && calleeName(use.parent) === 'drop';
}

function looksInside(use: PathExpr): boolean {
  const outer: Node | null = use.parent;
  switch (outer?.kind) {
    case 'field':
    case 'index':
      return true;
    case 'method':
      return outer.receiver === use && !isHandedOn(outer);
    case 'ref':
      return !outer.mutable;
    case 'unary':
      return outer.op === '*';
    case 'macro':
      return /(?:^|::)(?:format|print|println|eprint|eprintln|write|writeln|debug|info|warn|error|trace|assert\w*)$/.test(
        outer.name,
      );
    default:
      return false;
  }
}

function isHandedOn(call: MethodCall): boolean {
  return /^(?:downgrade|map|try_map|into_\w+)$/.test(call.name);
}
