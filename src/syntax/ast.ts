/**
 * Our own small tree of a Rust file: what rules look at instead of the parser's nodes. Positions are UTF-16
 * offsets from 0, the end exclusive, and are true also for code inside macros. Every node knows its parent.
 */

interface Base {
  readonly start: number;
  readonly end: number;
  parent: Node | null;
}

export type Node =
  | Expr
  | Stmt
  | Item
  | Pattern
  | Type
  | Arm
  | Param
  | FieldDef
  | Variant
  | SelectBranch
  | SourceFile;

// ---- paths and types ------------------------------------------------------------------------------

export interface Segment {
  readonly name: string;
  readonly start: number;
  readonly generics: readonly Type[];
}

export interface PathExpr extends Base {
  readonly kind: 'path';
  /** `::std::fs`. */
  readonly global: boolean;
  /** `<T as Trait>::f`: the type before the segments. */
  readonly qself: Type | null;
  readonly segments: readonly Segment[];
}

export type Type =
  | TypePath
  | (Base & { readonly kind: 'tyRef'; readonly mutable: boolean; readonly inner: Type })
  | (Base & { readonly kind: 'tyTuple'; readonly elements: readonly Type[] })
  | (Base & { readonly kind: 'tyArray'; readonly element: Type; readonly length: Expr | null })
  | (Base & { readonly kind: 'tySlice'; readonly element: Type })
  | (Base & {
      readonly kind: 'tyFn';
      readonly name: string;
      readonly params: readonly Type[];
      readonly ret: Type | null;
    })
  /** `dyn A + B`, `impl A`; bounds without lifetimes. */
  | (Base & { readonly kind: 'tyBounds'; readonly dynamic: boolean; readonly bounds: readonly Type[] })
  /** `!`, `_`, pointers, macros: nothing is known. */
  | (Base & { readonly kind: 'tyOther' });

export interface TypePath extends Base {
  readonly kind: 'tyPath';
  readonly path: PathExpr;
  /** `Iterator<Item = u8>`: associated types that the generics name. */
  readonly bindings: readonly { readonly name: string; readonly type: Type }[];
}

// ---- expressions ----------------------------------------------------------------------------------

export interface Call extends Base {
  readonly kind: 'call';
  readonly callee: Expr;
  readonly args: readonly Expr[];
}
export interface MethodCall extends Base {
  readonly kind: 'method';
  readonly receiver: Expr;
  readonly name: string;
  readonly nameStart: number;
  readonly generics: readonly Type[];
  readonly args: readonly Expr[];
}
export interface FieldExpr extends Base {
  readonly kind: 'field';
  readonly base: Expr;
  readonly name: string;
}
export interface Await extends Base {
  readonly kind: 'await';
  readonly base: Expr;
}
export interface Closure extends Base {
  readonly kind: 'closure';
  readonly async: boolean;
  readonly move: boolean;
  readonly params: readonly Param[];
  readonly body: Expr;
}
export interface Block extends Base {
  readonly kind: 'block';
  readonly async: boolean;
  readonly move: boolean;
  readonly unsafe: boolean;
  readonly label: string | null;
  readonly stmts: readonly Stmt[];
  /** The value of the block: its last statement when that has no semicolon. */
  readonly tail: Expr | null;
}
export interface If extends Base {
  readonly kind: 'if';
  readonly cond: Expr;
  readonly then: Block;
  readonly else: Expr | null;
}
export interface LetCond extends Base {
  readonly kind: 'letCond';
  readonly pattern: Pattern;
  readonly value: Expr;
}
export interface Match extends Base {
  readonly kind: 'match';
  readonly value: Expr;
  readonly arms: readonly Arm[];
}
export interface Arm extends Base {
  readonly kind: 'arm';
  readonly pattern: Pattern;
  readonly guard: Expr | null;
  readonly body: Expr;
  readonly attrs: readonly Attr[];
}
export interface For extends Base {
  readonly kind: 'for';
  readonly label: string | null;
  readonly pattern: Pattern;
  readonly iter: Expr;
  readonly body: Block;
}
export interface While extends Base {
  readonly kind: 'while';
  readonly label: string | null;
  readonly cond: Expr;
  readonly body: Block;
}
export interface Loop extends Base {
  readonly kind: 'loop';
  readonly label: string | null;
  readonly body: Block;
}
export interface StructExpr extends Base {
  readonly kind: 'struct';
  readonly path: PathExpr;
  readonly fields: readonly { readonly name: string; readonly start: number; readonly value: Expr }[];
  readonly rest: Expr | null;
}
export interface Literal extends Base {
  readonly kind: 'literal';
  readonly type: 'str' | 'bytes' | 'char' | 'bool' | 'int' | 'float';
  /** As written. */
  readonly text: string;
}

