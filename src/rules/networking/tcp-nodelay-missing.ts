/** Sockets that speak a protocol of small messages and leave Nagle's algorithm on. */

import type { Span } from '../../findings/finding.js';
import type { FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { fnOf, identsIn } from '../../summaries/bindings.js';
import { onCall, onMacro, onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, Fn, MethodCall, Node, Type } from '../../syntax/ast.js';
import { calleeName, lastName, lastSegment } from '../../syntax/walk.js';
import { initOf, originOf } from '../builder-chain.js';
import { isSideDoor } from '../busy.js';
import type { Rule } from '../rule.js';
import {
  type Flow,
  flowOf,
  flowOfBinding,
  isIdle,
  OPTION_SETTERS,
  type Passed,
  type Stored,
} from '../stream-flow.js';

type Seen =
  /** A socket is opened or accepted. */
  | {
      readonly kind: 'socket';
      readonly by: Opened;
      readonly flow: Flow;
      readonly insert: Insert | null;
      /** What the function that accepts it serves connections with, by ways that are not followed; or null. */
      readonly server: string | null;
    }
  /** What becomes of the result of a call that may be the workspace's own `connect` or `accept`. */
  | { readonly kind: 'result'; readonly flow: Flow; readonly call: Span }
  /** What a function does with a parameter. */
  | { readonly kind: 'param'; readonly index: number; readonly flow: Flow }
  /** A field of a struct is written to, or its option is set. */
  | { readonly kind: 'field'; readonly stored: Stored; readonly sets: boolean }
  /** The option is set on some socket of this function. */
  | { readonly kind: 'setter' };

type Opened = { readonly path: string } | { readonly method: string; readonly on: Ty };

/** Where `set_nodelay` can be written behind a `let`. */
interface Insert {
  readonly at: Span;
  readonly name: string;
  readonly indent: string;
}

const STREAMS = ['tokio::net', 'std::net', 'async_net', 'async_std::net', 'smol::net', 'mio::net'];
const CONNECTS = new Set(
  STREAMS.flatMap((module) =>
    ['connect', 'connect_timeout', 'from_std'].map((name) => `${module}::TcpStream::${name}`),
  ),
);
const LISTENERS = new Set(STREAMS.map((module) => `${module}::TcpListener`));
const SOCKET = 'tokio::net::TcpSocket';
const LOOPBACK = /"(?:127\.\d+\.\d+\.\d+|localhost|\[::1\]|::1)\b|LOCALHOST/;
/** Functions of the workspace that may hand out a socket. */
const HANDS_OUT = /accept|connect|dial|open|establish|stream|socket/i;
const PARAM_TYPES =
  /Stream|Socket|Conn|Async(?:Read|Write)|\b(?:Read|Write)\b|(?:IO|Io)\b|^&?(?:mut )?(?:[A-Z]\w?|[A-Z_]+)$/;
/** Bounds of closures, texts, data and the like, and those that say nothing. */
const NO_SOCKET =
  /^(?:\w+::)*(?:Fn|FnMut|FnOnce|AsyncFn|AsyncFnMut|AsyncFnOnce|Into|TryInto|From|TryFrom|AsRef|Borrow|Deref|Iterator|IntoIterator|DoubleEndedIterator|ExactSizeIterator|Display|ToString|FromStr|Debug|Error|Serialize|Deserialize|DeserializeOwned|Serializer|Deserializer|Hash|Hasher|BuildHasher|Eq|PartialEq|Ord|PartialOrd|Copy|Default|Future|IntoFuture|Any|Message|Body|HttpBody|Buf|BufMut|Clone|Send|Sync|Sized|Unpin)\b/;
const FIELD_WRITES =
  `write_all write_buf write_all_buf write_u8 write_u16 write_u32 write_u64 write_i32 write_i64 write poll_write
   poll_write_vectored`.split(/\s+/);
const MAX_CALLS = 3;

export const rule: Rule = {
  id: 'tcp-nodelay-missing',
  collect: [
    onCall(['connect', 'connect_timeout', 'from_std'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || !/TcpStream::\w+$/.test(path) || view.isOpaque(node)) return;
      if (node.args.some((arg) => LOOPBACK.test(view.text(originOf(arg))) || LOOPBACK.test(view.text(arg))))
        return;
      emitSocket(node, { path }, view);
    }),
    onMethod(['accept', 'connect', 'incoming'], (node, view) => {
      if (view.isOpaque(node) || node.args.length !== (node.name === 'connect' ? 1 : 0)) return;
      emitSocket(node, { method: node.name, on: view.typeOf(seedOf(node.receiver, view)) }, view);
    }),
    onNode('call', (node, view) => {
      const path = view.calledPath(node);
      if (path !== null && HANDS_OUT.test(lastSegment(path))) emitResult(node, view);
    }),
    onNode('method', (node, view) => {
      if (HANDS_OUT.test(node.name)) emitResult(node, view);
    }),
    onNode('fn', (node, view) => {
      node.params.forEach((param, index) => {
        if (param.type === null || node.body === null) return;
        if (!mayBeSocket(param.type, node, view)) return;
        for (const ident of identsIn(param.pattern)) {
          const flow = flowOfBinding({ name: ident.name, ident, owner: param }, view);
          if (!isIdle(flow)) view.emit(node.body, { kind: 'param', index, flow } satisfies Seen);
        }
      });
    }),
    onMethod([...FIELD_WRITES, ...OPTION_SETTERS], (node, view) => {
      const field = pinned(node.receiver);
      const held = field.kind === 'field' ? field : heldField(field);
      const sets = OPTION_SETTERS.has(node.name);
      if (sets) view.emit(node, { kind: 'setter' } satisfies Seen);
      if (held !== null) emitField(held, sets, node, view);
    }),
    onMacro(['write', 'writeln'], (node, view) => {
      const [first] = node.args;
      const field = first?.kind === 'ref' ? first.operand : first;
      if (field?.kind === 'field') emitField(field, false, node, view);
    }),
  ],
  judge: ({ program, candidates }) => new Judgement(program, candidates).findings(),
};

