/**
 * Who sends into a channel: the places that send, followed from the constructor through locals, fields and
 * parameters, and whether one of them is driven by what comes from outside: requests, sockets, streams.
 */
import type { Span } from '../findings/finding.js';
import type { FnNode } from '../program/graph.js';
import type { Program, Sighting } from '../program/program.js';
import { pathOf } from '../program/types.js';
import { type Binding, usesOf } from '../summaries/bindings.js';
import { onMethod, onNode } from '../summaries/collector.js';
import type { Ty } from '../summaries/ty.js';
import type { View } from '../summaries/view.js';
import type { Call, Expr, For, Loop, MethodCall, Node, While } from '../syntax/ast.js';
import { forEachChild, lastName } from '../syntax/walk.js';
import { rootName } from './places.js';

/** Methods that put one message into a channel. */
export const SENDS: ReadonlySet<string> = new Set([
  'send',
  'unbounded_send',
  'try_send',
  'start_send',
  'send_blocking',
  'send_async',
  'feed',
]);

/** Where a value goes from the function that holds it. */
export type Outlet =
  /** A field of a struct; in tuple structs by position. */
  | { readonly to: 'field'; readonly owner: string; readonly name: string }
  /** An element of a collection in a field: one of many subscribers. */
  | { readonly to: 'element'; readonly of: Ty; readonly name: string }
  /** An argument of a call: where the call stands, and the argument's position without `self`. */
  | { readonly to: 'call'; readonly at: Span; readonly index: number };

/** A message is put into some channel. Plain data for a candidate. */
export interface Send {
  readonly what: 'send';
  /** The sender's field or local name; null for anything else. */
  readonly name: string | null;
  /** Type of what the field belongs to. */
  readonly of: Ty;
  readonly isField: boolean;
  /** The sender is one of many in that field. */
  readonly isElement: boolean;
  readonly message: Ty;
}
/** A loop that waits for something to arrive. Plain data for a candidate. */
export interface Arrivals {
  readonly what: 'arrivals';
  readonly reads: readonly Read[];
  /** Methods of `self` and functions that are called for what arrived. */
  readonly calls: readonly string[];
}
/** A call that waits for the next thing to arrive. */
export interface Read {
  readonly method: string;
  readonly on: Ty;
  /** What is read from, by name. */
  readonly from: string;
}

/** Read from outside by their name alone. */
const READS =
  /^(?:accept\w*|incoming|read|read_buf|read_exact|read_line|read_until|read_message|read_frame|read_packet|next_line|recv_from|recv_msg|recv_many_from|poll_accept|poll_read|poll_recv_from|next_frame|next_message|receive_message)$/;
/** Waits for a part of what a peer sends, under a library's own name: `read_response_body`, `recv_buf_from`. */
const READS_PART =
  /^(?:read|recv|receive)_(?:\w+_)?(?:body|bytes|buf_from|chunk|data|datagram|frame|message|packet|request|response|task)(?:_\w+)?$/;
/** Read from outside or from the program itself: the receiver's type decides. */
const TAKES = /^(?:recv|next|try_next|poll_next|poll_next_unpin|next_packet|receive)$/;
/** Names of streams whose other end is somewhere else. */
const OUTSIDE =
  /sock|conn|stream|framed?|(?:^|_)ws|websocket|reader|incoming|listener|upstream|client|peer|sub(?:scri|$)|pubsub|consumer|inbound|body|transport|(?:^|_)in$|^r#in$|input|lines|datagram|packet/i;
/** What the program itself puts in, or a clock. */
const OWN =
  /(?:^|::)(?:\w*Receiver|\w*ReceiverStream|Interval\w*|FuturesUnordered|FuturesOrdered|JoinSet|JoinMap|Signal|DelayQueue|StreamMap|Ctrl\w*|Iter|Chars|Lines|ReadDir|Walk\w*)$/;
const TERMINAL = /(?:^|::)(?:Stdin|StdinLock)$/;

/** Visitors that see the sends and the loops; rules that ask `loadOf` collect these. */
export const SENDERS = [
  onMethod([...SENDS], (node, view) => {
    if (node.args.length !== 1) return;
    view.emit(node, sendOf(node, view), view.methodSpan(node));
  }),
  onNode('loop', arrivals),
  onNode('while', arrivals),
  onNode('for', arrivals),
];

function sendOf(node: MethodCall, view: View): Send {
  const place = originOf(placeOf(node.receiver), view);
  const [message] = node.args;
  return {
    what: 'send',
    name: place?.name ?? null,
    of: place?.base === undefined ? null : view.typeOf(place.base),
    isField: place?.base !== undefined,
    isElement: place?.base !== undefined && place.element,
    message: message === undefined ? null : view.typeOf(message),
  };
}