/**
 * A macro call. `args` are its arguments as expressions where the macro takes a list of them. `opaque`
 * macros are not known: what is inside counts as a use of names, but is no evidence for a finding.
 */
export interface Macro extends Base {
  readonly kind: 'macro';
  /** Path segments joined by `::`, without `!`. */
  readonly name: string;
  readonly nameStart: number;
  /** Offsets between the delimiters. */
  readonly bodyStart: number;
  readonly bodyEnd: number;
  readonly delimiter: '(' | '[' | '{';
  form: 'args' | 'repeat' | 'select' | 'block' | 'items' | 'match' | 'opaque' | 'unparsed';
  /** The macro is known to this tool or to be transparent; false: findings inside are not believed. */
  known: boolean;
  args: readonly Expr[];
  branches: readonly SelectBranch[];
  items: readonly Item[];
}
export interface SelectBranch extends Base {
  readonly kind: 'branch';
  /** Null for `else`, `default`, `complete`. */
  readonly pattern: Pattern | null;
  readonly future: Expr | null;
  readonly guard: Expr | null;
  readonly handler: Expr;
}

export type Expr =
  | PathExpr
  | Call
  | MethodCall
  | FieldExpr
  | Await
  | Closure
  | Block
  | If
  | LetCond
  | Match
  | For
  | While
  | Loop
  | StructExpr
  | Literal
  | Macro
  | (Base & { readonly kind: 'index'; readonly base: Expr; readonly index: Expr })
  | (Base & { readonly kind: 'try'; readonly base: Expr })
  | (Base & { readonly kind: 'unary'; readonly op: '*' | '!' | '-'; readonly operand: Expr })
  | (Base & { readonly kind: 'ref'; readonly mutable: boolean; readonly operand: Expr })
  | (Base & { readonly kind: 'binary'; readonly op: string; readonly left: Expr; readonly right: Expr })
  /** `op` is `=`, `+=`, … */
  | (Base & { readonly kind: 'assign'; readonly op: string; readonly left: Expr; readonly right: Expr })
  | (Base & { readonly kind: 'return' | 'yield'; readonly value: Expr | null })
  | (Base & { readonly kind: 'break'; readonly label: string | null; readonly value: Expr | null })
  | (Base & { readonly kind: 'continue'; readonly label: string | null })
  | (Base & { readonly kind: 'tuple' | 'array'; readonly elements: readonly Expr[] })
  | (Base & { readonly kind: 'repeat'; readonly value: Expr; readonly length: Expr })
  | (Base & {
      readonly kind: 'range';
      readonly from: Expr | null;
      readonly to: Expr | null;
      readonly inclusive: boolean;
    })
  | (Base & { readonly kind: 'cast'; readonly value: Expr; readonly type: Type })
  /** Anything else: a plain container. */
  | (Base & { readonly kind: 'other'; readonly children: readonly Expr[] });

// ---- patterns -------------------------------------------------------------------------------------

export interface PatIdent extends Base {
  readonly kind: 'patIdent';
  readonly name: string;
  readonly byRef: boolean;
  readonly mutable: boolean;
  readonly sub: Pattern | null;
}
export type Pattern =
  | PatIdent
  | (Base & { readonly kind: 'patTuple' | 'patSlice' | 'patOr'; readonly elements: readonly Pattern[] })
  | (Base & {
      readonly kind: 'patTupleStruct';
      readonly path: PathExpr;
      readonly elements: readonly Pattern[];
    })
  | (Base & {
      readonly kind: 'patStruct';
      readonly path: PathExpr;
      readonly fields: readonly { readonly name: string; readonly pattern: Pattern }[];
    })
  | (Base & { readonly kind: 'patRef'; readonly inner: Pattern })
  | (Base & { readonly kind: 'patPath'; readonly path: PathExpr })
  /** Literals, ranges, `..`, macros. */
  | (Base & { readonly kind: 'patOther' })
  | (Base & { readonly kind: 'patWild' });

// ---- statements -----------------------------------------------------------------------------------

