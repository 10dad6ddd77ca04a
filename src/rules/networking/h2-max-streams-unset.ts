/** gRPC and HTTP/2 servers that put no bound on the streams that one connection may open. */
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { MethodCall } from '../../syntax/ast.js';
import { lastName } from '../../syntax/walk.js';
import { callsOn, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

type Seen =
  /** A tonic server is served, and its builder was never told. */
  | { readonly kind: 'unset'; readonly path: string; readonly limited: boolean }
  /** `max_concurrent_streams(None)`. */
  | { readonly kind: 'none'; readonly path: string | null; readonly on: Ty };

const SERVERS = /^tonic::transport::(?:server::)?Server::(?:builder|default)$/;

export const rule: Rule = {
  id: 'h2-max-streams-unset',
  collect: [
    onMethod(
      ['serve', 'serve_with_shutdown', 'serve_with_incoming', 'serve_with_incoming_shutdown'],
      (node, view) => {
        const origin = originOf(node.receiver);
        if (origin.kind !== 'call' || view.isOpaque(node)) return;
        const path = view.calledPath(origin);
        if (path === null || !/Server::(?:builder|default)$/.test(path)) return;
        const { calls, leaves } = callsOn(origin);
        const names = new Set(calls.map((call) => call.name));
        if (names.has('max_concurrent_streams')) return;
        // A helper may have set it.
        if (
          leaves.some((leaf) => leaf.kind === 'call' || (leaf.kind === 'method' && leaf.receiver !== origin))
        )
          return;
        const seen: Seen = { kind: 'unset', path, limited: names.has('concurrency_limit_per_connection') };
        view.emit(origin, seen, view.span(origin));
      },
    ),
    onMethod(['max_concurrent_streams', 'http2_max_concurrent_streams'], (node, view) => {
      if (!isNone(node) || view.isOpaque(node)) return;
      const origin = originOf(node.receiver);
      const path = origin.kind === 'call' ? view.calledPath(origin) : null;
      view.emit(
        node,
        { kind: 'none', path, on: view.typeOf(node.receiver) } satisfies Seen,
        view.methodSpan(node),
      );
    }),
  ],
  *judge({ program, candidates }) {
    const reported = new Set<string>();
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const at = { path: sighting.path, ...sighting.at };
      if (seen.kind === 'none') {
        const owner =
          program.headPath(sighting.path, seen.on) ?? program.canonical(sighting.path, seen.path ?? '');
        if (!/^(?:hyper|hyper_util|tonic|axum_server|axum)::/.test(owner)) continue;
        yield {
          rule: 'h2-max-streams-unset',
          at,
          message:
            '`None` removes the limit on concurrent streams: one client can open unbounded work on a connection',
          help: 'keep a bound: `max_concurrent_streams(Some(256))`',
        };
        continue;
      }
      const key = `${at.path}:${at.line}:${at.column}`;
      if (reported.has(key) || !SERVERS.test(program.canonical(sighting.path, seen.path))) continue;
      reported.add(key);
      yield {
        rule: 'h2-max-streams-unset',
        at,
        ...(seen.limited ? { severity: 'suggestion' as const } : {}),
      };
    }
  },
};

function isNone(node: MethodCall): boolean {
  const [arg] = node.args;
  return arg?.kind === 'path' && lastName(arg) === 'None';
}
