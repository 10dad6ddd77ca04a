/** Which local variable a name means: the binding, where it was made, and everything that uses it. */
import type {
  Arm,
  Block,
  Closure,
  Expr,
  Fn,
  For,
  Let,
  LetCond,
  Node,
  Param,
  PathExpr,
  PatIdent,
  Pattern,
  SelectBranch,
  SourceFile,
} from '../syntax/ast.js';
import { forEachChild } from '../syntax/walk.js';

export interface Binding {
  readonly name: string;
  readonly ident: PatIdent;
  readonly owner: Let | Param | For | LetCond | Arm | SelectBranch;
}

/** The identifier that a pattern binds to `name`, or null. */
function identIn(pattern: Pattern, name: string): PatIdent | null {
  switch (pattern.kind) {
    case 'patIdent':
      return pattern.name === name ? pattern : pattern.sub === null ? null : identIn(pattern.sub, name);
    case 'patTuple':
    case 'patSlice':
    case 'patOr':
    case 'patTupleStruct':
      for (const element of pattern.elements) {
        const found = identIn(element, name);
        if (found !== null) return found;
      }
      return null;
    case 'patStruct':
      for (const field of pattern.fields) {
        const found = identIn(field.pattern, name);
        if (found !== null) return found;
      }
      return null;
    case 'patRef':
      return identIn(pattern.inner, name);
    default:
      return null;
  }
}

/** All identifiers that a pattern binds. */
export function identsIn(pattern: Pattern): PatIdent[] {
  const found: PatIdent[] = [];
  const visit = (node: Node): void => {
    if (node.kind === 'patIdent') found.push(node);
    forEachChild(node, visit);
  };
  visit(pattern);
  return found;
}

/** The binding that `name` means at `at`, or null when it is none of a local's. */
function lookup(name: string, at: Node): Binding | null {
  let from: Node = at;
  for (let n = at.parent; n !== null; from = n, n = n.parent) {
    switch (n.kind) {
      case 'block': {
        const here = (n.stmts as readonly Node[]).indexOf(from);
        for (let i = (here < 0 ? n.stmts.length : here) - 1; i >= 0; i--) {
          const stmt = n.stmts[i];
          if (stmt?.kind !== 'let') continue;
          const ident = identIn(stmt.pattern, name);
          if (ident !== null) return { name, ident, owner: stmt };
        }
        break;
      }
      case 'for':
        if (from === n.body) {
          const ident = identIn(n.pattern, name);
          if (ident !== null) return { name, ident, owner: n };
        }
        break;
      case 'if':
        if (from === n.then) {
          const found = inCondition(n.cond, name);
          if (found !== null) return found;
        }
        break;
      case 'while':
        if (from === n.body) {
          const found = inCondition(n.cond, name);
          if (found !== null) return found;
        }
        break;
      case 'binary':
        // `if let Some(x) = a && x.ok()`
        if (n.op === '&&' && from === n.right) {
          const found = inCondition(n.left, name);
          if (found !== null) return found;
        }
        break;
      case 'arm':
        if (from === n.body || from === n.guard) {
          const ident = identIn(n.pattern, name);
          if (ident !== null) return { name, ident, owner: n };
          if (from === n.body && n.guard !== null) {
            const found = inCondition(n.guard, name);
            if (found !== null) return found;
          }
        }
        break;
      case 'branch':
        if (n.pattern !== null && (from === n.handler || from === n.guard)) {
          const ident = identIn(n.pattern, name);
          if (ident !== null) return { name, ident, owner: n };
        }
        break;
      case 'closure':
      case 'fn':
        for (const param of n.params) {
          const ident = identIn(param.pattern, name);
          if (ident !== null) return { name, ident, owner: param };
        }
        if (n.kind === 'fn') return null;
        break;
      case 'static':
      case 'mod':
      case 'impl':
        return null;
      default:
    }
  }
  return null;
}

function inCondition(cond: Expr, name: string): Binding | null {
  if (cond.kind === 'letCond') {
    const ident = identIn(cond.pattern, name);
    return ident === null ? null : { name, ident, owner: cond };
  }
  if (cond.kind === 'binary' && cond.op === '&&')
    return inCondition(cond.right, name) ?? inCondition(cond.left, name);
  return null;
}

/** The binding that a one-segment path means, or null. */
export function bindingOf(expr: Expr): Binding | null {
  const [only] = expr.kind === 'path' ? expr.segments : [];
  if (expr.kind !== 'path' || only === undefined || expr.segments.length !== 1 || expr.qself !== null)
    return null;
  return lookup(only.name, expr);
}

