/**
 * How long a value lives: the guard of a lock, a reference into a map. Rules of temporaries and scrutinees as
 * in editions 2021 and 2024 (rule-catalogue 0.4).
 */
import type { Await, Block, Expr, Let, Macro, Node } from '../syntax/ast.js';
import { forEachChild } from '../syntax/walk.js';
import { type Binding, usesOf } from './bindings.js';

export interface Life {
  /** `let` binding, or a temporary of a statement, scrutinee, condition or iterator expression. */
  readonly kind: 'binding' | 'temporary' | 'scrutinee';
  readonly binding: Binding | null;
  /** Await points passed while it is alive, in source order; macros that await (`select!`, `join!`) included. */
  readonly awaits: readonly (Await | Macro)[];
  /** The code during which it is alive. */
  readonly regions: readonly Node[];
  /** The value leaves: returned, passed on, stored. Its life goes on elsewhere. */
  readonly escapes: boolean;
}

/** Names that pass a guard through: `lock().unwrap()`, `.expect("…")`, `.await`, `?`. */
const TRANSPARENT = new Set([
  'unwrap',
  'expect',
  'unwrap_or_else',
  'into_inner',
  'map_err',
  'unwrap_unchecked',
  'context',
  'with_context',
]);
/** Macros in whose expansion the task may be suspended. */
const AWAITING_MACROS = new Set(['select', 'select_biased', 'join', 'try_join', 'ready_await']);

/** The outermost expression that still is the guard: `m.lock().unwrap()` for `m.lock()`. */
export function guardExpr(lock: Expr): Expr {
  let n: Expr = lock;
  for (;;) {
    const outer: Node | null = n.parent;
    if (outer === null) return n;
    if ((outer.kind === 'try' || outer.kind === 'await') && outer.base === n) n = outer;
    else if (outer.kind === 'method' && outer.receiver === n && TRANSPARENT.has(outer.name)) n = outer;
    else return n;
  }
}

/**
 * @param lock The call that makes the guard.
 * @param ifLetElse Whether `else` of an `if let` still holds scrutinee temporaries (edition 2021 and before).
 */
export function lifeOf(lock: Expr, ifLetElse: boolean): Life {
  const guard = guardExpr(lock);
  const outer = guard.parent;
  if (outer?.kind === 'let' && outer.init === guard) return letLife(outer, guard);
  // `let Some(g) = m.get(k) else { … }`, `if let Some(g) = m.get(k)`: the value itself is taken apart.
  const scrutinee = scrutineeOf(guard, ifLetElse);
  if (scrutinee !== null) return scrutinee;
  return temporaryLife(guard);
}

function letLife(statement: Let, guard: Expr): Life {
  const block = statement.parent;
  const idents = statement.pattern.kind === 'patIdent' ? [statement.pattern] : [];
  const inner =
    statement.pattern.kind === 'patTupleStruct' && statement.pattern.elements.length === 1
      ? statement.pattern.elements[0]
      : undefined;
  if (inner?.kind === 'patIdent') idents.push(inner);
  const [ident] = idents;
  if (ident === undefined || block?.kind !== 'block') {
    // `let _ = m.lock()` drops at once; other patterns copy parts out.
    return { kind: 'temporary', binding: null, awaits: awaitsIn(guard, guard), regions: [], escapes: false };
  }
  const binding: Binding = { name: ident.name, ident, owner: statement };
  const end = endOfLife(binding, block);
  const regions: Node[] = [];
  const awaits: (Await | Macro)[] = [];
  const at = block.stmts.indexOf(statement);
  for (const stmt of block.stmts.slice(at + 1)) {
    if (stmt.start >= end.at) break;
    regions.push(stmt);
    for (const found of awaitsIn(stmt, null))
      if (found.end <= end.at && !end.releasedBefore(found)) awaits.push(found);
  }
  return { kind: 'binding', binding, awaits, regions, escapes: end.escapes };
}

interface End {
  /** Offset at which the binding is surely gone. */
  readonly at: number;
  /** True when on the way to `node` the binding was dropped or moved. */
  readonly releasedBefore: (node: Node) => boolean;
  readonly escapes: boolean;
}

