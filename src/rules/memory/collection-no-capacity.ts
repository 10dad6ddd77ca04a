/** Collections that grow step by step to a length that was known before. */
import type { Draft, Edit, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, For, Let, Node, Stmt } from '../../syntax/ast.js';
import { findNode, isInside, lastName } from '../../syntax/walk.js';
import { confidenceByLoad, isShort, isSlight } from '../busy.js';
import { statementAt } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

/** Fewer elements than this need one or two growths. */
const FEW = 8;
const COLLECTIONS =
  /^std::(?:vec::Vec|string::String|collections::(?:VecDeque|HashMap|HashSet|BinaryHeap))(?:::new)?$/;
const PUSHES = new Set(['push', 'push_back', 'insert', 'push_str']);
/** Adapters that keep the number of elements. */
const SAME_LENGTH = new Set(
  'iter iter_mut into_iter enumerate rev map cloned copied zip inspect keys values values_mut into_values into_keys by_ref peekable'.split(
    ' ',
  ),
);
const SIZED = new Set([
  'std::vec::Vec',
  'std::collections::VecDeque',
  'std::collections::HashMap',
  'std::collections::HashSet',
  'std::collections::BTreeMap',
  'std::collections::BTreeSet',
  'std::collections::BinaryHeap',
]);

interface Seen {
  readonly name: string;
  readonly made: Ty;
  /** What the loop goes over; null for a range up to a length. */
  readonly over: Ty | null;
  readonly length: string;
  readonly edit: { readonly at: Span; readonly text: string } | null;
  /** The loop does much more than to grow the collection, or goes over a few elements. */
  readonly slight: boolean;
}