/** The piece of code in which a binding can be named. */
function scopeOf(binding: Binding): Node {
  const { owner } = binding;
  switch (owner.kind) {
    case 'let':
      return owner.parent ?? owner;
    case 'for':
      return owner.body;
    case 'arm':
      return owner;
    case 'branch':
      return owner.handler;
    case 'param': {
      const callable = owner.parent;
      if (callable?.kind === 'closure') return callable.body;
      if (callable?.kind === 'fn' && callable.body !== null) return callable.body;
      return owner;
    }
    case 'letCond': {
      for (let n = owner.parent; n !== null; n = n.parent)
        if (n.kind === 'if' || n.kind === 'while') return n;
      return owner;
    }
  }
}

/** Paths after the binding's making that mean this binding, in source order; names inside format strings too. */
export function usesOf(binding: Binding): readonly (PathExpr | InlineCapture)[] {
  const found = known.uses.get(binding.ident);
  if (found !== undefined) return found;
  const scope = scopeOf(binding);
  const file = fileOf(scope);
  if (file !== known.file) known = { file, uses: new Map() };
  const uses = findUses(binding, scope, file);
  known.uses.set(binding.ident, uses);
  return uses;
}

/** Several rules follow the same local. Files come one after the other, and a weak map costs more than it saves. */
let known: {
  readonly file: SourceFile | null;
  readonly uses: Map<PatIdent, readonly (PathExpr | InlineCapture)[]>;
} = { file: null, uses: new Map() };

function fileOf(node: Node): SourceFile | null {
  let outer: Node = node;
  while (outer.parent !== null) outer = outer.parent;
  return outer.kind === 'file' ? outer : null;
}

function findUses(
  binding: Binding,
  scope: Node,
  file: SourceFile | null,
): readonly (PathExpr | InlineCapture)[] {
  const found: (PathExpr | InlineCapture)[] = [];
  const after = binding.ident.end;
  const places = file === null ? [] : occurrences(file.text, { start: after, end: scope.end }, binding.name);
  if (places.length === 0) return found;
  const capture = new RegExp(`\\{${binding.name}(?:[:.!?][^{}]*)?\\}`);
  const visit = (node: Node): void => {
    if (node !== scope && !holdsAny(node, places)) return;
    if (node.kind === 'path') {
      const [only] = node.segments;
      if (
        only !== undefined &&
        node.segments.length === 1 &&
        only.name === binding.name &&
        node.start >= after
      ) {
        if (lookup(only.name, node)?.ident === binding.ident) found.push(node);
      }
    } else if (
      node.kind === 'literal' &&
      node.type === 'str' &&
      node.parent?.kind === 'macro' &&
      node.start >= after
    ) {
      if (capture.test(node.text) && lookup(binding.name, node)?.ident === binding.ident) {
        found.push({ kind: 'capture', start: node.start, end: node.end, parent: node.parent, literal: node });
      }
    }
    forEachChild(node, visit);
  };
  visit(scope);
  return found;
}

/** Offsets in the range at which the text has `name`, in order. */
function occurrences(text: string, { start, end }: { start: number; end: number }, name: string): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(name, start); at >= 0 && at < end; at = text.indexOf(name, at + 1))
    found.push(at);
  return found;
}

function holdsAny(node: Node, places: readonly number[]): boolean {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) < node.start) low = middle + 1;
    else high = middle;
  }
  const first = places[low];
  return first !== undefined && first < node.end;
}

/** `{name}` in a format string. */
export interface InlineCapture {
  readonly kind: 'capture';
  readonly start: number;
  readonly end: number;
  readonly parent: Node;
  readonly literal: Node;
}

/** The nearest function, closure or async block around a node: what its code runs as part of. */
export function callableOf(node: Node): Fn | Closure | Block | null {
  for (let n = node.parent; n !== null; n = n.parent) {
    if (n.kind === 'fn' || n.kind === 'closure' || (n.kind === 'block' && n.async)) return n;
    if (n.kind === 'mod' || n.kind === 'file') return null;
  }
  return null;
}

/** The function item around a node. */
export function fnOf(node: Node): Fn | null {
  for (let n: Node | null = node; n !== null; n = n.parent) {
    if (n.kind === 'fn') return n;
    if (n.kind === 'mod' || n.kind === 'file') return null;
  }
  return null;
}
