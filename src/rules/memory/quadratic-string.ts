/** Strings that are rebuilt from themselves on every round of a loop. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Macro, Node } from '../../syntax/ast.js';
import { leavesLoop, outlives, placeText } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

interface Seen {
  readonly on: Ty;
  readonly place: string;
  readonly how: string;
}

export const rule: Rule = {
  id: 'quadratic-string',
  collect: [
    onNode('assign', (node, view) => {
      if (node.op !== '=' || view.isOpaque(node)) return;
      const { left, right } = node;
      if (left.kind !== 'path' && left.kind !== 'field' && !(left.kind === 'unary' && left.op === '*'))
        return;
      const how = rebuilds(right, left, view);
      if (how === null) return;
      const loop = view.loopsAround(node).find((one) => outlives(left, one));
      if (loop === undefined || leavesLoop(node, loop) || isSearch(loop, left, view)) return;
      view.emit(node, { on: view.typeOf(left), place: view.snippet(left, 40), how } satisfies Seen);
    }),
    // `fold(String::new(), |all, x| format!("{all}{x}"))`.
    onMethod(['fold', 'try_fold', 'reduce'], (node, view) => {
      const closure = node.args[node.args.length - 1];
      if (closure?.kind !== 'closure' || closure.body.kind !== 'macro' || view.isOpaque(node)) return;
      const [first] = closure.params;
      if (closure.params.length !== 2 || first?.pattern.kind !== 'patIdent') return;
      const { name } = first.pattern;
      const isName = (expr: Expr): boolean => placeText(view.text(expr)).replace(/^&+/, '') === name;
      if (closure.body.name !== 'format' || !begins(closure.body, name, isName, view)) return;
      const seen: Seen = { on: null, place: name, how: 'format!' };
      view.emit(closure.body, seen);
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  const head = program.headPath(sighting.path, seen.on);
  if (head !== null && head !== 'std::string::String' && head !== 'std::vec::Vec') return null;
  return {
    rule: 'quadratic-string',
    at: { path: sighting.path, ...sighting.at },
    params: { place: seen.place, how: seen.how },
  };
}

/** How `value` copies all of `place` into a new string, or null. */
function rebuilds(value: Expr, place: Expr, view: View): string | null {
  const name = placeText(view.text(place)).replace(/^\*/, '');
  const isPlace = (expr: Expr): boolean => {
    let n = expr;
    while (
      n.kind === 'ref' ||
      (n.kind === 'unary' && n.op === '*') ||
      (n.kind === 'method' &&
        n.args.length === 0 &&
        /^(?:as_str|as_ref|as_slice|clone|to_string|to_owned)$/.test(n.name))
    )
      n = n.kind === 'method' ? n.receiver : n.operand;
    return placeText(view.text(n)) === name;
  };
  switch (value.kind) {
    case 'macro':
      if (value.name !== 'format') return null;
      return begins(value, name, isPlace, view) ? 'format!' : null;
    case 'binary': {
      if (value.op !== '+') return null;
      let first: Expr = value;
      while (first.kind === 'binary' && first.op === '+') first = first.left;
      const copies = first.kind === 'method' && /^(?:clone|to_string|to_owned)$/.test(first.name);
      return copies && isPlace(first) ? '+' : null;
    }
    case 'method':
      if (value.name === 'concat' || value.name === 'join') {
        const list = value.receiver;
        return list.kind === 'array' && list.elements.some(isPlace) ? value.name : null;
      }
      return null;
    default:
      return null;
  }
}

/** The new string begins with the old one: what comes behind could be appended. */
function begins(format: Macro, name: string, isPlace: (expr: Expr) => boolean, view: View): boolean {
  const [text, first] = format.args;
  if (text === undefined) return false;
  const written = view.text(text);
  if (/^r?#*"\{(?:0?(?::[^{}]*)?)\}/.test(written)) return first !== undefined && isPlace(first);
  return /^r?#*"\{\w/.test(written) && captures(written.replace(/\}[\s\S]*$/, '}'), name);
}

function captures(format: string, name: string): boolean {
  return /^\w+$/.test(name) && new RegExp(`(?<!\\{)\\{${name}(?::[^{}]*)?\\}`).test(format);
}

/** `while taken.contains(&name) { name = format!("{name}_"); }` ends soon. */
function isSearch(loop: Node, place: Expr, view: View): boolean {
  const name = placeText(view.text(place)).replace(/^\*/, '');
  return loop.kind === 'while' && placeText(view.text(loop.cond)).includes(name);
}
