/**
 * The judgement that all `…-per-request` rules share: does code that makes an expensive, reusable value run for each
 * request or each turn of a loop?
 */
import type { Related } from '../findings/finding.js';
import type { Edge, FnNode } from '../program/graph.js';
import type { Program, Sighting } from '../program/program.js';
import type { Ty } from '../summaries/ty.js';
import type { View } from '../summaries/view.js';
import type { Expr, Node, Pattern } from '../syntax/ast.js';
import { findNode, lastName } from '../syntax/walk.js';
import { callsOn, originOf } from './builder-chain.js';

/** What becomes of the value in its own function; plain data for a candidate. */
export interface Kept {
  /** Stored in a field or collection, or handed out by a closure: it lives longer than the turn of a loop. */
  readonly stored: boolean;
  /** The function's own value is, or holds, the new one. */
  readonly returned: boolean;
  /** It goes into a collection that outlives it, to be found there the next time. */
  readonly cached: boolean;
  /** It is made in a future of its own for each element of a collection. */
  readonly each: boolean;
}

export interface Often {
  readonly because: 'handler' | 'loop';
  /** The calls on the way, outermost first. */
  readonly related: readonly Related[];
}

const STORES =
  /^(?:push|push_back|push_front|insert|entry|or_insert|set|replace|send|try_send|store|swap|get_or_init|layer|manage|app_data|with_state|extension)$/;
const CACHES = /^(?:insert|entry|or_insert|get_or_init|set|store|put)$/;
/** Methods that work through a client or connection. */
const USES =
  /^(?:get|post|put|delete|patch|head|request|execute|call|send|text|json|bytes|cmd|ping|publish|acquire|begin|prepare|(?:query|fetch|write|read|send|basic|batch)_?\w*)$/;
const MANAGERS =
  /(?:^|::)(?:Manager|ManageConnection|ManageResource|ConnectionManager|Connector|MakeService|Default|From|TryFrom)$/;
/** Attributes of functions whose results are kept. */
const REMEMBERED = /(?:^|::)(?:io_)?(?:cached|once|memoize|concurrent_cached)$/;
const MAX_CALLS = 3;
/** `Arc::new(Client::wrap(x))` is followed, a value that wraps itself again and again is not. */
const MAX_WRAPPERS = 4;

/** Looks at what one function does with the value that `made` creates. */
export function keptOf(made: Expr, view: View, depth = 0): Kept {
  const { leaves } = callsOn(made, USES);
  let stored = false;
  let returned = false;
  let cached = false;
  for (const leaf of leaves) {
    if (leaf.kind === 'fn' || leaf.kind === 'return') returned = true;
    else if (leaf.kind === 'struct') {
      stored = true;
      returned = true;
    } else if (leaf.kind === 'assign' || leaf.kind === 'closure' || leaf.kind === 'array') {
      stored = true;
      cached ||= leaf.kind !== 'array' && isFirst(leaf);
    } else if (leaf.kind === 'method') {
      stored ||= STORES.test(leaf.name);
      cached ||= CACHES.test(leaf.name) || (leaf.name === 'replace' && isFirst(leaf));
    } else if (leaf.kind === 'call' && depth < MAX_WRAPPERS && isWrapping(leaf)) {
      const outer = keptOf(leaf, view, depth + 1);
      stored ||= outer.stored;
      returned ||= outer.returned;
      cached ||= outer.cached;
    } else if (leaf.kind === 'macro') stored ||= /vec$/.test(leaf.name);
  }
  return { stored, returned, cached, each: isForEach(made, view) };
}

/** Only where there is none yet: `if self.client.is_none() { self.client = Some(…) }`, `client.get_or_insert_with(|| …)`. */
function isFirst(leaf: Node): boolean {
  if (leaf.kind === 'closure') {
    const { parent } = leaf;
    return (
      parent?.kind === 'method' &&
      /^(?:get_or_(?:try_)?insert_with|or_(?:try_)?insert_with)$/.test(parent.name)
    );
  }
  for (let n: Node = leaf; n.parent !== null && n.kind !== 'fn' && n.kind !== 'closure'; n = n.parent) {
    const around: Node = n.parent;
    if (around.kind === 'if' && around.then === n && asksForNone(around.cond)) return true;
    if (around.kind === 'arm' && isNone(around.pattern)) return true;
  }
  return false;
}

function asksForNone(cond: Node): boolean {
  if (cond.kind === 'letCond') return isNone(cond.pattern);
  return cond.kind === 'method' && cond.name === 'is_none';
}

function isNone(pattern: Pattern): boolean {
  return (
    (pattern.kind === 'patIdent' && pattern.name === 'None') ||
    (pattern.kind === 'patPath' && lastName(pattern.path) === 'None')
  );
}

/**
 * `for url in urls { spawn(async move { … }) }`, `urls.map(|url| async move { … })`: the node runs once for each
 * element. Tasks with a loop of their own are workers: what they make, they use again and again.
 */
export function isForEach(node: Expr, view: View): boolean {
  let future: Node | null = null;
  for (let n: Node | null = node.parent; n !== null && n.kind !== 'fn'; n = n.parent) {
    if (n.kind === 'block' && n.async) {
      if (findNode(n, isLoop) !== null) return false;
      future = n;
    } else if (n.kind === 'for') {
      if (future !== null && n.iter.kind !== 'range') return true;
    } else if (n.kind === 'while') {
      if (future !== null && n.cond.kind === 'letCond') return true;
      if (future === null) return false;
    } else if (n.kind === 'loop') return false;
    else if (n.kind === 'closure') {
      if (n.async) future = n;
      const many = view.closureUse(n) === 'inline-loop';
      if (many) return future !== null && n.parent?.kind === 'method' && !isRange(n.parent.receiver);
      if (!n.async) return false;
    }
  }
  return false;
}

