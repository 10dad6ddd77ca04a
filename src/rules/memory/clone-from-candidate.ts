/** Values that are replaced by a copy in a loop, where their own space could take it. */
import type { Edit, Span } from '../../findings/finding.js';
import { pathOf, peelRefs } from '../../program/types.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import { outlives, placeText } from '../places.js';
import type { Rule } from '../rule.js';

/** Types whose `clone_from` keeps the allocation. */
const REUSES = new Set([
  'std::string::String',
  'std::vec::Vec',
  'std::collections::VecDeque',
  'std::collections::HashMap',
  'std::collections::HashSet',
  'std::collections::BinaryHeap',
  'std::path::PathBuf',
  'std::ffi::OsString',
]);

interface Seen {
  readonly left: string;
  readonly right: string;
  readonly on: Ty;
  readonly of: Ty;
  readonly edit: Span | null;
}

export const rule: Rule = {
  id: 'clone-from-candidate',
  collect: [
    onNode('assign', (node, view) => {
      const { left, right } = node;
      if (node.op !== '=' || right.kind !== 'method' || view.isOpaque(node)) return;
      if (right.name !== 'clone' || right.args.length > 0) return;
      if (left.kind !== 'path' && left.kind !== 'field' && left.kind !== 'unary' && left.kind !== 'index')
        return;
      const loop = view.loopsAround(node).find((one) => outlives(left, one));
      if (loop === undefined) return;
      const texts = { left: view.snippet(left, 40), right: view.snippet(right.receiver, 40) };
      if (placeText(texts.left) === placeText(texts.right)) return;
      const isLocal = left.kind === 'path' && right.receiver.kind === 'path';
      const seen: Seen = {
        ...texts,
        on: view.typeOf(left),
        of: view.typeOf(right.receiver),
        edit: isLocal ? view.span(node) : null,
      };
      view.emit(node, seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isSeldom(sighting)) continue;
      // References off, pointers not: to clone an `Arc` is to count.
      const on = peelRefs(program.settle(sighting.path, seen.on));
      const type = pathOf(on ?? peelRefs(program.settle(sighting.path, seen.of)));
      if (type === null || !REUSES.has(type)) continue;
      const of = program.settle(sighting.path, seen.of);
      const lent = of !== null && 'ref' in of ? seen.right : `&${seen.right}`;
      const edits: Edit[] =
        seen.edit === null || of === null
          ? []
          : [{ path: sighting.path, ...seen.edit, newText: `${seen.left}.clone_from(${lent})` }];
      yield {
        rule: 'clone-from-candidate',
        at: { path: sighting.path, ...sighting.at },
        params: { left: seen.left, lent },
        ...(edits.length === 0
          ? {}
          : { fix: { applicability: 'maybe-incorrect', title: 'copy into the space that is there', edits } }),
      };
    }
  },
};
