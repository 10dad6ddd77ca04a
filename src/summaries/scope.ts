/** Names of one file: its modules, what `use` brings into each, and what a path means at a place. */
import type {
  Attr,
  Block,
  GenericParam,
  Item,
  Mod,
  Node,
  PathExpr,
  SourceFile,
  Type,
} from '../syntax/ast.js';
import { lastSegment } from '../syntax/walk.js';
import type { Ty } from './ty.js';

interface ModuleScope {
  /** `self`, `self::tests`, … */
  readonly path: string;
  readonly uses: Map<string, string>;
  readonly globs: string[];
  readonly items: Set<string>;
  /** Those of them that are functions, constants or statics alone: no path leads through them. */
  readonly values: Set<string>;
  readonly node: Mod | SourceFile;
  /** The module around it, in the same file. */
  readonly outer: ModuleScope | null;
  readonly test: boolean;
}

/** The standard prelude of edition 2021 and later, with what earlier editions lack. */
const PRELUDE: Readonly<Record<string, string>> = {
  Option: 'std::option::Option',
  Some: 'std::option::Option::Some',
  None: 'std::option::Option::None',
  Result: 'std::result::Result',
  Ok: 'std::result::Result::Ok',
  Err: 'std::result::Result::Err',
  Box: 'std::boxed::Box',
  String: 'std::string::String',
  ToString: 'std::string::ToString',
  Vec: 'std::vec::Vec',
  ToOwned: 'std::borrow::ToOwned',
  Clone: 'std::clone::Clone',
  Copy: 'std::marker::Copy',
  Send: 'std::marker::Send',
  Sync: 'std::marker::Sync',
  Sized: 'std::marker::Sized',
  Unpin: 'std::marker::Unpin',
  Drop: 'std::ops::Drop',
  Fn: 'std::ops::Fn',
  FnMut: 'std::ops::FnMut',
  FnOnce: 'std::ops::FnOnce',
  drop: 'std::mem::drop',
  AsRef: 'std::convert::AsRef',
  AsMut: 'std::convert::AsMut',
  Into: 'std::convert::Into',
  From: 'std::convert::From',
  TryFrom: 'std::convert::TryFrom',
  TryInto: 'std::convert::TryInto',
  Default: 'std::default::Default',
  Iterator: 'std::iter::Iterator',
  IntoIterator: 'std::iter::IntoIterator',
  Extend: 'std::iter::Extend',
  FromIterator: 'std::iter::FromIterator',
  DoubleEndedIterator: 'std::iter::DoubleEndedIterator',
  ExactSizeIterator: 'std::iter::ExactSizeIterator',
  PartialEq: 'std::cmp::PartialEq',
  Eq: 'std::cmp::Eq',
  PartialOrd: 'std::cmp::PartialOrd',
  Ord: 'std::cmp::Ord',
  Future: 'std::future::Future',
  IntoFuture: 'std::future::IntoFuture',
};

const PRIMITIVES = new Set(
  'bool char str i8 i16 i32 i64 i128 isize u8 u16 u32 u64 u128 usize f32 f64'.split(' '),
);

/** The name is an item of the scope through which a path can lead. */
function leadsOn(scope: ModuleScope, name: string): boolean {
  return scope.items.has(name) && !scope.values.has(name);
}

/** The first name of a path is the scope's own: beside `fn redis`, `redis::Client` is the crate's. */
function declares(scope: ModuleScope, first: string, rest: readonly string[]): boolean {
  return rest.length > 0 ? leadsOn(scope, first) : scope.items.has(first);
}

/** Beside a function of its name, an import can only be a module or a type: `use argon2::password_hash`. */
function isValue(scope: ModuleScope, first: string, rest: readonly string[]): boolean {
  return rest.length === 0 && scope.values.has(first);
}

export class FileScope {
  readonly modules: ModuleScope[] = [];
  /** What all `use` declarations seen so far name, those `as _` too; a glob ends in `::*`. */
  readonly imported: string[] = [];
  /** More than one where they are variants under `cfg`. */
  readonly #byPath = new Map<string, ModuleScope[]>();
  /** Blocks that hold `use` declarations or items of their own. */
  readonly #blocks = new Map<Block, ModuleScope>();
  readonly #resolved = new Map<PathExpr, { readonly path: string; readonly blocks: number }>();
  readonly #types = new Map<Type, { readonly ty: Ty; readonly blocks: number }>();