function isLoop({ kind }: Node): boolean {
  return kind === 'loop' || kind === 'while' || kind === 'for';
}

function isRange(chain: Expr): boolean {
  const origin = originOf(chain);
  return origin.kind === 'range';
}

/** `Ok(x)`, `Arc::new(x)`, `ApiClient::new(x)`: what comes out holds the value. */
function isWrapping(call: Extract<Node, { kind: 'call' }>): boolean {
  if (call.callee.kind !== 'path') return false;
  const last = lastName(call.callee);
  return /^[A-Z]/.test(last) || /^(?:new|from|with_\w+|build\w*)$/.test(last);
}

/** How often the code at a sighting runs, or null where nothing shows that it runs more than once. */
export function oftenRun(program: Program, sighting: Sighting, kept: Kept): Often | null {
  const { context } = sighting;
  if (program.isSeldom(sighting)) return null;
  const node = program.node(sighting);
  if (node === null || (node.fn.trait !== null && MANAGERS.test(node.fn.trait))) return null;
  if (node.fn.attrs.some((attr) => REMEMBERED.test(attr))) return null;
  if (program.contexts.onlyFromStartup(node) || isConnector(program, node)) return null;
  const inLoop = (context.loops > 0 || kept.each) && !context.paced && !kept.stored;
  if (isPerRequest(program, node, sighting) && !kept.stored) return { because: 'handler', related: [] };
  if (inLoop) return { because: 'loop', related: [] };
  if (kept.cached) return null;
  return fromCallers(program, node, kept);
}

/** What `tower::Service::call` answers with, where the service is a connector that a pool or a client asks. */
const CONNECTIONS =
  /(?:^|::)(?:TcpStream|UnixStream|TlsStream|TokioIo|Connection|SendRequest|Channel|\w*Io)$/;

/** What connectors and resolvers are asked with. */
const ADDRESSES =
  /(?:^|::)(?:http::(?:uri::)?(?:Uri|Authority)|hyper::Uri|axum::http::Uri|dns::Name|std::net::SocketAddr|\w*pki_types::ServerName|tonic::transport::Uri)$/;

/**
 * Its caller asks for a connection, and decides how often: a service that is given an address, or nothing, or one that
 * answers with a connection.
 */
function isConnector(program: Program, { file, fn }: FnNode): boolean {
  if (fn.name !== 'call' || fn.trait === null || fn.self === null) return false;
  const asked = fn.params[fn.params.length - 1]?.ty ?? null;
  if (asked !== null && 'tuple' in asked && asked.tuple.length === 0) return true;
  if (ADDRESSES.test(program.headPath(file, asked) ?? '')) return true;
  const self = program.headPath(file, fn.self);
  if (self === null) return false;
  return (program.index.impls.get(self) ?? []).some(
    ({ trait, assoc }) => /(?:^|::)Service$/.test(trait) && namesAny(assoc.Response ?? null, CONNECTIONS),
  );
}

function namesAny(ty: Ty, what: RegExp): boolean {
  if (ty === null) return false;
  if ('tuple' in ty) return ty.tuple.some((one) => namesAny(one, what));
  return 'p' in ty && (what.test(ty.p) || (ty.a ?? []).some((one) => namesAny(one, what)));
}

/** The function itself is a handler, or this is a task made for each connection. */
function isPerRequest(program: Program, node: FnNode, { at, context }: Sighting): boolean {
  return program.contexts.inHandler(node, at, context, 0);
}

function fromCallers(program: Program, node: FnNode, kept: Kept): Often | null {
  const seen = new Set<FnNode>([node]);
  let level: { readonly node: FnNode; readonly chain: readonly Edge[] }[] = [{ node, chain: [] }];
  // What is kept by a struct or handed out may be made once per element on purpose; requests are another matter.
  const loopsCount = !kept.stored && !kept.returned && !isConstructor(node);
  for (let depth = 0; depth < MAX_CALLS; depth++) {
    const next: typeof level = [];
    for (const { node: callee, chain } of level) {
      for (const edge of callee.callers) {
        const { context, from } = edge;
        if (context.test || context.once || context.cold) continue;
        if (program.contexts.isStartup(from, edge.at, context) || isConnector(program, from)) continue;
        const path = [edge, ...chain];
        if (program.contexts.inHandler(from, edge.at, context, 0))
          return { because: 'handler', related: relatedOf(path) };
        // A loop over trait objects may come to each of them once.
        if (loopsCount && context.loops > 0 && !context.paced && !edge.open)
          return { because: 'loop', related: relatedOf(path) };
        if (!seen.has(from)) {
          seen.add(from);
          next.push({ node: from, chain: path });
        }
      }
    }
    level = next;
  }
  return null;
}

/** `fn new(…) -> Self`: what it makes, the new value keeps. */
function isConstructor({ fn }: FnNode): boolean {
  const { self } = fn;
  return self !== null && 'p' in self && fn.receiver === 'none' && isOrHolds(fn.ret, self.p);
}

/** `Self`, `Result<Self, …>`, `Arc<Self>`. */
function isOrHolds(ty: Ty, path: string): boolean {
  return ty !== null && 'p' in ty && (ty.p === path || isOrHolds(ty.a?.[0] ?? null, path));
}

function relatedOf(chain: readonly Edge[]): Related[] {
  return chain.map((edge, index) => ({
    ...edge.at,
    message: `${index === 0 ? '' : 'which '}calls \`${edge.to.fn.name}\`${index === 0 ? ` from \`${edge.from.fn.name}\`` : ''}`,
  }));
}
