/** Texts that are built for a log line which is mostly off. */
import type { Draft, Edit, Span } from '../../findings/finding.js';
import { callableOf, usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Let, Macro, Node } from '../../syntax/ast.js';
import { hasControlFlow } from '../places.js';
import type { Rule } from '../rule.js';

/** Levels that production does not show. */
const QUIET = /^(?:(?:log|tracing)::)?(?:debug|trace)$/;
/** Their arguments are evaluated only when somebody listens. */
const ENABLED = /(?:^|::)(?:log_enabled|enabled|event_enabled|span_enabled|cfg)$/;
const BUILDS =
  /^(?:serde_json::(?:to_string|to_string_pretty|to_value|to_vec)|serde_yaml::to_string|toml::to_string\w*|hex::encode\w*|base64::encode)$/;
const BUILDING_METHODS = /^(?:to_string|to_owned|join|concat|to_vec|to_hex|encode_hex)$/;

interface Seen {
  readonly name: string;
  readonly macro: string;
  readonly edits: readonly { readonly at: Span; readonly text: string }[];
}

export const rule: Rule = {
  id: 'eager-log-argument',
  collect: [
    onNode('let', (node, view) => {
      const { pattern, init } = node;
      if (pattern.kind !== 'patIdent' || pattern.mutable || init === null || node.else !== null) return;
      if (view.isOpaque(node) || !builds(init, view) || hasControlFlow(init)) return;
      const uses = usesOf({ name: pattern.name, ident: pattern, owner: node });
      // What another task or thread logs, it needs to own.
      const here = callableOf(node);
      if (uses.some((use) => callableOf(use.kind === 'path' ? use : use.literal) !== here)) return;
      const macros = uses.map((use) => quietAround(use.parent));
      const [macro] = macros;
      if (macro === undefined || macro === null || macros.includes(null) || isAsked(node)) return;
      const [use, more] = uses;
      const only = more === undefined && use?.kind === 'path' ? use : null;
      const seen: Seen = {
        name: pattern.name,
        macro: macro.name,
        edits: only === null || only.parent !== macro ? [] : moved(node, init, only, view),
      };
      view.emit(init, seen);
    }),
  ],
  *judge({ program, candidates }): Generator<Draft> {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const { path, at } = sighting;
      if (program.isSeldom(sighting)) continue;
      const edits: Edit[] = seen.edits.map((edit) => ({ path, ...edit.at, newText: edit.text }));
      yield {
        rule: 'eager-log-argument',
        at: { path, ...at },
        params: { name: seen.name, macro: seen.macro },
        ...(edits.length === 0
          ? {}
          : { fix: { applicability: 'maybe-incorrect', title: 'move it into the log line', edits } }),
      };
    }
  },
};

/** Allocates a text, and does nothing else that anybody could miss. */
function builds(init: Expr, view: View): boolean {
  let n = init;
  while (n.kind === 'method' && /^(?:unwrap|expect|unwrap_or_default|unwrap_or_else|ok)$/.test(n.name))
    n = n.receiver;
  if (n.kind === 'macro') return /^(?:std::)?format$/.test(n.name);
  if (n.kind === 'method') return BUILDING_METHODS.test(n.name);
  return n.kind === 'call' && BUILDS.test(view.calledPath(n) ?? '');
}

/** The log macro that an expression is an argument of, through references and calls; null for anything else. */
function quietAround(from: Node | null): Macro | null {
  for (let n = from; n !== null; n = n.parent) {
    if (n.kind === 'macro') return QUIET.test(n.name) ? n : null;
    if (n.kind === 'expr' || n.kind === 'let' || n.kind === 'block' || n.kind === 'closure') return null;
  }
  return null;
}

/** Below `if log_enabled!(…)`. */
function isAsked(node: Node): boolean {
  for (let n: Node = node; n.parent !== null && n.kind !== 'fn'; n = n.parent) {
    const outer: Node = n.parent;
    if (outer.kind === 'if' && outer.then === n && asks(outer.cond)) return true;
  }
  return false;
}

function asks(cond: Expr): boolean {
  if (cond.kind === 'binary') return asks(cond.left) || asks(cond.right);
  if (cond.kind === 'macro') return ENABLED.test(cond.name);
  return cond.kind === 'method' || cond.kind === 'call' || cond.kind === 'path' || cond.kind === 'field';
}

function moved(statement: Let, init: Expr, use: Expr, view: View): Seen['edits'] {
  const { text } = view.file;
  let start = statement.start;
  while (start > 0 && /[ \t]/.test(text[start - 1] ?? '')) start--;
  const end = text.startsWith('\n', statement.end) ? statement.end + 1 : statement.end;
  return [
    { at: view.span({ start, end }), text: '' },
    { at: view.span(use), text: view.text(init) },
  ];
}