  constructor(file: SourceFile) {
    this.#declare(file, file.items, { path: 'self', outer: null, test: isTestAttr(file.attrs) });
  }

  #declare(
    node: Mod | SourceFile,
    items: readonly Item[],
    { path, outer, test }: Pick<ModuleScope, 'path' | 'outer' | 'test'>,
  ): void {
    const scope: ModuleScope = {
      path,
      uses: new Map(),
      globs: [],
      items: new Set(),
      values: new Set(),
      node,
      outer,
      test,
    };
    this.modules.push(scope);
    const same = this.#byPath.get(path);
    if (same === undefined) this.#byPath.set(path, [scope]);
    else same.push(scope);
    this.#fill(scope, items, path);
    for (const item of flatItems(items)) {
      if (item.kind !== 'mod' || item.items === null) continue;
      this.#declare(item, item.items, {
        path: `${path}::${item.name}`,
        outer: scope,
        test: test || isTestAttr(item.attrs),
      });
    }
  }

  /** Records a block's own names; called by the walk, outermost first. */
  declareBlock(block: Block): void {
    let items: Item[] | null = null;
    for (const stmt of block.stmts) {
      if (stmt.kind === 'let' || stmt.kind === 'expr') continue;
      items ??= [];
      items.push(stmt);
    }
    if (items === null) return;
    const module = this.moduleOf(block);
    const scope: ModuleScope = {
      path: module.path,
      uses: new Map(),
      globs: [],
      items: new Set(),
      values: new Set(),
      node: module.node,
      outer: module.outer,
      test: module.test,
    };
    this.#blocks.set(block, scope);
    this.#fill(scope, items, module.path);
  }

  #fill(scope: ModuleScope, items: readonly Item[], path: string): void {
    for (const item of flatItems(items)) {
      if (item.kind === 'use' || item.kind === 'externCrate' || item.kind === 'impl') continue;
      if (item.name === '') continue;
      const isValue = item.kind === 'fn' || item.kind === 'static';
      if (!isValue) scope.values.delete(item.name);
      else if (!scope.items.has(item.name)) scope.values.add(item.name);
      scope.items.add(item.name);
    }
    for (const item of flatItems(items)) {
      if (item.kind === 'externCrate')
        scope.uses.set(item.name, item.crate === 'self' ? 'crate' : item.crate);
      if (item.kind !== 'use') continue;
      for (const name of item.names) {
        const target = this.#usePath(scope, name.path, path, name.name === '*');
        this.imported.push(name.name === '*' ? `${target}::*` : target);
        if (name.name === '*') scope.globs.push(target);
        else if (name.name !== '_' && name.name !== '') scope.uses.set(name.name, target);
      }
    }
  }

  #usePath(scope: ModuleScope, path: readonly string[], module: string, glob: boolean): string {
    const [first = '', ...rest] = path;
    const relative = leading(first, rest, module);
    if (relative !== null) return relative;
    // `use name;` is a crate, `use name::*;` may well be the module beside.
    if ((glob || rest.length > 0) && leadsOn(scope, first)) return join(module, path);
    return path.join('::');
  }

  moduleOf(node: Node): ModuleScope {
    const [only] = this.modules;
    if (only !== undefined && this.modules.length === 1) return only;
    // They stand in the order of their starts: it is the last that starts before, or one around that.
    let low = 0;
    let high = this.modules.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.modules[middle]?.node.start ?? 0) <= node.start) low = middle;
      else high = middle - 1;
    }
    let module = this.modules[low];
    while (module?.outer != null && module.node.end < node.end) module = module.outer;
    if (module === undefined) throw new Error('a file has at least its own module');
    return module;
  }

  /** What a path means where it stands; see `Ty` for the notation. */
  resolve(path: PathExpr): string {
    // Every rule that sees a call asks again. A block declared in between may have given the name a meaning.
    const known = this.#resolved.get(path);
    if (known !== undefined && known.blocks === this.#blocks.size) return known.path;
    const found = this.#inside(this.#resolve(path));
    this.#resolved.set(path, { path: found, blocks: this.#blocks.size });
    return found;
  }

  #resolve(path: PathExpr): string {
    const names = path.segments.map((s) => s.name);
    if (path.qself !== null) {
      if (names.length > 1) return this.resolveNames(names, path);
      if (path.qself.kind === 'tyPath') return join(this.resolve(path.qself.path), names);
      return names.join('::');
    }
    if (path.global) return names.join('::');
    return this.resolveNames(names, path);
  }

  resolveNames(names: readonly string[], at: Node): string {
    const [first = '', ...rest] = names;
    const module = this.moduleOf(at);
    if (first === 'Self') {
      const owner = implOf(at);
      const self = owner === null ? null : this.selfPath(owner);
      return self === null ? join('Self', rest) : join(self, rest);
    }
    const relative = leading(first, rest, module.path);
    if (relative !== null) return relative;
    if (this.#blocks.size > 0) {
      for (let n: Node | null = at; n !== null && n.kind !== 'mod' && n.kind !== 'file'; n = n.parent) {
        if (n.kind !== 'block') continue;
        const scope = this.#blocks.get(n);
        if (scope !== undefined && isValue(scope, first, rest)) return join(module.path, names);
        const target = scope?.uses.get(first);
        if (target !== undefined) return this.#through(join(target, rest), module);
        if (scope !== undefined && declares(scope, first, rest)) return join(module.path, names);
      }
    }
    if (isValue(module, first, rest)) return join(module.path, names);
    const target = module.uses.get(first);
    if (target !== undefined) return this.#through(join(target, rest), module);
    if (declares(module, first, rest)) return join(module.path, names);
    const prelude = PRELUDE[first];
    if (prelude !== undefined && Object.hasOwn(PRELUDE, first)) return join(prelude, rest);
    if (PRIMITIVES.has(first)) return names.join('::');
    if (rest.length > 0 && /^[a-z_]/.test(first)) return names.join('::');
    return join(module.path, names);
  }

  /** `clock::pause` where the file's own `mod clock` says `pub use std::thread::sleep as pause;`. */
  #inside(path: string): string {
    if (this.modules.length < 2 || !path.startsWith('self::')) return path;
    const names = path.split('::');
    let prefix = 'self';
    for (let i = 1; i + 1 < names.length; i++) {
      prefix += `::${names[i]}`;
      const name = names[i + 1] ?? '';
      for (const module of this.#byPath.get(prefix) ?? []) {
        const target = module.items.has(name) ? undefined : module.uses.get(name);
        if (target !== undefined) return join(target, names.slice(i + 2));
      }
    }
    return path;
  }

  /** `use tokio::net; use net::TcpStream;`: the target may itself begin with an imported name. */
  #through(target: string, module: ModuleScope): string {
    let path = target;
    for (let hops = 0; hops < 4; hops++) {
      const cut = path.indexOf('::');
      const first = cut < 0 ? path : path.slice(0, cut);
      const next = module.uses.get(first);
      if (cut < 0 || next === undefined || next === first || next.startsWith(`${first}::`)) return path;
      path = next + path.slice(cut);
    }
    return path;
  }

  /** The path of the type that an `impl` is for, or of the trait itself. */
  selfPath(owner: Item): string | null {
    if (owner.kind === 'trait') return join(this.moduleOf(owner).path, [owner.name]);
    if (owner.kind !== 'impl') return null;
    const type = owner.self.kind === 'tyRef' ? owner.self.inner : owner.self;
    return type.kind === 'tyPath' ? this.resolve(type.path) : null;
  }

  // ---- types --------------------------------------------------------------------------------------

  tyOf(type: Type): Ty {
    // Rules ask again for what the summary says; what is one object is written once.
    const known = this.#types.get(type);
    if (known !== undefined && known.blocks === this.#blocks.size) return known.ty;
    const ty = this.#tyOf(type);
    this.#types.set(type, { ty, blocks: this.#blocks.size });
    return ty;
  }

  #tyOf(type: Type): Ty {
    switch (type.kind) {
      case 'tyPath': {
        const { path } = type;
        const [only] = path.segments;
        if (only !== undefined && path.segments.length === 1 && path.qself === null) {
          if (only.name === 'Self') return this.selfTy(type);
          // Left to the compiler.
          if (only.name === '_') return null;
          const generic = genericOf(type, only.name);
          if (generic !== null) {
            // A parameter's own bounds may name it: do not follow them twice.
            return { param: only.name, bounds: generic.bounds.map((b) => this.#boundTy(b, only.name)) };
          }
        }
        const generics = path.segments[path.segments.length - 1]?.generics ?? [];
        const p = this.resolve(path);
        const a = generics.map((g) => this.tyOf(g));
        if (type.bindings.length > 0) {
          const b: Record<string, Ty> = {};
          for (const binding of type.bindings) b[binding.name] = this.tyOf(binding.type);
          return a.length === 0 ? { p, b } : { p, a, b };
        }
        return a.length === 0 ? { p } : { p, a };
      }
      case 'tyRef':
        return type.mutable ? { ref: this.tyOf(type.inner), mut: 1 } : { ref: this.tyOf(type.inner) };
      case 'tyTuple':
        return { tuple: type.elements.map((e) => this.tyOf(e)) };
      case 'tyArray':
        return {
          array: this.tyOf(type.element),
          len: type.length === null ? null : constantOf(type.length, this),
        };
      case 'tySlice':
        return { slice: this.tyOf(type.element) };
      case 'tyFn':
        return {
          fn: type.params.map((p) => this.tyOf(p)),
          ret: type.ret === null ? { tuple: [] } : this.tyOf(type.ret),
        };
      case 'tyBounds':
        return { bounds: type.bounds.map((b) => this.tyOf(b)), dyn: type.dynamic };
      default:
        return null;
    }
  }

  #boundTy(bound: Type, param: string): Ty {
    return mentions(bound, param) ? null : this.tyOf(bound);
  }

  /** `Self` where `node` stands. */
  selfTy(node: Node): Ty {
    const owner = implOf(node);
    if (owner === null) return null;
    if (owner.kind === 'impl') return owner.self === node ? null : this.tyOf(owner.self);
    if (owner.kind === 'trait') return { p: join(this.moduleOf(owner).path, [owner.name]) };
    if (owner.kind === 'structDef' || owner.kind === 'enumDef') {
      return { p: join(this.moduleOf(owner).path, [owner.name]) };
    }
    return null;
  }

  /** Constants of this file by name, for array lengths. */
  readonly constants = new Map<string, Item>();
}

