/** Patterns of one character that are written as strings. */
import type { Draft, Span } from '../../findings/finding.js';
import { pathOf } from '../../program/types.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Expr } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';

/** Position of the pattern among the arguments. */
const PATTERNS: Readonly<Record<string, number>> = {
  ...Object.fromEntries(
    `split rsplit split_terminator rsplit_terminator split_inclusive find rfind contains starts_with ends_with matches
     rmatches match_indices rmatch_indices trim_start_matches trim_end_matches trim_matches strip_prefix strip_suffix
     split_once rsplit_once replace`
      .split(/\s+/)
      .map((name) => [name, 0]),
  ),
  splitn: 1,
  rsplitn: 1,
  replacen: 0,
};
const TEXTS = new Set(['str', 'std::string::String']);

interface Seen {
  readonly on: Ty;
  readonly method: string;
  readonly text: string;
  readonly char: string;
  readonly edit: Span;
}

export const rule: Rule = {
  id: 'single-char-pattern',
  collect: [
    onMethod(Object.keys(PATTERNS), (node, view) => {
      const pattern = node.args[PATTERNS[node.name] ?? 0];
      const char = pattern === undefined ? null : charOf(pattern);
      if (pattern === undefined || char === null || view.isOpaque(node)) return;
      const seen: Seen = {
        on: view.typeOf(node.receiver),
        method: node.name,
        text: view.text(pattern),
        char,
        edit: view.span(pattern),
      };
      view.emit(node, seen, view.span(pattern));
    }),
  ],
  *judge({ program, candidates }): Generator<Draft> {
    for (const { path, at, data } of candidates) {
      const seen: Seen = data;
      // Lists and sets contain strings too.
      const head = pathOf(program.types.peel(program.settle(path, seen.on)));
      if (head === null || !TEXTS.has(head)) continue;
      yield {
        rule: 'single-char-pattern',
        at: { path, ...at },
        params: { method: seen.method, text: seen.text, char: seen.char },
        fix: {
          applicability: 'machine-applicable',
          title: 'write the pattern as a character',
          edits: [{ path, ...seen.edit, newText: seen.char }],
        },
      };
    }
  },
};

/** The character literal that means the same; null for longer strings. */
function charOf(pattern: Expr): string | null {
  if (pattern.kind !== 'literal' || pattern.type !== 'str') return null;
  const inner = /^"((?:[^"\\]|\\(?:[nrt0\\"']|x[0-7][0-9a-fA-F]|u\{[0-9a-fA-F_]+\})))"$/u.exec(
    pattern.text,
  )?.[1];
  if (inner === undefined) return null;
  if (inner === "'") return "'\\''";
  return inner === '\\"' ? "'\"'" : `'${inner}'`;
}
