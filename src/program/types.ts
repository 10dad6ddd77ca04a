/** Settles types once the program is linked: deferred terms become named types, or stay unknown. */
import type { FieldSummary, FnSummary, TypeSummary } from '../summaries/summary.js';
import type { Ty } from '../summaries/ty.js';
import { lastSegment } from '../syntax/walk.js';
import { ASYNC } from './known/async.js';
import { CLIENTS } from './known/clients.js';
import { LIBRARIES } from './known/libraries.js';
import { KnownTables, type Signature } from './known/signatures.js';
import { STD } from './known/std.js';
import { external, type Names } from './names.js';

export interface FnEntry {
  readonly file: string;
  readonly fn: FnSummary;
  /** Canonical path: `my_crate::db::Pool::get`. */
  readonly path: string;
}
export interface TypeEntry {
  readonly file: string;
  readonly type: TypeSummary;
  readonly path: string;
}

/** What linking knows about the workspace; program.ts fills it. */
export interface Index {
  readonly fns: ReadonlyMap<string, readonly FnEntry[]>;
  readonly types: ReadonlyMap<string, TypeEntry>;
  readonly values: ReadonlyMap<string, { readonly file: string; readonly ty: Ty }>;
  /** Canonical type path → canonical traits with their associated types. */
  readonly impls: ReadonlyMap<
    string,
    readonly { readonly trait: string; readonly assoc: Readonly<Record<string, Ty>>; readonly file: string }[]
  >;
}

const MAX_DEPTH = 40;

const KNOWN = new KnownTables([STD, ASYNC, LIBRARIES, CLIENTS]);

/** Whether the tables of well-known signatures speak of this type or function. */
export function isKnownItem(path: string): boolean {
  return KNOWN.types.has(path) || KNOWN.functions.has(path);
}

/** Types behind which methods are looked for: what `*x` gives. Beside the table. */
const POINTERS = new Set([
  'std::boxed::Box',
  'std::rc::Rc',
  'std::sync::Arc',
  'std::pin::Pin',
  'std::borrow::Cow',
  'std::mem::ManuallyDrop',
]);

type Bindings = Map<string, Ty>;

export class Types {
  readonly #names: Names;
  readonly #index: Index;
  readonly #memo = new Map<string, Map<object, { ty: Ty }>>();
  #depth = 0;

  constructor(names: Names, index: Index) {
    this.#names = names;
    this.#index = index;
  }

  /** The type that `ty`, as `file` says it, turns out to be. Paths become canonical; null stays unknown. */
  settle(file: string, ty: Ty): Ty {
    if (ty === null) return null;
    let memo = this.#memo.get(file);
    if (memo === undefined) {
      memo = new Map();
      this.#memo.set(file, memo);
    }
    const known = memo.get(ty);
    if (known !== undefined) return known.ty;
    if (this.#depth > MAX_DEPTH) return null;
    // A term that leads back to itself is unknown.
    const entry: { ty: Ty } = { ty: null };
    memo.set(ty, entry);
    this.#depth++;
    try {
      entry.ty = this.#settle(file, ty);
    } finally {
      this.#depth--;
    }
    return entry.ty;
  }

  #settle(file: string, ty: Exclude<Ty, null>): Ty {
    if ('p' in ty) return this.#named(file, ty);
    if ('ref' in ty)
      return ty.mut === 1 ? { ref: this.settle(file, ty.ref), mut: 1 } : { ref: this.settle(file, ty.ref) };
    if ('tuple' in ty) return { tuple: ty.tuple.map((t) => this.settle(file, t)) };
    if ('array' in ty) return { array: this.settle(file, ty.array), len: ty.len };
    if ('slice' in ty) {
      const inner = this.settle(file, ty.slice);
      // `&v[1..]`: the element type of what was sliced was asked for.
      return { slice: inner };
    }
    if ('fn' in ty) return { fn: ty.fn.map((t) => this.settle(file, t)), ret: this.settle(file, ty.ret) };
    if ('param' in ty) return { param: ty.param, bounds: ty.bounds.map((b) => this.settle(file, b)) };
    if ('bounds' in ty) {
      const bounds = ty.bounds.map((b) => this.settle(file, b));
      // `impl Iterator<Item = T>` and `impl Future<Output = T>` are as good as named types.
      for (const bound of bounds) {
        if (
          bound !== null &&
          'p' in bound &&
          (bound.p === ITERATOR || bound.p === FUTURE || bound.p.endsWith('::Stream'))
        )
          return bound;
        if (bound !== null && 'fn' in bound) return bound;
      }
      return { bounds, dyn: ty.dyn };
    }
    if ('call' in ty) return this.#call(file, ty);
    if ('method' in ty) return this.#method(file, ty);
    if ('field' in ty) return this.#field(this.settle(file, ty.of), ty.field);
    if ('await' in ty) return this.#awaited(this.settle(file, ty.await));
    if ('try' in ty) return this.#tried(this.settle(file, ty.try));
    if ('deref' in ty) return this.deref(this.settle(file, ty.deref)) ?? null;
    if ('index' in ty) return this.#indexed(this.settle(file, ty.index));
    if ('item' in ty) return this.element(this.settle(file, ty.item));
    if ('value' in ty) return this.#value(file, ty.value);
    if ('payload' in ty) return this.#payload(file, ty.payload, ty.i, this.settle(file, ty.of));
    if ('future' in ty) return { p: FUTURE, b: { Output: this.settle(file, ty.future) } };
    if ('closureParam' in ty) return this.#closureParam(file, ty);
    for (const option of ty.first) {
      const settled = this.settle(file, option);
      if (settled !== null && !hasHole(settled)) return settled;
    }
    for (const option of ty.first) {
      const settled = this.settle(file, option);
      if (settled !== null) return settled;
    }
    return null;
  }

