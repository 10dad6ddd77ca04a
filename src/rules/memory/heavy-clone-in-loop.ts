/** Collections that are copied whole on every round of a loop although they do not change. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import { confidenceByLoad } from '../busy.js';
import { copyCost } from '../copies.js';
import { leavesLoop, outlives, placeText, rootName } from '../places.js';
import type { Rule } from '../rule.js';

const LOOKING =
  /^(?:iter|len|is_empty|get|clone|contains\w*|keys|values|as_\w+|first|last|to_\w+|is_\w+|eq|find\w*|starts_with|ends_with|join|map|chunks|windows)$/;

interface Seen {
  readonly of: Ty;
  readonly place: string;
}

export const rule: Rule = {
  id: 'heavy-clone-in-loop',
  collect: [
    onMethod(['clone'], (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node) || !isPlace(node.receiver)) return;
      const loop = view.loopsAround(node).find((one) => one.kind !== 'loop' && outlives(node.receiver, one));
      if (loop === undefined || leavesLoop(node, loop) || isChangedCopy(node)) return;
      if (changesIn(loop, node.receiver, view)) return;
      const of = view.typeOf(node.receiver);
      if (of !== null)
        view.emit(node, { of, place: view.snippet(node.receiver, 40) } satisfies Seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const draft = draftOf(program, sighting);
      if (draft !== null) yield draft;
    }
  },
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const { context } = sighting;
  if (context.test || context.cold || context.once || program.isStartup(sighting)) return null;
  if (copyCost(program, sighting.path, seen.of) !== 'data') return null;
  return {
    rule: 'heavy-clone-in-loop',
    confidence: confidenceByLoad(program, sighting),
    at: { path: sighting.path, ...sighting.at },
    params: { place: seen.place },
    hot: program.isHot(sighting),
  };
}

/** A variable or a field of one: the same in every round. */
function isPlace(expr: Expr): boolean {
  if (expr.kind === 'field') return isPlace(expr.base);
  return expr.kind === 'path';
}

/** The copy is there to be changed, or is only borrowed (which another rule says better). */
function isChangedCopy(copy: MethodCall): boolean {
  const outer = copy.parent;
  if (outer?.kind === 'let') return outer.pattern.kind === 'patIdent' && outer.pattern.mutable;
  if (outer?.kind === 'assign' || (outer?.kind === 'struct' && outer.rest === copy)) return true;
  // Only where the entry is new.
  if (outer?.kind === 'closure' && outer.parent?.kind === 'method' && /^or_/.test(outer.parent.name))
    return true;
  return outer?.kind === 'ref' || (outer?.kind === 'method' && outer.receiver === copy);
}

/** The loop changes the original: each copy is another one. */
function changesIn(loop: Node, place: Expr, view: View): boolean {
  const root = rootName(place);
  const text = placeText(view.text(place));
  return (
    findNode(loop, (n) => {
      if (n.kind === 'assign')
        return rootName(n.left) === root && touches(placeText(view.text(n.left)), text);
      if (n.kind === 'ref' && n.mutable)
        return rootName(n.operand) === root && touches(placeText(view.text(n.operand)), text);
      return (
        n.kind === 'method' &&
        !LOOKING.test(n.name) &&
        touches(placeText(view.text(n.receiver)), text) &&
        isPlace(n.receiver)
      );
    }) !== null
  );
}

function touches(changed: string, place: string): boolean {
  return (
    changed === place ||
    place.startsWith(`${changed}.`) ||
    changed.startsWith(`${place}.`) ||
    changed.startsWith(`${place}[`)
  );
}