/** A plain non-negative number, or null. Knows literals, constants of the same file, `*`, `+`, `-`, `<<`, casts. */
export function constantOf(expr: Node, scope: FileScope, depth = 0): number | null {
  if (depth > 8) return null;
  switch (expr.kind) {
    case 'literal': {
      if (expr.type !== 'int') return null;
      const digits = expr.text.replace(/_/g, '').replace(/(?:[iu](?:8|16|32|64|128|size))$/, '');
      const value = Number(digits);
      return Number.isSafeInteger(value) ? value : null;
    }
    case 'cast':
      return constantOf(expr.value, scope, depth + 1);
    case 'block':
      return expr.tail === null || expr.stmts.length > 1 ? null : constantOf(expr.tail, scope, depth + 1);
    case 'path': {
      const last = expr.segments[expr.segments.length - 1];
      const item = last === undefined ? undefined : scope.constants.get(last.name);
      return item?.kind === 'static' && item.constant && item.value !== null
        ? constantOf(item.value, scope, depth + 1)
        : null;
    }
    case 'binary': {
      const left = constantOf(expr.left, scope, depth + 1);
      const right = constantOf(expr.right, scope, depth + 1);
      if (left === null || right === null) return null;
      switch (expr.op) {
        case '*':
          return left * right;
        case '+':
          return left + right;
        case '-':
          return left - right;
        case '<<':
          return left * 2 ** right;
        case '/':
          return right === 0 ? null : Math.floor(left / right);
        default:
          return null;
      }
    }
    default:
      return null;
  }
}

