/** HTTP clients whose pool is switched off, or never gives idle connections back. */
import type { Span } from '../../findings/finding.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { MethodCall } from '../../syntax/ast.js';
import { lastName } from '../../syntax/walk.js';
import { callsOn, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

type Seen =
  | { readonly kind: 'off' | 'never'; readonly path: string | null; readonly on: Ty }
  /** A hyper-util client without a timer for its pool. */
  | { readonly kind: 'untimed'; readonly path: string; readonly insert: Span };

const BUILDERS = /^(?:reqwest|hyper|hyper_util|reqwest_middleware|hyper_rustls)::/;

export const rule: Rule = {
  id: 'http-pool-config',
  collect: [
    onMethod(['pool_max_idle_per_host'], (node, view) => {
      const [arg] = node.args;
      if (arg === undefined || view.constant(arg) !== 0 || view.isOpaque(node)) return;
      const origin = originOf(node.receiver);
      const path = origin.kind === 'call' ? view.calledPath(origin) : null;
      view.emit(node, { kind: 'off', path, on: view.typeOf(origin) } satisfies Seen, view.methodSpan(node));
    }),
    onMethod(['pool_idle_timeout'], (node, view) => {
      if (!isNone(node) || view.isOpaque(node)) return;
      const origin = originOf(node.receiver);
      const path = origin.kind === 'call' ? view.calledPath(origin) : null;
      view.emit(node, { kind: 'never', path, on: view.typeOf(origin) } satisfies Seen, view.methodSpan(node));
    }),
    onCall(['builder'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || !/Client::builder$/.test(path) || node.args.length !== 1 || view.isOpaque(node))
        return;
      const { calls, leaves } = callsOn(node);
      const names = new Set(calls.map((call) => call.name));
      if (names.has('pool_timer')) return;
      // Without a pool there is nothing to reap.
      const off = calls.some((call) => {
        const [arg] = call.args;
        return call.name === 'pool_max_idle_per_host' && arg !== undefined && view.constant(arg) === 0;
      });
      if (
        off ||
        (leaves.some((leaf) => leaf.kind === 'call' || leaf.kind === 'fn' || leaf.kind === 'return') &&
          !names.has('build') &&
          !names.has('build_http'))
      )
        return;
      const insert = view.span({ start: node.end, end: node.end });
      view.emit(node, { kind: 'untimed', path, insert } satisfies Seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const at = { path: sighting.path, ...sighting.at };
      const made = seen.path === null ? '' : program.canonical(sighting.path, seen.path);
      if (seen.kind === 'untimed') {
        if (made !== 'hyper_util::client::legacy::Client::builder') continue;
        yield {
          rule: 'http-pool-config',
          at,
          fix: {
            applicability: 'maybe-incorrect' as const,
            title: 'give the pool a timer',
            edits: [
              { path: at.path, ...seen.insert, newText: '.pool_timer(hyper_util::rt::TokioTimer::new())' },
            ],
          },
        };
        continue;
      }
      const owner = program.headPath(sighting.path, seen.on) ?? '';
      if (!BUILDERS.test(made) && !BUILDERS.test(owner)) continue;
      yield {
        rule: 'http-pool-config',
        at,
        ...(seen.kind === 'off'
          ? {
              message:
                '`pool_max_idle_per_host(0)` keeps no connection: each request pays for a new TCP and TLS handshake',
              help: 'leave the call out, or keep a few: `pool_max_idle_per_host(8)`',
            }
          : {
              message:
                '`pool_idle_timeout(None)` keeps idle connections for ever: sockets to quiet hosts pile up',
              help: 'leave the call out: the default closes them after 90 seconds',
            }),
      };
    }
  },
};

function isNone(node: MethodCall): boolean {
  const [arg] = node.args;
  return arg?.kind === 'path' && lastName(arg) === 'None';
}
