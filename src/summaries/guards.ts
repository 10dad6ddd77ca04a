/**
 * How long a value lives: the guard of a lock, a reference into a map. Rules of temporaries and scrutinees as
 * in editions 2021 and 2024 (rule-catalogue 0.4).
 */
import type {
  Arm,
  Await,
  Block,
  Call,
  Expr,
  ExprStmt,
  Let,
  LetCond,
  Macro,
  Match,
  MethodCall,
  Node,
  PatIdent,
  Pattern,
} from '../syntax/ast.js';
import { forEachChild, lastName, lastSegment } from '../syntax/walk.js';
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
  'ok',
  'ok_or',
  'ok_or_else',
  'wrap_err',
]);
/**
 * Methods that take a `Result` or `Option` of a guard, or an iterator that holds one, and give back something
 * without it: `map.get(k).map(|r| r.clone())`.
 */
const CONSUMING = new Set(
  `map map_or map_or_else and_then is_some_and is_ok_and is_none_or is_err_and cloned copied unwrap_or_default collect
   count fold sum min max min_by_key max_by_key any all find find_map position for_each try_for_each last reduce
   partition into_key into_value`.split(/\s+/),
);
/** Macros in whose expansion the task may be suspended. */
const AWAITING_MACROS = new Set(['select', 'select_biased', 'join', 'try_join', 'ready_await']);

/**
 * The outermost expression that still is the guard: `m.lock().unwrap()` for `m.lock()`.
 * @param through Further methods that hand a guard on, such as `or_insert_with` of a concurrent map's entry.
 */
export function guardExpr(lock: Expr, through: ReadonlySet<string> = NO_NAMES): Expr {
  let n: Expr = lock;
  for (;;) {
    const outer: Node | null = n.parent;
    if (outer === null) return n;
    if ((outer.kind === 'try' || outer.kind === 'await') && outer.base === n) n = outer;
    else if (outer.kind === 'method' && outer.receiver === n && hands(outer.name, through)) n = outer;
    // `match m.lock() { Ok(g) => g, Err(e) => e.into_inner() }`
    else if (outer.kind === 'match' && outer.value === n && yieldsGuard(outer)) n = outer;
    else if (outer.kind === 'call' && outer.args[0] === n && narrowsGuard(outer)) n = outer;
    else {
      const block = blockOfValue(outer);
      if (block === null || !isPlain(block)) return n;
      n = block;
    }
  }
}

/** The block that the statement is the value of: `{ let _timer = start(); m.lock() }`. */
function blockOfValue(statement: Node): Block | null {
  if (statement.kind !== 'expr' || statement.semicolon) return null;
  const block = statement.parent;
  return block?.kind === 'block' && block.tail === statement.expr ? block : null;
}

/** A block that is itself a part of an expression in the same function. */
function isPlain(block: Block): boolean {
  const outer = block.parent;
  return (
    !block.async &&
    (outer?.kind === 'let' || outer?.kind === 'method' || outer?.kind === 'try' || outer?.kind === 'await')
  );
}

/** The guard is handed on by value: returned, stored, passed to a call. Its life goes on elsewhere. */
function isHandedOn(guard: Expr): boolean {
  const outer = guard.parent;
  switch (outer?.kind) {
    case 'return':
    case 'break':
    case 'struct':
    case 'tuple':
    case 'array':
    case 'closure':
      return true;
    case 'arm':
      return outer.body === guard;
    case 'call':
      return outer.args.includes(guard);
    case 'method':
      return outer.args.includes(guard);
    case 'assign':
      return outer.right === guard;
    default:
      return outer !== null && outer !== undefined && blockOfValue(outer) !== null;
  }
}

const NO_NAMES: ReadonlySet<string> = new Set();

function hands(name: string, through: ReadonlySet<string>): boolean {
  return TRANSPARENT.has(name) || through.has(name);
}

/** `MutexGuard::map(m.lock(), |all| &mut all.part)`: a guard of a part. */
function narrowsGuard({ callee }: Call): boolean {
  if (callee.kind !== 'path') return false;
  const [owner, method] = callee.segments.slice(-2);
  return /Guard$/.test(owner?.name ?? '') && /^(?:map|try_map|filter_map)$/.test(method?.name ?? '');
}

/** The `Ok` or `Some` arm is nothing but the guard. */
function yieldsGuard(match: Match): boolean {
  return match.arms.some((arm) => {
    if (arm.pattern.kind !== 'patTupleStruct') return false;
    const name = lastName(arm.pattern.path);
    const [inner] = arm.pattern.elements;
    return (
      (name === 'Ok' || name === 'Some') &&
      inner?.kind === 'patIdent' &&
      arm.body.kind === 'path' &&
      arm.body.segments.length === 1 &&
      arm.body.segments[0]?.name === inner.name
    );
  });
}

