/** Errors whose text is formatted for each failure in hot code. */
import { onCall, onMacro } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Macro, Node } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

const FORMATS = /(?:^|::)(?:format|anyhow|eyre|format_err|miette)$/;

interface Seen {
  readonly what: string;
}

export const rule: Rule = {
  id: 'format-in-err',
  collect: [
    onCall(['Err'], (node, view) => {
      const [error] = node.args;
      if (error === undefined || view.isOpaque(node)) return;
      const built = formatted(error, view);
      if (built !== null) view.emit(node, { what: view.snippet(built, 40) } satisfies Seen);
    }),
    onMacro(['bail', 'ensure'], (node, view) => {
      if (view.isOpaque(node) || !hasArguments(node, view, node.name.endsWith('ensure') ? 1 : 0)) return;
      view.emit(node, { what: view.snippet(node, 40) } satisfies Seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isStartup(sighting) || !program.isHot(sighting)) continue;
      yield {
        rule: 'format-in-err',
        at: { path: sighting.path, ...sighting.at },
        params: { what: seen.what },
      };
    }
  },
};

/** A `format!`, or an error macro with something to fill in, not inside a closure. */
function formatted(error: Expr, view: View): Node | null {
  return findNode(
    error,
    (n) => n.kind === 'macro' && FORMATS.test(n.name) && hasArguments(n, view, 0),
    (n) => n.kind !== 'closure' && n.kind !== 'macro',
  );
}

function hasArguments(macro: Macro, view: View, skip: number): boolean {
  const [format, ...rest] = macro.args.slice(skip);
  if (format === undefined) return false;
  return rest.length > 0 || (format.kind === 'literal' && /(?<!\{)\{\w/.test(view.text(format)));
}