/** Items with those inside item macros (`cfg_if!`, `lazy_static!`) in their place. */
export function* flatItems(items: readonly Item[]): Generator<Item> {
  for (const item of items) {
    yield item;
    if (item.kind === 'macroItem') yield* flatItems(item.macro.items);
  }
}

/** The `impl`, `trait`, `struct` or `enum` around a node. */
export function implOf(node: Node): Item | null {
  for (let n = node.parent; n !== null; n = n.parent) {
    if (n.kind === 'impl' || n.kind === 'trait' || n.kind === 'structDef' || n.kind === 'enumDef') return n;
    if (n.kind === 'mod') return null;
  }
  return null;
}

function genericOf(node: Node, name: string): GenericParam | null {
  for (let n: Node | null = node; n !== null; n = n.parent) {
    switch (n.kind) {
      case 'fn':
      case 'impl':
      case 'trait':
      case 'structDef':
      case 'enumDef':
      case 'typeAlias': {
        const found = n.generics.find((g) => g.name === name);
        if (found !== undefined) return found;
        if (n.kind !== 'fn') return null;
        break;
      }
      case 'mod':
        return null;
      default:
    }
  }
  return null;
}

function mentions(type: Type, name: string): boolean {
  switch (type.kind) {
    case 'tyPath':
      return (
        type.path.segments.some((s) => s.name === name || s.generics.some((g) => mentions(g, name))) ||
        type.bindings.some((b) => mentions(b.type, name))
      );
    case 'tyRef':
      return mentions(type.inner, name);
    case 'tyTuple':
      return type.elements.some((e) => mentions(e, name));
    case 'tyFn':
      return type.params.some((p) => mentions(p, name)) || (type.ret !== null && mentions(type.ret, name));
    case 'tyBounds':
      return type.bounds.some((b) => mentions(b, name));
    case 'tySlice':
    case 'tyArray':
      return mentions(type.element, name);
    default:
      return false;
  }
}

