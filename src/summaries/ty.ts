/**
 * What one file can say about a type. Half of it is deferred: `{ method: 'get', on: … }` is settled only when
 * the whole program is linked (program/types.ts). Plain data, small when written as JSON.
 *
 * Names are `std::fs::File`-like when they come from another crate, and begin with `crate::`, `self::` or
 * `super::` (relative to the file's own module) when they come from this one.
 */
export type Ty =
  /** Unknown. */
  | null
  /** A named type with its generic arguments; `b` are associated types, as in `Iterator<Item = u8>`. */
  | { readonly p: string; readonly a?: readonly Ty[]; readonly b?: Readonly<Record<string, Ty>> }
  | { readonly ref: Ty; readonly mut?: 1 }
  | { readonly tuple: readonly Ty[] }
  /** `len` in elements; null where it is no plain number. */
  | { readonly array: Ty; readonly len: number | null }
  | { readonly slice: Ty }
  | { readonly fn: readonly Ty[]; readonly ret: Ty }
  | { readonly bounds: readonly Ty[]; readonly dyn: boolean }
  /** A generic parameter of the enclosing item. */
  | { readonly param: string; readonly bounds: readonly Ty[] }
  | Deferred;

/** Settled by linking. */
export type Deferred =
  /** The value of calling a path. */
  | { readonly call: string; readonly args: readonly Ty[]; readonly g?: readonly Ty[]; readonly qself?: Ty }
  | { readonly method: string; readonly on: Ty; readonly args: readonly Ty[]; readonly g?: readonly Ty[] }
  | { readonly field: string; readonly of: Ty }
  | { readonly await: Ty }
  | { readonly try: Ty }
  | { readonly deref: Ty }
  | { readonly index: Ty }
  /** What iterating over it yields. */
  | { readonly item: Ty }
  /** A static, a constant, a unit struct or a function named as a value. */
  | { readonly value: string }
  /** What a pattern `variant(i)` or `variant { i }` takes out of `of`. */
  | { readonly payload: string; readonly i: string; readonly of: Ty }
  /** Parameter `i` of the closure that is argument `arg` of the method call or call. */
  | { readonly closureParam: number; readonly arg: number; readonly in: Ty }
  /** An async block or the call of an async closure. */
  | { readonly future: Ty }
  /** The first of these that is known. */
  | { readonly first: readonly Ty[] };

export const UNIT: Ty = { tuple: [] };
export const STR: Ty = { ref: { p: 'str' } };

/** A named type. */
export function named(p: string, ...a: readonly Ty[]): Ty {
  return a.length === 0 ? { p } : { p, a };
}

const COLLECTION =
  /^std::(?:vec::Vec|collections::(?:\w+::)?\w+|string::String|option::Option|fmt::Formatter)(?=$|::(?:new|with_capacity|default|from)$)/;

/** The path of std's collection, string, option or formatter that this surely is, behind references; null for all else. */
export function collectionOf(ty: Ty): string | null {
  if (ty === null) return null;
  if ('ref' in ty) return collectionOf(ty.ref);
  const path = 'p' in ty ? ty.p : 'call' in ty ? ty.call : null;
  return path === null ? null : (COLLECTION.exec(path)?.[0] ?? null);
}
