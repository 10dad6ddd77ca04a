/** Vectored writes forced on connections whose TLS layer copies the pieces anyway. */

import type { Span } from '../../findings/finding.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Node } from '../../syntax/ast.js';
import { flagOf, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly name: string;
  readonly path: string | null;
  readonly on: Ty;
  /** From the dot to the end of the call; null where the call is a statement of its own. */
  readonly remove: Span | null;
}

const BUILDERS = /^(?:hyper|hyper_util|axum_server|reqwest)::/;
const TLS =
  /\b\w*(?:Tls|Ssl|Https)[A-Z]\w*\b|\b(?:rustls|native_tls|openssl|tokio_rustls|tls_stream|tls_acceptor|tls_connector|https)\b/;

export const rule: Rule = {
  id: 'hyper-writev-tls',
  collect: [
    onMethod(['writev', 'http1_writev'], (node, view) => {
      if (flagOf(node) !== true || view.isOpaque(node)) return;
      const fn = enclosingFn(node);
      if (fn === null || !TLS.test(view.text(fn))) return;
      const origin = originOf(node.receiver);
      const path = origin.kind === 'call' ? view.calledPath(origin) : null;
      const chained = node.parent?.kind !== 'expr';
      const remove = chained ? view.span({ start: node.receiver.end, end: node.end }) : null;
      view.emit(
        node,
        { name: node.name, path, on: view.typeOf(origin), remove } satisfies Seen,
        view.methodSpan(node),
      );
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const made = seen.path === null ? '' : program.canonical(sighting.path, seen.path);
      const owner = program.headPath(sighting.path, seen.on) ?? '';
      if (!BUILDERS.test(made) && !BUILDERS.test(owner)) continue;
      yield {
        rule: 'hyper-writev-tls',
        at: { path: sighting.path, ...sighting.at },
        params: { name: seen.name },
        ...(seen.remove === null
          ? {}
          : {
              fix: {
                applicability: 'machine-applicable' as const,
                title: 'let hyper detect it',
                edits: [{ path: sighting.path, ...seen.remove, newText: '' }],
              },
            }),
      };
    }
  },
};

function enclosingFn(node: Node): Node | null {
  for (let n = node.parent; n !== null; n = n.parent) if (n.kind === 'fn') return n;
  return null;
}
