/** Where a piece of code runs, as far as its own file shows it: async or not, in which loops, on which thread. */

import type {
  Block,
  Call,
  Closure,
  Expr,
  Fn,
  Let,
  MethodCall,
  Node,
  Pattern,
  SourceFile,
  Stmt,
} from '../syntax/ast.js';
import { calleeName, lastName, lastSegment } from '../syntax/walk.js';
import { takesAnswers } from './answers.js';
import { bindingOf, usesOf } from './bindings.js';
import { isBeside, isDriven, isEventLoop, isPacedLoop, mayDrive } from './drive.js';
import { type FileScope, implOf, isTestAttr } from './scope.js';
import { endOf, isAwaitedEnd, isFarewell } from './shutdown.js';
import type { SiteContext } from './summary.js';

/** What becomes of a closure that is passed to a call. */
export type ClosureUse =
  /** Runs on the caller's thread before the call returns (or inside the caller's future). */
  | 'inline'
  /** As inline, once per element. */
  | 'inline-loop'
  /** Runs where blocking is fine. */
  | 'blocking'
  | 'thread'
  | 'rayon'
  /** A server calls it for each request. */
  | 'answers'
  /** Runs once in the program's life. */
  | 'once'
  /** Nobody knows. */
  | 'unknown';

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** Adapters that call their closure once per element. */
const PER_ELEMENT = words(`
  map for_each filter filter_map flat_map fold try_fold try_for_each any all find find_map position rposition
  take_while skip_while map_while scan inspect partition sort_by sort_by_key sort_unstable_by sort_unstable_by_key
  sort_by_cached_key min_by max_by min_by_key max_by_key retain retain_mut dedup_by_key dedup_by chunk_by
  reduce rfold rfind try_filter try_filter_map for_each_concurrent try_for_each_concurrent then_each group_by
  is_sorted_by binary_search_by binary_search_by_key sum_by rev_map extract_if`);
/** Adapters of `Option`, `Result`, guards and the like: at most one call, at once. */
const ONCE_INLINE = words(`
  and_then or_else unwrap_or_else map_or map_or_else ok_or_else map_err is_some_and is_ok_and is_none_or is_err_and
  then get_or_insert_with or_insert_with or_insert_with_key and_modify with with_borrow with_borrow_mut with_mut
  tap tap_mut tap_err tap_ok tap_io pipe inspect_err inspect_ok or_default with_context wrap_err_with unwrap_or_default
  in_scope catch_unwind update fetch_update alter modify send_modify send_if_modified read_with scope_fn poll_fn
  successors from_fn repeat_with resize_with map_unchecked replace_with or_insert_with_fn`);
/** `Option::map`-like receivers make `map` and `filter` run at most once. */
const ONCE_SOURCES = words(`
  get get_mut first last next peek ok err as_ref as_mut as_deref take pop pop_front pop_back find position get_or_insert
  checked_add checked_sub checked_mul checked_div strip_prefix strip_suffix split_once rsplit_once parent file_name
  extension to_str parse send recv read write lock await`);
const PARALLEL = words(`
  par_iter par_iter_mut into_par_iter par_bridge par_chunks par_chunks_mut par_chunks_exact par_lines par_split
  par_drain par_windows par_extend`);
const PARALLEL_SORTS = words(
  `par_sort_by par_sort_by_key par_sort_unstable_by par_sort_unstable_by_key par_sort_by_cached_key`,
);
const BLOCKING = words(`
  spawn_blocking block_in_place unblock interact asyncify run_blocking exec_blocking spawn_blocking_on blocking_task
  web_block block_on_blocking spawn_compute`);