export interface Let extends Base {
  readonly kind: 'let';
  readonly pattern: Pattern;
  readonly type: Type | null;
  readonly init: Expr | null;
  readonly else: Block | null;
  readonly attrs: readonly Attr[];
}
export interface ExprStmt extends Base {
  readonly kind: 'expr';
  readonly expr: Expr;
  readonly semicolon: boolean;
  readonly attrs: readonly Attr[];
}
export type Stmt = Let | ExprStmt | Item;

// ---- items ----------------------------------------------------------------------------------------

/** `#[path(text)]` or `#![…]`; `text` is all between the brackets. */
export interface Attr {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
export interface GenericParam {
  readonly name: string;
  /** Bounds from the list and from `where`. */
  readonly bounds: readonly Type[];
}
export interface Param extends Base {
  readonly kind: 'param';
  readonly pattern: Pattern;
  readonly type: Type | null;
}
export interface FieldDef extends Base {
  readonly kind: 'fieldDef';
  /** Position as text in tuple structs. */
  readonly name: string;
  readonly type: Type;
  readonly public: boolean;
  readonly attrs: readonly Attr[];
}
export interface Variant extends Base {
  readonly kind: 'variant';
  readonly name: string;
  readonly fields: readonly FieldDef[];
  readonly attrs: readonly Attr[];
}

interface ItemBase extends Base {
  readonly name: string;
  readonly public: boolean;
  readonly attrs: readonly Attr[];
}
export interface Fn extends ItemBase {
  readonly kind: 'fn';
  readonly nameStart: number;
  readonly async: boolean;
  readonly generics: readonly GenericParam[];
  /** Without `self`. */
  readonly params: readonly Param[];
  readonly self: 'none' | 'value' | 'ref' | 'mut';
  readonly ret: Type | null;
  readonly body: Block | null;
}
export interface Struct extends ItemBase {
  readonly kind: 'structDef';
  readonly generics: readonly GenericParam[];
  readonly tuple: boolean;
  readonly fields: readonly FieldDef[];
}
export interface Enum extends ItemBase {
  readonly kind: 'enumDef';
  readonly generics: readonly GenericParam[];
  readonly variants: readonly Variant[];
}
export interface Impl extends ItemBase {
  readonly kind: 'impl';
  readonly generics: readonly GenericParam[];
  readonly trait: TypePath | null;
  readonly self: Type;
  readonly items: readonly Item[];
}
export interface Trait extends ItemBase {
  readonly kind: 'trait';
  readonly generics: readonly GenericParam[];
  readonly items: readonly Item[];
}
export interface Mod extends ItemBase {
  readonly kind: 'mod';
  /** Null for `mod name;`. */
  readonly items: readonly Item[] | null;
}
/** One name that a `use` brings in. */
export interface UseName {
  /** As written: `crate`, `super`, `self` lead where the code says so. */
  readonly path: readonly string[];
  /** The local name; `*` for a glob, `_` for a trait brought in without a name. */
  readonly name: string;
}
export interface Use extends ItemBase {
  readonly kind: 'use';
  readonly names: readonly UseName[];
}
export interface Static extends ItemBase {
  readonly kind: 'static';
  readonly constant: boolean;
  readonly type: Type | null;
  readonly value: Expr | null;
}
export interface TypeAlias extends ItemBase {
  readonly kind: 'typeAlias';
  readonly generics: readonly GenericParam[];
  readonly type: Type | null;
}
export interface ExternCrate extends ItemBase {
  readonly kind: 'externCrate';
  readonly crate: string;
}
export interface MacroItem extends ItemBase {
  readonly kind: 'macroItem';
  readonly macro: Macro;
}
/** `macro_rules!`, foreign modules, and what else is no code to us. */
export interface OtherItem extends ItemBase {
  readonly kind: 'otherItem';
}
export type Item =
  | Fn
  | Struct
  | Enum
  | Impl
  | Trait
  | Mod
  | Use
  | Static
  | TypeAlias
  | ExternCrate
  | MacroItem
  | OtherItem;

export interface Comment {
  readonly start: number;
  readonly end: number;
}

export interface SourceFile extends Base {
  readonly kind: 'file';
  readonly text: string;
  readonly attrs: readonly Attr[];
  readonly items: readonly Item[];
  readonly comments: readonly Comment[];
  /** Ranges that could not be understood: syntax errors and macro bodies that are not Rust. */
  readonly unparsed: readonly {
    readonly start: number;
    readonly end: number;
    readonly why: 'syntax' | 'macro';
  }[];
}
