/** What one function does with a socket: options, writes, and where it goes. Joined over calls by the judgement. */
import { type Binding, bindingOf, usesOf } from '../summaries/bindings.js';
import type { Ty } from '../summaries/ty.js';
import type { View } from '../summaries/view.js';
import type { Call, Expr, Macro, MethodCall, Node, Pattern } from '../syntax/ast.js';
import { calleeName, findNode, lastName } from '../syntax/walk.js';
import { rootName } from './places.js';

/** An argument of a call that the workspace may define. */
export interface Passed {
  readonly path?: string;
  readonly method?: string;
  readonly on?: Ty;
  /** Position among the arguments, without `self`. */
  readonly arg: number;
}
/** A field of a struct that holds it. */
export interface Stored {
  readonly type: Ty;
  readonly field: string;
}

export interface Flow {
  /** `set_nodelay` and the like are called on it, with whatever value. */
  readonly sets: boolean;
  /** Calls that write to it; those in loops count twice, unless each round reads before it writes. */
  readonly writes: number;
  /** Each round of a loop reads, and writes an answer. */
  readonly answers: boolean;
  /** What speaks a protocol over it: `Framed`, `serve_connection`; null when nothing that we know does. */
  readonly protocol: string | null;
  /** It feeds a copy between two sockets or files. */
  readonly bulk: boolean;
  readonly passed: readonly Passed[];
  readonly stored: readonly Stored[];
  readonly returned: boolean;
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

export const OPTION_SETTERS = words('set_nodelay set_tcp_nodelay');
const WRITES = words(`
  write_all write write_buf write_all_buf write_vectored write_u8 write_u16 write_u32 write_u64 write_i8 write_i16
  write_i32 write_i64 write_u16_le write_u32_le write_u64_le write_fmt send`);
const WRITE_MACROS = words('write writeln');
/** They give out the socket, or a part or a wrapper of it. */
const SAME = words(`
  into_split split into_inner get_mut get_ref as_mut as_ref by_ref clone try_clone unwrap expect map_err context
  with_context ok ok_or ok_or_else compat compat_write unwrap_or_else reunite try_into into into_std and_then map`);
const WRAPS = words('new from with_capacity split pin Some Ok from_std timeout from_tcp');
const BULK = words('copy copy_bidirectional copy_bidirectional_with_sizes copy_buf copy_in_copy_out');
const PROTOCOLS = words(`
  serve_connection serve_connection_with_upgrades handshake client_async client_async_with_config client_async_tls
  client_async_tls_with_config client_async_tls_with_connector accept_async accept_async_with_config accept_hdr_async
  accept_hdr_async_with_config accept_with_config accept_hdr`);
const FRAMED = /(?:^|::)(?:Framed|FramedWrite|FramedParts)::(?:new|with_capacity)$/;
const OPTIONS = /no_?delay|sock(?:et)?_?opt|tcp_?opt/i;

/** Follows the value of `made`, for instance `listener.accept()`, through its function. */
export function flowOf(made: Expr, view: View): Flow {
  const tracker = new Tracker(view);
  tracker.ascend(made);
  return tracker.flow();
}

/** Follows a local, for instance a parameter. */
export function flowOfBinding(binding: Binding, view: View): Flow {
  const tracker = new Tracker(view);
  tracker.follow(binding);
  return tracker.flow();
}

/** True when the flow says nothing at all. */
export function isIdle(flow: Flow): boolean {
  return (
    !flow.sets &&
    flow.writes === 0 &&
    flow.protocol === null &&
    !flow.returned &&
    flow.passed.length + flow.stored.length === 0
  );
}

class Tracker {
  readonly #view: View;
  readonly #seen = new Set<Node>();
  readonly #passed: Passed[] = [];
  readonly #stored: Stored[] = [];
  #sets = false;
  #writes = 0;
  #answers = false;
  #protocol: string | null = null;
  #bulk = false;
  #returned = false;

