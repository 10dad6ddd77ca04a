/** Characters that are counted from the start of a string on every round of a loop. */
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Node } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import { leavesLoop, outlives, placeText } from '../places.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly on: Ty;
  readonly method: string;
  readonly place: string;
}

export const rule: Rule = {
  id: 'char-index-in-loop',
  collect: [
    onMethod(['nth', 'count'], (node, view) => {
      const chars = node.receiver;
      if (chars.kind !== 'method' || chars.name !== 'chars' || chars.args.length > 0 || view.isOpaque(node))
        return;
      const text = chars.receiver;
      if (text.kind !== 'path' && text.kind !== 'field') return;
      if (node.name === 'nth' && node.args[0]?.kind === 'literal') return;
      const loop = view.loopsAround(node).find((one) => outlives(text, one) && isEvaluated(node, one));
      if (loop === undefined || leavesLoop(node, loop) || isForTheLast(node, loop)) return;
      // The string grows or shrinks in the loop: each count is another one.
      const place = placeText(view.text(text));
      const changes = findNode(
        loop,
        (n) =>
          (n.kind === 'assign' && placeText(view.text(n.left)).replace(/^\*/, '') === place) ||
          (n.kind === 'method' &&
            /^(?:push|push_str|pop|remove|insert|insert_str|clear|truncate|drain|retain)$/.test(n.name) &&
            placeText(view.text(n.receiver)) === place),
      );
      if (changes !== null) return;
      const seen: Seen = { on: view.typeOf(text), method: node.name, place: view.snippet(text, 40) };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isSeldom(sighting)) continue;
      const head = program.headPath(sighting.path, seen.on);
      if (head !== null && head !== 'str' && head !== 'std::string::String') continue;
      yield {
        rule: 'char-index-in-loop',
        at: { path: sighting.path, ...sighting.at },
        params: {
          call: `chars().${seen.method}`,
          place: seen.place,
        },
        help:
          seen.method === 'nth'
            ? 'go over `chars().enumerate()`, or collect the characters once'
            : 'count once before the loop',
      };
    }
  },
};

/** In the `else` of `if i + 1 < list.len()`, where only the last round comes. */
function isForTheLast(node: Node, loop: Node): boolean {
  for (let n: Node = node; n.parent !== null && n !== loop; n = n.parent) {
    const outer: Node = n.parent;
    if (outer.kind !== 'if' || outer.else !== n || outer.cond.kind !== 'binary') continue;
    const { op, left, right } = outer.cond;
    if (
      op === '<' &&
      left.kind === 'binary' &&
      left.op === '+' &&
      right.kind === 'method' &&
      right.name === 'len'
    )
      return true;
  }
  return false;
}

/** In the body, or in a condition that is asked again each time; what a `for` goes over is evaluated once. */
function isEvaluated(node: Node, loop: Node): boolean {
  return loop.kind !== 'for' || node.start >= loop.body.start;
}
