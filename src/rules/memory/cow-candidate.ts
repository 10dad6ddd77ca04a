/** Functions that copy their argument even where they have nothing to change. */
import { onNode } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Fn, Node } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly fn: string;
  readonly param: string;
}

export const rule: Rule = {
  id: 'cow-candidate',
  collect: [
    onNode('fn', (node, view) => {
      if (node.body === null || node.ret === null || node.async || view.isOpaque(node)) return;
      if (node.parent?.kind === 'impl' && node.parent.trait !== null) return;
      if (!/^(?:std::string::)?String$/.test(view.text(node.ret))) return;
      const params = textParams(node, view);
      if (params.length === 0) return;
      const results = resultsOf(node);
      if (results.length < 2) return;
      const copied = params.find((param) => results.some((result) => isCopyOf(result, param, view)));
      const isCopy = (result: Expr) => params.some((param) => isCopyOf(result, param, view));
      if (copied === undefined || results.every(isCopy)) return;
      const seen: Seen = { fn: node.name, param: copied };
      view.emit(
        node.body,
        seen,
        view.span({ start: node.nameStart, end: node.nameStart + node.name.length }),
      );
    }),
  ],
  *judge({ candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (sighting.context.cold) continue;
      yield {
        rule: 'cow-candidate',
        at: { path: sighting.path, ...sighting.at },
        params: { fn: seen.fn, param: seen.param },
      };
    }
  },
};

function textParams(fn: Fn, view: View): string[] {
  return fn.params.flatMap(({ pattern, type }) =>
    pattern.kind === 'patIdent' && type?.kind === 'tyRef' && !type.mutable && view.text(type.inner) === 'str'
      ? [pattern.name]
      : [],
  );
}

/** What the function returns, branch by branch. */
function resultsOf(fn: Fn): Expr[] {
  const found: Expr[] = [];
  const take = (expr: Expr | null): void => {
    if (expr === null) return;
    if (expr.kind === 'if') {
      take(expr.then);
      take(expr.else);
    } else if (expr.kind === 'match') for (const arm of expr.arms) take(arm.body);
    else if (expr.kind === 'block') take(expr.tail);
    else if (expr.kind !== 'return') found.push(expr);
  };
  take(fn.body);
  if (fn.body !== null)
    findNode(
      fn.body,
      (n: Node) => {
        if (n.kind === 'return') take(n.value);
        return false;
      },
      (n) => n.kind !== 'closure' && n.kind !== 'fn',
    );
  return found;
}

function isCopyOf(expr: Expr, param: string, view: View): boolean {
  const text = view.text(expr).replace(/\s+/g, '');
  return (
    text === `${param}.to_string()` ||
    text === `${param}.to_owned()` ||
    text === `${param}.into()` ||
    text === `String::from(${param})`
  );
}