  #named(
    file: string,
    ty: { readonly p: string; readonly a?: readonly Ty[]; readonly b?: Readonly<Record<string, Ty>> },
  ): Ty {
    const p = this.#names.canonical(file, ty.p);
    const a = ty.a?.map((t) => this.settle(file, t));
    const entry = this.#index.types.get(p);
    if (entry !== undefined && entry.type.kind === 'alias') {
      const target = this.settle(entry.file, entry.type.target);
      return substitute(target, bind(entry.type.generics, a ?? []));
    }
    if (entry === undefined) {
      const alias = KNOWN.aliases.get(external(p));
      if (alias !== undefined) return substitute(alias.target, bind(alias.params, a ?? []));
      // `Enum::Variant { … }` is a value of the enum.
      const cut = p.lastIndexOf('::');
      const owner = cut < 0 ? undefined : this.#index.types.get(p.slice(0, cut));
      if (owner !== undefined && owner.type.kind === 'enum') return { p: owner.path };
      if (p === 'Self' || p.startsWith('Self::')) return null;
    }
    const path = entry === undefined ? external(p) : p;
    if (ty.b === undefined) return a === undefined ? { p: path } : { p: path, a };
    const b: Record<string, Ty> = {};
    for (const [name, value] of Object.entries(ty.b)) b[name] = this.settle(file, value);
    return a === undefined ? { p: path, b } : { p: path, a, b };
  }

  // ---- calls --------------------------------------------------------------------------------------

  #call(
    file: string,
    ty: { readonly call: string; readonly args: readonly Ty[]; readonly g?: readonly Ty[] },
  ): Ty {
    const path = this.#names.canonical(file, ty.call);
    const args = (): Ty[] => ty.args.map((t) => this.settle(file, t));
    const generics = (): Ty[] => (ty.g ?? []).map((t) => this.settle(file, t));
    const own = this.#index.fns.get(path)?.[0];
    if (own !== undefined) return this.#workspaceResult(own, null, args(), generics());
    const outside = external(path);
    const free = KNOWN.functions.get(outside);
    if (free !== undefined) return instantiate(free, null, args(), generics(), []);
    const cut = path.lastIndexOf('::');
    const owner = cut < 0 ? '' : path.slice(0, cut);
    const name = cut < 0 ? path : path.slice(cut + 2);
    switch (outside) {
      case 'std::option::Option::Some':
        return { p: 'std::option::Option', a: [args()[0] ?? null] };
      case 'std::result::Result::Ok':
        return { p: 'std::result::Result', a: [args()[0] ?? null, null] };
      case 'std::result::Result::Err':
        return { p: 'std::result::Result', a: [null, args()[0] ?? null] };
      default:
    }
    // A tuple struct or an enum's tuple variant.
    const tuple = this.#index.types.get(path);
    if (tuple !== undefined && tuple.type.kind === 'struct') {
      return tuple.type.generics.length === 0
        ? { p: path }
        : { p: path, a: this.#inferGenerics(tuple, tuple.type.fields, args()) };
    }
    const parent = this.#index.types.get(owner);
    if (parent?.type.variants.some((v) => v.name === name) === true) return { p: owner };
    // An associated function of an alias or of a known type.
    const ownerTy = this.#named(file, { p: owner === '' ? path : ownerAsWritten(ty.call) });
    if (ownerTy !== null && 'p' in ownerTy) {
      const moved = this.#index.fns.get(`${ownerTy.p}::${name}`)?.[0];
      if (moved !== undefined) return this.#workspaceResult(moved, ownerTy, args(), generics());
      const known = KNOWN.types.get(ownerTy.p);
      const signature = known?.methods.get(name);
      if (known !== undefined && signature !== undefined) {
        if (!signature.self) return instantiate(signature, ownerTy, args(), generics(), known.params);
        // `Arc::clone(&x)`: the first argument is the receiver.
        const [receiver = null, ...rest] = args();
        const on = peelRefs(receiver);
        const same = on !== null && 'p' in on && on.p === ownerTy.p;
        return instantiate(signature, same ? on : ownerTy, rest, [], known.params);
      }
      if (isTypeName(ownerTy.p) && CONSTRUCTORS.has(name)) {
        if (WRAPPING.has(ownerTy.p)) return { p: ownerTy.p, a: args() };
        const a = generics();
        return a.length === 0 ? ownerTy : { p: ownerTy.p, a };
      }
      if (isTypeName(ownerTy.p) && name.startsWith('try_') && CONSTRUCTORS.has(name.slice(4))) {
        return { p: 'std::result::Result', a: [ownerTy, null] };
      }
    }
    return null;
  }

  #workspaceResult(entry: FnEntry, on: Ty, args: readonly Ty[], generics: readonly Ty[]): Ty {
    const { fn, file } = entry;
    const bindings: Bindings = new Map();
    fn.generics.forEach((g, i) => {
      const given = generics[i];
      if (given !== undefined) bindings.set(g.name, given);
    });
    fn.params.forEach((param, i) => {
      unify(this.settle(file, param.ty), args[i] ?? null, bindings);
    });
    const self = fn.self === null ? null : this.settle(file, fn.self);
    if (on !== null) unify(self, peelRefs(on), bindings);
    const declared = this.settle(file, fn.ret);
    const ret = bindings.size === 0 ? declared : substitute(declared, bindings);
    return fn.async ? { p: FUTURE, b: { Output: ret } } : ret;
  }

  #inferGenerics(entry: TypeEntry, fields: readonly FieldSummary[], args: readonly Ty[]): Ty[] {
    const bindings: Bindings = new Map();
    fields.forEach((field, i) => {
      unify(this.settle(entry.file, field.ty), args[i] ?? null, bindings);
    });
    return entry.type.generics.map((name) => bindings.get(name) ?? null);
  }

  #method(
    file: string,
    ty: {
      readonly method: string;
      readonly on: Ty;
      readonly args: readonly Ty[];
      readonly g?: readonly Ty[];
    },
  ): Ty {
    const on = this.settle(file, ty.on);
    if (on === null) return this.#ofAnything(file, ty);
    const found = this.methodOn(on, ty.method);
    if (found !== null) {
      const args = ty.args.map((t) => this.settle(file, t));
      const generics = (ty.g ?? []).map((t) => this.settle(file, t));
      if ('entry' in found) return this.#workspaceResult(found.entry, found.on, args, generics);
      return instantiate(found.signature, found.on, args, generics, found.params);
    }
    switch (ty.method) {
      case 'clone':
      case 'to_owned':
      case 'by_ref':
        return peelRefs(on);
      case 'as_ref':
      case 'borrow':
        return this.#seenAs(on) ?? ('ref' in on ? on : { ref: on });
      case 'to_string':
        return { p: 'std::string::String' };
      case 'collect': {
        const [into] = ty.g ?? [];
        if (into === undefined) return null;
        const target = this.settle(file, into);
        return target !== null && 'p' in target && target.p === 'std::vec::Vec' && hasHole(target)
          ? { p: 'std::vec::Vec', a: [this.element(on)] }
          : target;
      }
      case 'parse': {
        const [into] = ty.g ?? [];
        return { p: 'std::result::Result', a: [into === undefined ? null : this.settle(file, into), null] };
      }
      case 'boxed':
      case 'instrument':
      case 'fuse':
      case 'in_current_span':
        return on;
      case 'par_iter':
      case 'par_iter_mut': {
        const element = this.element(on);
        if (element === null || 'ref' in element) return { p: ITERATOR, b: { Item: element } };
        return {
          p: ITERATOR,
          b: { Item: ty.method === 'par_iter' ? { ref: element } : { ref: element, mut: 1 } },
        };
      }
      case 'into_par_iter':
      case 'par_bridge':
        return { p: ITERATOR, b: { Item: this.element(on) } };
      case 'len':
      case 'count':
        return { p: 'usize' };
      default: {
        // Iterator adapters work on whatever iterates.
        const element = this.element(on);
        if (element === null) return null;
        const iterator: Ty = { p: ITERATOR, b: { Item: element } };
        const adapter = KNOWN.types.get(ITERATOR)?.methods.get(ty.method);
        if (adapter === undefined || !isIteratorLike(on)) return null;
        return instantiate(
          adapter,
          iterator,
          ty.args.map((t) => this.settle(file, t)),
          [],
          ['T'],
        );
      }
    }
  }

  /** `&Path` of a `P: AsRef<Path>`; null for what says no such thing. */
  #seenAs(on: Ty): Ty {
    const owner = peelRefs(on);
    if (owner === null || !('bounds' in owner)) return null;
    for (const bound of owner.bounds)
      if (bound !== null && 'p' in bound && /::(?:AsRef|Borrow)$/.test(bound.p))
        return { ref: bound.a?.[0] ?? null };
    return null;
  }

  /** What a method gives whatever it is called on: the name, or the type that the call names, says it. */
  #ofAnything(file: string, { method, g }: { readonly method: string; readonly g?: readonly Ty[] }): Ty {
    switch (method) {
      case 'to_string':
        return { p: 'std::string::String' };
      case 'to_path_buf':
        return { p: 'std::path::PathBuf' };
      case 'collect':
        return this.settle(file, g?.[0] ?? null);
      case 'len':
      case 'count':
        return { p: 'usize' };
      default:
        return null;
    }
  }

  /** The method that a call on a value of type `on` means, with the type it was found on. */
  methodOn(
    on: Ty,
    name: string,
  ):
    | { readonly entry: FnEntry; readonly on: Ty }
    | { readonly signature: Signature; readonly on: Ty; readonly params: readonly string[] }
    | null {
    let ty = on;
    for (let steps = 0; steps < 10 && ty !== null; steps++) {
      if ('param' in ty || 'bounds' in ty) {
        for (const bound of ty.bounds) {
          if (bound === null || !('p' in bound)) continue;
          const entry = this.#index.fns.get(`${bound.p}::${name}`)?.[0];
          if (entry !== undefined) return { entry, on: ty };
          const known = KNOWN.types.get(bound.p);
          const signature = known?.methods.get(name);
          if (known !== undefined && signature !== undefined)
            return { signature, on: bound, params: known.params };
        }
        return null;
      }
      const path = pathOf(ty);
      if (path !== null) {
        const entry = this.#index.fns.get(`${path}::${name}`)?.[0];
        if (entry !== undefined) return { entry, on: ty };
        const known = KNOWN.types.get(path);
        const signature = known?.methods.get(name);
        if (known !== undefined && signature !== undefined)
          return { signature, on: ty, params: known.params };
        for (const { trait } of this.#index.impls.get(path) ?? []) {
          const given = this.#index.fns.get(`${trait}::${name}`)?.[0];
          if (given !== undefined) return { entry: given, on: ty };
        }
      }
      const next = this.deref(ty);
      if (next === undefined) return null;
      ty = next;
    }
    return null;
  }

  /** What `*x` is for an `x` of that type; undefined when it does not dereference. */
  deref(ty: Ty): Ty | undefined {
    if (ty === null) return undefined;
    if ('ref' in ty) return ty.ref;
    if ('array' in ty) return { slice: ty.array };
    if (!('p' in ty)) return undefined;
    if (POINTERS.has(ty.p)) return ty.a?.[0] ?? null;
    const known = KNOWN.types.get(ty.p);
    if (known?.deref !== undefined) return substitute(known.deref, bind(known.params, ty.a ?? []));
    for (const { trait, assoc, file } of this.#index.impls.get(ty.p) ?? []) {
      if (trait === 'std::ops::Deref' && assoc.Target !== undefined) return this.settle(file, assoc.Target);
    }
    return undefined;
  }

  /** The type without references, smart pointers and shared-state wrappers around it. */
  peel(ty: Ty): Ty {
    let inner = ty;
    for (let steps = 0; steps < 10 && inner !== null; steps++) {
      if ('ref' in inner) inner = inner.ref;
      else if ('p' in inner && (POINTERS.has(inner.p) || WRAPPERS.has(inner.p))) inner = inner.a?.[0] ?? null;
      else return inner;
    }
    return inner;
  }

  /** The type and what stands behind it, as method calls look for a receiver: `Arc<Mutex<T>>`, `Mutex<T>`. */
  behind(ty: Ty): Ty[] {
    const found: Ty[] = [];
    for (let inner = this.peel(ty); inner !== null && found.length < 6; ) {
      found.push(inner);
      inner = this.peel(this.deref(inner) ?? null);
    }
    return found;
  }

  // ---- the rest -----------------------------------------------------------------------------------

  #field(of: Ty, name: string): Ty {
    let ty = of;
    for (let steps = 0; steps < 10 && ty !== null; steps++) {
      if ('tuple' in ty && /^\d+$/.test(name)) return ty.tuple[Number(name)] ?? null;
      if ('p' in ty) {
        const entry = this.#index.types.get(ty.p);
        const field = entry?.type.fields.find((f) => f.name === name);
        if (entry !== undefined && field !== undefined) {
          return substitute(this.settle(entry.file, field.ty), bind(entry.type.generics, ty.a ?? []));
        }
        const known = KNOWN.types.get(ty.p)?.fields.get(name);
        if (known !== undefined) return known;
        // Extractors and other newtypes: `.0`.
        if (name === '0' && WRAPPERS.has(ty.p)) return ty.a?.[0] ?? null;
      }
      const next = this.deref(ty);
      if (next === undefined) return null;
      ty = next;
    }
    return null;
  }

  #awaited(ty: Ty): Ty {
    const inner = ty === null ? null : 'ref' in ty ? ty.ref : ty;
    if (inner === null) return null;
    if ('p' in inner) {
      if (inner.b?.Output !== undefined) return inner.b.Output;
      if (inner.p === 'tokio::task::JoinHandle') {
        return { p: 'std::result::Result', a: [inner.a?.[0] ?? null, { p: 'tokio::task::JoinError' }] };
      }
      if (inner.p === 'tokio::sync::oneshot::Receiver') {
        return { p: 'std::result::Result', a: [inner.a?.[0] ?? null, null] };
      }
      if (POINTERS.has(inner.p)) return this.#awaited(inner.a?.[0] ?? null);
      for (const { trait, assoc, file } of this.#index.impls.get(inner.p) ?? []) {
        if (/(?:^|::)(?:Into)?Future$/.test(trait) && assoc.Output !== undefined)
          return this.settle(file, assoc.Output);
      }
    }
    if ('bounds' in inner)
      for (const bound of inner.bounds)
        if (bound !== null && 'p' in bound && bound.b?.Output !== undefined) return bound.b.Output;
    return null;
  }

  #tried(ty: Ty): Ty {
    if (ty === null || !('p' in ty)) return null;
    if (ty.p === 'std::result::Result' || ty.p === 'std::option::Option') return ty.a?.[0] ?? null;
    // `io::Result`-like aliases of crates we do not know.
    return ty.p.endsWith('::Result') ? (ty.a?.[0] ?? null) : null;
  }

  #indexed(ty: Ty): Ty {
    const inner = this.peel(ty);
    if (inner === null) return null;
    if ('slice' in inner) return inner.slice;
    if ('array' in inner) return inner.array;
    if (!('p' in inner)) return null;
    switch (inner.p) {
      case 'std::vec::Vec':
      case 'std::collections::VecDeque':
        return inner.a?.[0] ?? null;
      case 'std::collections::HashMap':
      case 'std::collections::BTreeMap':
        return inner.a?.[1] ?? null;
      case 'serde_json::Value':
        return inner;
      default: {
        const next = this.deref(inner);
        return next === undefined ? null : this.#indexed(next);
      }
    }
  }

  /** What iterating over a value of that type yields. */
  element(ty: Ty): Ty {
    if (ty === null) return null;
    if ('ref' in ty) {
      const inner = this.element(ty.ref);
      if (inner === null) return null;
      if (ty.ref !== null && 'p' in ty.ref && ty.ref.p === ITERATOR) return inner;
      return isPlainCollection(ty.ref) ? { ref: inner } : inner;
    }
    if ('slice' in ty) return ty.slice;
    if ('array' in ty) return ty.array;
    if (!('p' in ty)) return null;
    if (ty.b?.Item !== undefined) return ty.b.Item;
    switch (ty.p) {
      case 'std::vec::Vec':
      case 'std::collections::VecDeque':
      case 'std::collections::HashSet':
      case 'std::collections::BTreeSet':
      case 'std::collections::BinaryHeap':
      case 'std::option::Option':
      case 'std::ops::Range':
      case 'std::ops::RangeInclusive':
      case 'std::sync::mpsc::Receiver':
        return ty.a?.[0] ?? null;
      case 'std::collections::HashMap':
      case 'std::collections::BTreeMap':
        return { tuple: [ty.a?.[0] ?? null, ty.a?.[1] ?? null] };
      default: {
        const into = KNOWN.types.get(ty.p)?.methods.get('into_iter');
        if (into !== undefined)
          return this.element(instantiate(into, ty, [], [], KNOWN.types.get(ty.p)?.params ?? []));
        const next = this.deref(ty);
        return next === undefined || next === null ? null : this.element(next);
      }
    }
  }

  #value(file: string, path: string): Ty {
    const canonical = this.#names.canonical(file, path);
    const value = this.#index.values.get(canonical);
    if (value !== undefined) return this.settle(value.file, value.ty);
    const type = this.#index.types.get(canonical);
    if (type !== undefined) return { p: canonical };
    const cut = canonical.lastIndexOf('::');
    const owner = cut < 0 ? undefined : this.#index.types.get(canonical.slice(0, cut));
    if (owner !== undefined && owner.type.kind === 'enum') return { p: owner.path };
    const fn = this.#index.fns.get(canonical)?.[0];
    if (fn !== undefined) {
      const ret = this.settle(fn.file, fn.fn.ret);
      return {
        fn: fn.fn.params.map((p) => this.settle(fn.file, p.ty)),
        ret: fn.fn.async ? { p: FUTURE, b: { Output: ret } } : ret,
      };
    }
    const outside = external(canonical);
    if (outside === 'std::option::Option::None') return { p: 'std::option::Option', a: [null] };
    // A unit struct: `Scrypt`.
    if (KNOWN.types.has(outside)) return { p: outside };
    // `Duration::ZERO`, `Ipv4Addr::LOCALHOST`: what a type calls its own is of that type.
    const of = outside.slice(0, Math.max(0, outside.lastIndexOf('::')));
    return KNOWN.types.has(of) && isTypeName(of) && /::[A-Z][A-Z\d_]+$/.test(outside) ? { p: of } : null;
  }

  #payload(file: string, variant: string, i: string, of: Ty): Ty {
    const path = external(this.#names.canonical(file, variant));
    const value = this.peelAll(of);
    switch (path) {
      case 'std::option::Option::Some':
      case 'std::result::Result::Ok':
        return argumentOf(value, 0);
      case 'std::result::Result::Err':
        return argumentOf(value, 1);
      case 'std::ops::ControlFlow::Continue':
      case 'std::ops::ControlFlow::Break':
      case 'std::task::Poll::Ready':
        return argumentOf(value, 0);
      default:
    }
    const cut = path.lastIndexOf('::');
    const owner = cut < 0 ? undefined : this.#index.types.get(path.slice(0, cut));
    const chosen = owner?.type.variants.find((v) => v.name === path.slice(cut + 2));
    if (owner !== undefined && chosen !== undefined) {
      const field = chosen.fields.find((f) => f.name === i);
      return field === undefined
        ? null
        : substitute(this.settle(owner.file, field.ty), bind(owner.type.generics, argsOf(value)));
    }
    const struct = this.#index.types.get(path);
    const field = struct?.type.fields.find((f) => f.name === i);
    if (struct !== undefined && field !== undefined) {
      return substitute(this.settle(struct.file, field.ty), bind(struct.type.generics, argsOf(value)));
    }
    // `State(pool): State<PgPool>`.
    if (i === '0' && value !== null && 'p' in value && value.p.endsWith(`::${lastSegment(path)}`)) {
      return argumentOf(value, 0);
    }
    return null;
  }

  /** References, boxes and guards off: what a pattern looks at. */
  peelAll(ty: Ty): Ty {
    let inner = ty;
    for (let steps = 0; steps < 6 && inner !== null; steps++) {
      if ('ref' in inner) inner = inner.ref;
      else if ('p' in inner && POINTERS.has(inner.p)) inner = inner.a?.[0] ?? null;
      else return inner;
    }
    return inner;
  }

  #closureParam(
    file: string,
    ty: { readonly closureParam: number; readonly arg: number; readonly in: Ty },
  ): Ty {
    const target = ty.in;
    if (target === null) return null;
    if ('method' in target) {
      const on = this.settle(file, target.on);
      if (on === null) return null;
      const found = this.methodOn(on, target.method);
      if (found !== null && 'signature' in found) {
        const param = found.signature.params[ty.arg] ?? null;
        if (param === null || !('fn' in param)) return null;
        const bindings = bindingsFor(found.params, found.on);
        return substitute(param.fn[ty.closureParam] ?? null, bindings);
      }
      if (found !== null && 'entry' in found)
        return this.#closureOfWorkspace(found.entry, ty.arg, ty.closureParam);
      const element = isIteratorLike(on) ? this.element(on) : null;
      if (element === null) return null;
      const adapter = KNOWN.types.get(ITERATOR)?.methods.get(target.method);
      const param = adapter?.params[ty.arg] ?? null;
      if (param === null || !('fn' in param)) return null;
      return substitute(param.fn[ty.closureParam] ?? null, new Map([['T', element]]));
    }
    if ('call' in target) {
      const entry = this.#index.fns.get(this.#names.canonical(file, target.call))?.[0];
      return entry === undefined ? null : this.#closureOfWorkspace(entry, ty.arg, ty.closureParam);
    }
    return null;
  }

  #closureOfWorkspace(entry: FnEntry, arg: number, param: number): Ty {
    const declared = entry.fn.params[arg]?.ty ?? null;
    const settled = this.settle(entry.file, declared);
    if (settled === null) return null;
    if ('fn' in settled) return settled.fn[param] ?? null;
    if ('param' in settled) {
      const bounds = [
        ...settled.bounds,
        ...(entry.fn.generics
          .find((g) => g.name === settled.param)
          ?.bounds.map((b) => this.settle(entry.file, b)) ?? []),
      ];
      for (const bound of bounds) if (bound !== null && 'fn' in bound) return bound.fn[param] ?? null;
    }
    return null;
  }
}