  constructor(view: View) {
    this.#view = view;
  }

  flow(): Flow {
    return {
      sets: this.#sets,
      writes: this.#writes,
      answers: this.#answers,
      protocol: this.#protocol,
      bulk: this.#bulk,
      passed: this.#passed,
      stored: this.#stored,
      returned: this.#returned,
    };
  }

  follow(binding: Binding): void {
    if (this.#seen.has(binding.ident) || this.#seen.size > 400) return;
    this.#seen.add(binding.ident);
    for (const use of usesOf(binding)) if (use.kind === 'path') this.ascend(use);
  }

  #followPattern(pattern: Pattern, owner: Binding['owner']): void {
    for (const ident of socketIdents(pattern)) this.follow({ name: ident.name, ident, owner });
  }

  /** Goes up from an expression that is the socket, as long as what is around it still is. */
  ascend(from: Expr): void {
    let value: Expr | null = from;
    while (value !== null && !this.#seen.has(value)) {
      this.#seen.add(value);
      value = this.#step(value);
    }
  }

  #step(value: Expr): Expr | null {
    const outer = value.parent;
    if (outer === null) return null;
    switch (outer.kind) {
      case 'method':
        return this.#method(outer, value);
      case 'call':
        return this.#call(outer, value);
      case 'macro':
        if (outer.args[0] === value && WRITE_MACROS.has(outer.name)) this.#write(outer);
        return null;
      case 'field':
        return outer.name === '0' ? outer : null;
      case 'try':
      case 'await':
      case 'ref':
      case 'unary':
      case 'cast':
      case 'tuple':
        return outer;
      case 'struct': {
        const field = outer.fields.find((one) => one.value === value);
        const type: Ty = this.#view.typeOf(outer);
        if (field !== undefined) this.#stored.push({ type, field: field.name });
        return outer;
      }
      case 'assign':
        if (outer.right !== value) return null;
        if (outer.left.kind === 'field')
          this.#stored.push({ type: this.#view.typeOf(outer.left.base), field: outer.left.name });
        else {
          const binding = bindingOf(outer.left);
          if (binding !== null) this.follow(binding);
        }
        return null;
      case 'let':
        this.#followPattern(outer.pattern, outer);
        return null;
      case 'letCond':
        this.#followPattern(outer.pattern, outer);
        return null;
      case 'for':
        if (outer.iter === value) this.#followPattern(outer.pattern, outer);
        return null;
      case 'branch':
        if (outer.future === value && outer.pattern !== null) this.#followPattern(outer.pattern, outer);
        return null;
      case 'match':
        for (const arm of outer.arms) this.#followPattern(arm.pattern, arm);
        return null;
      case 'arm':
        return outer.body === value && outer.parent?.kind === 'match' ? outer.parent : null;
      case 'if':
        return outer.cond === value ? null : outer;
      case 'block':
        return outer;
      case 'expr': {
        const block = outer.parent;
        return !outer.semicolon && block?.kind === 'block' && block.tail === value ? block : null;
      }
      case 'return':
        this.#returned = true;
        return null;
      case 'break':
        for (let n: Node | null = outer.parent; n !== null && n.kind !== 'fn'; n = n.parent)
          if (n.kind === 'loop') return n;
        return null;
      case 'fn':
        this.#returned = true;
        return null;
      default:
        return null;
    }
  }