/** Methods whose value is the receiver, or a part of it. */
const THROUGH =
  /^(?:clone|as_ref|as_mut|unwrap|expect|lock|read|write|borrow|borrow_mut|load|project|by_ref|fuse)$/;
/** Methods whose value is an element of the receiver, or goes over its elements. */
const ELEMENTS =
  /^(?:get|get_mut|get_or_insert_with|entry|or_default|first|last|iter|iter_mut|into_iter|values|values_mut|into_values|drain|filter|enumerate|remove|cloned)$/;
/** Methods that show their closure each element. */
const EACH = /^(?:retain|retain_mut|for_each|map|filter|filter_map|any|all|try_for_each)$/;

interface Place {
  readonly name: string;
  /** What the field belongs to; absent for locals. */
  readonly base?: Expr;
  readonly expr: Expr;
  /** It is an element of that. */
  readonly element: boolean;
}

/** `if let Some(tx) = self.tx.as_ref()`, `for tx in &self.listeners`: the local comes from the field. */
function originOf(place: Place | null, view: View): Place | null {
  if (place === null || place.base !== undefined) return place;
  const value = sourceOf(place, view);
  const origin = value === null ? null : placeOf(value.expr);
  if (origin?.base === undefined) return place;
  return { ...origin, element: origin.element || value?.each === true };
}

/** What a local is taken from: the value of its `let` or pattern, or the collection that is gone over. */
function sourceOf(place: Place, view: View): { readonly expr: Expr; readonly each: boolean } | null {
  const owner = view.binding(place.expr)?.owner;
  switch (owner?.kind) {
    case 'letCond':
      return { expr: owner.value, each: false };
    case 'let':
      return owner.init === null ? null : { expr: owner.init, each: false };
    case 'for':
      return { expr: owner.iter, each: true };
    case 'param': {
      const call = owner.parent?.kind === 'closure' ? owner.parent.parent : null;
      return call?.kind === 'method' && EACH.test(call.name) ? { expr: call.receiver, each: true } : null;
    }
    default:
      return null;
  }
}

/** The field or local that an expression such as `self.tx.as_ref().unwrap()` comes from. */
function placeOf(expr: Expr): Place | null {
  let n = expr;
  let element = false;
  for (;;) {
    if (n.kind === 'ref' || n.kind === 'unary') n = n.operand;
    else if (n.kind === 'try' || n.kind === 'await') n = n.base;
    else if (n.kind === 'index') {
      element = true;
      n = n.base;
    } else if (n.kind === 'method' && (THROUGH.test(n.name) || ELEMENTS.test(n.name))) {
      element ||= ELEMENTS.test(n.name);
      n = n.receiver;
    } else break;
  }
  if (n.kind === 'field') return { name: n.name, base: n.base, expr: n, element };
  const [only] = n.kind === 'path' && n.segments.length === 1 ? n.segments : [];
  return only === undefined ? null : { name: only.name, expr: n, element };
}

function arrivals(loop: Loop | While | For, view: View): void {
  const found: Read[] = [];
  const calls = new Set<string>();
  const visit = (node: Node): void => {
    if (node.kind === 'closure' || node.kind === 'fn' || (node.kind === 'block' && node.async)) return;
    if (node.kind === 'method') {
      const taken = TAKES.test(node.name) && (view.isAwaited(node) || node.name.startsWith('poll_'));
      // `read()` without a buffer takes a lock.
      const read = READS.test(node.name) && (node.args.length > 0 || !/^read(?:_exact)?$/.test(node.name));
      const readsPart = READS_PART.test(node.name) && view.isAwaited(node);
      if (taken || read || readsPart) found.push(readOf(node, view));
      else if (rootName(node.receiver) === 'self') calls.add(node.name);
    } else if (node.kind === 'call' && node.callee.kind === 'path') calls.add(lastName(node.callee));
    forEachChild(node, visit);
  };
  forEachChild(loop, visit);
  if (found.length === 0) return;
  view.emit(loop, { what: 'arrivals', reads: found, calls: [...calls] } satisfies Arrivals);
}

export function readOf(call: MethodCall, view: View): Read {
  return { method: call.name, on: view.typeOf(call.receiver), from: placeOf(call.receiver)?.name ?? '' };
}

/** What is read is what somebody types. */
function isTyped(program: Program, file: string, { on }: Read): boolean {
  return TERMINAL.test(pathOf(program.types.peelAll(program.settle(file, on))) ?? '');
}

/** What is read comes from a socket or the like, not from a channel or clock of the program itself. */
export function isFromOutside(program: Program, file: string, { method, on, from }: Read): boolean {
  const type = pathOf(program.types.peelAll(program.settle(file, on)));
  if (type !== null && (OWN.test(type) || TERMINAL.test(type))) return false;
  if (READS.test(method) || READS_PART.test(method)) return true;
  // A receiver of which nothing is known is most often a channel's.
  return method === 'recv' ? /Socket$/.test(type ?? '') : OUTSIDE.test(type ?? from);
}

