/** Goes through our tree in source order, and reads off what every visitor asks. */
import type { Call, Expr, MethodCall, Node } from './ast.js';

/** Calls `visit` for each child of `node`, in source order. Attributes and path segments are no children. */
export function forEachChild(node: Node, visit: (child: Node) => void): void {
  switch (node.kind) {
    // The most frequent first.
    case 'path':
      if (node.qself !== null) visit(node.qself);
      for (const segment of node.segments) for (const generic of segment.generics) visit(generic);
      return;
    case 'tyPath':
      visit(node.path);
      for (const binding of node.bindings) visit(binding.type);
      return;
    case 'method':
      visit(node.receiver);
      for (const generic of node.generics) visit(generic);
      for (const argument of node.args) visit(argument);
      return;
    case 'expr':
      visit(node.expr);
      return;
    case 'patIdent':
      if (node.sub !== null) visit(node.sub);
      return;
    case 'block':
      for (const stmt of node.stmts) visit(stmt);
      if (node.tail !== null && node.stmts.length === 0) visit(node.tail);
      return;
    case 'call':
      visit(node.callee);
      for (const argument of node.args) visit(argument);
      return;
    case 'field':
    case 'await':
    case 'try':
      visit(node.base);
      return;
    case 'param':
      visit(node.pattern);
      if (node.type !== null) visit(node.type);
      return;
    case 'literal':
    case 'use':
    case 'patWild':
      return;
    case 'fn':
      for (const param of node.params) visit(param);
      if (node.ret !== null) visit(node.ret);
      if (node.body !== null) visit(node.body);
      return;
    case 'let':
      visit(node.pattern);
      if (node.type !== null) visit(node.type);
      if (node.init !== null) visit(node.init);
      if (node.else !== null) visit(node.else);
      return;
    case 'arm':
      visit(node.pattern);
      if (node.guard !== null) visit(node.guard);
      visit(node.body);
      return;
    case 'file':
      for (const item of node.items) visit(item);
      return;
    case 'tyRef':
      visit(node.inner);
      return;
    case 'tyTuple':
    case 'patTuple':
    case 'patSlice':
    case 'patOr':
    case 'tuple':
    case 'array':
      for (const element of node.elements) visit(element);
      return;
    case 'tyArray':
      visit(node.element);
      if (node.length !== null) visit(node.length);
      return;
    case 'tySlice':
      visit(node.element);
      return;
    case 'tyFn':
      for (const param of node.params) visit(param);
      if (node.ret !== null) visit(node.ret);
      return;
    case 'tyBounds':
      for (const bound of node.bounds) visit(bound);
      return;
    case 'index':
      visit(node.base);
      visit(node.index);
      return;
    case 'unary':
    case 'ref':
      visit(node.operand);
      return;
    case 'binary':
    case 'assign':
      visit(node.left);
      visit(node.right);
      return;
    case 'closure':
      for (const param of node.params) visit(param);
      visit(node.body);
      return;
    case 'if':
      visit(node.cond);
      visit(node.then);
      if (node.else !== null) visit(node.else);
      return;
    case 'letCond':
      visit(node.pattern);
      visit(node.value);
      return;
    case 'match':
      visit(node.value);
      for (const arm of node.arms) visit(arm);
      return;
    case 'for':
      visit(node.pattern);
      visit(node.iter);
      visit(node.body);
      return;
    case 'while':
      visit(node.cond);
      visit(node.body);
      return;
    case 'loop':
      visit(node.body);
      return;
    case 'return':
    case 'yield':
    case 'break':
      if (node.value !== null) visit(node.value);
      return;
    case 'struct':
      visit(node.path);
      for (const field of node.fields) visit(field.value);
      if (node.rest !== null) visit(node.rest);
      return;
    case 'repeat':
      visit(node.value);
      visit(node.length);
      return;
    case 'range':
      if (node.from !== null) visit(node.from);
      if (node.to !== null) visit(node.to);
      return;
    case 'cast':
      visit(node.value);
      visit(node.type);
      return;
    case 'other':
      for (const child of node.children) visit(child);
      return;
    case 'macro':
      for (const argument of node.args) visit(argument);
      for (const branch of node.branches) visit(branch);
      for (const item of node.items) visit(item);
      return;
    case 'branch':
      if (node.pattern !== null) visit(node.pattern);
      if (node.future !== null) visit(node.future);
      if (node.guard !== null) visit(node.guard);
      visit(node.handler);
      return;
    case 'patTupleStruct':
      visit(node.path);
      for (const element of node.elements) visit(element);
      return;
    case 'patStruct':
      visit(node.path);
      for (const field of node.fields) visit(field.pattern);
      return;
    case 'patRef':
      visit(node.inner);
      return;
    case 'patPath':
      visit(node.path);
      return;
    case 'fieldDef':
      visit(node.type);
      return;
    case 'variant':
      for (const field of node.fields) visit(field);
      return;
    case 'structDef':
      for (const field of node.fields) visit(field);
      return;
    case 'enumDef':
      for (const variant of node.variants) visit(variant);
      return;
    case 'impl':
      if (node.trait !== null) visit(node.trait);
      visit(node.self);
      for (const item of node.items) visit(item);
      return;
    case 'trait':
      for (const item of node.items) visit(item);
      return;
    case 'mod':
      if (node.items !== null) for (const item of node.items) visit(item);
      return;
    case 'static':
      if (node.type !== null) visit(node.type);
      if (node.value !== null) visit(node.value);
      return;
    case 'typeAlias':
      if (node.type !== null) visit(node.type);
      return;
    case 'macroItem':
      visit(node.macro);
      return;
    default:
      return;
  }
}

