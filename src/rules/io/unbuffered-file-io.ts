/** Small reads and writes on a bare file, one after the other: each is a system call of its own. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onMacro, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import { outlives, placeText } from '../places.js';
import type { Rule } from '../rule.js';
import { shownType } from '../writers.js';

/** Reads into no more than this many bytes are small. */
const SMALL = 64;
/** What gives its elements as they come. */
const RECEIVES = /rx\b|recv|receiver|lines\(|incoming/;
const FILES = new Set(['std::fs::File', 'tokio::fs::File']);

interface Seen {
  readonly on: Ty;
  /** `writeln!`, `write_all`, … */
  readonly what: string;
  /** For reads: the type of the buffer, whose length decides. */
  readonly into: Ty;
  readonly place: string;
  readonly loop: number;
}

export const rule: Rule = {
  id: 'unbuffered-file-io',
  collect: [
    onMacro(['write', 'writeln'], (node, view) => {
      const [writer] = node.args;
      if (writer === undefined || view.isOpaque(node)) return;
      const loop = loopAround(node, writer, view);
      if (loop === null) return;
      emit(node, writer, `${node.name}!`, null, loop, view, view.span(node));
    }),
    onMethod(['write_all', 'write', 'write_fmt'], (node, view) => {
      const [bytes] = node.args;
      if (bytes === undefined || node.args.length !== 1 || view.isOpaque(node)) return;
      if (node.name !== 'write_fmt' && !isSmall(bytes)) return;
      const loop = loopAround(node, node.receiver, view);
      if (loop === null) return;
      emit(node, node.receiver, node.name, null, loop, view, view.methodSpan(node));
    }),
    onMethod(['read', 'read_exact'], (node, view) => {
      const [buffer] = node.args;
      if (buffer?.kind !== 'ref' || node.args.length !== 1 || view.isOpaque(node)) return;
      const loop = loopAround(node, node.receiver, view);
      if (loop === null) return;
      const into = view.typeOf(buffer.operand);
      if (into === null) return;
      emit(node, node.receiver, node.name, into, loop, view, view.methodSpan(node));
    }),
    onMethod(['bytes'], (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node)) return;
      emit(node, node.receiver, 'bytes', null, node.start, view, view.methodSpan(node));
    }),
    onMethod(
      [
        'read_u8',
        'read_u16',
        'read_u32',
        'read_u64',
        'read_i32',
        'read_i64',
        'write_u8',
        'write_u16',
        'write_u32',
        'write_u64',
        'write_i32',
        'write_i64',
      ],
      (node, view) => {
        const loop = loopAround(node, node.receiver, view);
        if (loop === null || view.isOpaque(node)) return;
        emit(node, node.receiver, node.name, null, loop, view, view.methodSpan(node));
      },
    ),
  ],
  *judge({ program, candidates }) {
    const said = new Set<string>();
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const key = `${sighting.path}\0${seen.loop}\0${seen.place}`;
      if (said.has(key)) continue;
      const draft = draftOf(program, sighting, seen);
      if (draft === null) continue;
      said.add(key);
      yield draft;
    }
  },
};

function emit(
  node: Parameters<View['emit']>[0],
  writer: Expr,
  what: string,
  into: Ty,
  loop: number,
  view: View,
  at: ReturnType<View['span']>,
): void {
  const on = view.typeOf(writer);
  if (on === null) return;
  const seen: Seen = { on, what, into, place: placeText(view.text(writer)), loop };
  view.emit(node, seen, at);
}

/** The outermost loop that the file outlives, as its position in the text. */
function loopAround(node: Expr, file: Expr, view: View): number | null {
  const loops = view.loopsAround(node);
  const outer = loops.filter((loop) => outlives(file, loop)).pop();
  return outer === undefined || isFlushedEach(node, file, loops, view) ? null : outer.start;
}

/**
 * The innermost loop waits for a record, writes once, and flushes or syncs at once: each has to be out before the next
 * one comes, and a buffer would change nothing.
 */
function isFlushedEach(node: Expr, file: Expr, loops: readonly Node[], view: View): boolean {
  const [inner] = loops;
  if (inner === undefined || (inner.kind === 'for' && !RECEIVES.test(view.text(inner.iter)))) return false;
  const place = placeText(view.text(file));
  let flushes = false;
  let writes = 0;
  findNode(inner, (n) => {
    if (n.kind === 'method' && placeText(view.text(n.receiver)) === place) {
      if (/^(?:flush|sync_all|sync_data)$/.test(n.name)) flushes ||= n.start > node.start;
      else if (/^write/.test(n.name)) writes++;
    } else if (n.kind === 'macro' && /^writeln?$/.test(n.name)) writes++;
    return false;
  });
  return flushes && writes === 1;
}

/** Bytes that are surely few: text as it is formatted or read line by line, a literal, a number's bytes. */
function isSmall(bytes: Expr): boolean {
  switch (bytes.kind) {
    case 'literal':
      return true;
    case 'ref':
      return bytes.operand.kind === 'array' ? bytes.operand.elements.length <= SMALL : isSmall(bytes.operand);
    case 'macro':
      return bytes.name === 'format';
    case 'method':
      return isSmallMethod(bytes);
    default:
      return false;
  }
}

function isSmallMethod(call: MethodCall): boolean {
  if (/^to_[lbn]e_bytes$/.test(call.name)) return true;
  if (call.name !== 'as_bytes' && call.name !== 'as_ref') return false;
  const { receiver } = call;
  if (receiver.kind === 'macro') return receiver.name === 'format';
  if (receiver.kind === 'literal') return true;
  if (receiver.kind !== 'path') return receiver.kind === 'field' || receiver.kind === 'method';
  return !/(?:buf|buffer|chunk|content|contents|data|body|block|page)s?$/.test(
    receiver.segments[0]?.name ?? '',
  );
}

function draftOf(program: Program, sighting: Sighting, seen: Seen): Draft | null {
  if (program.isSeldom(sighting)) return null;
  if (program.isOneOf(sighting.path, seen.on, FILES) !== true) return null;
  const isAsync = program.headPath(sighting.path, seen.on) === 'tokio::fs::File';
  if (seen.what === 'read' || seen.what === 'read_exact') {
    const into = program.types.peel(program.settle(sighting.path, seen.into));
    if (into === null || !('array' in into) || into.len === null || into.len > SMALL) return null;
  }
  const reads = seen.what === 'bytes' || seen.what.startsWith('read');
  return {
    rule: 'unbuffered-file-io',
    // Only its user waits for a tool, and its files are as long as they are.
    ...(program.isTool(sighting.path) ? { severity: 'warning' as const } : {}),
    at: { path: sighting.path, ...sighting.at },
    params: {
      what: seen.what,
      file: seen.place.length > 40 ? shownType(program, sighting.path, seen.on) : seen.place,
      cost: isAsync ? 'a trip to the blocking pool' : 'at least one system call',
      each: seen.what === 'bytes' ? 'byte' : 'iteration',
      buffer: reads ? 'BufReader' : 'BufWriter',
      end: reads ? '' : ', and `flush` it at the end',
    },
  };
}
