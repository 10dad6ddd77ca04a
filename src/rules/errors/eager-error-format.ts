/** Error messages that are built although nothing failed: the argument of `ok_or` and `context` is always evaluated. */
import type { Draft, Edit, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall } from '../../syntax/ast.js';
import { findNode, lastName } from '../../syntax/walk.js';
import { severityByLoad } from '../busy.js';
import { hasControlFlow } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

/** Method → its lazy counterpart. */
const LAZY: Readonly<Record<string, string>> = {
  ok_or: 'ok_or_else',
  context: 'with_context',
  wrap_err: 'wrap_err_with',
  or_context: 'with_context',
  ok_or_eyre: 'ok_or_else',
};
const ERRORS = new Set(['anyhow::Error', 'eyre::Report', 'miette::Report', 'color_eyre::Report']);

interface Seen {
  readonly method: string;
  readonly lazy: string;
  /** What is built: `format!(…)`. */
  readonly what: string;
  readonly on: Ty;
  /** The call waits for something: next to that, a message costs nothing. */
  readonly waits: boolean;
  /** Where the name ends in `_else`, and where the closure begins; null when it cannot simply be one. */
  readonly edits: readonly { readonly at: Span; readonly text: string }[] | null;
}

export const rule: Rule = {
  id: 'eager-error-format',
  collect: [
    onMethod(Object.keys(LAZY), (node, view) => {
      const [argument] = node.args;
      const lazy = LAZY[node.name];
      if (argument === undefined || lazy === undefined || node.args.length !== 1 || view.isOpaque(node))
        return;
      if (argument.kind === 'closure' || argument.kind === 'literal') return;
      if (node.name !== 'ok_or' && isSelector(argument)) return;
      const built = builtIn(argument);
      if (built === null || alwaysFails(node.receiver)) return;
      const seen: Seen = {
        method: node.name,
        lazy,
        what: view.snippet(built, 40),
        on: view.typeOf(node.receiver),
        waits: isWaiting(node.receiver),
        edits: editsOf(node, argument, lazy, view),
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  const head = program.headPath(sighting.path, seen.on);
  // The receiver is an error already.
  if (head !== null && (ERRORS.has(head) || /(?:Error|Report)$/.test(head))) return null;
  if (
    head !== null &&
    seen.method === 'context' &&
    !/(?:Option|Result)$/.test(head) &&
    !head.endsWith('Future')
  )
    return null;
  const edits: Edit[] = (seen.edits ?? []).map(({ at, text }) => ({
    path: sighting.path,
    ...at,
    newText: text,
  }));
  return {
    rule: 'eager-error-format',
    at: { path: sighting.path, ...sighting.at },
    params: { method: seen.method, what: seen.what, lazy: seen.lazy },
    ...(seen.waits ? { severity: 'suggestion' as const } : severityByLoad(program, sighting)),
    ...(edits.length === 0
      ? {}
      : { fix: { applicability: 'machine-applicable', title: 'build it only on failure', edits } }),
  };
}

function isWaiting(receiver: Expr): boolean {
  let n = receiver;
  while (n.kind === 'method') n = n.receiver;
  return n.kind === 'await' || (n.kind === 'try' && isWaiting(n.base));
}

/** What in the argument allocates, or null. Closures in it run later. */
function builtIn(argument: Expr): Expr | null {
  const found = findNode(
    argument,
    (n) => {
      if (n.kind === 'macro')
        return /^(?:(?:std|alloc)::)?format$|(?:^|::)(?:anyhow|eyre|miette|format_err)$/.test(n.name);
      if (n.kind === 'method')
        return (
          /^(?:to_string|to_owned|to_vec|into_owned|to_string_lossy)$/.test(n.name) && n.args.length === 0
        );
      if (n.kind === 'call' && n.callee.kind === 'path') {
        const path = n.callee.segments.map((s) => s.name).join('::');
        return /(?:^|::)String::from$|^Box::new$/.test(path);
      }
      return false;
    },
    (n) =>
      n.kind !== 'closure' &&
      n.kind !== 'block' &&
      n.kind !== 'macro' &&
      n.kind !== 'match' &&
      n.kind !== 'if',
  );
  return found === null || found.kind === 'file' ? null : (found as Expr);
}

/** snafu's selectors: `ReadSnafu { path: … }` is built eagerly by design, and has its own lazy form. */
function isSelector(argument: Expr): boolean {
  if (argument.kind !== 'struct' && argument.kind !== 'call') return false;
  const path = argument.kind === 'struct' ? argument.path : argument.callee;
  return path.kind === 'path' && /(?:Snafu|Ctx)$/.test(lastName(path));
}

/** `Err(e).context(…)`, `anyhow!(…).context(…)`, `err.context(…)`: nothing succeeds here. */
function alwaysFails(receiver: Expr): boolean {
  if (receiver.kind === 'path')
    return /^(?:e|err|error|cause|source)$/.test(receiver.segments[0]?.name ?? '');
  if (receiver.kind === 'macro') return /(?:^|::)(?:anyhow|eyre|format_err|miette)$/.test(receiver.name);
  if (receiver.kind !== 'call' || receiver.callee.kind !== 'path') return false;
  if (lastName(receiver.callee) === 'Err') return true;
  return receiver.callee.segments.some(({ name }) => /^(?:Error|Report|\w+Error)$/.test(name));
}

function editsOf(node: MethodCall, argument: Expr, lazy: string, view: View): Seen['edits'] {
  if (node.name === 'ok_or_eyre' || node.name === 'or_context' || hasControlFlow(argument)) return null;
  // Only macros that borrow what they name: other expressions may move.
  if (argument.kind !== 'macro') return null;
  return [
    { at: view.span({ start: node.nameStart, end: node.nameStart + node.name.length }), text: lazy },
    { at: view.span({ start: argument.start, end: argument.start }), text: '|| ' },
  ];
}