const RAYON_OWNERS = /^rayon(?:_core)?(?:::|$)/;
const ONCE = words(`get_or_init get_or_try_init call_once call_once_force force`);
const ONCE_OWNERS = /(?:^|::)(?:LazyLock|LazyCell|Lazy|OnceLock|OnceCell|AsyncOnce)::new$/;
/** Calls that make a task of a future. */
const SPAWN =
  /^(?:spawn|spawn_local|spawn_on|spawn_with_handle|spawn_named|spawn_pinned|spawn_task|spawn_detached|spawn_ok|spawn_critical|spawn_critical_blocking|spawn_from_within|spawn_local_on|spawn_abortable|spawn_future|spawn_supervised|spawn_with_context|spawn_named_on|spawn_in|spawn_background)$/;
/** Wrappers around a future that leave it what it is. */
const FUTURE_WRAPPERS = words(
  'instrument in_current_span boxed boxed_local with_subscriber fuse with_current_subscriber',
);
const POLLED = /^(?:Future|FusedFuture|Stream|Sink|AsyncRead|AsyncWrite|AsyncBufRead|Service)$/;
const COLD_CLOSURES = words('map_err ok_or_else with_context wrap_err_with inspect_err or_else_err');
const COLD_MACROS = words('panic bail unreachable todo unimplemented eyre anyhow');
const COLD_TRAITS = words('Display Debug Error Drop LowerHex UpperHex Binary Pointer');

/** `.or_else(|err| …)` cleans up after a failure; without a name for the error it may be the usual other way. */
function isColdClosure(name: string, closure: Closure): boolean {
  const [param] = closure.params;
  const named = param?.pattern.kind === 'patIdent' && /^_?(?:e|err|error)$/.test(param.pattern.name);
  return COLD_CLOSURES.has(name) || (name === 'or_else' && named);
}

/** True when a call in the chain below `expr` has one of these names. */
export function chainHas(expr: Expr, names: ReadonlySet<string>): boolean {
  for (let n = expr; ; ) {
    if (n.kind === 'method') {
      if (names.has(n.name)) return true;
      n = n.receiver;
    } else if (n.kind === 'await' || n.kind === 'try' || n.kind === 'field') n = n.base;
    else return n.kind === 'call' && names.has(calleeName(n));
  }
}

function closureUse(closure: Closure, scope: FileScope): ClosureUse {
  let inner: Node = closure;
  let call = closure.parent;
  // `Box::new(|| …)`, `Some(|| …)`, references: the closure is stored away.
  while (call?.kind === 'ref' || call?.kind === 'block') {
    inner = call;
    call = call.parent;
  }
  if (call?.kind === 'let' && call.init === inner && isCalledBeside(call)) return 'inline';
  if (call?.kind === 'call') {
    if (call.callee === inner) return 'inline';
    const name = calleeName(call);
    if (BLOCKING.has(name)) return 'blocking';
    if (call.callee.kind !== 'path') return 'unknown';
    if (takesAnswers(call, scope)) return 'answers';
    const path = scope.resolve(call.callee);
    if (RAYON_OWNERS.test(path)) return 'rayon';
    if (path === 'actix_web::web::block' || path.endsWith('web::block')) return 'blocking';
    if (ONCE_OWNERS.test(path)) return 'once';
    if (/^std::thread::|^crossbeam(?:_utils)?::thread::|^crossbeam(?:_utils)?::scope/.test(path)) {
      return name === 'scope' ? 'inline' : 'thread';
    }
    if (name === 'catch_unwind' || path === 'std::array::from_fn' || path === 'std::iter::from_fn')
      return 'inline';
    if (isRetry(call)) return 'inline';
    if (SPAWN.test(name) && !closure.async) return 'thread';
    return 'unknown';
  }
  if (call?.kind === 'method' && call.receiver !== inner) {
    const { name } = call;
    if (takesAnswers(call, scope)) return 'answers';
    if (BLOCKING.has(name)) return 'blocking';
    if (ONCE.has(name)) return 'once';
    if (PARALLEL_SORTS.has(name) || name === 'install' || chainHas(call.receiver, PARALLEL)) return 'rayon';
    if (PER_ELEMENT.has(name)) return isOptionLike(call.receiver) ? 'inline' : 'inline-loop';
    if (ONCE_INLINE.has(name)) return 'inline';
    if (name.startsWith('spawn') && isRayonScope(call.receiver, scope)) return 'rayon';
    if ((SPAWN.test(name) || name === 'execute' || name === 'submit') && !closure.async) return 'thread';
  }
  return 'unknown';
}

