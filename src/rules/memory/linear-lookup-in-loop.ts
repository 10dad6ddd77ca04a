/** Lists that are searched from the front for each element of another list. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import { adaptedBy, isOption, isShort, isSlight } from '../busy.js';
import { leavesLoop, outlives, placeText } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

/** Up to this many elements a search is as fast as hashing. */
const FEW = 16;
const GROWS =
  /^(?:push\w*|insert\w*|extend\w*|append|retain\w*|remove\w*|swap_remove|drain|clear|truncate|pop\w*|sort\w*|dedup\w*)$/;
/** Lists of what somebody chose or allowed, by hand: a handful. */
const CHOSEN =
  /(?:^|[._])(?:tags|labels|roles|scopes|permissions|accepted|allowed|supported|tables|columns|methods|origins)$/;
/** Elements by which nobody hashes. */
const UNHASHABLE = /^f(?:32|64)$/;

interface Seen {
  readonly on: Ty;
  readonly place: string;
  readonly how: string;
  readonly slight: boolean;
  readonly adapted: Ty;
}

export const rule: Rule = {
  id: 'linear-lookup-in-loop',
  collect: [
    onMethod(['contains'], (node, view) => {
      if (node.args.length === 1) see(node, node.receiver, 'contains', view);
    }),
    onMethod(['any', 'position', 'find'], (node, view) => {
      const iter = node.receiver;
      if (iter.kind !== 'method' || iter.name !== 'iter' || iter.args.length > 0) return;
      if (comparesWhole(node)) see(node, iter.receiver, node.name, view);
    }),
  ],
  judge: judgeEach(draftOf),
};

function see(node: MethodCall, list: Expr, how: string, view: View): void {
  if (view.isOpaque(node) || !isPlace(list)) return;
  const loop = view.loopsAround(node).find((one) => one.kind !== 'loop' && outlives(list, one));
  if (loop === undefined || leavesLoop(node, loop) || changes(loop, list, view)) return;
  const on = view.typeOf(list);
  if (on === null) return;
  const adapted = adaptedBy(loop, view);
  view.emit(
    node,
    {
      on,
      place: view.snippet(list, 40),
      how,
      slight: isSlight(loop, view) || isShort(list, view) || CHOSEN.test(placeText(view.text(list))),
      adapted,
    } satisfies Seen,
    view.methodSpan(node),
  );
}

function isPlace(expr: Expr): boolean {
  if (expr.kind === 'ref') return isPlace(expr.operand);
  return expr.kind === 'field' ? isPlace(expr.base) : expr.kind === 'path';
}

/** `|y| y == x`, `|y| *y == x`: a set could answer it; `|y| y.id == x` would need a map by that. */
function comparesWhole(search: MethodCall): boolean {
  const [closure] = search.args;
  if (closure?.kind !== 'closure' || closure.body.kind !== 'binary' || closure.body.op !== '==') return false;
  const pattern = closure.params[0]?.pattern;
  const ident = pattern?.kind === 'patRef' ? pattern.inner : pattern;
  if (ident?.kind !== 'patIdent') return false;
  return [closure.body.left, closure.body.right].some((side) => {
    let n = side;
    while (n.kind === 'unary' || n.kind === 'ref') n = n.operand;
    return n.kind === 'path' && n.segments.length === 1 && n.segments[0]?.name === ident.name;
  });
}

/** The list is another one in each round. */
function changes(loop: Node, list: Expr, view: View): boolean {
  const text = placeText(view.text(list));
  return (
    findNode(loop, (n) => {
      if (n.kind === 'method') return GROWS.test(n.name) && placeText(view.text(n.receiver)) === text;
      if (n.kind === 'assign') return placeText(view.text(n.left)).startsWith(text);
      return n.kind === 'ref' && n.mutable && placeText(view.text(n.operand)) === text;
    }) !== null
  );
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  if (!isLongList(program, sighting.path, seen.on) || isOption(program, sighting.path, seen.adapted))
    return null;
  return {
    rule: 'linear-lookup-in-loop',
    at: { path: sighting.path, ...sighting.at },
    params: { place: seen.place, how: seen.how },
    // Most lists are short, and then a set is the slower one: where requests pass, their length is not ours to say.
    confidence: seen.slight || !program.inHandler(sighting) ? 'low' : 'medium',
    hot: program.isHot(sighting),
  };
}

function isLongList(program: Program, file: string, type: Ty): boolean {
  const list = program.types.peel(program.settle(file, type));
  if (list === null) return false;
  if ('array' in list) return list.len !== null && list.len > FEW && isHashable(list.array);
  if ('slice' in list) return isHashable(list.slice);
  return (
    'p' in list && /^std::(?:vec::Vec|collections::VecDeque)$/.test(list.p) && isHashable(list.a?.[0] ?? null)
  );
}

function isHashable(element: Ty): boolean {
  return element !== null && !('p' in element && UNHASHABLE.test(element.p));
}