/** Where a local goes, through its clones too. */
export function outletsOf(binding: Binding, view: View, depth = 0): Outlet[] {
  const found: Outlet[] = [];
  for (const use of usesOf(binding)) {
    if (use.kind !== 'path') continue;
    let n: Expr = use;
    while (
      n.parent !== null &&
      (n.parent.kind === 'ref' || (n.parent.kind === 'method' && n.parent.receiver === n && isCopy(n.parent)))
    )
      n = n.parent;
    const { parent } = n;
    if (parent?.kind === 'let' && parent.pattern.kind === 'patIdent' && depth < 3) {
      const { pattern } = parent;
      found.push(...outletsOf({ name: pattern.name, ident: pattern, owner: parent }, view, depth + 1));
    } else found.push(...outletInto(n, parent, view));
  }
  return found;
}

const PUTS = /^(?:insert|push|push_back|push_front|or_insert|replace|add|extend)$/;

function isCopy(call: MethodCall): boolean {
  return /^(?:clone|into|to_owned)$/.test(call.name);
}

/** The outlet that an expression is by what stands around it: wrappers such as `Some` and `Arc::new` are looked through. */
function outletInto(value: Expr, parent: Node | null, view: View): Outlet[] {
  if (parent?.kind === 'struct') {
    const field = parent.fields.find((f) => f.value === value);
    return field === undefined ? [] : [{ to: 'field', owner: view.resolve(parent.path), name: field.name }];
  }
  if (parent?.kind === 'call') {
    const index = parent.args.indexOf(value);
    if (index < 0) return [];
    if (isWrapper(parent)) return outletInto(parent, parent.parent, view);
    const path = view.calledPath(parent);
    const own: Outlet[] = [{ to: 'call', at: view.span(parent), index }];
    if (path !== null && /(?:^|::)[A-Z]\w*$/.test(path))
      own.push({ to: 'field', owner: path, name: String(index) });
    return own;
  }
  if (parent?.kind === 'tuple') return outletInto(parent, parent.parent, view);
  if (parent?.kind === 'method' && parent.receiver !== value) {
    const place = PUTS.test(parent.name) ? placeOf(parent.receiver) : null;
    if (place?.base !== undefined) return [{ to: 'element', of: view.typeOf(place.base), name: place.name }];
    return [{ to: 'call', at: view.span(parent), index: parent.args.indexOf(value) }];
  }
  return [];
}

function isWrapper(call: Call): boolean {
  const { callee } = call;
  if (callee.kind !== 'path') return false;
  const [last, owner] = [...callee.segments].reverse().map(({ name }) => name);
  return last === 'Some' || (last === 'new' && /^(?:Arc|Rc|Mutex|RwLock|Box|OnceLock)$/.test(owner ?? ''));
}

// ---- judgement ------------------------------------------------------------------------------------

export interface Load {
  /** Places that send into this channel, as far as they are seen. */
  readonly sends: readonly Sighting[];
  /**
   * One of them runs for each request, connection, or thing that arrives from outside, or sends to all of many
   * subscribers, of which the slowest reads as it likes.
   */
  readonly driven: { readonly by: 'request' | 'input' | 'subscribers'; readonly at: Sighting } | null;
  /** One of them is in a loop. */
  readonly looped: Sighting | null;
  /** All of them send what somebody types at the terminal. */
  readonly typed: boolean;
}

interface Site {
  readonly sighting: Sighting;
  readonly send: Send;
  readonly owner: string | null;
}

const MAX_HOPS = 3;
const WRITERS = /(?:^|::)(?:Write|AsyncWrite|Sink)$/;

/** Answers who sends, for the channels of one program. */
export class Senders {
  readonly #program: Program;
  readonly #sites: Site[] = [];
  /** Loops that wait for what comes from outside, by file. */
  readonly #inputs = new Map<string, { readonly at: Span; readonly calls: readonly string[] }[]>();
  /** Loops that wait for what somebody types. */
  readonly #typing: Sighting[] = [];

  /** @param sightings All that the visitors of `SENDERS` saw. */
  constructor(program: Program, sightings: Iterable<Sighting>) {
    this.#program = program;
    for (const sighting of sightings) {
      const seen: Send | Arrivals = sighting.data;
      if (seen.what === 'send') {
        const owner = seen.isField ? program.headPath(sighting.path, seen.of) : null;
        this.#sites.push({ sighting, send: seen, owner });
      } else if (seen.reads.some((read) => isFromOutside(program, sighting.path, read))) {
        const input = { at: sighting.at, calls: seen.calls };
        const list = this.#inputs.get(sighting.path);
        if (list === undefined) this.#inputs.set(sighting.path, [input]);
        else list.push(input);
      } else if (seen.reads.some((read) => isTyped(program, sighting.path, read)))
        this.#typing.push(sighting);
    }
  }