function endOfLife(binding: Binding, block: Block): End {
  let at = block.end;
  let escapes = block.tail !== null && isJust(block.tail, binding);
  const releases: { node: Node; within: Node }[] = [];
  for (const use of usesOf(binding)) {
    if (use.kind !== 'path') continue;
    const parent = use.parent;
    const moved =
      (parent?.kind === 'call' && parent.args.includes(use)) ||
      (parent?.kind === 'method' && parent.args.includes(use)) ||
      (parent?.kind === 'struct' && parent.fields.some((f) => f.value === use)) ||
      (parent?.kind === 'return' && parent.value === use) ||
      (parent?.kind === 'tuple' && parent.elements.includes(use)) ||
      (parent?.kind === 'assign' && parent.right === use) ||
      (parent?.kind === 'let' && parent.init === use) ||
      (parent?.kind === 'method' &&
        parent.receiver === use &&
        /^(?:into_|unlock|commit|downgrade|release|drop)/.test(parent.name));
    if (!moved) continue;
    const isDrop =
      parent?.kind === 'call' &&
      parent.callee.kind === 'path' &&
      parent.callee.segments[parent.callee.segments.length - 1]?.name === 'drop';
    if (!isDrop && parent?.kind !== 'method') escapes = true;
    const within = enclosingBlock(use, block);
    // Dropped in the block itself: gone from there. Dropped in a branch: gone for the rest of that branch.
    if (within === block) at = Math.min(at, use.end);
    releases.push({ node: use, within });
  }
  return {
    at,
    escapes,
    releasedBefore: (node) => releases.some((r) => r.node.end <= node.end && contains(r.within, node)),
  };
}

function isJust(expr: Expr, binding: Binding): boolean {
  return expr.kind === 'path' && expr.segments.length === 1 && expr.segments[0]?.name === binding.name;
}

function enclosingBlock(node: Node, top: Node): Node {
  for (let n = node.parent; n !== null; n = n.parent) {
    if (n === top || n.kind === 'block' || n.kind === 'arm' || n.kind === 'branch') return n;
  }
  return top;
}

function contains(outer: Node, inner: Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `if let`, `while let`, `match` and `for` keep the temporaries of what they look at. */
function scrutineeOf(guard: Expr, ifLetElse: boolean): Life | null {
  let from: Node = guard;
  for (let n = guard.parent; n !== null; from = n, n = n.parent) {
    switch (n.kind) {
      case 'match': {
        if (n.value !== from) return null;
        const regions = n.arms.map((arm) => arm.body);
        return held(guard, from, regions);
      }
      case 'for':
        return n.iter === from ? held(guard, from, [n.body]) : null;
      case 'letCond': {
        if (n.value !== from) return null;
        let cond: Node = n;
        while (cond.parent?.kind === 'binary' && cond.parent.op === '&&') cond = cond.parent;
        const owner = cond.parent;
        if (owner?.kind === 'while') return held(guard, from, [owner.body]);
        if (owner?.kind === 'if') {
          const regions: Node[] = [owner.then];
          if (ifLetElse && owner.else !== null) regions.push(owner.else);
          return held(guard, from, regions);
        }
        return null;
      }
      // A condition that is no `let`, a statement, a block: temporaries end here.
      case 'if':
      case 'while':
      case 'let':
      case 'expr':
      case 'block':
      case 'closure':
      case 'fn':
      case 'arm':
      case 'branch':
        return null;
      default:
    }
  }
  return null;
}

function held(guard: Expr, scrutinee: Node, regions: readonly Node[]): Life {
  const awaits = [...awaitsIn(scrutinee, guard), ...regions.flatMap((region) => awaitsIn(region, null))];
  return { kind: 'scrutinee', binding: null, awaits, regions, escapes: false };
}

/** A temporary lives to the end of its statement: `f(*m.lock().unwrap()).await` holds it while awaiting. */
function temporaryLife(guard: Expr): Life {
  let top: Node = guard;
  for (let n = guard.parent; n !== null; n = n.parent) {
    if (n.kind === 'let' || n.kind === 'expr' || n.kind === 'closure' || n.kind === 'fn' || n.kind === 'arm')
      break;
    if (n.kind === 'block' || n.kind === 'static' || n.kind === 'branch') break;
    // The condition of `if` and `while` ends its temporaries.
    if ((n.kind === 'if' || n.kind === 'while') && n.cond === top) break;
    top = n;
  }
  return { kind: 'temporary', binding: null, awaits: awaitsIn(top, guard), regions: [], escapes: false };
}

/**
 * Await points of this callable in `region` that come after `after` is made: those whose operand contains it,
 * or that stand behind it. Bodies of closures and async blocks are somebody else's.
 */
export function awaitsIn(region: Node, after: Node | null): (Await | Macro)[] {
  const found: (Await | Macro)[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'closure' || node.kind === 'fn' || (node.kind === 'block' && node.async)) return;
    forEachChild(node, visit);
    const isAwait =
      node.kind === 'await' ||
      (node.kind === 'macro' && AWAITING_MACROS.has(node.name.slice(node.name.lastIndexOf(':') + 1)));
    if (!isAwait) return;
    // The await that makes the guard itself (`m.lock().await`) is no await under it.
    if (after !== null && (node.end <= after.end || contains(after, node))) return;
    found.push(node);
  };
  visit(region);
  return found;
}
