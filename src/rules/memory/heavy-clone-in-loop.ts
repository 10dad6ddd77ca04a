/** Collections that are copied whole on every round of a loop although they do not change. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { identsIn, usesOf } from '../../summaries/bindings.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { calleeName, findNode, lastName } from '../../syntax/walk.js';
import { adaptedBy, confidenceByLoad, isOption, isSlight } from '../busy.js';
import { copyCost } from '../copies.js';
import { leavesLoop, outlives, placeText, rootName } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

const LOOKING =
  /^(?:iter|len|is_empty|get|clone|contains\w*|keys|values|as_\w+|first|last|to_\w+|is_\w+|eq|find\w*|starts_with|ends_with|join|map|chunks|windows)$/;

interface Seen {
  readonly of: Ty;
  readonly place: string;
  /** Each round keeps its copy, or the loop is short: see `isKeptApart` and `isSlight`. */
  readonly slight: boolean;
  readonly adapted: Ty;
}

export const rule: Rule = {
  id: 'heavy-clone-in-loop',
  collect: [
    onMethod(['clone'], (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node) || !isPlace(node.receiver)) return;
      const loop = view
        .loopsAround(node)
        .find((one) => (one.kind !== 'loop' || isForTask(node)) && outlives(node.receiver, one));
      if (loop === undefined || leavesLoop(node, loop) || isChangedCopy(node)) return;
      if (changesIn(loop, node.receiver, view) || isForOneElement(node, loop)) return;
      const of = view.typeOf(node.receiver);
      if (of === null) return;
      const seen: Seen = {
        of,
        place: view.snippet(node.receiver, 40),
        slight: isKeptApart(node) || isSlight(loop, view),
        adapted: adaptedBy(loop, view),
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  if (copyCost(program, sighting.path, seen.of) !== 'data') return null;
  if (isOption(program, sighting.path, seen.adapted)) return null;
  return {
    rule: 'heavy-clone-in-loop',
    confidence: confidenceByLoad(program, sighting, 'medium', seen.slight),
    at: { path: sighting.path, ...sighting.at },
    params: { place: seen.place },
    hot: program.isHot(sighting),
  };
}

/** `let config = self.config.clone(); tokio::spawn(async move { … })`: a copy for each task. */
function isForTask(copy: MethodCall): boolean {
  const made = copy.parent;
  if (made?.kind !== 'let' || made.pattern.kind !== 'patIdent') return false;
  const uses = usesOf({ name: made.pattern.name, ident: made.pattern, owner: made });
  return uses.some((use) => {
    for (let n: Node | null = use.parent; n !== null && n !== made.parent; n = n.parent)
      if ((n.kind === 'call' || n.kind === 'method') && /spawn/.test(calleeName(n))) return true;
    return false;
  });
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

const KEEPERS =
  /^(?:push\w*|insert\w*|extend\w*|append|add\w*|merge\w*|register\w*|intern\w*|entry|set\w*|with\w*|put\w*|send\w*|try_send|fulfill|resolve|complete|publish|broadcast)$/;

/**
 * What the copy goes into keeps it: a record of its own for each round, a list, a receiver of messages. To share it
 * would change the type of that. Tasks and threads keep theirs too, and there `Arc` is the usual answer.
 */
function isKeptApart(copy: MethodCall): boolean {
  for (let n: Node = copy; n.parent !== null; n = n.parent) {
    const outer: Node = n.parent;
    switch (outer.kind) {
      case 'struct':
        return true;
      case 'tuple':
      case 'ref':
      case 'array':
        break;
      case 'call': {
        if (outer.callee.kind !== 'path' || outer.callee === n) return false;
        const name = lastName(outer.callee);
        // `Record::new(…)`, `Rule::new_match(…)`, `Event::Cleared(…)`, `Some(…)`.
        return /^(?:new|from|with|try_new|try_from|merge)(?:_|$)/.test(name) || /^[A-Z]/.test(name);
      }
      // `|file| (key.clone(), file)`: a value for each element of what comes out.
      case 'closure':
        return outer.body === n;
      case 'expr':
        if (outer.semicolon) return false;
        break;
      case 'block':
        if (outer.tail !== (n.kind === 'expr' ? n.expr : n)) return false;
        break;
      case 'method':
        return outer.receiver !== n && KEEPERS.test(outer.name);
      case 'let': {
        if (outer.pattern.kind !== 'patIdent') return false;
        const uses = usesOf({ name: outer.pattern.name, ident: outer.pattern, owner: outer });
        return uses.some((use) => use.kind === 'path' && (isUsedUp(use) || isInFuture(use, outer)));
      }
      default:
        return false;
    }
  }
  return false;
}

/** `let copy = shared.clone(); async move { … copy … }`: each future has one, unless a task takes it. */
function isInFuture(use: Expr, made: Node): boolean {
  let future = false;
  for (let n: Node | null = use; n !== null && n !== made.parent; n = n.parent) {
    if (n.kind === 'block' && n.async) future = true;
    else if ((n.kind === 'call' || n.kind === 'method') && /spawn/.test(calleeName(n))) return false;
  }
  return future;
}

/** `for (k, v) in copy`, `copy.into_iter()`: its elements are needed, not the copy. */
function isUsedUp(use: Expr): boolean {
  const outer = use.parent;
  if (outer?.kind === 'for') return outer.iter === use;
  return outer?.kind === 'method' && outer.receiver === use && /^(?:into_\w+|drain)$/.test(outer.name);
}

/** Below `if element == something`, for which the loop is known to come once at most. */
function isForOneElement(copy: Node, loop: Node): boolean {
  const names = namesOf(loop);
  if (names.size === 0) return false;
  for (let n: Node = copy; n !== loop && n.parent !== null; n = n.parent) {
    const outer: Node = n.parent;
    if (outer.kind !== 'if' || outer.then !== n || outer.cond.kind !== 'binary' || outer.cond.op !== '==')
      continue;
    const { left, right } = outer.cond;
    const isElement = (expr: Expr) => names.has(rootName(expr) ?? '');
    const isFixed = (expr: Expr) => expr.kind !== 'literal' && outlives(expr, loop);
    if ((isElement(left) && isFixed(right)) || (isElement(right) && isFixed(left))) return true;
  }
  return false;
}

function namesOf(loop: Node): ReadonlySet<string> {
  const patterns =
    loop.kind === 'for'
      ? [loop.pattern]
      : loop.kind === 'closure'
        ? loop.params.map((one) => one.pattern)
        : [];
  return new Set(patterns.flatMap((one) => identsIn(one).map((ident) => ident.name)));
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
