/**
 * Where code runs, seen over the whole program: what an async worker executes, what only runs at start-up, what
 * runs for each request, what is hot.
 */
import type { Location, Span } from '../findings/finding.js';
import type { SiteContext } from '../summaries/summary.js';
import { type Edge, type FnNode, type Graph, isMain } from './graph.js';
import { MainLine } from './main-line.js';

/** A call in async code through which a synchronous function runs on an async worker. */
export interface AsyncReach {
  /** The call in async code. */
  readonly at: Location;
  readonly caller: FnNode;
  readonly context: SiteContext;
  /** Calls from there down to the function, outermost first; the first is `at`. */
  readonly chain: readonly Edge[];
}

/** Calls deeper than this are not followed up: what a reader can still follow. */
const MAX_CHAIN = 6;
const MAX_STARTUP = 6;

/** Routers and servers that take a handler by name. */
const ROUTERS = new Set(
  `get post put delete patch head options any on trace service_fn handler_fn fallback method_not_allowed_fallback to
   get_service route_service handler make_service_fn from_fn from_fn_with_state get_with post_with put_with delete_with`.split(
    /\s+/,
  ),
);
const ROUTE_ATTRS =
  /^(?:actix_web::|rocket::|poem::|salvo::|ntex::web::|server::)?(?:get|post|put|delete|patch|head|options|route|handler|endpoint|connect|websocket)$/;
const EXTRACTORS =
  /^(?:axum(?:_extra)?::(?:extract::|Json|Extension|Form|body::)|axum::http::Request|actix_web::web::|actix_web::HttpRequest|actix_multipart|rocket::(?:State|form|serde::json)|hyper::Request|tonic::Request|lambda_http|poem::web|salvo::)/;

/** Methods of traits through which servers and their layers answer, or take a request apart. */
const ANSWERING: ReadonlyMap<string, RegExp> = new Map([
  ['call', /(?:^|::)(?:Service|Interceptor|Endpoint)$/],
  ['from_request', /(?:^|::)(?:Optional)?FromRequest$/],
  ['from_request_parts', /(?:^|::)(?:Optional)?FromRequestParts$/],
]);

export class ProgramContexts {
  readonly mainLine: MainLine;
  /** The part of the main line that runs once in the program's life. */
  readonly once: MainLine;
  readonly #graph: Graph;
  readonly #parameterTypes: (node: FnNode) => readonly string[];
  readonly #serves = new Map<FnNode, Span | { line: number; column: number } | null>();
  readonly #startup = new Map<FnNode, boolean>();
  readonly #handlers = new Map<FnNode, boolean>();
  readonly #near = new Map<FnNode, 'handler' | 'loop' | null>();

  /**
   * @param parameterTypes Canonical head paths of a function's parameter types.
   * @param isCommand The function is a method of a type that the command line is parsed into.
   */
  constructor(
    graph: Graph,
    parameterTypes: (node: FnNode) => readonly string[],
    isCommand: (node: FnNode) => boolean,
  ) {
    this.#graph = graph;
    this.#parameterTypes = parameterTypes;
    const isHandler = (node: FnNode) => this.isHandler(node);
    this.mainLine = new MainLine(isHandler, isCommand);
    this.once = new MainLine(isHandler, isCommand, false);
  }

