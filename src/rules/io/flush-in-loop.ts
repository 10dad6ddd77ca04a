/** Buffers that are emptied, or files that are forced to disk, on every round of a loop. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { fnOf } from '../../summaries/bindings.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { MethodCall, Node } from '../../syntax/ast.js';
import { callsAny, leavesLoop, outlives, placeText } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';
import { bufferedOver, writerKind } from '../writers.js';

/** The loop waits for something: whoever follows the file wants to see each record. */
const WAITS = new Set(
  `recv recv_async recv_timeout try_recv blocking_recv next sleep tick wait wait_timeout accept read_line poll
   park_timeout changed notified iter_recv select incoming stdin`.split(/\s+/),
);
/** Code that promises to keep what it has written. */
const DURABLE =
  /(?:^|_|\.)(?:wal|journal|durable|durably|fsync|commit|checkpoint|persist|sync|log|tail|follow|progress)(?:_|\.|$)|(?:Wal|Journal|Commit|Checkpoint|Log|Progress)(?:[A-Z]|$)/;

interface Seen {
  readonly on: Ty;
  readonly method: string;
  readonly writer: string;
}

export const rule: Rule = {
  id: 'flush-in-loop',
  collect: [
    onMethod(['flush', 'sync_all', 'sync_data'], (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node)) return;
      const [loop] = view.loopsAround(node);
      if (loop === undefined || !outlives(node.receiver, loop) || !everyRound(node, loop)) return;
      if (waits(loop) || leavesLoop(node, loop)) return;
      const writer = placeText(view.text(node.receiver));
      if (DURABLE.test(writer) || DURABLE.test(fnOf(node)?.name ?? '') || DURABLE.test(implName(node, view)))
        return;
      const on = view.typeOf(node.receiver);
      if (on !== null)
        view.emit(node, { on, method: node.name, writer } satisfies Seen, view.methodSpan(node));
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  const flushes = seen.method === 'flush';
  if (flushes && bufferedOver(program, sighting.path, seen.on) !== 'file') return null;
  if (!flushes && writerKind(program, sighting.path, seen.on) !== 'file') return null;
  return {
    rule: 'flush-in-loop',
    at: { path: sighting.path, ...sighting.at },
    params: {
      method: seen.method,
      writer: seen.writer,
      cost: flushes ? 'defeats the buffer: a system call' : 'waits for the disk',
    },
  };
}

/** Not under a condition of its own, such as "every thousand rows". */
function everyRound(node: Node, loop: Node): boolean {
  let from: Node = node;
  for (let n = node.parent; n !== null && n !== loop; from = n, n = n.parent) {
    if (n.kind === 'if' && n.cond !== from) return false;
    if (n.kind === 'arm') return false;
  }
  return true;
}

function waits(loop: Node): boolean {
  if (loop.kind === 'loop') return true;
  if (loop.kind === 'for' && /^(?:rx|receiver|incoming)$/.test(textOfPath(loop.iter))) return true;
  return callsAny(loop, WAITS);
}

function textOfPath(node: Node): string {
  return node.kind === 'path' ? (node.segments[0]?.name ?? '') : '';
}

function implName(node: MethodCall, view: View): string {
  for (let n: Node | null = node.parent; n !== null; n = n.parent)
    if (n.kind === 'impl') return view.text(n.self);
  return '';
}