const ITERATOR = 'std::iter::Iterator';
const FUTURE = 'std::future::Future';

/** Newtypes of web frameworks that hand out what they wrap. */
const WRAPPERS = new Set([
  'axum::extract::State',
  'axum::extract::Extension',
  'axum::Extension',
  'actix_web::web::Data',
  'rocket::State',
  'poem::web::Data',
]);

/** Associated functions that by universal habit return `Self`. */
const CONSTRUCTORS = new Set('new default from with_capacity open_default from_str from_env'.split(' '));
const WRAPPING = new Set(['std::borrow::Cow', 'std::cell::UnsafeCell', 'std::num::Wrapping']);

function isTypeName(path: string): boolean {
  return /(?:^|::)[A-Z]\w*$/.test(path);
}

function ownerAsWritten(call: string): string {
  const cut = call.lastIndexOf('::');
  return cut < 0 ? call : call.slice(0, cut);
}

/** The path under which a type's methods are listed. */
export function pathOf(ty: Ty): string | null {
  if (ty === null) return null;
  if ('p' in ty) return ty.p;
  if ('slice' in ty) return 'std::slice';
  return null;
}

/** Type argument `i` of a named type. */
export function argumentOf(ty: Ty, i: number): Ty {
  return ty !== null && 'p' in ty ? (ty.a?.[i] ?? null) : null;
}