  node(file: string, context: SiteContext): FnNode | null {
    return context.fn < 0 ? null : (this.#graph.nodes.get(file)?.[context.fn] ?? null);
  }

  /** The calls in async code that end up running the synchronous `node`, nearest first. */
  reachFromAsync(node: FnNode): AsyncReach[] {
    const found: AsyncReach[] = [];
    if (node.fn.async || node.fn.returnsAsyncBlock) return found;
    const seen = new Set<FnNode>([node]);
    let level: { readonly node: FnNode; readonly chain: readonly Edge[] }[] = [{ node, chain: [] }];
    for (let depth = 0; depth < MAX_CHAIN && level.length > 0; depth++) {
      const next: typeof level = [];
      for (const { node: callee, chain } of level) {
        for (const edge of callee.callers) {
          const { context, from } = edge;
          // What an awaited call of a plain function does, its future does later.
          if (
            edge.awaited ||
            edge.opaque ||
            context.test ||
            context.bridge !== null ||
            context.detached ||
            context.once
          )
            continue;
          const path = [edge, ...chain];
          if (context.async) {
            if (this.isStartup(from, edge.at, context)) continue;
            found.push({ at: edge.at, caller: from, context, chain: path });
          } else if (!from.fn.async && !from.fn.returnsAsyncBlock && !seen.has(from)) {
            seen.add(from);
            next.push({ node: from, chain: path });
          }
        }
      }
      level = next;
    }
    return found;
  }

  /** Every known caller hands the function to a place where blocking is fine. */
  isBridged(node: FnNode): boolean {
    const sites = [...node.callers.map((e) => e.context), ...node.takenBy.map((t) => t.context)];
    if (sites.length === 0) return false;
    return (
      node.callers.every((e) => e.context.bridge !== null) &&
      node.takenBy.every((t) => /blocking|spawn|unblock|thread/.test(t.to))
    );
  }

  /** Runs once, before the program serves. */
  isStartup(
    node: FnNode | null,
    at: { readonly line: number; readonly column: number },
    context: SiteContext,
  ): boolean {
    if (context.once) return true;
    if (node === null || context.spawned || context.detached || context.answers) return false;
    const serves = this.servesAt(node);
    const early =
      serves === null || at.line < serves.line || (at.line === serves.line && at.column < serves.column);
    if (!early) return false;
    if (isMain(node)) return serves !== null;
    return this.onlyFromStartup(node);
  }

  /** Every call of the function that we see is start-up code. */
  onlyFromStartup(node: FnNode, depth = 0): boolean {
    const known = this.#startup.get(node);
    if (known !== undefined) return known;
    if (depth > MAX_STARTUP) return false;
    this.#startup.set(node, false);
    const takenAtStart = node.takenBy.every(
      (t) => t.by !== null && /^(?:get_or_init|new|call_once)$/.test(t.to),
    );
    const result =
      node.callers.length + node.takenBy.length + node.statics.length > 0 &&
      takenAtStart &&
      node.callers.every((edge) => {
        if (edge.context.once) return true;
        const { spawned, detached, answers, loops } = edge.context;
        if (spawned || detached || answers || loops > 0) return false;
        const { from } = edge;
        const serves = this.servesAt(from);
        // The call that serves is itself part of starting.
        const early = serves === null || edge.at.line <= serves.line;
        if (!early) return false;
        return isMain(from) ? serves !== null : this.onlyFromStartup(from, depth + 1);
      });
    this.#startup.set(node, result);
    return result;
  }

  /** Where the function begins to serve, by itself or through what it calls; null when it never does. */
  servesAt(node: FnNode, depth = 0): { readonly line: number; readonly column: number } | null {
    const known = this.#serves.get(node);
    if (known !== undefined) return known;
    this.#serves.set(node, null);
    let first: { line: number; column: number } | null = node.fn.serves;
    if (depth < 4) {
      for (const edge of node.callees) {
        if (edge.context.detached || edge.to === node) continue;
        if (edge.to.fn.inTrait || this.servesAt(edge.to, depth + 1) === null) continue;
        if (first === null || edge.at.line < first.line)
          first = { line: edge.at.line, column: edge.at.column };
      }
    }
    this.#serves.set(node, first);
    return first;
  }

  /** Before the function itself begins to serve, as a task of its own or not: it makes the server. */
  preparesToServe({ fn }: FnNode, at: { readonly line: number }): boolean {
    return fn.serves !== null && at.line < fn.serves.line && fn.serves.until === 0;
  }

  /** Called once for each request. */
  isHandler(node: FnNode): boolean {
    let known = this.#handlers.get(node);
    if (known === undefined) {
      const { fn } = node;
      known =
        fn.attrs.some((a) => ROUTE_ATTRS.test(a)) ||
        node.takenBy.some((t) => ROUTERS.has(t.to)) ||
        (fn.trait !== null && /_server::/.test(fn.trait)) ||
        (fn.trait !== null && ANSWERING.get(fn.name)?.test(fn.trait) === true) ||
        (fn.async && this.#parameterTypes(node).some((p) => EXTRACTORS.test(p)));
      this.#handlers.set(node, known);
    }
    return known;
  }

  /** The code runs for each request, or for each connection: the distance is at most `calls` calls. */
  inHandler(node: FnNode | null, at: { readonly line: number }, context: SiteContext, calls = 2): boolean {
    if (node === null || context.once) return false;
    if (context.answers || this.isHandler(node)) return true;
    // A task spawned for each accepted connection.
    if (isEach(node, at, context)) return true;
    return calls > 0 && this.#reached(node, calls, new Set()) === 'handler';
  }

  /** Spawned for each accepted connection, and done once in its life. */
  isOncePerConnection(node: FnNode | null, context: SiteContext): boolean {
    if (node === null || context.loops > 0 || context.answers || this.isHandler(node)) return false;
    return node.callers.length > 0 && node.callers.every(({ from, at, context: by }) => isEach(from, at, by));
  }

  /** LOOP nesting of two, a loop in a handler, or within two calls of a handler or a loop. */
  isHot(node: FnNode | null, at: { readonly line: number }, context: SiteContext): boolean {
    if (context.cold || context.once) return false;
    if (context.loops >= 2) return true;
    if (node === null || this.onlyFromStartup(node)) return false;
    if (context.loops >= 1 && this.inHandler(node, at, context)) return true;
    if (context.answers || this.isHandler(node)) return true;
    let near = this.#near.get(node);
    if (near === undefined) {
      near = this.#reached(node, 2, new Set());
      this.#near.set(node, near);
    }
    return near !== null;
  }

  #reached(node: FnNode, calls: number, seen: Set<FnNode>): 'handler' | 'loop' | null {
    if (seen.has(node)) return null;
    seen.add(node);
    let found: 'handler' | 'loop' | null = null;
    for (const { from, context, at, open } of node.callers) {
      if (context.once || context.test) continue;
      if (context.answers || this.isHandler(from)) return 'handler';
      if (isEach(from, at, context)) return 'handler';
      // A loop over trait objects may come to each of them once.
      if (context.loops > 0 && !open) found ??= 'loop';
      if (calls > 1) {
        const up = this.#reached(from, calls - 1, seen);
        if (up === 'handler') return 'handler';
        found ??= up;
      }
    }
    return found;
  }
}

/** In a task that is spawned in the loop that accepts connections, and not merely behind a server's start. */
function isEach({ fn }: FnNode, at: { readonly line: number }, { spawned }: SiteContext): boolean {
  return fn.serves !== null && spawned && at.line > fn.serves.line && at.line <= fn.serves.until;
}
