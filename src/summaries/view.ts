/** What a rule's visitor can ask about the file it looks at. All answers come from this file alone. */

import type { Span } from '../findings/finding.js';
import type {
  Await,
  Call,
  Closure,
  Expr,
  Fn,
  Macro,
  MethodCall,
  Node,
  PathExpr,
  SourceFile,
  Type,
} from '../syntax/ast.js';
import { calleeName } from '../syntax/walk.js';
import { type Binding, bindingOf } from './bindings.js';
import { type ClosureUse, Contexts, isRetry } from './context.js';
import { type GuardEdition, guardExpr, type Life, lifeOf } from './guards.js';
import { Inference } from './infer.js';
import type { LineIndex } from './lines.js';
import { constantOf, FileScope } from './scope.js';
import type { Candidate, SiteContext } from './summary.js';
import type { Ty } from './ty.js';

/** Functions that make a future of their last argument: it is awaited when they are. */
const PINS = /^(?:pin|unconstrained)$/;
/** With those that may give up on it. */
const AWAITS = /^(?:pin|unconstrained|timeout|timeout_at)$/;

export class View {
  readonly file: SourceFile;
  readonly scope: FileScope;
  readonly #inference: Inference;
  readonly #contexts: Contexts;
  readonly #lines: LineIndex;
  readonly #fnIndex = new Map<Fn, number>();
  readonly #contextMemo = new Map<Node, SiteContext>();
  readonly #callsLocal = new Map<Call, boolean>();
  readonly candidates: Candidate[] = [];
  /** The rule whose visitor is running; set by the walk. */
  rule = '';

  constructor(file: SourceFile, lines: LineIndex) {
    this.file = file;
    this.#lines = lines;
    this.scope = new FileScope(file);
    this.#inference = new Inference(this.scope);
    this.#contexts = new Contexts(this.file, this.scope, (fn) => this.fnIndex(fn));
  }