function argsOf(ty: Ty): readonly Ty[] {
  return ty !== null && 'p' in ty ? (ty.a ?? []) : [];
}

function isPlainCollection(ty: Ty): boolean {
  if (ty === null) return false;
  if ('slice' in ty || 'array' in ty) return true;
  return 'p' in ty && /^std::(?:vec|collections)::/.test(ty.p) && !ty.p.endsWith('Map');
}

function isIteratorLike(ty: Ty): boolean {
  const inner = peelRefs(ty);
  return (
    inner !== null &&
    'p' in inner &&
    (inner.p === ITERATOR ||
      inner.p.startsWith('std::ops::Range') ||
      KNOWN.types.get(inner.p)?.methods.has('next') === true)
  );
}

export function peelRefs(ty: Ty): Ty {
  let inner = ty;
  while (inner !== null && 'ref' in inner) inner = inner.ref;
  return inner;
}

function hasHole(ty: Ty): boolean {
  if (ty === null) return true;
  if ('p' in ty) return (ty.a ?? []).some(hasHole);
  if ('ref' in ty) return hasHole(ty.ref);
  return false;
}

function bind(names: readonly string[], args: readonly Ty[]): Bindings {
  const bindings: Bindings = new Map();
  names.forEach((name, i) => {
    bindings.set(name, args[i] ?? null);
  });
  return bindings;
}

