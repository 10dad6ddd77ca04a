/** Conversions between errors that format or box: every `?` that fails through them allocates. */
import { onNode } from '../../summaries/collector.js';
import type { Fn, Node } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly from: string;
  readonly into: string;
  readonly what: string;
}

export const rule: Rule = {
  id: 'from-impl-allocates',
  collect: [
    onNode('fn', (node, view) => {
      const made = node.parent?.kind === 'impl' ? node.parent : null;
      if (node.name !== 'from' || made === null || made.trait === null || node.body === null) return;
      const last = made.trait.path.segments[made.trait.path.segments.length - 1];
      const [source] = last?.generics ?? [];
      if (last?.name !== 'From' || source === undefined || view.isOpaque(node)) return;
      const into = view.text(made.self);
      const from = view.text(source);
      if (!isError(from) || CARRIERS.test(into)) return;
      const found = allocationIn(node);
      if (found === null) return;
      const seen: Seen = { from, into, what: view.snippet(found, 40) };
      view.emit(found, seen);
    }),
  ],
  *judge({ candidates }) {
    for (const sighting of candidates) {
      const { from, into, what }: Seen = sighting.data;
      yield {
        rule: 'from-impl-allocates',
        at: { path: sighting.path, ...sighting.at },
        params: { from, into, what },
      };
    }
  },
};

/** They show a failure, or carry it over to something else. */
const CARRIERS = /(?:^|::)(?:String|\w*Response|\w*Value|Status\w*|\w*Reply|Body|Cow)\b|Box</;

function isError(type: string): boolean {
  return /(?:Error|Err|Failure|Fault|Report|Rejection|Problem|Exception)\b/.test(type);
}

function allocationIn(fn: Fn): Node | null {
  if (fn.body === null) return null;
  return findNode(
    fn.body,
    (n) => {
      if (n.kind === 'macro') return n.name === 'format';
      if (n.kind === 'method') return n.name === 'to_string' && n.args.length === 0;
      if (n.kind !== 'call' || n.callee.kind !== 'path') return false;
      return (
        n.callee.segments
          .slice(-2)
          .map((s) => s.name)
          .join('::') === 'Box::new'
      );
    },
    (n) => n.kind !== 'closure',
  );
}
