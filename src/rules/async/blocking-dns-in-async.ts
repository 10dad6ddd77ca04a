/** Name look-ups that wait for the resolver on an async worker. */
import type { Program } from '../../program/program.js';
import { peelRefs } from '../../program/types.js';
import { fnOf } from '../../summaries/bindings.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import { chainHas } from '../../summaries/context.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { calleeName, findNode } from '../../syntax/walk.js';
import { PathSet } from '../declarative.js';
import { blockingFindings } from '../reach.js';
import type { Rule } from '../rule.js';

const CALLS = new PathSet([
  'std::net::ToSocketAddrs::to_socket_addrs',
  'dns_lookup::lookup_host',
  'dns_lookup::lookup_addr',
  'dns_lookup::getaddrinfo',
  'libc::getaddrinfo',
]);

/** An address in digits needs no resolver. */
const NUMERIC = /^"(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-fA-F:]+\])(?::\d+)?"$/;

/** What asks a resolver and gives addresses. */
const LOOKUPS = new Set(['lookup_ip', 'ipv4_lookup', 'ipv6_lookup', 'lookup_host']);

type Seen = { readonly path: string } | { readonly url: Ty } | { readonly on: Ty; readonly numeric: boolean };

export const rule: Rule = {
  id: 'blocking-dns-in-async',
  collect: [
    onCall(['to_socket_addrs', 'lookup_host', 'lookup_addr', 'getaddrinfo'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null && !view.isAwaited(node)) view.emit(node, { path } satisfies Seen);
    }),
    // `Url::socket_addrs(default_port)`
    onMethod(['socket_addrs'], (node, view) => {
      if (node.args.length === 1 && !view.isAwaited(node) && !view.isOpaque(node))
        view.emit(node, { url: view.typeOf(node.receiver) } satisfies Seen, view.methodSpan(node));
    }),
    onMethod(['to_socket_addrs'], (node, view) => {
      // Other traits have a method of that name, with arguments; an address to listen on is looked up once.
      if (node.args.length > 0 || view.isAwaited(node) || view.isOpaque(node) || bindsBefore(node)) return;
      const host = node.receiver.kind === 'tuple' ? node.receiver.elements[0] : node.receiver;
      const numeric =
        host !== undefined &&
        ((host.kind === 'literal' && NUMERIC.test(host.text)) || isLookedUp(host, view));
      view.emit(node, { on: view.typeOf(node.receiver), numeric } satisfies Seen, view.methodSpan(node));
    }),
  ],
  judge: ({ program }) =>
    blockingFindings('blocking-dns-in-async', program, 'high', (sighting) => {
      const seen: Seen = sighting.data;
      if ('path' in seen) {
        const callee = program.canonical(sighting.path, seen.path);
        return CALLS.has(callee) ? { callee } : null;
      }
      if ('url' in seen)
        return program.headPath(sighting.path, seen.url) === 'url::Url'
          ? { callee: 'Url::socket_addrs' }
          : null;
      if (seen.numeric || needsNoLookup(program, sighting.path, seen.on)) return null;
      return { callee: 'to_socket_addrs' };
    }),
};

/** An element of what a resolver gave: `resolver.lookup_ip(name).await?.iter().map(|ip| (ip, port).to_socket_addrs())`. */
function isLookedUp(host: Expr, view: View): boolean {
  for (let n: Node | null = view.binding(host)?.owner ?? null; n !== null && n.kind !== 'fn'; n = n.parent) {
    if (n.kind === 'closure') return n.parent?.kind === 'method' && chainHas(n.parent.receiver, LOOKUPS);
  }
  return false;
}

/** The function goes on to bind a listener. */
function bindsBefore(node: MethodCall): boolean {
  const fn = fnOf(node);
  if (fn?.body == null) return false;
  return (
    findNode(
      fn.body,
      (n) => n.kind === 'call' && n.start > node.start && /^(?:bind|listen|bind_with)$/.test(calleeName(n)),
    ) !== null
  );
}

const ADDRESSES = new Set([
  'std::net::SocketAddr',
  'std::net::SocketAddrV4',
  'std::net::SocketAddrV6',
  'std::net::IpAddr',
  'std::net::Ipv4Addr',
  'std::net::Ipv6Addr',
]);

/** `SocketAddr`, `(IpAddr, u16)`, and a type of the workspace that has its own method of that name. */
function needsNoLookup(program: Program, path: string, on: Ty): boolean {
  const ty = peelRefs(program.settle(path, on));
  if (ty === null) return false;
  if ('tuple' in ty) {
    const host = peelRefs(ty.tuple[0] ?? null);
    return host !== null && 'p' in host && ADDRESSES.has(host.p);
  }
  if (!('p' in ty)) return false;
  if (ADDRESSES.has(ty.p)) return true;
  const own = program.types.methodOn(ty, 'to_socket_addrs');
  return own !== null && 'entry' in own;
}