function isSpawned({ parent }: Closure): boolean {
  return (parent?.kind === 'call' || parent?.kind === 'method') && calleeName(parent) === 'spawn_blocking';
}

/** `Retry::spawn(strategy, || fetch())`: for all its name no task, the future that it returns calls the closure. */
export function isRetry({ callee }: Call): boolean {
  if (callee.kind !== 'path') return false;
  const [owner, method] = callee.segments.slice(-2);
  return /^Retry(?:If)?$/.test(owner?.name ?? '') && method?.name === 'spawn';
}

/** `let pause = || …; pause();`: each use of the name is a call, in the same callable. */
function isCalledBeside(statement: Let): boolean {
  const { pattern } = statement;
  if (pattern.kind !== 'patIdent') return false;
  const uses = usesOf({ name: pattern.name, ident: pattern, owner: statement });
  const home = callableOf(statement);
  return (
    uses.length > 0 && uses.every((use) => use.kind === 'path' && isCallee(use) && callableOf(use) === home)
  );
}

function isCallee(use: Node): boolean {
  return use.parent?.kind === 'call' && use.parent.callee === use;
}

/** The innermost function, closure or async block around a node. */
function callableOf(node: Node): Node | null {
  for (let n = node.parent; n !== null; n = n.parent)
    if (n.kind === 'fn' || n.kind === 'closure' || (n.kind === 'block' && n.async)) return n;
  return null;
}

/** `poll` of a future, stream or the like: what it does, a worker does between two awaits. */
function isPoll(fn: Fn): boolean {
  const trait = implOf(fn);
  if (!fn.name.startsWith('poll') || trait?.kind !== 'impl' || trait.trait === null) return false;
  return POLLED.test(lastName(trait.trait.path));
}

/** The parameter of the closure that `rayon::scope` calls. */
function isRayonScope(receiver: Expr, scope: FileScope): boolean {
  const owner = bindingOf(receiver)?.owner;
  const call = owner?.kind === 'param' ? owner.parent?.parent : null;
  return (
    call?.kind === 'call' && call.callee.kind === 'path' && RAYON_OWNERS.test(scope.resolve(call.callee))
  );
}

function isOptionLike(receiver: Expr): boolean {
  let n: Expr = receiver;
  while (n.kind === 'try') n = n.base;
  return n.kind === 'await' || (n.kind === 'method' && ONCE_SOURCES.has(n.name));
}

/** The call that turns an async block (or a future) into a task, or null. */
function spawnOf(future: Node): Call | MethodCall | null {
  let inner = future;
  let outer = future.parent;
  while (outer?.kind === 'method' && outer.receiver === inner && FUTURE_WRAPPERS.has(outer.name)) {
    inner = outer;
    outer = outer.parent;
  }
  if (outer?.kind === 'call' && outer.callee !== inner && SPAWN.test(calleeName(outer)))
    return isRetry(outer) ? null : outer;
  if (outer?.kind === 'method' && outer.receiver !== inner) {
    if (SPAWN.test(outer.name)) return outer;
    // `tracker.track_future(…)` counts the task, and is spawned itself.
    if (outer.name === 'track_future') return spawnOf(outer);
  }
  // `Box::pin(async …)`, `tokio::spawn(Box::pin(async …))`
  if (outer?.kind === 'call' && /^(?:pin|new|instrument|scope|timeout|in_span)$/.test(calleeName(outer)))
    return spawnOf(outer);
  return null;
}

function isErr(pattern: Pattern): boolean {
  return pattern.kind === 'patTupleStruct' && lastName(pattern.path) === 'Err';
}