  /** Index of a function in the file's summary. */
  fnIndex(fn: Fn): number {
    let index = this.#fnIndex.get(fn);
    if (index === undefined) {
      index = this.#fnIndex.size;
      this.#fnIndex.set(fn, index);
    }
    return index;
  }
  get functions(): readonly Fn[] {
    return [...this.#fnIndex.keys()];
  }

  // ---- names and types ----------------------------------------------------------------------------

  /** The path a name means, as in `Ty`: `std::fs::read`, `self::load`, `crate::db::Pool`. */
  resolve(path: PathExpr): string {
    return this.scope.resolve(path);
  }
  /** The resolved path of a called function, or null for calls of anything else (a local closure too). */
  calledPath(call: Call): string | null {
    if (call.callee.kind !== 'path') return null;
    let isLocal = this.#callsLocal.get(call);
    if (isLocal === undefined) {
      isLocal = bindingOf(call.callee) !== null;
      this.#callsLocal.set(call, isLocal);
    }
    return isLocal ? null : this.scope.resolve(call.callee);
  }
  typeOf(expr: Expr): Ty {
    return this.#inference.typeOf(expr);
  }
  /** The type of a written type. */
  tyOf(type: Type): Ty {
    return this.scope.tyOf(type);
  }
  binding(expr: Expr): Binding | null {
    return bindingOf(expr);
  }
  typeOfBinding(binding: Binding): Ty {
    return this.#inference.typeOfBinding(binding);
  }
  /** A plain number that the expression is known to be, or null. */
  constant(expr: Expr): number | null {
    return constantOf(expr, this.scope);
  }
  /** Text as written. */
  text(node: { readonly start: number; readonly end: number }): string {
    return this.file.text.slice(node.start, node.end);
  }
  /** Text in one line, cut to `max` characters. */
  snippet(node: { readonly start: number; readonly end: number }, max = 60): string {
    const flat = this.text(node).replace(/\s+/g, ' ');
    return flat.length <= max ? flat : `${flat.slice(0, max - 1)}…`;
  }

  // ---- contexts -----------------------------------------------------------------------------------

  context(node: Node): SiteContext {
    let context = this.#contextMemo.get(node);
    if (context === undefined) {
      context = this.#contexts.of(node);
      this.#contextMemo.set(node, context);
    }
    return context;
  }
  /** Real loops around a node within its callable, innermost first: `for`, `while`, `loop`, adapter closures. */
  loopsAround(node: Node): readonly Node[] {
    return this.#contexts.loopsAround(node);
  }
  closureUse(closure: Closure): ClosureUse {
    return this.#contexts.closureUse(closure);
  }
  /** Directly awaited, perhaps through `?`-free wrappers such as `.instrument(span)`. */
  isAwaited(call: Expr): boolean {
    return this.awaitOf(call, AWAITS) !== null;
  }
  awaitOf(call: Expr, through = PINS): Await | Macro | null {
    const outer = call.parent;
    if (outer?.kind === 'await' && outer.base === call) return outer;
    if (
      outer?.kind === 'method' &&
      outer.receiver === call &&
      /^(?:instrument|boxed|in_current_span|fuse)$/.test(outer.name)
    ) {
      return this.awaitOf(outer, through);
    }
    // `Box::pin(f()).await`, `timeout(limit, f()).await`
    if (
      outer?.kind === 'call' &&
      outer.args[outer.args.length - 1] === call &&
      through.test(calleeName(outer))
    )
      return this.awaitOf(outer, through);
    // A branch of `select!` or an argument of `join!` is awaited by the macro.
    if (outer?.kind === 'branch' && outer.future === call && outer.parent?.kind === 'macro')
      return outer.parent;
    if (outer?.kind === 'macro' && /(?:^|::)(?:try_)?join$/.test(outer.name)) return outer;
    const retries = retriedBy(call);
    return retries === null ? null : this.awaitOf(retries, through);
  }
  /**
   * How long the guard that `lock` makes is alive. The edition is known at judgement only: ask for both where it
   * may matter.
   * @param through Further methods that hand the guard on.
   */
  lifeOf(lock: Expr, edition: GuardEdition = '2021', through?: ReadonlySet<string>): Life {
    return lifeOf(lock, edition, through);
  }
  /** The whole expression that still is the guard. */
  guardExpr(lock: Expr): Expr {
    return guardExpr(lock);
  }
  /** True inside macros whose meaning is not known: no evidence for findings. */
  isOpaque(node: Node): boolean {
    for (let n = node.parent; n !== null; n = n.parent) {
      if (n.kind === 'macro' && !n.known) return true;
      if (n.kind === 'fn' || n.kind === 'mod') return false;
    }
    return false;
  }

  // ---- places -------------------------------------------------------------------------------------

  span(node: { readonly start: number; readonly end: number }): Span {
    return this.#lines.span(node.start, node.end);
  }
  /** From a method's name to the end of its arguments: where findings about a chain's call point. */
  methodSpan(call: MethodCall): Span {
    return this.#lines.span(call.nameStart, call.end);
  }
  /** The span of a call: the whole for paths, from the name on for methods. */
  callSpan(call: Call | MethodCall): Span {
    return call.kind === 'method' ? this.methodSpan(call) : this.span(call);
  }
  line(offset: number): number {
    return this.#lines.line(offset);
  }

  // ---- saying something ---------------------------------------------------------------------------

  /**
   * Records a candidate of the running rule.
   * @param node Where the code stands: decides the context.
   * @param data The rule's own; plain data.
   * @param at Where a finding would point; the node's span when not given.
   */
  emit(node: Node, data: unknown, at?: Span): void {
    this.candidates.push({
      rule: this.rule,
      at: at ?? this.span(node),
      context: this.context(node),
      data,
    });
  }
}

/** The `Retry::spawn(strategy, || call())` that returns the call's future to whoever awaits it. */
function retriedBy(call: Expr): Call | null {
  let inner: Node = call;
  let outer = call.parent;
  if (outer?.kind === 'expr' && !outer.semicolon && outer.parent?.kind === 'block' && !outer.parent.async) {
    inner = outer.parent;
    outer = inner.parent;
  }
  if (outer?.kind !== 'closure' || outer.body !== inner || outer.parent?.kind !== 'call') return null;
  return isRetry(outer.parent) ? outer.parent : null;
}
