/** Where a value lives, compared with the loop that uses it; and what stands around an expression. */
import { bindingOf, usesOf } from '../summaries/bindings.js';
import type { Block, Call, Expr, Let, MethodCall, Node, Stmt } from '../syntax/ast.js';
import { calleeName, findNode, lastName } from '../syntax/walk.js';

/** The variable at the root of a place: `self` in `self.out`, `file` in `(&mut file).by_ref()`; null for calls. */
function rootOf(place: Expr): Extract<Expr, { kind: 'path' }> | null {
  let n: Expr = place;
  for (;;) {
    if (n.kind === 'field') n = n.base;
    else if (n.kind === 'index') n = n.base;
    else if (n.kind === 'ref' || n.kind === 'unary') n = n.operand;
    else if (n.kind === 'try' || n.kind === 'await') n = n.base;
    else if (
      n.kind === 'method' &&
      n.args.length === 0 &&
      /^(?:as_mut|as_ref|by_ref|get_mut|get_ref|borrow|borrow_mut|lock|read|write|unwrap|iter|iter_mut|deref)$/.test(
        n.name,
      )
    )
      n = n.receiver;
    else return n.kind === 'path' && n.segments.length === 1 ? n : null;
  }
}

/** The name of the variable at the root of a place. */
export function rootName(place: Expr): string | null {
  return rootOf(place)?.segments[0]?.name ?? null;
}

/** The place is there before the loop begins: `self` and parameters too. */
export function outlives(place: Expr, loop: Node): boolean {
  const root = rootOf(place);
  if (root === null) return false;
  const binding = bindingOf(root);
  if (binding === null) return root.segments[0]?.name === 'self';
  return !(loop.start <= binding.ident.start && binding.ident.end <= loop.end);
}

/** Each round of the loop makes the place anew. What has no visible declaration is not. */
export function isMadeIn(place: Expr, loop: Node): boolean {
  const root = rootOf(place);
  return root !== null && bindingOf(root) !== null && !outlives(place, loop);
}