function bindingsFor(params: readonly string[], on: Ty): Bindings {
  const inner = peelRefs(on);
  if (inner !== null && 'slice' in inner) return bind(params, [inner.slice]);
  if (inner !== null && 'p' in inner && inner.p === ITERATOR) return bind(params, [inner.b?.Item ?? null]);
  return bind(params, argsOf(inner));
}

/** The result of calling a known signature. */
function instantiate(
  signature: Signature,
  on: Ty,
  args: readonly Ty[],
  generics: readonly Ty[],
  params: readonly string[],
): Ty {
  const bindings = signature.self
    ? bindingsFor(params, on)
    : bind(params, generics.length === params.length ? generics : argsOf(on));
  const own = signature.variables.slice(params.length);
  own.forEach((name, i) => {
    bindings.set(name, generics[i] ?? null);
  });
  signature.params.forEach((param, i) => {
    unify(param, args[i] ?? null, bindings);
  });
  const ret = substitute(signature.ret, bindings, on);
  return signature.async ? { p: FUTURE, b: { Output: ret } } : ret;
}

/** Binds the type variables of `pattern` to what stands in their place in `actual`. */
function unify(pattern: Ty, actual: Ty, bindings: Bindings): void {
  if (pattern === null || actual === null) return;
  if ('param' in pattern) {
    if ((bindings.get(pattern.param) ?? null) === null) bindings.set(pattern.param, actual);
    return;
  }
  if ('ref' in pattern) {
    unify(pattern.ref, 'ref' in actual ? actual.ref : actual, bindings);
    return;
  }
  if ('p' in pattern && 'p' in actual) {
    if (pattern.p === FUTURE && actual.b?.Output !== undefined)
      unify(pattern.b?.Output ?? null, actual.b.Output, bindings);
    if (pattern.p !== actual.p) return;
    pattern.a?.forEach((p, i) => {
      unify(p, actual.a?.[i] ?? null, bindings);
    });
    for (const [name, p] of Object.entries(pattern.b ?? {})) unify(p, actual.b?.[name] ?? null, bindings);
    return;
  }
  if ('tuple' in pattern && 'tuple' in actual) {
    pattern.tuple.forEach((p, i) => {
      unify(p, actual.tuple[i] ?? null, bindings);
    });
    return;
  }
  if ('slice' in pattern && 'slice' in actual) unify(pattern.slice, actual.slice, bindings);
  if ('fn' in pattern && 'fn' in actual) unify(pattern.ret, actual.ret, bindings);
}