  #write(node: MethodCall | Macro): void {
    const [loop] = this.#view.loopsAround(node);
    const read = loop === undefined ? null : readIn(loop);
    if (read === null) {
      this.#writes += loop === undefined ? 1 : 2;
      return;
    }
    // What was read goes back as it is: an echo, or one side of a copy.
    if (node.kind === 'method' && isSame(node.args[0], read.args[0], this.#view)) return;
    this.#answers = true;
    this.#writes++;
  }

  #method(outer: MethodCall, value: Expr): Expr | null {
    const { name } = outer;
    if (outer.receiver === value) {
      if (OPTION_SETTERS.has(name)) this.#sets = true;
      else if (WRITES.has(name)) this.#write(outer);
      else if (SAME.has(name)) return outer;
      else if (name === 'accept' || name === 'incoming' || name === 'next') return outer;
      return null;
    }
    if (OPTIONS.test(name)) this.#sets = true;
    const arg = outer.args.indexOf(value);
    if (PROTOCOLS.has(name)) this.#protocol ??= name;
    // `TlsAcceptor::accept(stream)`, `TlsConnector::connect(domain, stream)`: the handshake and what follows.
    else if (name === 'accept' || (name === 'connect' && arg === 1)) return outer;
    else if (name === 'push' || name === 'send' || name === 'insert') return null;
    else this.#passed.push({ method: name, on: this.#view.typeOf(outer.receiver), arg });
    return null;
  }

  #call(outer: Call, value: Expr): Expr | null {
    if (outer.callee === value) return null;
    const name = calleeName(outer);
    const path = this.#view.calledPath(outer);
    if (path === null) return null;
    if (OPTIONS.test(name)) this.#sets = true;
    if (FRAMED.test(path)) this.#protocol ??= path.split('::').slice(-2).join('::');
    else if (PROTOCOLS.has(name)) this.#protocol ??= name;
    else if (BULK.has(name)) this.#bulk = true;
    else if (name === 'drop') return null;
    else {
      if (/^(?:self|crate|super)\b/.test(path) || !path.startsWith('std::')) {
        this.#passed.push({ path, arg: outer.args.indexOf(value) });
      }
      return WRAPS.has(name) || /^[A-Z]/.test(name) || givesBack(outer, value) ? outer : null;
    }
    return null;
  }
}

/** `let (stream, peer) = read_header(stream).await?;`: what comes back under the name is the socket again. */
function givesBack(call: Call, socket: Expr): boolean {
  const name = rootName(socket);
  if (name === null) return false;
  let value: Node = call;
  for (let n = call.parent; n !== null; value = n, n = n.parent) {
    if (n.kind === 'try' || n.kind === 'await' || (n.kind === 'method' && n.receiver === value)) continue;
    const patterns =
      n.kind === 'let' ? [n.pattern] : n.kind === 'match' ? n.arms.map((arm) => arm.pattern) : [];
    return patterns.some((pattern) => socketIdents(pattern).some((ident) => ident.name === name));
  }
  return false;
}

const READS =
  /^(?:read|read_buf|read_exact|read_line|read_until|read_to_end|read_[ui]\d+(?:_le)?|next_line|fill_buf|next|try_next)$/;

/** A call in the loop that waits for what the other side sends. */
function readIn(loop: Node): MethodCall | null {
  const found = findNode(loop, (n) => n.kind === 'method' && READS.test(n.name));
  return found?.kind === 'method' ? found : null;
}

/** `&buffer[..n]`, `&mut buffer`: the same variable. */
function isSame(written: Expr | undefined, read: Expr | undefined, view: View): boolean {
  if (written === undefined || read === undefined) return false;
  const name = rootName(written);
  const same = name !== null && name === rootName(read);
  return same && !/\bself\b/.test(view.text(written));
}

/** Names that mean the socket: `s`, `(s, _)`, `Ok((s, _))`, `(reader, writer)` of a split one. */
function socketIdents(pattern: Pattern): Binding['ident'][] {
  switch (pattern.kind) {
    case 'patIdent':
      return pattern.sub === null ? [pattern] : [pattern, ...socketIdents(pattern.sub)];
    case 'patRef':
      return socketIdents(pattern.inner);
    case 'patTuple':
      return pattern.elements.flatMap(socketIdents);
    case 'patTupleStruct':
      return lastName(pattern.path) === 'Err' ? [] : pattern.elements.flatMap(socketIdents);
    default:
      return [];
  }
}