/** The text of an expression without white space: equal texts mean equal places. */
export function placeText(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Without parentheses of the form `(x)?`, `.await`, `.unwrap()`: the call that a statement is about. */
export function coreOf(expr: Expr): Expr {
  let n: Expr = expr;
  for (;;) {
    if (n.kind === 'try' || n.kind === 'await') n = n.base;
    else if (
      n.kind === 'method' &&
      /^(?:unwrap|expect|map_err|context|with_context|wrap_err|ok|or_else|unwrap_or_else|unwrap_or_default|unwrap_or)$/.test(
        n.name,
      )
    )
      n = n.receiver;
    else return n;
  }
}

/** The expression of a statement: also of `let _ = …;`. */
export function exprOf(stmt: Stmt): Expr | null {
  if (stmt.kind === 'expr') return stmt.expr;
  if (stmt.kind === 'let' && stmt.pattern.kind === 'patWild') return stmt.init;
  return null;
}

/** The block and position of the statement that `node` is part of. */
export function statementAt(node: Node): { readonly block: Block; readonly index: number } | null {
  for (let n: Node | null = node; n !== null; n = n.parent) {
    const block: Node | null = n.parent;
    if (block?.kind === 'block') {
      const index = block.stmts.findIndex((stmt) => stmt === n || (stmt.kind === 'expr' && stmt.expr === n));
      return index < 0 ? null : { block, index };
    }
    if (n.kind === 'fn' || n.kind === 'closure') return null;
  }
  return null;
}

/** After `node` its iteration ends the loop: the branch that holds it ends in `break` or `return`. */
export function leavesLoop(node: Node, loop: Node): boolean {
  for (let n: Node | null = node; n !== null && n !== loop; n = n.parent) {
    if (n.kind === 'return' || n.kind === 'break') return true;
    if (n.kind !== 'block') continue;
    const last = n.stmts[n.stmts.length - 1];
    if (last?.kind === 'expr' && (last.expr.kind === 'break' || last.expr.kind === 'return')) return true;
  }
  return false;
}

/** `?`, `.await`, `return` or `break` in `node`: it cannot go into a closure as it stands. */
export function hasControlFlow(node: Node): boolean {
  return (
    findNode(
      node,
      (n) =>
        n.kind === 'try' ||
        n.kind === 'await' ||
        n.kind === 'return' ||
        n.kind === 'break' ||
        n.kind === 'continue',
      (n) => n.kind !== 'closure' && n.kind !== 'fn',
    ) !== null
  );
}

/** Something in `scope` has one of these names for a method or a called function. */
export function callsAny(scope: Node, names: ReadonlySet<string>): boolean {
  return (
    findNode(
      scope,
      (n) =>
        (n.kind === 'method' && names.has(n.name)) ||
        (n.kind === 'call' && n.callee.kind === 'path' && names.has(lastName(n.callee))),
    ) !== null
  );
}

/** A new value becomes a field, or what the function returns, under a name too: it is made for something that lives on. */
export function isKept(node: Expr, names = 2): boolean {
  for (let n: Node = node; n.parent !== null; n = n.parent) {
    const outer: Node = n.parent;
    switch (outer.kind) {
      case 'struct':
      case 'static':
        return true;
      case 'method':
        if (outer.receiver !== n && isToldABuilder(outer)) {
          let chain: Expr = outer;
          while (chain.parent?.kind === 'method' && chain.parent.receiver === chain) chain = chain.parent;
          return isTail(chain) || isKept(chain, names);
        }
        if (outer.receiver !== n || !PASSES_ON.test(outer.name))
          return /^(?:push|insert|get_or_insert_with|or_insert_with|set)$/.test(outer.name);
        break;
      case 'assign':
        return outer.left.kind === 'field';
      case 'call':
        if (outer.callee === n || !/^(?:Some|Ok|new)$/.test(calleeName(outer))) return false;
        break;
      case 'let':
        return names > 0 && outer.init === n && isKeptByName(outer, names - 1);
      // Looked at, or thrown away.
      case 'expr':
      case 'field':
      case 'for':
      case 'macro':
      case 'ref':
      case 'match':
      case 'if':
        return false;
      case 'fn':
      case 'return':
        return true;
      default:
    }
  }
  return false;
}

/** The value of a function's body. */
function isTail(expr: Expr): boolean {
  const block = expr.parent?.kind === 'expr' ? expr.parent.parent : expr.parent;
  return block?.kind === 'block' && block.tail === expr && block.parent?.kind === 'fn';
}

/** `Filter::builder().deny(pattern).build()`: the built value has it. */
function isToldABuilder(call: MethodCall): boolean {
  let origin: Expr = call.receiver;
  while (origin.kind === 'method') origin = origin.receiver;
  return call.args.length === 1 && origin.kind === 'call' && /^builder$|Builder/.test(builderName(origin));
}

/** `builder` of `Filter::builder()`, `FilterBuilder` of `FilterBuilder::new()`. */
function builderName({ callee }: Call): string {
  if (callee.kind !== 'path') return '';
  const names = callee.segments.map((segment) => segment.name);
  const last = names[names.length - 1] ?? '';
  return last === 'new' || last === 'default' ? (names[names.length - 2] ?? '') : last;
}

/** Methods that give out what they are called on, or what is in it. */
const PASSES_ON = /^(?:unwrap|expect|ok|map_err|context|with_context|unwrap_or_else|into)$/;

function isKeptByName(statement: Let, names: number): boolean {
  const { pattern } = statement;
  if (pattern.kind !== 'patIdent') return false;
  return usesOf({ name: pattern.name, ident: pattern, owner: statement }).some(
    (use) => use.kind === 'path' && isKept(use, names),
  );
}

/** The code says the name, of a local most likely. */
export function names(code: Node, name: string): boolean {
  return findNode(code, (n) => n.kind === 'path' && n.segments[0]?.name === name) !== null;
}