/** Puts bound types in the place of variables; `Self` becomes `self`. */
function substitute(ty: Ty, bindings: Bindings, self: Ty = null): Ty {
  if (ty === null) return null;
  if ('param' in ty) return bindings.has(ty.param) ? (bindings.get(ty.param) ?? null) : ty;
  if ('p' in ty) {
    if (ty.p === 'Self') {
      if (self === null || !('p' in self)) return self;
      return (self.a ?? []).length > 0 || bindings.size === 0
        ? self
        : { p: self.p, a: [...bindings.values()] };
    }
    if (ty.a === undefined && ty.b === undefined) return ty;
    const a = ty.a?.map((t) => substitute(t, bindings, self));
    if (ty.b === undefined) return a === undefined ? { p: ty.p } : { p: ty.p, a };
    const b: Record<string, Ty> = {};
    for (const [name, value] of Object.entries(ty.b)) b[name] = substitute(value, bindings, self);
    return a === undefined ? { p: ty.p, b } : { p: ty.p, a, b };
  }
  if ('ref' in ty) {
    const inner = substitute(ty.ref, bindings, self);
    return ty.mut === 1 ? { ref: inner, mut: 1 } : { ref: inner };
  }
  if ('tuple' in ty) return { tuple: ty.tuple.map((t) => substitute(t, bindings, self)) };
  if ('slice' in ty) return { slice: substitute(ty.slice, bindings, self) };
  if ('array' in ty) return { array: substitute(ty.array, bindings, self), len: ty.len };
  if ('fn' in ty)
    return { fn: ty.fn.map((t) => substitute(t, bindings, self)), ret: substitute(ty.ret, bindings, self) };
  return ty;
}
