/** Vectors of constants that are only borrowed: an array does, without an allocation. */
import type { Edit, Span } from '../../findings/finding.js';
import { onMacro } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Macro } from '../../syntax/ast.js';
import { lastName } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

/** More elements than this had better not live on the stack. */
const MOST = 1024;

interface Seen {
  readonly what: string;
  readonly edit: { readonly at: Span; readonly text: string };
}

export const rule: Rule = {
  id: 'useless-vec',
  collect: [
    onMacro(['vec'], (node, view) => {
      if (view.isOpaque(node) || !isConstant(node, view) || !isOnlyLent(node)) return;
      const seen: Seen = {
        what: view.snippet(node, 30),
        edit: { at: view.span(node), text: `[${view.text({ start: node.bodyStart, end: node.bodyEnd })}]` },
      };
      view.emit(node, seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isSeldom(sighting)) continue;
      const edits: Edit[] = [{ path: sighting.path, ...seen.edit.at, newText: seen.edit.text }];
      yield {
        rule: 'useless-vec',
        at: { path: sighting.path, ...sighting.at },
        params: { what: seen.what },
        fix: { applicability: 'machine-applicable', title: 'use an array', edits },
      };
    }
  },
};

function isConstant(vec: Macro, view: View): boolean {
  if (vec.form === 'repeat') {
    const [value, length] = vec.args;
    const times = length === undefined ? null : view.constant(length);
    return value?.kind === 'literal' && times !== null && times <= MOST;
  }
  return vec.args.length > 0 && vec.args.length <= MOST && vec.args.every(isPlain);
}

function isPlain(expr: Expr): boolean {
  if (expr.kind === 'literal') return true;
  if (expr.kind === 'unary') return isPlain(expr.operand);
  if (expr.kind === 'tuple') return expr.elements.every(isPlain);
  return expr.kind === 'path' && /^[A-Z]/.test(lastName(expr));
}

/** `&vec![…]` as an argument or in a `for`, `vec![…].iter()` in a chain, `for x in vec![…]`. */
function isOnlyLent(vec: Macro): boolean {
  const outer = vec.parent;
  if (outer?.kind === 'for') return outer.iter === vec;
  if (outer?.kind === 'ref' && !outer.mutable)
    return (outer.parent?.kind === 'for' && outer.parent.iter === outer) || outer.parent?.kind === 'method';
  if (outer?.kind !== 'method' || outer.receiver !== vec) return false;
  return /^(?:iter|contains|len|join|concat|first|last|windows|chunks)$/.test(outer.name);
}