/**
 * @param lock The call that makes the guard.
 * @param edition The crate's: until 2021 `else` of an `if let` still holds scrutinee temporaries, and a block's last
 * expression leaves its temporaries to the statement around the block.
 * @param through See `guardExpr`.
 */
export function lifeOf(lock: Expr, edition: GuardEdition, through: ReadonlySet<string> = NO_NAMES): Life {
  const guard = guardExpr(lock, through);
  const outer = guard.parent;
  if (outer?.kind === 'method' && outer.receiver === guard && isUsedUp(outer, guard, lock)) {
    return GONE;
  }
  if (outer?.kind === 'let' && outer.init === guard) return letLife(outer, guard);
  const extended = extendedLet(guard);
  if (extended !== null) return extendedLife(extended, guard);
  // `let Some(g) = m.get(k) else { … }`, `if let Some(g) = m.get(k)`: the value itself is taken apart.
  const scrutinee = scrutineeOf(guard, edition);
  if (scrutinee !== null) return scrutinee;
  return { ...temporaryLife(guard, edition), escapes: isHandedOn(guard) };
}

/** Used up at once. */
const GONE: Life = { kind: 'temporary', binding: null, awaits: [], regions: [], escapes: false };

/** Where temporaries end changed with edition 2024; earlier ones are alike. */
export type GuardEdition = '2021' | '2024';

/** `m.lock().map(|g| *g)`: the guard goes into the method while it is still in its `Result` or `Option`. */
function isUsedUp(call: MethodCall, guard: Expr, lock: Expr): boolean {
  if (!CONSUMING.has(call.name)) return false;
  if (isIteration(guard)) return call.name !== 'map';
  return guard === lock || (guard.kind === 'method' && /^(?:ok|map_err|filter)$/.test(guard.name));
}

function isIteration(guard: Node): boolean {
  return guard.kind === 'method' && /^(?:iter|iter_mut)$/.test(guard.name);
}

/** `let x = &*m.lock().unwrap();`: the borrowed temporary lives as long as `x`. */
function extendedLet(guard: Expr): Let | null {
  let borrowed = false;
  for (let n: Node = guard; ; ) {
    const outer: Node | null = n.parent;
    if (outer === null) return null;
    if (outer.kind === 'let') return borrowed && outer.init === n && outer.else === null ? outer : null;
    if (outer.kind === 'ref') borrowed = true;
    else if (
      !(outer.kind === 'unary' && outer.op === '*') &&
      !(outer.kind === 'field' || outer.kind === 'index')
    )
      return null;
    n = outer;
  }
}