export const rule: Rule = {
  id: 'collection-no-capacity',
  collect: [
    onNode('let', (node, view) => {
      const { pattern, init } = node;
      if (pattern.kind !== 'patIdent' || !pattern.mutable || init === null || view.isOpaque(node)) return;
      if (!isEmptyNew(init)) return;
      const loop = fillingLoop(node, pattern.name);
      if (loop === null) return;
      const length = lengthOf(loop.iter, view);
      if (length === null) return;
      const seen: Seen = {
        name: pattern.name,
        made: view.typeOf(init),
        over: length.over,
        length: length.text,
        edit: capacityEdit(init, length.text, length.place, view),
        slight:
          isSlight(loop, view) ||
          isShort(loop.iter, view) ||
          isParse(loop, view) ||
          (!/\bHash(?:Map|Set)\b/.test(view.text(init)) && allocatesAnyway(loop, pattern.name, view)),
      };
      view.emit(node, seen);
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  const made = program.headPath(sighting.path, seen.made);
  if (made === null || !COLLECTIONS.test(made)) return null;
  if (seen.over !== null && !hasLength(program, sighting.path, seen.over)) return null;
  const edits: Edit[] =
    seen.edit === null ? [] : [{ path: sighting.path, ...seen.edit.at, newText: seen.edit.text }];
  return {
    rule: 'collection-no-capacity',
    confidence: confidenceByLoad(program, sighting, 'medium', seen.slight),
    at: { path: sighting.path, ...sighting.at },
    params: { name: seen.name, length: seen.length },
    hot: program.isHot(sighting),
    ...(edits.length === 0
      ? {}
      : { fix: { applicability: 'maybe-incorrect', title: 'reserve the space at once', edits } }),
  };
}

function hasLength(program: Program, file: string, over: Ty): boolean {
  const settled = program.types.peel(program.settle(file, over));
  if (settled === null) return false;
  if ('slice' in settled) return true;
  if ('array' in settled) return settled.len === null || settled.len > FEW;
  return 'p' in settled && SIZED.has(settled.p);
}

function isEmptyNew(init: Expr): boolean {
  if (init.kind === 'macro') return init.name === 'vec' && init.args.length === 0 && init.form !== 'repeat';
  if (init.kind !== 'call' || init.args.length > 0 || init.callee.kind !== 'path') return false;
  return lastName(init.callee) === 'new';
}

/**
 * Goes over what the function itself has just picked out of a text, and gives up at the first fault: the parts of a
 * header or a line, of which nobody sends many.
 */
function isParse({ iter, body }: For, view: View): boolean {
  let list: Expr = iter;
  while (list.kind === 'ref' || (list.kind === 'method' && SAME_LENGTH.has(list.name)))
    list = list.kind === 'ref' ? list.operand : list.receiver;
  const owner = view.binding(list)?.owner;
  if (owner?.kind !== 'let' || owner.init === null || !isEmptyNew(owner.init)) return false;
  return (
    findNode(
      body,
      (n) => n.kind === 'return',
      (n) => n.kind !== 'closure',
    ) !== null
  );
}

const ALLOCATING =
  /^(?:collect|to_string|to_owned|to_vec|to_path_buf|clone|join|concat|repeat|replace|to_\w+case|split_off)$/;

/**
 * Each round makes an allocation of its own, or a call that may fail after who knows what: growing, which is a
 * logarithm of allocations, does not show beside it. Of maps and sets, growing hashes everything anew.
 */
function allocatesAnyway(loop: For, name: string, view: View): boolean {
  return (
    findNode(
      loop.body,
      (n) =>
        (n.kind === 'macro' && /(?:^|::)(?:format|vec)$/.test(n.name) && n.args.length > 0) ||
        (n.kind === 'method' && ALLOCATING.test(n.name) && n.receiver.kind !== 'literal') ||
        (n.kind === 'call' &&
          n.callee.kind === 'path' &&
          /(?:^|::)(?:Box|Arc|Rc)::new$/.test(view.text(n.callee))) ||
        (n.kind === 'try' && n.base.kind === 'method' && n.base.receiver.kind !== 'literal'),
      (n) => n.kind !== 'fn' && !(n.kind === 'path' && n.segments[0]?.name === name),
    ) !== null
  );
}

/** The next use of the collection is a `for` statement that adds exactly one element in each round. */
function fillingLoop(made: Let, name: string): For | null {
  if (made.pattern.kind !== 'patIdent') return null;
  const [first] = usesOf({ name, ident: made.pattern, owner: made });
  if (first === undefined) return null;
  const here = statementAt(made);
  if (here === null) return null;
  const stmt = here.block.stmts
    .slice(here.index + 1)
    .find((one) => one.start <= first.start && first.end <= one.end);
  const loop = stmt?.kind === 'expr' ? stmt.expr : undefined;
  if (loop?.kind !== 'for' || first.start < loop.body.start) return null;
  if (!loop.body.stmts.some((one) => isPush(one, name))) return null;
  // A second element now and then: the length is another one.
  const pushes = usesOf({ name, ident: made.pattern, owner: made }).filter(
    (use) =>
      use.kind === 'path' &&
      isInside(use, loop) &&
      use.parent?.kind === 'method' &&
      use.parent.receiver === use &&
      (PUSHES.has(use.parent.name) || /^(?:extend|append)/.test(use.parent.name)),
  );
  if (pushes.length > 1) return null;
  // A round may end early, or the loop may.
  const leaves = findNode(
    loop.body,
    (n) => n.kind === 'continue' || n.kind === 'break',
    (n) => n.kind !== 'closure' && n.kind !== 'for' && n.kind !== 'while' && n.kind !== 'loop',
  );
  if (leaves !== null) return null;
  // Next to waiting for something in each round, growing costs nothing.
  return findNode(loop.body, (n) => n.kind === 'await') === null ? loop : null;
}

function isPush(stmt: Stmt, name: string): boolean {
  const call = stmt.kind === 'expr' ? stmt.expr : stmt.kind === 'let' ? stmt.init : null;
  if (call?.kind !== 'method' || !PUSHES.has(call.name)) return false;
  const { receiver } = call;
  return receiver.kind === 'path' && receiver.segments.length === 1 && receiver.segments[0]?.name === name;
}

interface Length {
  readonly over: Ty | null;
  readonly text: string;
  /** The text is a place that can be named before the loop. */
  readonly place: boolean;
}

function lengthOf(iter: Expr, view: View): Length | null {
  if (iter.kind === 'range') return rangeLength(iter, view);
  let n: Expr = iter;
  for (;;) {
    if (n.kind === 'ref') n = n.operand;
    else if (n.kind === 'method' && SAME_LENGTH.has(n.name)) n = n.receiver;
    else break;
  }
  if (n.kind === 'range') return rangeLength(n, view);
  if (n.kind === 'array' || n.kind === 'macro' || n.kind === 'literal') return null;
  const place = isPlace(n);
  const over = view.typeOf(n);
  return over === null ? null : { over, text: place ? `${view.text(n)}.len()` : 'the length', place };
}

function rangeLength(range: Extract<Expr, { kind: 'range' }>, view: View): Length | null {
  const { from, to } = range;
  if (to === null || from?.kind !== 'literal') return null;
  if (to.kind === 'method' && to.name === 'len' && to.args.length === 0 && isPlace(to.receiver))
    return { over: null, text: view.text(to), place: from.text === '0' };
  // A count that the caller knows; of a field nobody can say where it came from.
  if (to.kind === 'path' && view.binding(to)?.owner.kind === 'param' && from.text === '0')
    return { over: null, text: view.text(to), place: true };
  const constant = view.constant(to);
  return constant !== null && constant > FEW && constant <= 1 << 20
    ? { over: null, text: view.text(to), place: from.text === '0' }
    : null;
}

function isPlace(expr: Node): boolean {
  return expr.kind === 'path' || (expr.kind === 'field' && isPlace(expr.base));
}

function capacityEdit(init: Expr, length: string, place: boolean, view: View): Seen['edit'] {
  if (!place) return null;
  if (init.kind === 'macro') return { at: view.span(init), text: `Vec::with_capacity(${length})` };
  if (init.kind !== 'call' || init.callee.kind !== 'path') return null;
  const last = init.callee.segments[init.callee.segments.length - 1];
  return last === undefined
    ? null
    : { at: view.span({ start: last.start, end: init.end }), text: `with_capacity(${length})` };
}
