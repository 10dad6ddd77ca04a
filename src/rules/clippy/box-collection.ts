/** Collections in a box: a pointer to a pointer. */

import { argumentOf, pathOf } from '../../program/types.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Rule } from '../rule.js';

const COLLECTIONS =
  /^std::(?:vec::Vec|string::String|collections::(?:HashMap|HashSet|BTreeMap|BTreeSet|VecDeque|BinaryHeap|LinkedList))$/;

interface Seen {
  readonly type: Ty;
  readonly shown: string;
}

export const rule: Rule = {
  id: 'box-collection',
  collect: [
    onNode('tyPath', (node, view) => {
      const last = node.path.segments[node.path.segments.length - 1];
      const [inner] = last?.generics ?? [];
      if (
        last?.name !== 'Box' ||
        inner?.kind !== 'tyPath' ||
        last.generics.length !== 1 ||
        view.isOpaque(node)
      )
        return;
      // A field of an enum is boxed to keep the enum small.
      if (node.parent?.kind === 'fieldDef' && node.parent.parent?.kind === 'variant') return;
      for (let n = node.parent; n !== null; n = n.parent) {
        if (n.kind === 'impl' && n.trait !== null) return;
        if (n.kind === 'fn' || n.kind === 'structDef' || n.kind === 'file') break;
      }
      view.emit(node, { type: view.tyOf(node), shown: view.snippet(node, 50) } satisfies Seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const { type, shown }: Seen = sighting.data;
      const settled = program.settle(sighting.path, type);
      if (pathOf(settled) !== 'std::boxed::Box') continue;
      const inner = pathOf(argumentOf(settled, 0));
      if (inner === null || !COLLECTIONS.test(inner)) continue;
      yield {
        rule: 'box-collection',
        at: { path: sighting.path, ...sighting.at },
        params: { shown, inner: shown.replace(/^.*?Box\s*<\s*/, '').replace(/\s*>$/, '') },
      };
    }
  },
};