function extendedLife(statement: Let, guard: Expr): Life {
  const block = statement.parent;
  const regions = block?.kind === 'block' ? block.stmts.slice(block.stmts.indexOf(statement) + 1) : [];
  const awaits = regions.flatMap((region) => awaitsIn(region, null));
  return {
    kind: 'temporary',
    binding: null,
    awaits: [...awaitsIn(guard, guard), ...awaits],
    regions,
    escapes: false,
  };
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
    for (const within of emptyWays(use)) releases.push({ node: use, within });
    const parent = use.parent;
    const moved =
      (parent?.kind === 'call' && parent.args.includes(use)) ||
      (parent?.kind === 'method' && parent.args.includes(use)) ||
      (parent?.kind === 'struct' && parent.fields.some((f) => f.value === use)) ||
      ((parent?.kind === 'return' || parent?.kind === 'break') && parent.value === use) ||
      (parent?.kind === 'tuple' && parent.elements.includes(use)) ||
      (parent?.kind === 'assign' && parent.right === use) ||
      (parent?.kind === 'let' && parent.init === use) ||
      (parent?.kind === 'method' &&
        parent.receiver === use &&
        /^(?:into_|unlock|commit|downgrade|release|drop)/.test(parent.name));
    if (!moved) continue;
    const isDrop =
      parent?.kind === 'call' && parent.callee.kind === 'path' && lastName(parent.callee) === 'drop';
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

/**
 * Where an `Option` or `Result` turned out to hold nothing: the arm `None => …`, the `else` of `if let Some(…)`, what
 * `if found.is_none()` does.
 */
export function emptyWays(looked: Expr): readonly Node[] {
  const outer = looked.parent;
  if (outer?.kind === 'method' && outer.receiver === looked) return emptyBranch(outer);
  if (outer?.kind === 'match' && outer.value === looked)
    return outer.arms
      .filter(({ pattern }) => /^(?:None|Err)$/.test(patternName(pattern)))
      .map(({ body }) => body);
  const branch = outer?.kind === 'letCond' && outer.value === looked ? outer.parent : null;
  return branch?.kind === 'if' && branch.else !== null ? [branch.else] : [];
}

/** The branch that `if found.is_none() { … }` takes without a value, or `else` after `if found.is_some()`. */
function emptyBranch(asked: MethodCall): readonly Node[] {
  let none = /^is_(?:none|err)$/.test(asked.name);
  if (!none && !/^is_(?:some|ok)$/.test(asked.name)) return [];
  let cond: Node = asked;
  for (; cond.parent?.kind === 'unary' && cond.parent.op === '!'; cond = cond.parent) none = !none;
  const branch = cond.parent;
  if (branch?.kind !== 'if' || branch.cond !== cond) return [];
  if (none) return [branch.then];
  return branch.else === null ? [] : [branch.else];
}

function isJust(expr: Expr, binding: Binding): boolean {
  return expr.kind === 'path' && expr.segments.length === 1 && expr.segments[0]?.name === binding.name;
}

function enclosingBlock(node: Node, top: Node): Node {
  for (let n = node.parent; n !== null; n = n.parent) {
    // A block that stands as a statement runs as what is around it does.
    if (n !== top && n.kind === 'block' && n.parent?.kind === 'expr' && !n.async) continue;
    if (n === top || n.kind === 'block' || n.kind === 'arm' || n.kind === 'branch') return n;
  }
  return top;
}

function contains(outer: Node, inner: Node): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** `if let`, `while let`, `match` and `for` keep the temporaries of what they look at. */
function scrutineeOf(guard: Expr, edition: GuardEdition): Life | null {
  let from: Node = guard;
  for (let n = guard.parent; n !== null; n = n.parent) {
    switch (n.kind) {
      case 'match':
        if (n.value !== from) return null;
        return held(
          guard,
          from,
          from === guard ? taken(n.arms) : n.arms.map((arm) => ({ code: arm.body, ident: null })),
        );
      case 'for':
        return n.iter === from ? held(guard, from, [{ code: n.body, ident: null }]) : null;
      case 'letCond':
        return n.value === from ? conditionLife(guard, from, n, edition) : null;
      case 'method':
        // `for k in map.iter().map(key).collect::<Vec<_>>()`: the iterator that held the guard is used up.
        if (n.receiver === from && isIteratorOf(from, guard) && CONSUMING.has(n.name) && n.name !== 'map')
          return GONE;
        break;
      case 'binary':
        // Each operand of a lazy operator drops what it made (since Rust 1.67).
        if (isLazy(n)) return null;
        break;
      case 'expr':
        if (!passesOn(n, edition)) return null;
        break;
      case 'block':
        if (!endsIn(n, from, edition)) return null;
        break;
      // A condition that is no `let`, a statement: temporaries end here.
      case 'if':
      case 'while':
      case 'let':
      case 'closure':
      case 'fn':
      case 'arm':
      case 'branch':
        return null;
      default:
    }
    from = n;
  }
  return null;
}

/** Code in which the guard lives, and the name that owns it there, if any: dropping that ends it. */
interface Region {
  readonly code: Node;
  readonly ident: { readonly ident: PatIdent; readonly owner: LetCond | Arm } | null;
}

function conditionLife(guard: Expr, from: Node, cond: LetCond, edition: GuardEdition): Life | null {
  let top: Node = cond;
  while (top.parent?.kind === 'binary' && top.parent.op === '&&') top = top.parent;
  const owner = top.parent;
  const direct = from === guard;
  const ident = direct ? ownerIn(cond.pattern) : null;
  const named = ident === null ? null : { ident, owner: cond };
  if (owner?.kind === 'while') return held(guard, from, [{ code: owner.body, ident: named }]);
  if (owner?.kind !== 'if') return null;
  const regions: Region[] = [{ code: owner.then, ident: named }];
  // `if let Some(g) = map.get(k) { … } else { … }`: without a guard in `else`.
  if (edition === '2021' && owner.else !== null && !direct) regions.push({ code: owner.else, ident: null });
  return held(guard, from, regions);
}

/** The arms that a guard, or a `Result` or `Option` of one, really goes into. */
function taken(arms: readonly Arm[]): Region[] {
  const empty = (arm: Arm): boolean => {
    const name = patternName(arm.pattern);
    return name === 'None' || name === 'Err' || arm.pattern.kind === 'patWild';
  };
  const some = arms.some((arm) => /^(?:Ok|Some)$/.test(patternName(arm.pattern)));
  return arms
    .filter((arm) => !some || !empty(arm))
    .map((arm) => {
      const ident = ownerIn(arm.pattern);
      return { code: arm.body, ident: ident === null ? null : { ident, owner: arm } };
    });
}

function patternName(pattern: Pattern): string {
  if (pattern.kind === 'patIdent') return pattern.name;
  if (pattern.kind !== 'patTupleStruct' && pattern.kind !== 'patPath') return '';
  return lastName(pattern.path);
}

/** `g` in `Some(g)` or `Ok(mut g)`. */
function ownerIn(pattern: Pattern): PatIdent | null {
  if (pattern.kind === 'patIdent') return pattern;
  const [inner] = pattern.kind === 'patTupleStruct' ? pattern.elements : [];
  return inner?.kind === 'patIdent' && !inner.byRef ? inner : null;
}

/** `guard` is an iterator by itself (`map.iter()`) and `expr` a chain of adapters on it. */
function isIteratorOf(expr: Node, guard: Expr): boolean {
  if (!isIteration(guard)) return false;
  for (let n: Node = expr; n !== guard; ) {
    if (n.kind !== 'method') return false;
    n = n.receiver;
  }
  return true;
}

function isLazy(expr: { readonly op: string }): boolean {
  return expr.op === '&&' || expr.op === '||';
}

/** The statement is a block's value, whose temporaries go to the block's surroundings. */
function passesOn(statement: ExprStmt, edition: GuardEdition): boolean {
  const block = statement.parent;
  return !statement.semicolon && block?.kind === 'block' && endsIn(block, statement.expr, edition);
}

/** The temporaries of `expr` outlive the plain block that it ends: so it was until edition 2021. */
function endsIn(block: Block, expr: Node, edition: GuardEdition): boolean {
  const last = expr.kind === 'expr' ? expr.expr : expr;
  if (edition !== '2021' || block.async || block.tail !== last) return false;
  const outer = block.parent;
  if (outer === null) return false;
  // Bodies of functions, loops, closures and branches end temporaries in every edition.
  return !(
    outer.kind === 'fn' ||
    outer.kind === 'expr' ||
    outer.kind === 'closure' ||
    outer.kind === 'for' ||
    outer.kind === 'while' ||
    outer.kind === 'loop' ||
    outer.kind === 'arm' ||
    outer.kind === 'branch' ||
    (outer.kind === 'if' && (outer.then === block || outer.else === block))
  );
}

function held(guard: Expr, scrutinee: Node, regions: readonly Region[]): Life {
  const awaits = awaitsIn(scrutinee, guard);
  let escapes = false;
  for (const { code, ident } of regions) {
    const inside = awaitsIn(code, null);
    if (ident === null || code.kind !== 'block') {
      // `Ok(guard) => break guard`
      if (ident !== null && (code.kind === 'break' || code.kind === 'return'))
        escapes ||= code.value?.kind === 'path' && code.value.segments[0]?.name === ident.ident.name;
      awaits.push(...inside);
      continue;
    }
    const end = endOfLife({ name: ident.ident.name, ident: ident.ident, owner: ident.owner }, code);
    escapes ||= end.escapes;
    awaits.push(...inside.filter((found) => found.end <= end.at && !end.releasedBefore(found)));
  }
  return { kind: 'scrutinee', binding: null, awaits, regions: regions.map(({ code }) => code), escapes };
}

/** A temporary lives to the end of its statement: `f(*m.lock().unwrap()).await` holds it while awaiting. */
function temporaryLife(guard: Expr, edition: GuardEdition): Life {
  let top: Node = guard;
  for (let n = guard.parent; n !== null; n = n.parent) {
    if (n.kind === 'let' || n.kind === 'closure' || n.kind === 'fn' || n.kind === 'arm') break;
    if (n.kind === 'binary' && isLazy(n)) break;
    if (n.kind === 'expr' && !passesOn(n, edition)) break;
    if (n.kind === 'block' && !endsIn(n, top, edition)) break;
    if (n.kind === 'static' || n.kind === 'branch') break;
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
      node.kind === 'await' || (node.kind === 'macro' && AWAITING_MACROS.has(lastSegment(node.name)));
    if (!isAwait) return;
    // The await that makes the guard itself (`m.lock().await`) is no await under it.
    if (after !== null && (node.end <= after.end || contains(after, node))) return;
    found.push(node);
  };
  visit(region);
  return found;
}
