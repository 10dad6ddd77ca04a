/** Which code rayon runs many times at once, as against once on a thread of its pool. */
import { chainHas } from '../summaries/context.js';
import type { View } from '../summaries/view.js';
import type { Node } from '../syntax/ast.js';

const PARALLEL: ReadonlySet<string> = new Set(
  `par_iter par_iter_mut into_par_iter par_bridge par_chunks par_chunks_mut par_chunks_exact par_lines par_split par_drain
   par_windows par_extend`.split(/\s+/),
);

/**
 * True inside a closure of a parallel iterator, sort or scope. The closures of `ThreadPool::install` and
 * `rayon::spawn` run once: parallel work in them is not nested.
 */
export function isInParallel(node: Node, view: View): boolean {
  for (let n: Node | null = node.parent; n !== null && n.kind !== 'fn'; n = n.parent) {
    if (n.kind !== 'closure') continue;
    const use = view.closureUse(n);
    if (use === 'thread' || use === 'blocking' || use === 'answers' || use === 'unknown') return false;
    if (use !== 'rayon') continue;
    const call = n.parent;
    if (call?.kind === 'method') {
      if (
        call.name.startsWith('par_sort') ||
        call.name.startsWith('spawn') ||
        chainHas(call.receiver, PARALLEL)
      )
        return true;
    } else if (call?.kind === 'call' && /::join$/.test(view.calledPath(call) ?? '')) return true;
  }
  return false;
}
