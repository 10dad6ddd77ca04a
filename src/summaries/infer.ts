/** The type of an expression as far as one file can say; what needs other files stays deferred. */
import type { Expr, Literal, Macro, Node, Pattern } from '../syntax/ast.js';
import { lastSegment } from '../syntax/walk.js';
import { type Binding, bindingOf } from './bindings.js';
import { constantOf, type FileScope } from './scope.js';
import { named, STR, type Ty, UNIT } from './ty.js';

/** Terms deeper than this stay unknown: they cost more than they tell. */
const MAX_DEPTH = 24;

/** Collections of one thing each. */
const GATHERED = new Set([
  'std::vec::Vec',
  'std::collections::VecDeque',
  'std::collections::HashSet',
  'std::collections::BTreeSet',
]);

export class Inference {
  readonly #scope: FileScope;
  readonly #memo = new Map<Node, Ty>();
  #depth = 0;

  constructor(scope: FileScope) {
    this.#scope = scope;
  }

  typeOf(expr: Expr): Ty {
    const known = this.#memo.get(expr);
    if (known !== undefined) return known;
    if (this.#depth >= MAX_DEPTH) return null;
    this.#depth++;
    const ty = this.#infer(expr);
    this.#depth--;
    this.#memo.set(expr, ty);
    return ty;
  }

  typeOfBinding(binding: Binding): Ty {
    const known = this.#memo.get(binding.ident);
    if (known !== undefined) return known;
    // A binding whose own initialiser names it again (shadowing) is looked up from before; still, be safe.
    this.#memo.set(binding.ident, null);
    if (this.#depth >= MAX_DEPTH) return null;
    this.#depth++;
    const ty = this.#bindingType(binding);
    this.#depth--;
    this.#memo.set(binding.ident, ty);
    return ty;
  }

  #bindingType({ owner, ident }: Binding): Ty {
    switch (owner.kind) {
      case 'let': {
        if (owner.type !== null) {
          const annotated = this.#scope.tyOf(owner.type);
          if (annotated !== null && !hasHole(annotated))
            return this.#destructure(owner.pattern, ident, annotated);
          if (owner.init === null) return this.#destructure(owner.pattern, ident, annotated);
          const gathered = this.#gathered(annotated, owner.init);
          if (gathered !== null) return this.#destructure(owner.pattern, ident, gathered);
          // `let v: Vec<_> = …`: the annotation's head is certain, the rest comes from the initialiser.
          return this.#destructure(owner.pattern, ident, { first: [annotated, this.typeOf(owner.init)] });
        }
        return owner.init === null ? null : this.#destructure(owner.pattern, ident, this.typeOf(owner.init));
      }
      case 'for':
        return this.#destructure(owner.pattern, ident, { item: this.typeOf(owner.iter) });
      case 'letCond':
        return this.#destructure(owner.pattern, ident, this.typeOf(owner.value));
      case 'arm':
        return owner.parent?.kind === 'match'
          ? this.#destructure(owner.pattern, ident, this.typeOf(owner.parent.value))
          : null;
      case 'branch':
        return owner.pattern === null || owner.future === null
          ? null
          : this.#destructure(owner.pattern, ident, { await: this.typeOf(owner.future) });
      case 'param': {
        if (owner.type !== null) {
          const annotated = this.#scope.tyOf(owner.type);
          if (annotated !== null && !hasHole(annotated))
            return this.#destructure(owner.pattern, ident, annotated);
        }
        const closure = owner.parent;
        if (closure?.kind !== 'closure') return null;
        const position = closure.params.indexOf(owner);
        const call = closure.parent;
        if (call?.kind === 'method') {
          const arg = call.args.indexOf(closure);
          if (arg < 0) return null;
          const on: Ty = { method: call.name, on: this.typeOf(call.receiver), args: [] };
          return this.#destructure(owner.pattern, ident, { closureParam: position, arg, in: on });
        }
        if (call?.kind === 'call' && call.callee.kind === 'path') {
          const arg = call.args.indexOf(closure);
          if (arg < 0) return null;
          const callee: Ty = { call: this.#scope.resolve(call.callee), args: [] };
          return this.#destructure(owner.pattern, ident, { closureParam: position, arg, in: callee });
        }
        return null;
      }
    }
  }

  /** `let v: Vec<_> = items.map(f).collect();`: a vector of what the iterator gives. */
  #gathered(annotated: Ty, init: Expr): Ty {
    if (init.kind !== 'method' || init.name !== 'collect' || init.generics.length > 0) return null;
    if (annotated === null || !('p' in annotated) || !GATHERED.has(annotated.p)) return null;
    return named(annotated.p, { item: this.typeOf(init.receiver) });
  }

  /** The type of `ident` when `pattern` takes a value of type `of` apart. */
  #destructure(pattern: Pattern, ident: Pattern, of: Ty): Ty {
    if (pattern === ident) return of;
    if (of === null) return null;
    switch (pattern.kind) {
      case 'patIdent':
        return pattern.sub === null ? null : this.#destructure(pattern.sub, ident, of);
      case 'patRef':
        return this.#destructure(pattern.inner, ident, { deref: of });
      case 'patTuple':
        return this.#oneOf(pattern.elements, ident, (i) => ({ field: String(i), of }));
      case 'patSlice':
        return this.#oneOf(pattern.elements, ident, () => ({ index: of }));
      case 'patOr':
        return this.#oneOf(pattern.elements, ident, () => of);
      case 'patTupleStruct': {
        const path = this.#scope.resolve(pattern.path);
        return this.#oneOf(pattern.elements, ident, (i) => ({ payload: path, i: String(i), of }));
      }
      case 'patStruct': {
        const path = this.#scope.resolve(pattern.path);
        for (const field of pattern.fields) {
          if (contains(field.pattern, ident)) {
            return this.#destructure(field.pattern, ident, { payload: path, i: field.name, of });
          }
        }
        return null;
      }
      default:
        return null;
    }
  }