/** By its name, unless all its bounds are those of something else; one may be a trait of the workspace's own. */
function mayBeSocket(type: Type, fn: Fn, view: View): boolean {
  if (type.kind !== 'tyBounds' && !PARAM_TYPES.test(view.text(type))) return false;
  const bounds = type.kind === 'tyBounds' ? type.bounds : boundsOf(type, fn);
  return bounds.length === 0 || bounds.some((bound) => !NO_SOCKET.test(view.text(bound)));
}

/** The bounds of the function's own parameter that the type is. */
function boundsOf(type: Type, fn: Fn): readonly Type[] {
  const inner = type.kind === 'tyRef' ? type.inner : type;
  if (inner.kind !== 'tyPath' || inner.path.segments.length !== 1) return [];
  const name = lastName(inner.path);
  return fn.generics.find((generic) => generic.name === name)?.bounds ?? [];
}

/** `Pin::new(&mut self.stream)`: what is pinned. */
function pinned(receiver: Expr): Expr {
  if (receiver.kind !== 'call' || calleeName(receiver) !== 'new') return receiver;
  const [only] = receiver.args;
  return only?.kind === 'ref' ? only.operand : receiver;
}

const GUARDS =
  /^(?:lock|write|borrow_mut|get_mut|as_mut|by_ref|unwrap|expect|try_lock|lock_owned|deref_mut)$/;

/** `self.inner.lock().await`, also under a local name: the field behind the guard. */
function heldField(writer: Expr): Extract<Expr, { kind: 'field' }> | null {
  let place: Expr | null = writer;
  for (let hops = 0; hops < 12 && place !== null; hops++) {
    if (place.kind === 'field') return place;
    if (place.kind === 'await' || place.kind === 'try') place = place.base;
    else if (place.kind === 'ref' || place.kind === 'unary') place = place.operand;
    else if (place.kind === 'method') place = GUARDS.test(place.name) ? place.receiver : null;
    else place = initOf(place);
  }
  return null;
}

function emitSocket(node: Call | MethodCall, by: Opened, view: View): void {
  const flow = flowOf(node, view);
  const server = 'method' in by && by.method === 'accept' ? serverAround(node, view) : null;
  if (flow.sets || (isIdle(flow) && server === null)) return;
  view.emit(
    node,
    { kind: 'socket', by, flow, insert: insertAfter(node, view), server } satisfies Seen,
    view.callSpan(node),
  );
}

