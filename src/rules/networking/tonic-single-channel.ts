/** Many gRPC streams over one channel, and so over one connection and its flow-control window. */
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { MethodCall, Node } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly on: Ty;
  readonly name: string;
}

const CLIENT = /^(?:tonic::transport::(?:channel::)?Channel|.*_client::\w+Client)$/;
const SPAWNS = /\bspawn(?:_local|_on)?\s*\(/;
/** What only streaming calls do: read message by message, or send a stream. */
const STREAMS =
  /\.message\s*\(\s*\)|\bReceiverStream\b|\bUnboundedReceiverStream\b|\bStreaming\s*<|\.into_inner\s*\(\s*\)[\s\S]*\.next\s*\(\s*\)/;

export const rule: Rule = {
  id: 'tonic-single-channel',
  collect: [
    onMethod(['clone'], (node, view) => {
      const [loop] = view.loopsAround(node);
      if (loop === undefined || view.isOpaque(node)) return;
      const text = view.text(loop);
      if (!SPAWNS.test(text) || !STREAMS.test(text) || isMadeIn(loop, node, view)) return;
      view.emit(
        node,
        { on: view.typeOf(node.receiver), name: view.snippet(node.receiver, 40) } satisfies Seen,
        view.methodSpan(node),
      );
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const head = program.headPath(sighting.path, seen.on);
      if (head === null || !CLIENT.test(head)) continue;
      yield {
        rule: 'tonic-single-channel',
        at: { path: sighting.path, ...sighting.at },
        params: { name: seen.name },
      };
    }
  },
};

/** The cloned client is itself made in each turn. */
function isMadeIn(loop: Node, { receiver }: MethodCall, view: View): boolean {
  const binding = view.binding(receiver);
  return binding !== null && loop.start <= binding.ident.start && binding.ident.end <= loop.end;
}
