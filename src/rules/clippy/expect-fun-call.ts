/** Messages for `expect` that are built although nothing failed. */
import type { Edit, Span } from '../../findings/finding.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Macro, MethodCall } from '../../syntax/ast.js';
import { hasControlFlow } from '../places.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly on: Ty;
  readonly what: string;
  readonly edit: { readonly at: Span; readonly arguments: string } | null;
}

export const rule: Rule = {
  id: 'expect-fun-call',
  collect: [
    onMethod(['expect'], (node, view) => {
      const [message] = node.args;
      if (message === undefined || node.args.length !== 1 || view.isOpaque(node)) return;
      const built = builtMessage(message);
      if (built === null) return;
      const seen: Seen = {
        on: view.typeOf(node.receiver),
        what: view.snippet(built, 40),
        edit: built.kind === 'macro' ? editOf(node, built, view) : null,
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isSeldom(sighting)) continue;
      const head = program.headPath(sighting.path, seen.on);
      if (head !== null && !/(?:^|::)(?:Option|Result)$/.test(head)) continue;
      const param =
        head?.endsWith('Option') === true ? '||' : head?.endsWith('Result') === true ? '|_|' : null;
      const edits: Edit[] =
        seen.edit === null || param === null
          ? []
          : [
              {
                path: sighting.path,
                ...seen.edit.at,
                newText: `unwrap_or_else(${param} panic!(${seen.edit.arguments}))`,
              },
            ];
      yield {
        rule: 'expect-fun-call',
        at: { path: sighting.path, ...sighting.at },
        params: { what: seen.what },
        ...(edits.length === 0
          ? {}
          : { fix: { applicability: 'machine-applicable', title: 'build it only on failure', edits } }),
      };
    }
  },
};

/** `&format!(…)`, `format!(…).as_str()`, `&text.to_string()`. */
function builtMessage(message: Expr): Macro | MethodCall | null {
  let n = message;
  while (n.kind === 'ref' || (n.kind === 'method' && n.args.length === 0 && /^as_(?:str|ref)$/.test(n.name)))
    n = n.kind === 'ref' ? n.operand : n.receiver;
  if (n.kind === 'macro') return /^(?:std::)?format$/.test(n.name) ? n : null;
  return n.kind === 'method' && n !== message && /^(?:to_string|to_owned)$/.test(n.name) ? n : null;
}

function editOf(call: MethodCall, format: Macro, view: View): Seen['edit'] {
  if (hasControlFlow(format)) return null;
  return {
    at: view.span({ start: call.nameStart, end: call.end }),
    arguments: view.text({ start: format.bodyStart, end: format.bodyEnd }),
  };
}
