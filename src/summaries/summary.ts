/** What one file says: the plain data that crosses from a worker to the judge, and into the cache. */
import type { Span } from '../findings/finding.js';
import type { AskedMethod } from './asked.js';
import type { Ty } from './ty.js';

/** Raise it when what collecting returns changes in meaning: what other versions collected is not used. */
export const SUMMARY_VERSION = '28';

/** Where some code runs, as far as its own file shows it. */
export interface SiteContext {
  /** Index into `FileSummary.functions` of the enclosing function; -1 outside all. */
  readonly fn: number;
  /** The nearest callable is async: code here runs on whatever thread polls the future. */
  readonly async: boolean;
  /** Inside a closure that another thread runs, or that may block. */
  readonly bridge: 'blocking' | 'thread' | 'rayon' | null;
  /** Inside a sync closure of which it is not known when and where it runs. */
  readonly detached: boolean;
  /** Inside a future or closure that is spawned as a task or thread of its own. */
  readonly spawned: boolean;
  /** In a closure that a router calls for each request. */
  readonly answers: boolean;
  /** In a future, or the future itself, that a thread waits for in `block_on`: that thread polls it. */
  readonly driven: boolean;
  /** The task polls other futures beside this code: a branch of `select!`, an argument of `join!`. */
  readonly beside: boolean;
  /** Loops around it within its callable, closures of iterator adapters included. */
  readonly loops: number;
  /** One of the loops awaits what comes next: messages, connections, ticks. */
  readonly events: boolean;
  /** One of the loops sleeps or ticks: it retries or polls at leisure. */
  readonly paced: boolean;
  /** On an error path, in `Display`, `Drop`, … */
  readonly cold: boolean;
  /** Behind the wait for the signal to end. */
  readonly ending: boolean;
  /** In `#[cfg(test)]`, `#[test]`. */
  readonly test: boolean;
  /** In an initialiser that runs once: `LazyLock::new`, `OnceLock::get_or_init`, a static. */
  readonly once: boolean;
}

/** Something a rule saw. `data` is the rule's own and must survive JSON. */
export interface Candidate {
  readonly rule: string;
  readonly at: Span;
  readonly context: SiteContext;
  // biome-ignore lint/suspicious/noExplicitAny: each rule knows its own shape and reads it back through a typed cast in one place
  readonly data: any;
}

export interface CallSummary {
  readonly at: Span;
  /** The called path, or the method's name with its receiver. */
  readonly path?: string;
  readonly method?: string;
  readonly on?: Ty;
  readonly context: SiteContext;
  /** The call is directly awaited. */
  readonly awaited: boolean;
  /** It stands in an unknown macro that seems to run it somewhere else. */
  readonly opaque?: true;
}

export interface FnSummary {
  /** `self::…` path: modules, then the type for methods, then the name. */
  readonly path: string;
  readonly name: string;
  /** The type of an `impl`, or null. */
  readonly self: Ty;
  /** Resolved trait name when in `impl Trait for`, or a trait's own method. */
  readonly trait: string | null;
  /** A default method in a trait, or a required one. */
  readonly inTrait: boolean;
  readonly receiver: 'none' | 'value' | 'ref' | 'mut';
  readonly async: boolean;
  readonly public: boolean;
  readonly params: readonly { readonly name: string; readonly ty: Ty }[];
  readonly ret: Ty;
  readonly generics: readonly { readonly name: string; readonly bounds: readonly Ty[] }[];
  /** From the `fn` keyword's line to the closing brace. */
  readonly span: Span;
  readonly nameSpan: Span;
  /** Paths of its outer attributes, such as `tokio::main`, `get`, `cold`. */
  readonly attrs: readonly string[];
  readonly test: boolean;
  /** In an impl of `Display`, `Debug`, `Error` or `Drop`, or `#[cold]`. */
  readonly cold: boolean;
  /**
   * Where the function begins to serve (`axum::serve`, an accept loop): what stands before is start-up. `until` is the
   * last line of the loop it does so in, 0 outside one: a task spawned there is one for each connection.
   */
  readonly serves: { readonly line: number; readonly column: number; readonly until: number } | null;
  /** The body is one expression that is an async block: calling it runs nothing. */
  readonly returnsAsyncBlock: boolean;
  readonly calls: readonly CallSummary[];
}

export interface TypeSummary {
  readonly path: string;
  readonly kind: 'struct' | 'enum' | 'alias';
  readonly generics: readonly string[];
  readonly fields: readonly FieldSummary[];
  readonly variants: readonly {
    readonly name: string;
    readonly fields: readonly FieldSummary[];
    readonly at: Span;
  }[];
  /** What an alias stands for. */
  readonly target: Ty;
  readonly derives: readonly string[];
  readonly public: boolean;
  readonly at: Span;
  readonly test: boolean;
}
export interface FieldSummary {
  readonly name: string;
  readonly ty: Ty;
  readonly public: boolean;
  readonly at: Span;
}

/** A trait implemented for a type. */
export interface ImplSummary {
  readonly trait: string;
  readonly self: Ty;
  /** Associated types: `type Target = T`. */
  readonly assoc: Readonly<Record<string, Ty>>;
}

export interface ValueSummary {
  readonly path: string;
  readonly ty: Ty;
  readonly constant: boolean;
  readonly at: Span;
  readonly test: boolean;
}

/** One module of the file: the file's own is `self`, inline ones are `self::tests`. */
export interface ModuleSummary {
  readonly path: string;
  /** Names that `use` brings in: local name → path. */
  readonly uses: Readonly<Record<string, string>>;
  readonly globs: readonly string[];
  /** `mod x;` declarations: name and `#[path]`. */
  readonly files: readonly { readonly name: string; readonly path: string | null; readonly test: boolean }[];
  readonly test: boolean;
}

/** A function named as a value in an argument: a handler, a callback. */
export interface FnRef {
  readonly path: string;
  /** Method or last path segment of the call that takes it: `get`, `map`, `service_fn`; `static` calls it itself. */
  readonly to: string;
  readonly at: Span;
  readonly context: SiteContext;
}

/** A suppression comment's raw text with what it covers. */
export interface Directive {
  /** 1-based line of the comment. */
  readonly line: number;
  readonly column: number;
  readonly text: string;
  /** Nothing but the comment stands on the line. */
  readonly ownLine: boolean;
  /** The statement or item it applies to, or its own line. */
  readonly covers: Span;
  /** It stands before the first item of the file. */
  readonly head: boolean;
}

export interface FileSummary {
  readonly modules: readonly ModuleSummary[];
  readonly functions: readonly FnSummary[];
  readonly types: readonly TypeSummary[];
  readonly impls: readonly ImplSummary[];
  readonly values: readonly ValueSummary[];
  readonly fnRefs: readonly FnRef[];
  readonly candidates: readonly Candidate[];
  readonly directives: readonly Directive[];
  /** First places in production code of the paths, as the file means them, and methods that `asked.ts` lists. */
  readonly mentions: Readonly<Record<string, Span>>;
  readonly methodNames: Readonly<Partial<Record<AskedMethod, Span>>>;
  /** Lints that are allowed, what a crate says of itself, its allocator. */
  readonly attributes: readonly {
    readonly name: string;
    readonly text: string;
    readonly at: Span;
    /** The item, statement or file it belongs to. */
    readonly covers: Span;
    readonly inner: boolean;
  }[];
  readonly unparsed: readonly {
    readonly at: Span;
    readonly bytes: number;
    readonly why: 'syntax' | 'macro';
  }[];
  /** The file calls itself generated. */
  readonly generated: boolean;
}