/** Visits `node` and all below, parents first. `enter` returns false to skip what is below. */
export function walk(node: Node, enter: (node: Node) => boolean | undefined): void {
  if (enter(node) === false) return;
  forEachChild(node, (child) => walk(child, enter));
}

/** The first node below (or at) `node` that `test` accepts; `descend` may keep it out of a subtree. */
export function findNode(
  node: Node,
  test: (node: Node) => boolean,
  descend: (node: Node) => boolean = () => true,
): Node | null {
  if (test(node)) return node;
  if (!descend(node)) return null;
  let found: Node | null = null;
  forEachChild(node, (child) => {
    found ??= findNode(child, test, descend);
  });
  return found;
}

/** True when `node` is `ancestor` or below it. */
export function isInside(node: Node, ancestor: Node): boolean {
  for (let n: Node | null = node; n !== null; n = n.parent) if (n === ancestor) return true;
  return false;
}

/** The last segment of a called path, or a method's name. */
export function calleeName(call: Call | MethodCall): string {
  if (call.kind === 'method') return call.name;
  return call.callee.kind === 'path' ? lastName(call.callee) : '';
}

/** The last name of a path: `c` of `a::b::c`. */
export function lastName({ segments }: { readonly segments: readonly { readonly name: string }[] }): string {
  return segments[segments.length - 1]?.name ?? '';
}

/** The same of a path as text. */
export function lastSegment(path: string): string {
  return path.slice(path.lastIndexOf(':') + 1);
}

/** Nothing behind the code is done after it: every way through it returns, breaks or panics. */
export function leaves(code: Expr): boolean {
  switch (code.kind) {
    case 'return':
    case 'break':
      return true;
    case 'macro':
      return /(?:^|::)(?:panic|bail|unreachable|todo|unimplemented)$/.test(code.name);
    case 'block':
      return (
        code.stmts.some((stmt) => stmt.kind === 'expr' && leaves(stmt.expr)) ||
        (code.tail !== null && leaves(code.tail))
      );
    case 'if':
      return code.else !== null && leaves(code.then) && leaves(code.else);
    case 'match':
      return code.arms.length > 0 && code.arms.every((arm) => leaves(arm.body));
    case 'call':
      return /^(?:exit|abort)$/.test(calleeName(code));
    default:
      return false;
  }
}