/** `if !path.exists()`: what is made there is there the next time. */
function isAbsence(cond: Node): boolean {
  if (cond.kind !== 'unary' || cond.op !== '!') return false;
  const asked = cond.operand;
  return asked.kind === 'method' && asked.args.length === 0 && /^(?:exists|is_file|is_dir)$/.test(asked.name);
}

/** `if let Some(page) = cached_page(path)`: the other branch is for the first time. */
function asksCache(value: Node): boolean {
  return (value.kind === 'call' || value.kind === 'method') && /(?:^|_)cached(?:_|$)/.test(calleeName(value));
}

/** A loop that can run more than a few times. */
function isRealLoop(loop: Node): boolean {
  if (loop.kind !== 'for' && loop.kind !== 'while' && loop.kind !== 'loop') return false;
  if (loop.kind === 'for') {
    const { iter } = loop;
    if (iter.kind === 'array' && iter.elements.length <= 4) return false;
    if (
      iter.kind === 'range' &&
      iter.to?.kind === 'literal' &&
      (iter.from === null || iter.from.kind === 'literal')
    ) {
      const span =
        Number(iter.to.text) -
        (iter.from === null ? 0 : Number(iter.from.kind === 'literal' ? iter.from.text : 0));
      if (Number.isFinite(span) && span <= 4) return false;
    }
  }
  return !alwaysLeaves(loop.body);
}

/** The block ends in `break` or `return` and never goes round again. */
function alwaysLeaves(body: Block): boolean {
  const last: Stmt | undefined = body.stmts[body.stmts.length - 1];
  if (last?.kind !== 'expr') return false;
  const leaves = last.expr.kind === 'break' || last.expr.kind === 'return';
  return leaves && !mayContinue(body);
}

function mayContinue(node: Node): boolean {
  if (node.kind === 'continue') return true;
  if (node.kind === 'closure' || node.kind === 'fn') return false;
  if (node.kind === 'block')
    return node.stmts.some((s) =>
      s.kind === 'expr' ? mayContinue(s.expr) : s.kind === 'let' && s.else !== null && mayContinue(s.else),
    );
  if (node.kind === 'if') return mayContinue(node.then) || (node.else !== null && mayContinue(node.else));
  if (node.kind === 'match') return node.arms.some((arm) => mayContinue(arm.body));
  return false;
}

/** What a call says of the future that it makes. */
type Own = Pick<SiteContext, 'spawned' | 'driven' | 'beside'>;
const NOTHING: Own = { spawned: false, driven: false, beside: false };

/** Kinds of expression in which the context of a part is that of the whole. */
const SEE_THROUGH: ReadonlySet<Node['kind']> = new Set([
  'call',
  'method',
  'field',
  'index',
  'unary',
  'binary',
  'ref',
  'try',
  'await',
  'cast',
  'tuple',
  'array',
  'range',
  'assign',
  'struct',
  'return',
  'letCond',
  'repeat',
] as const);

function outermost(node: Node): Node {
  let outer = node;
  while (outer.parent !== null && SEE_THROUGH.has(outer.parent.kind)) outer = outer.parent;
  return outer;
}

const BRIDGES: readonly SiteContext['bridge'][] = [null, 'blocking', 'thread', 'rayon'];

/** A number for all that a context says. */
function keyOf(c: SiteContext): number {
  const says = [
    c.async,
    c.detached,
    c.spawned,
    c.answers,
    c.driven,
    c.beside,
    c.events,
    c.paced,
    c.cold,
    c.ending,
    c.test,
    c.once,
  ];
  let key = (c.fn + 1) * 1024 + c.loops;
  key = key * BRIDGES.length + BRIDGES.indexOf(c.bridge);
  for (const said of says) key = key * 2 + (said ? 1 : 0);
  return key;
}

export class Contexts {
  readonly #scope: FileScope;
  readonly #fnIndex: (fn: Fn) => number;
  readonly #closures = new Map<Closure, ClosureUse>();
  /** By all that a context says. */
  readonly #known = new Map<number, SiteContext>();
  /** Of what stands in a block, but for the way out that its later statements are. */
  readonly #blocks = new Map<Block, SiteContext>();
  readonly #ends = new Map<Block, number>();