/** Accepted in a stream, or handed round a loop, the socket ends where its function serves connections. */
function serverAround(node: Expr, view: View): string | null {
  const body = fnOf(node)?.body ?? null;
  return body === null
    ? null
    : (/\.(serve_connection(?:_with_upgrades)?)\s*\(/.exec(view.text(body))?.[1] ?? null);
}

/** `unfold(listener, |listener| async move { … })`: what the closure is called with. */
function seedOf(receiver: Expr, view: View): Expr {
  let closure: Node | null = view.binding(receiver)?.owner ?? null;
  while (closure !== null && closure.kind !== 'closure' && closure.kind !== 'fn') closure = closure.parent;
  const call = closure?.kind === 'closure' ? closure.parent : null;
  const isSeed =
    call?.kind === 'call' && call.args[1] === closure && /^(?:try_)?unfold$/.test(calleeName(call));
  return isSeed ? (call.args[0] ?? receiver) : receiver;
}

function emitResult(node: Call | MethodCall, view: View): void {
  const flow = flowOf(node, view);
  if (!isIdle(flow)) view.emit(node, { kind: 'result', flow, call: view.callSpan(node) } satisfies Seen);
}

function emitField(field: Extract<Expr, { kind: 'field' }>, sets: boolean, node: Expr, view: View): void {
  const stored: Stored = { type: view.typeOf(field.base), field: field.name };
  view.emit(node, { kind: 'field', stored, sets } satisfies Seen);
}

/** `let stream = … ?;` on a line of its own: the place behind it. */
function insertAfter(node: Expr, view: View): Insert | null {
  let top: Expr = node;
  while (top.parent?.kind === 'await' || top.parent?.kind === 'try') top = top.parent;
  const statement = top.parent;
  if (statement?.kind !== 'let' || top.kind !== 'try' || statement.else !== null) return null;
  const { pattern } = statement;
  const ident = pattern.kind === 'patTuple' ? pattern.elements[0] : pattern;
  if (ident?.kind !== 'patIdent') return null;
  const at = view.span({ start: statement.end, end: statement.end });
  const indent = ' '.repeat(view.span(statement).column - 1);
  return { at, name: ident.name, indent };
}

/** What is known of a socket over all functions that it passes. */
interface Fate {
  sets: boolean;
  evidence: string | null;
}

class Judgement {
  readonly #program: Program;
  readonly #sockets: Sighting[] = [];
  readonly #results = new Map<string, Flow>();
  readonly #params = new Map<FnNode, Map<number, Flow[]>>();
  readonly #fields = new Map<string, { writes: boolean; sets: boolean }>();
  readonly #setters = new Set<FnNode>();

  constructor(program: Program, candidates: readonly Sighting[]) {
    this.#program = program;
    for (const sighting of candidates) this.#sort(sighting);
  }

  #sort(sighting: Sighting): void {
    const seen: Seen = sighting.data;
    const node = this.#program.node(sighting);
    switch (seen.kind) {
      case 'socket':
        this.#sockets.push(sighting);
        return;
      case 'result':
        this.#results.set(keyOf(sighting.path, seen.call), seen.flow);
        return;
      case 'param': {
        if (node === null) return;
        const known = this.#params.get(node) ?? new Map<number, Flow[]>();
        known.set(seen.index, [...(known.get(seen.index) ?? []), seen.flow]);
        this.#params.set(node, known);
        return;
      }
      case 'field': {
        const key = this.#fieldKey(sighting.path, seen.stored);
        if (key === null) return;
        const known = this.#fields.get(key) ?? { writes: false, sets: false };
        if (seen.sets) known.sets = true;
        else known.writes = true;
        this.#fields.set(key, known);
        return;
      }
      case 'setter':
        if (node !== null) this.#setters.add(node);
    }
  }

  #fieldKey(file: string, { type, field }: Stored): string | null {
    const owner = this.#program.headPath(file, type);
    return owner === null ? null : `${owner}.${field}`;
  }

  *findings() {
    for (const sighting of this.#sockets) {
      const seen: Extract<Seen, { kind: 'socket' }> = sighting.data;
      const opened = this.#opened(sighting, seen.by);
      if (opened === null) continue;
      const fate = this.#fate(sighting.path, seen.flow, this.#program.node(sighting), MAX_CALLS);
      const server = fate.evidence === null && this.#isUnset(sighting) ? seen.server : null;
      const evidence = fate.evidence ?? server;
      if (fate.sets || evidence === null) continue;
      const accepted = opened.endsWith('accept') || opened.endsWith('incoming');
      const often =
        server !== null || (accepted && sighting.context.loops > 0) || this.#program.inHandler(sighting);
      yield {
        rule: 'tcp-nodelay-missing',
        at: { path: sighting.path, ...sighting.at },
        params: { opened, evidence },
        severity: often ? ('critical' as const) : ('warning' as const),
        ...(isSideDoor(sighting.path) ||
        (server === null && this.#setters.size > 0 && /^serve_connection/.test(evidence))
          ? { confidence: 'low' as const }
          : {}),
        ...(seen.insert === null ? {} : { fix: fixOf(sighting.path, seen.insert) }),
      };
    }
  }

  /** How the socket was opened, as the message says it; null when it is no TCP socket. */
  #opened({ path, context, ...sighting }: Sighting, by: Opened): string | null {
    if ('path' in by) {
      const called = this.#program.canonical(path, by.path);
      if (!CONNECTS.has(called)) return null;
      // What was set on the socket before it was converted shows in its function only.
      if (called.endsWith('from_std') && this.#setsAnywhere({ ...sighting, path, context })) return null;
      return called.slice(called.indexOf('TcpStream'));
    }
    const head = this.#program.headPath(path, by.on);
    if (head === null) return null;
    if (by.method === 'connect') {
      return head === SOCKET && !this.#setsAnywhere({ ...sighting, path, context })
        ? 'TcpSocket::connect'
        : null;
    }
    return LISTENERS.has(head) ? `TcpListener::${by.method}` : null;
  }

  /** Nothing in the file's package sets the option. */
  #isUnset({ path }: Sighting): boolean {
    const { homes } = this.#program.tree;
    const own = homes.get(path)?.package ?? null;
    return [...this.#setters].every(({ file }) => homes.get(file)?.package !== own);
  }

  #setsAnywhere(sighting: Sighting): boolean {
    const node = this.#program.node(sighting);
    return node === null || this.#setters.has(node);
  }

  #fate(file: string, flow: Flow, node: FnNode | null, calls: number): Fate {
    const fate: Fate = { sets: flow.sets, evidence: evidenceIn(flow) };
    const add = (other: Fate): void => {
      fate.sets ||= other.sets;
      fate.evidence ??= other.evidence;
    };
    for (const stored of flow.stored) {
      const key = this.#fieldKey(file, stored);
      const known = key === null ? undefined : this.#fields.get(key);
      if (known !== undefined)
        add({ sets: known.sets, evidence: known.writes ? `writes to ${stored.field}` : null });
    }
    if (calls === 0) return fate;
    for (const passed of flow.passed) {
      for (const target of this.#targets(file, passed)) {
        for (const inner of this.#params.get(target)?.get(passed.arg) ?? [])
          add(this.#fate(target.file, inner, target, calls - 1));
      }
    }
    if (flow.returned && node !== null) {
      for (const edge of node.callers) {
        if (edge.context.test) continue;
        const inner = this.#results.get(keyOf(edge.at.path, edge.at));
        if (inner !== undefined) add(this.#fate(edge.from.file, inner, edge.from, calls - 1));
      }
    }
    return fate;
  }

  #targets(file: string, passed: Passed): readonly FnNode[] {
    const { graph, types } = this.#program;
    if (passed.path !== undefined) {
      return graph.byPath.get(this.#program.canonical(file, passed.path)) ?? [];
    }
    const found = types.methodOn(this.#program.settle(file, passed.on ?? null), passed.method ?? '');
    return found !== null && 'entry' in found ? (graph.byPath.get(found.entry.path) ?? []) : [];
  }
}

function evidenceIn(flow: Flow): string | null {
  if (flow.protocol !== null) return flow.protocol;
  if (flow.writes >= 2) return 'several writes';
  return flow.answers ? 'an answer to each read' : null;
}

function keyOf(path: string, at: Span): string {
  return `${path}:${at.line}:${at.column}`;
}

function fixOf(path: string, { at, name, indent }: Insert) {
  return {
    applicability: 'maybe-incorrect' as const,
    title: 'turn Nagle off on the socket',
    edits: [{ path, ...at, newText: `\n${indent}${name}.set_nodelay(true)?;` }],
  };
}
