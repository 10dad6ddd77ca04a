/** Vectors whose elements a heap profile counts: the profile decides (src/runtime/short-vectors.ts), this finds them. */
import { usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, PathExpr } from '../../syntax/ast.js';
import { lastName } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

/** A local vector, and where it may allocate. */
export interface LocalVec {
  readonly name: string;
  readonly element: Ty;
  /** Lines on which it is made or grows, from 1. */
  readonly lines: readonly number[];
}

const GROWS = /^(?:push|insert|extend\w*|append|resize\w*|reserve\w*)$/;

export const rule: Rule = {
  id: 'smallvec-candidate',
  collect: [
    onNode('let', (node, view) => {
      const { pattern, init, type } = node;
      if (pattern.kind !== 'patIdent' || init === null || view.isOpaque(node)) return;
      const made = madeAs(init);
      if (made === null && !(type !== null && /^(?:std::vec::)?Vec\s*</.test(view.text(type)))) return;
      const uses = usesOf({ name: pattern.name, ident: pattern, owner: node });
      const growths = uses.flatMap((use) => (use.kind === 'path' ? growthOf(use) : []));
      const first = growths.find((call) => call.args.length > 0);
      const lines = [init, ...growths].map((one) => view.line(one.end));
      lines.push(...[init, ...growths].map((one) => view.line(one.start)));
      const seen: LocalVec = {
        name: pattern.name,
        element: elementOf(
          view,
          init,
          type === null ? null : view.tyOf(type),
          first?.args[first.args.length - 1],
        ),
        lines: [...new Set(lines)].sort((a, b) => a - b),
      };
      view.emit(node, seen);
    }),
  ],
  // Without a profile there is nothing to say.
  judge: () => [],
};

function madeAs(init: Expr): 'vec' | null {
  if (init.kind === 'macro') return init.name === 'vec' ? 'vec' : null;
  if (init.kind === 'call' && init.callee.kind === 'path') {
    const [owner, name] = init.callee.segments.slice(-2);
    return owner?.name === 'Vec' && /^(?:new|with_capacity|from)$/.test(name?.name ?? '') ? 'vec' : null;
  }
  return init.kind === 'method' && /^(?:collect|to_vec)$/.test(init.name) && /^Vec$/.test(collected(init))
    ? 'vec'
    : null;
}

function collected(call: Extract<Expr, { kind: 'method' }>): string {
  if (call.name === 'to_vec') return 'Vec';
  const [into] = call.generics;
  return into?.kind === 'tyPath' ? lastName(into.path) : '';
}

function growthOf(use: PathExpr) {
  const call = use.parent;
  return call?.kind === 'method' && call.receiver === use && GROWS.test(call.name) ? [call] : [];
}

/** From the annotation, the initialiser, or the first element that goes in: the first that is known. */
function elementOf(view: View, init: Expr, written: Ty, pushed: Expr | undefined): Ty {
  const of = (list: Ty): Ty => ({ index: list });
  const known = [written === null ? null : of(written), pushed === undefined ? null : view.typeOf(pushed)];
  return { first: [...known, of(view.typeOf(init))].filter((ty) => ty !== null) };
}