  /** By the part of a statement that they all stand in. */
  readonly #places = new Map<Node, SiteContext>();
  readonly #mayDrive: boolean;

  constructor(file: SourceFile, scope: FileScope, fnIndex: (fn: Fn) => number) {
    this.#scope = scope;
    this.#fnIndex = fnIndex;
    this.#mayDrive = mayDrive(file.text);
  }

  closureUse(closure: Closure): ClosureUse {
    let use = this.#closures.get(closure);
    if (use === undefined) {
      use = closureUse(closure, this.#scope);
      this.#closures.set(closure, use);
    }
    return use;
  }

  of(node: Node): SiteContext {
    const own = this.#ownOf(node);
    const from = outermost(node);
    if (own !== NOTHING) return this.#around(from, own);
    let known = this.#places.get(from);
    if (known === undefined) {
      known = this.#of(from);
      this.#places.set(from, known);
    }
    return known;
  }

  /** The statements of a block share what is around it. */
  #of(from: Node): SiteContext {
    let statement = from;
    let block = from.parent;
    if (block?.kind === 'expr' || block?.kind === 'let') {
      if (block.attrs.length > 0) return this.#around(from, NOTHING);
      statement = block;
      block = block.parent;
    }
    if (block?.kind !== 'block') return this.#around(from, NOTHING);
    let shared = this.#blocks.get(block);
    if (shared === undefined) {
      shared = this.#around(block, NOTHING, block);
      this.#blocks.set(block, shared);
    }
    return shared.ending || statement.start < this.#endOf(block)
      ? shared
      : this.#shared({ ...shared, ending: true });
  }

