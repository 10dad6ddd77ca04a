/** Vectors and strings that are taken from, or added to, at the front in a loop. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Node } from '../../syntax/ast.js';
import { leavesLoop, outlives, placeText } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

interface Seen {
  readonly on: Ty;
  readonly method: string;
  readonly place: string;
}

export const rule: Rule = {
  id: 'front-shift-in-loop',
  collect: [
    onMethod(['remove', 'insert', 'insert_str', 'drain'], (node, view) => {
      const [index] = node.args;
      if (index === undefined || view.isOpaque(node)) return;
      if (node.name === 'drain' ? !isFirstOnly(index) : !isZero(index)) return;
      if (node.name === 'remove' && node.args.length !== 1) return;
      if (/^insert/.test(node.name) && node.args.length !== 2) return;
      const loop = view.loopsAround(node).find((one) => outlives(node.receiver, one));
      if (loop === undefined || leavesLoop(node, loop) || trimsFew(loop, node.receiver, view)) return;
      const on = view.typeOf(node.receiver);
      if (on === null) return;
      const seen: Seen = { on, method: node.name, place: view.snippet(node.receiver, 40) };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  judge: judgeEach(draftOf),
};

/** Up to this many elements are shifted in no time. */
const FEW = 64;

/** `while list.len() > LIMIT { list.remove(0); }` with a small limit: a history that forgets its oldest. */
function trimsFew(loop: Node, list: Expr, view: View): boolean {
  if (loop.kind !== 'while' || loop.cond.kind !== 'binary' || !/^>=?$/.test(loop.cond.op)) return false;
  const { left, right } = loop.cond;
  if (left.kind !== 'method' || left.name !== 'len') return false;
  if (placeText(view.text(left.receiver)) !== placeText(view.text(list))) return false;
  const limit = view.constant(right);
  return limit !== null && limit > 0 && limit <= FEW;
}

function isZero(expr: Expr): boolean {
  return expr.kind === 'literal' && expr.type === 'int' && /^0(?:usize)?$/.test(expr.text);
}

/** `..1`, `0..1`, `..=0`. */
function isFirstOnly(expr: Expr): boolean {
  if (expr.kind !== 'range' || (expr.from !== null && !isZero(expr.from))) return false;
  if (expr.to?.kind !== 'literal') return false;
  return expr.inclusive ? expr.to.text === '0' : expr.to.text === '1';
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  const head = program.headPath(sighting.path, seen.on);
  if (head !== 'std::vec::Vec' && head !== 'std::string::String') return null;
  const text = head.endsWith('String');
  return {
    rule: 'front-shift-in-loop',
    at: { path: sighting.path, ...sighting.at },
    params: {
      method: seen.method,
      place: seen.place,
    },
    help: text
      ? 'build it in order, or walk over it by position'
      : seen.method.startsWith('insert')
        ? 'push to the end and `reverse` once, or use a `VecDeque` and `push_front`'
        : 'use a `VecDeque` and `pop_front`, or `drain` all of them at once',
  };
}
