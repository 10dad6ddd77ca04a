/** Loops over a collection that await one element at a time. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { identsIn, usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import { awaitsIn } from '../../summaries/guards.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, For, MethodCall, Node } from '../../syntax/ast.js';
import { calleeName, forEachChild } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

const ID = 'sequential-await-in-loop';
const ORDERED =
  /^(?:begin|commit|rollback|write|send|lock|acquire|reserve|flush|sleep|recv|next|accept|tick|read$|read_(?:exact|line|to_|u\d|i\d|buf|frame)|wait|join|feed|execute|exec|migrate|apply|append|put_chunk|subscribe|seek|connect|bind)/;
const EXCLUSIVE =
  /\b(?:tx|txn|trx|transaction|conn|connection|stream|socket|lock|guard|session|cursor|reader|writer|sink|framed|ws)\b/i;
const PAUSES = /\b(?:sleep|retry|retries|backoff|attempts?|throttle|rate_limit\w*|interval)\b/;

interface Seen {
  readonly name: string;
  readonly path: string | null;
  readonly on: Ty;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onNode('for', (node, view) => {
      const call = onlyAwait(node, view);
      if (call === null || !view.context(node).async || view.isOpaque(node)) return;
      const seen: Seen = {
        name: calleeName(call),
        path: call.kind === 'call' ? view.calledPath(call) : null,
        on: call.kind === 'method' ? view.typeOf(call.receiver) : null,
      };
      view.emit(call, seen, view.callSpan(call));
    }),
  ],
  judge: ({ program }) => judge(program),
};

/** The one call that the body awaits, when each turn stands for itself; null otherwise. */
function onlyAwait(loop: For, view: View): Call | MethodCall | null {
  const awaits = awaitsIn(loop.body, null);
  const [only] = awaits;
  if (only?.kind !== 'await' || awaits.length !== 1) return null;
  const call = only.base;
  if (call.kind !== 'call' && call.kind !== 'method') return null;
  if (ORDERED.test(calleeName(call)) || EXCLUSIVE.test(view.text(call)) || PAUSES.test(view.text(loop.body)))
    return null;
  if (loop.iter.kind === 'range' || loop.iter.kind === 'array') return null;
  const named = identsIn(loop.pattern).some(
    (ident) => usesOf({ name: ident.name, ident, owner: loop }).length > 0,
  );
  return named && !carriesState(loop, call, view) ? call : null;
}

/** A turn changes what the next one sees, or ends the loop. */
function carriesState(loop: For, call: Call | MethodCall, view: View): boolean {
  let carries = false;
  const outside = (node: Node): boolean => {
    if (node.kind !== 'path') return false;
    const binding = view.binding(node);
    return binding === null || binding.ident.start < loop.body.start;
  };
  const visit = (node: Node): void => {
    if (carries) return;
    if (
      node.kind === 'break' ||
      node.kind === 'return' ||
      node.kind === 'for' ||
      node.kind === 'while' ||
      node.kind === 'loop'
    )
      carries = true;
    if (node.kind === 'assign' && outside(rootOf(node.left))) carries = true;
    if (node.kind === 'ref' && node.mutable && outside(rootOf(node.operand))) carries = true;
    forEachChild(node, visit);
  };
  visit(loop.body);
  const root = call.kind === 'method' ? rootOf(call.receiver) : null;
  const receiver = root?.kind === 'path' ? view.binding(root) : null;
  return carries || (receiver?.ident.mutable === true && receiver.ident.start < loop.body.start);
}

function rootOf(node: Node): Node {
  let n = node;
  for (;;) {
    if (n.kind === 'field' || n.kind === 'index' || n.kind === 'await' || n.kind === 'try') n = n.base;
    else if (n.kind === 'unary') n = n.operand;
    else if (n.kind === 'method') n = n.receiver;
    else return n;
  }
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    if (program.isStartup(sighting)) continue;
    const seen: Seen = sighting.data;
    if (takesMut(program, sighting, seen)) continue;
    yield { rule: ID, at: { path: sighting.path, ...sighting.at }, params: { name: seen.name } };
  }
}

function takesMut(program: Program, { path }: Sighting, { on, name, path: called }: Seen): boolean {
  if (called !== null) return false;
  const settled = program.settle(path, on);
  if (settled === null) return false;
  if ('ref' in settled && settled.mut === 1) return true;
  const found = program.types.methodOn(settled, name);
  return found !== null && 'entry' in found && found.entry.fn.receiver === 'mut';
}