  #endOf(block: Block): number {
    let end = this.#ends.get(block);
    if (end === undefined) {
      end = endOf(block);
      this.#ends.set(block, end);
    }
    return end;
  }

  /** What a call says of the future that it makes: `tokio::spawn(serve(stream))`. */
  #ownOf(node: Node): Own {
    if (node.kind !== 'call' && node.kind !== 'method') return NOTHING;
    // What the future does is done by the task.
    const spawned = spawnOf(node) !== null;
    const driven = !spawned && this.#mayDrive && isDriven(node);
    const beside = isBeside(node);
    return spawned || driven || beside ? { spawned, driven, beside } : NOTHING;
  }

  /**
   * @param node what stands there
   * @param own what it says itself
   * @param first the innermost of what is around it, and counts
   */
  #around(node: Node, own: Own, first: Node | null = node.parent): SiteContext {
    let decided = false;
    let async = false;
    let bridge: SiteContext['bridge'] = null;
    let detached = false;
    let { spawned, driven, beside } = own;
    let loops = 0;
    let cold = false;
    let once = false;
    let test = false;
    let answers = false;
    let events = false;
    let paced = false;
    let ending = false;
    let fn = -1;
    let from: Node = node;
    for (let n = first; n !== null; from = n, n = n.parent) {
      switch (n.kind) {
        case 'for':
          if (from === n.body && !decided && isRealLoop(n)) {
            loops++;
            paced ||= isPacedLoop(n);
          }
          break;
        case 'while':
        case 'loop':
          if (!decided && isRealLoop(n)) loops++;
          if (!decided && isEventLoop(n)) events = true;
          if (!decided) paced ||= isPacedLoop(n);
          break;
        case 'branch':
          if (!decided) beside = true;
          if (from === n.handler && isFarewell(n)) ending = true;
          break;
        case 'closure': {
          const use = this.closureUse(n);
          if (use === 'answers') answers = true;
          // What a worker calls for a request, it runs itself.
          if (n.async || use === 'answers') {
            if (!decided) async = true;
            decided = true;
            break;
          }
          if (use === 'inline' || use === 'inline-loop') {
            if (use === 'inline-loop' && !decided) loops++;
            if (n.parent?.kind === 'method' && isColdClosure(n.parent.name, n)) cold = true;
            break;
          }
          if (use === 'rayon' && !decided) loops++;
          // `spawn_blocking(|| async { … })`: its thread makes the future, and whoever awaits that runs it.
          if (use === 'blocking' && from === n.body && from.kind === 'block' && from.async && isSpawned(n))
            break;
          if (!spawned && !detached) {
            if (use === 'blocking' || use === 'thread' || use === 'rayon') bridge ??= use;
            else if (use === 'once') once = true;
            else if (!decided) detached = true;
          }
          if (use === 'thread') spawned = true;
          decided = true;
          break;
        }
        case 'block':
          if (n.async) {
            if (!decided) async = true;
            decided = true;
            if (bridge === null && spawnOf(n) !== null) spawned = true;
            else if (!spawned && this.#mayDrive && isDriven(n)) driven = true;
            if (isBeside(n)) beside = true;
          }
          if (from.start >= this.#endOf(n)) ending = true;
          break;
        case 'match':
          if (from !== n.value && isAwaitedEnd(n.value)) ending = true;
          break;
        case 'if':
          if (from !== n.cond && n.cond.kind === 'letCond' && isAwaitedEnd(n.cond.value)) ending = true;
          // `if let Err(error) = …`
          if (from === n.then && n.cond.kind === 'letCond' && isErr(n.cond.pattern)) cold = true;
          if (from === n.then && isAbsence(n.cond)) cold = true;
          if (from === n.else && n.cond.kind === 'letCond' && asksCache(n.cond.value)) cold = true;
          break;
        case 'arm':
          if (from === n.body && isErr(n.pattern)) cold = true;
          if (isTestAttr(n.attrs)) test = true;
          break;
        case 'macro': {
          const name = lastSegment(n.name);
          if (COLD_MACROS.has(name) || (name === 'ensure' && n.args[0] !== from)) cold = true;
          break;
        }
        case 'let':
        case 'expr':
          if (n.attrs.length > 0 && isTestAttr(n.attrs)) test = true;
          break;
        case 'static':
          once = true;
          if (isTestAttr(n.attrs)) test = true;
          break;
        case 'fn':
          if (fn < 0) {
            fn = this.#fnIndex(n);
            if (!decided) async = n.async || isPoll(n);
            decided = true;
          }
          if (n.attrs.some((a) => a.path === 'cold')) cold = true;
          if (isTestAttr(n.attrs)) test = true;
          break;
        case 'impl': {
          if (n.trait !== null && COLD_TRAITS.has(lastName(n.trait.path))) cold = true;
          if (isTestAttr(n.attrs)) test = true;
          break;
        }
        case 'mod':
          if (isTestAttr(n.attrs)) test = true;
          break;
        case 'file':
          if (isTestAttr(n.attrs)) test = true;
          break;
        default:
      }
    }
    return this.#shared({
      fn,
      async,
      bridge,
      detached,
      spawned,
      answers,
      driven,
      beside,
      loops,
      events,
      paced,
      cold,
      ending,
      test,
      once,
    });
  }

  /**
   * Most calls of a function stand in the same context: as one object they are said once when summaries are
   * written, sent and read back.
   */
  #shared(context: SiteContext): SiteContext {
    const key = keyOf(context);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#known.set(key, context);
    return context;
  }

  /** The loops around a node within its callable, innermost first; closures of adapters count. */
  loopsAround(node: Node): Node[] {
    const found: Node[] = [];
    let from: Node = node;
    for (let n = node.parent; n !== null; from = n, n = n.parent) {
      if ((n.kind === 'for' && from === n.body) || n.kind === 'while' || n.kind === 'loop') {
        if (isRealLoop(n)) found.push(n);
      } else if (n.kind === 'closure') {
        const use = this.closureUse(n);
        if (use === 'inline-loop' || use === 'rayon') found.push(n);
        if (use !== 'inline' && use !== 'inline-loop') break;
      } else if (n.kind === 'fn' || (n.kind === 'block' && n.async)) break;
    }
    return found;
  }
}