  /**
   * @param names What the channel's sender is called in its own function.
   * @param outlets Where it goes from there.
   */
  loadOf(channel: Sighting, names: readonly string[], outlets: readonly Outlet[]): Load {
    const found = new Set<Site>();
    const { path, context } = channel;
    for (const site of this.#sites) {
      if (
        site.sighting.path === path &&
        site.sighting.context.fn === context.fn &&
        !site.send.isField &&
        site.send.name !== null &&
        names.includes(site.send.name)
      )
        found.add(site);
    }
    this.#follow(path, this.#program.node(channel), outlets, found, 0);
    const sites = [...found].map(({ sighting }) => sighting);
    return {
      sends: sites,
      driven: this.#driven([...found]),
      looped: sites.find(({ context: at }) => at.loops > 0) ?? null,
      typed: sites.length > 0 && sites.every((site) => this.#isTyped(site)),
    };
  }

  #follow(
    file: string,
    node: FnNode | null,
    outlets: readonly Outlet[],
    found: Set<Site>,
    depth: number,
  ): void {
    for (const outlet of outlets) {
      if (outlet.to === 'field') {
        const { owner } = outlet;
        const path = pathOf(this.#program.settle(file, { p: owner })) ?? this.#program.canonical(file, owner);
        this.#addField(file, path, outlet.name, false, found);
      } else if (outlet.to === 'element')
        this.#addField(file, this.#program.headPath(file, outlet.of), outlet.name, true, found);
      else if (node !== null) {
        for (const { to, at } of node.callees) {
          if (at.endLine !== outlet.at.endLine || at.endColumn !== outlet.at.endColumn) continue;
          const param = to.fn.params[outlet.index]?.name;
          if (param !== undefined) this.#addParameter(to, param, found, depth);
        }
      }
    }
  }

  #addField(file: string, owner: string | null, name: string, element: boolean, found: Set<Site>): void {
    for (const site of this.#sites) {
      const { send, sighting } = site;
      if (!send.isField || send.name !== name || (element && !send.isElement)) continue;
      const known = site.owner !== null && owner !== null;
      if (known ? site.owner === owner : sighting.path === file) found.add(site);
    }
  }

  /** Uses of a parameter: by its own name, and in the fields that constructors give the same name. */
  #addParameter(node: FnNode, name: string, found: Set<Site>, depth: number): void {
    const self = node.fn.self === null ? null : pathOf(this.#program.settle(node.file, node.fn.self));
    for (const site of this.#sites) {
      if (site.send.name !== name) continue;
      const here = site.sighting.path === node.file;
      if (!site.send.isField && here && this.#program.node(site.sighting) === node) found.add(site);
      if (site.send.isField && (site.owner === null ? here : site.owner === self)) found.add(site);
    }
    if (depth >= MAX_HOPS) return;
    for (const { to } of node.callees) {
      if (to !== node && to.fn.params.some((param) => param.name === name))
        this.#addParameter(to, name, found, depth + 1);
    }
  }

  #driven(sites: readonly Site[]): Load['driven'] {
    const warm = sites.map(({ sighting }) => sighting).filter(({ context }) => !context.cold);
    const read = warm.find((site) => this.#isForInput(site));
    if (read !== undefined) return { by: 'input', at: read };
    const asked = warm.find((site) => this.#program.inHandler(site));
    if (asked !== undefined) return { by: 'request', at: asked };
    const told = sites.find(({ sighting, send }) => send.isElement && sighting.context.loops > 0);
    return told === undefined ? null : { by: 'subscribers', at: told.sighting };
  }

  #isTyped({ path, at }: Sighting): boolean {
    return this.#typing.some(
      (loop) => loop.path === path && loop.at.line <= at.line && at.endLine <= loop.at.endLine,
    );
  }

  #isForInput(site: Sighting): boolean {
    if (this.#isInInput(site.path, site.at)) return true;
    const node = this.#program.node(site);
    return node !== null && this.#isCalledForInput(node);
  }

  #isCalledForInput(node: FnNode): boolean {
    // As often as others write: what a writer takes without waiting, nothing holds back.
    if (node.fn.trait !== null && WRITERS.test(node.fn.trait)) return true;
    if (this.#inputs.get(node.file)?.some(({ calls }) => calls.includes(node.fn.name)) === true) return true;
    return node.callers.some(({ at, context }) => !context.test && this.#isInInput(at.path, at));
  }

  #isInInput(file: string, at: Span): boolean {
    const loops = this.#inputs.get(file) ?? [];
    return loops.some((loop) => loop.at.line <= at.line && at.endLine <= loop.at.endLine);
  }
}