  #oneOf(elements: readonly Pattern[], ident: Pattern, part: (i: number) => Ty): Ty {
    for (const [i, element] of elements.entries()) {
      if (contains(element, ident)) return this.#destructure(element, ident, part(i));
    }
    return null;
  }

  #infer(expr: Expr): Ty {
    switch (expr.kind) {
      case 'path': {
        const binding = bindingOf(expr);
        if (binding !== null) return this.typeOfBinding(binding);
        if (expr.segments.length === 1 && expr.segments[0]?.name === 'self') return this.#scope.selfTy(expr);
        return { value: this.#scope.resolve(expr) };
      }
      case 'call': {
        if (expr.callee.kind !== 'path') return null;
        const binding = bindingOf(expr.callee);
        if (binding !== null) {
          const callee = this.typeOfBinding(binding);
          return callee !== null && 'fn' in callee ? callee.ret : null;
        }
        const last = expr.callee.segments[expr.callee.segments.length - 1];
        const call: Ty = {
          call: this.#scope.resolve(expr.callee),
          args: expr.args.slice(0, 4).map((a) => this.typeOf(a)),
        };
        const owner = expr.callee.segments[expr.callee.segments.length - 2];
        const generics =
          last !== undefined && last.generics.length > 0 ? last.generics : (owner?.generics ?? []);
        return generics.length === 0 ? call : { ...call, g: generics.map((g) => this.#scope.tyOf(g)) };
      }
      case 'method': {
        const on = this.typeOf(expr.receiver);
        const args = expr.args.slice(0, 3).map((a): Ty => (a.kind === 'closure' ? this.typeOf(a) : null));
        const call: Ty = { method: expr.name, on, args };
        return expr.generics.length === 0
          ? call
          : { ...call, g: expr.generics.map((g) => this.#scope.tyOf(g)) };
      }
      case 'field':
        return { field: expr.name, of: this.typeOf(expr.base) };
      case 'await':
        return { await: this.typeOf(expr.base) };
      case 'try':
        return { try: this.typeOf(expr.base) };
      case 'index':
        return expr.index.kind === 'range'
          ? { slice: { index: this.typeOf(expr.base) } }
          : { index: this.typeOf(expr.base) };
      case 'unary':
        return expr.op === '*' ? { deref: this.typeOf(expr.operand) } : this.typeOf(expr.operand);
      case 'ref': {
        const of = this.typeOf(expr.operand);
        return expr.mutable ? { ref: of, mut: 1 } : { ref: of };
      }
      case 'binary':
        if (/^(?:==|!=|<|>|<=|>=|&&|\|\|)$/.test(expr.op)) return named('bool');
        return this.typeOf(expr.left);
      case 'literal':
        return literalType(expr);
      case 'cast':
        return this.#scope.tyOf(expr.type);
      case 'struct':
        return { p: this.#scope.resolve(expr.path) };
      case 'tuple':
        return { tuple: expr.elements.map((e) => this.typeOf(e)) };
      case 'array':
        return {
          array: expr.elements[0] === undefined ? null : this.typeOf(expr.elements[0]),
          len: expr.elements.length,
        };
      case 'repeat':
        return { array: this.typeOf(expr.value), len: constantOf(expr.length, this.#scope) };
      case 'range': {
        const end = expr.from ?? expr.to;
        return named(
          expr.inclusive ? 'std::ops::RangeInclusive' : 'std::ops::Range',
          end === null ? null : this.typeOf(end),
        );
      }
      case 'block': {
        const value = expr.tail === null ? null : this.typeOf(expr.tail);
        if (!expr.async) return value;
        return { future: value };
      }
      case 'if': {
        const branches = [expr.then, expr.else].map((b): Ty => (b === null ? null : this.typeOf(b)));
        return branches.every((b) => b === null) ? null : { first: branches };
      }
      case 'match': {
        const arms = expr.arms.slice(0, 8).map((arm) => this.typeOf(arm.body));
        const known = arms.filter((a) => a !== null);
        return known.length === 0 ? null : { first: known };
      }
      case 'closure': {
        const ret = this.typeOf(expr.body);
        const params = expr.params.map((p): Ty => (p.type === null ? null : this.#scope.tyOf(p.type)));
        return { fn: params, ret: expr.async ? { future: ret } : ret };
      }
      case 'macro':
        return this.#macroType(expr);
      case 'assign':
      case 'for':
      case 'while':
        return UNIT;
      default:
        return null;
    }
  }

  #macroType(macro: Macro): Ty {
    const name = lastSegment(macro.name);
    switch (name) {
      case 'format':
        return named('std::string::String');
      case 'vec': {
        const [first] = macro.args;
        return named('std::vec::Vec', first === undefined ? null : this.typeOf(first));
      }
      case 'json':
        return named('serde_json::Value');
      case 'matches':
        return named('bool');
      case 'anyhow':
        return named('anyhow::Error');
      case 'join':
        return { future: { tuple: macro.args.map((a): Ty => ({ await: this.typeOf(a) })) } }.future;
      case 'try_join':
        return named('std::result::Result', {
          tuple: macro.args.map((a): Ty => ({ try: { await: this.typeOf(a) } })),
        });
      case 'select':
        return { first: macro.branches.map((b) => this.typeOf(b.handler)) };
      case 'stringify':
      case 'concat':
      case 'include_str':
      case 'env':
        return STR;
      default:
        return null;
    }
  }
}

function literalType(literal: Literal): Ty {
  switch (literal.type) {
    case 'str':
      return STR;
    case 'bytes':
      return { ref: { slice: named('u8') } };
    case 'char':
      return named('char');
    case 'bool':
      return named('bool');
    default: {
      const suffix = /(?:[iu](?:8|16|32|64|128|size)|f32|f64)$/.exec(literal.text)?.[0];
      return named(suffix ?? (literal.type === 'float' ? 'f64' : 'i32'));
    }
  }
}

function contains(pattern: Pattern, ident: Pattern): boolean {
  return pattern === ident || (pattern.start <= ident.start && ident.end <= pattern.end);
}

/** `Vec<_>`: some part was left to the compiler. */
function hasHole(ty: Ty): boolean {
  if (ty === null) return true;
  if ('p' in ty) return (ty.a ?? []).some(hasHole);
  if ('ref' in ty) return hasHole(ty.ref);
  if ('tuple' in ty) return ty.tuple.some(hasHole);
  if ('slice' in ty) return hasHole(ty.slice);
  if ('array' in ty) return hasHole(ty.array);
  return false;
}
