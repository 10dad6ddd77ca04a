/** Parallel iterators inside parallel closures: legal, and seldom of use. */
import type { Draft } from '../../findings/finding.js';
import type { Program } from '../../program/program.js';
import { onCall, onMethod } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Node } from '../../syntax/ast.js';
import { isInParallel } from '../rayon.js';
import type { Rule } from '../rule.js';

const ID = 'nested-rayon';

interface Seen {
  readonly call: string;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onMethod(
      [
        'par_iter',
        'par_iter_mut',
        'into_par_iter',
        'par_chunks',
        'par_chunks_mut',
        'par_windows',
        'par_lines',
        'par_drain',
        'par_sort',
        'par_sort_unstable',
        'par_sort_by',
        'par_sort_unstable_by',
      ],
      (node, view) => {
        if (!isInParallel(node, view) || view.isOpaque(node)) return;
        view.emit(node, { call: node.name } satisfies Seen, view.methodSpan(node));
      },
    ),
    onCall(['join'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || !/^rayon(?:_core)?::join$/.test(path) || !isInParallel(node, view)) return;
      // Divide and conquer: `join` inside of `join` is how it is meant.
      if (isInsideJoin(node, view)) return;
      view.emit(node, { call: 'rayon::join' } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

function isInsideJoin(node: Node, view: View): boolean {
  for (let n = node.parent; n !== null && n.kind !== 'fn'; n = n.parent) {
    if (n.kind === 'call' && /::join$/.test(view.calledPath(n) ?? '')) return true;
  }
  return false;
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const seen: Seen = sighting.data;
    yield { rule: ID, at: { path: sighting.path, ...sighting.at }, params: { call: seen.call } };
  }
}