/** `crate`, `self` and `super` at the head of a path; null when the path does not begin with one. */
function leading(first: string, rest: readonly string[], module: string): string | null {
  if (first === 'crate' || first === '$crate') return join('crate', rest);
  if (first === 'self') return join(module, rest);
  if (first !== 'super') return null;
  let base = parentModule(module);
  let names = rest;
  while (names[0] === 'super') {
    base = parentModule(base);
    names = names.slice(1);
  }
  return join(base, names);
}

function parentModule(module: string): string {
  if (module === 'self') return 'super';
  const cut = module.lastIndexOf('::');
  // `super` above the file: `super::super`.
  if (cut < 0 || module.endsWith('super')) return `${module}::super`;
  return module.slice(0, cut);
}

function join(base: string, names: readonly string[]): string {
  return names.length === 0 ? base : `${base}::${names.join('::')}`;
}

const OFF_CFG = /^cfg\s*\(/;

/**
 * True for attributes that keep code out of production: `#[test]`, `#[cfg(test)]`, `#[bench]`, model checkers.
 * `cfg(not(test))` and `cfg(any(test, feature = "x"))` are production code; the latter ships with the feature.
 */
export function isTestAttr(attrs: readonly Attr[]): boolean {
  return attrs.some((attr) => {
    if (OFF_CFG.test(attr.text)) return isTestCfg(attr.text.slice(attr.text.indexOf('(') + 1, -1).trim());
    const last = lastSegment(attr.path);
    return TEST_ATTRS.has(last);
  });
}

/** `#[doc(hidden)] pub mod test;`: public for the tests of other crates alone. */
export function isTestSupport({
  name,
  attrs,
}: {
  readonly name: string;
  readonly attrs: readonly Attr[];
}): boolean {
  return (
    /^(?:tests?|testing|test_(?:utils?|helpers?|support))$/.test(name) &&
    attrs.some(({ path, text }) => path === 'doc' && /\bhidden\b/.test(text))
  );
}

const TEST_ATTRS = new Set(
  'test bench rstest test_case quickcheck wasm_bindgen_test traced_test proptest test_log googletest'.split(
    ' ',
  ),
);
const TEST_CFGS = new Set('test loom fuzzing miri kani shuttle doc docsrs tokio_no_such'.split(' '));

/** `testsuite`, `integration-testsuite`, `test-utils`, `with_mocks`: only whoever tests turns it on. */
const TEST_FEATURE =
  /^feature\s*=\s*"(?:[\w-]+[-_])?(?:tests?|testing|testutils?|testsuite|testkit|bench|benchmarks?|fuzz|fuzzing|loom|mocks?)(?:[-_](?:utils?|suite|support|helpers?|harness|only|kit))?"$/;

function isTestCfg(predicate: string): boolean {
  const word = /^([A-Za-z_]\w*)\s*(?:\(([\s\S]*)\))?$/.exec(predicate);
  if (word === null) return TEST_FEATURE.test(predicate);
  const [, name = '', inner] = word;
  if (inner === undefined) return TEST_CFGS.has(name);
  const parts = splitCommas(inner);
  if (name === 'all') return parts.some(isTestCfg);
  if (name === 'any') return parts.length > 0 && parts.every(isTestCfg);
  return false;
}

function splitCommas(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '(') depth++;
    else if (c === ')') depth--;
    else if (c === ',' && depth === 0) {
      parts.push(text.slice(from, i).trim());
      from = i + 1;
    }
  }
  const last = text.slice(from).trim();
  if (last !== '') parts.push(last);
  return parts;
}
