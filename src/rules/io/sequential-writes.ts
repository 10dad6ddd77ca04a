/** Several small writes in a row on a writer without a buffer, where one would do. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { onMacro, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Macro, MethodCall, Stmt } from '../../syntax/ast.js';
import { findNode } from '../../syntax/walk.js';
import { coreOf, exprOf, placeText, statementAt } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';
import { shownType, writerKind } from '../writers.js';

const WRITES = [
  'write_all',
  'write',
  'write_u8',
  'write_u16',
  'write_u32',
  'write_u64',
  'write_i8',
  'write_i16',
  'write_i32',
  'write_i64',
  'write_u16_le',
  'write_u32_le',
  'write_u64_le',
];
const NAMES = new Set(WRITES);
const MACROS = new Set(['write', 'writeln']);

interface Seen {
  readonly on: Ty;
  readonly writer: string;
  readonly count: number;
  /** The same function opens it, which costs as much as a few writes. */
  readonly fresh: boolean;
}
interface Write {
  readonly writer: Expr;
  readonly node: MethodCall | Macro;
}

export const rule: Rule = {
  id: 'sequential-writes',
  collect: [
    onMethod(WRITES, (node, view) => see(node, view, view.methodSpan(node))),
    onMacro([...MACROS], (node, view) => see(node, view, view.span(node))),
  ],
  judge: judgeEach(draftOf),
};

function see(node: MethodCall | Macro, view: View, at: ReturnType<View['span']>): void {
  const here = statementAt(node);
  if (here === null || view.isOpaque(node)) return;
  const { stmts } = here.block;
  const first = stmts[here.index];
  const write = first === undefined ? null : writeOf(first);
  if (write?.node !== node) return;
  const writer = placeText(view.text(write.writer));
  const same = (stmt: Stmt): boolean => {
    const other = writeOf(stmt);
    return other !== null && placeText(view.text(other.writer)) === writer;
  };
  // Only the first of a row speaks.
  for (let i = here.index - 1; i >= 0; i--) {
    const before = stmts[i];
    if (before === undefined || !isBetween(before)) {
      if (before !== undefined && same(before)) return;
      break;
    }
  }
  let count = 1;
  for (const after of stmts.slice(here.index + 1)) {
    if (same(after)) count++;
    else if (!isBetween(after)) break;
  }
  if (count < 2) return;
  const on = view.typeOf(write.writer);
  if (on !== null)
    view.emit(node, { on, writer, count, fresh: isFresh(write.writer, view) } satisfies Seen, at);
}

const OPENS = /(?:^|::)(?:File::(?:create|create_new|open|options)|OpenOptions::new|NamedTempFile::new\w*)$/;

/** A local file that was opened here. */
function isFresh(writer: Expr, view: View): boolean {
  let place = writer;
  while (place.kind === 'ref' || place.kind === 'unary') place = place.operand;
  const owner = view.binding(place)?.owner;
  return (
    owner?.kind === 'let' &&
    owner.init !== null &&
    findNode(
      owner.init,
      (n) => n.kind === 'call' && n.callee.kind === 'path' && OPENS.test(view.text(n.callee)),
      (n) => n.kind !== 'closure',
    ) !== null
  );
}

/** The write that a statement is; of `write_all(…)?`, `if let Err(e) = write_all(…)` only the first form. */
function writeOf(stmt: Stmt): Write | null {
  const expr = exprOf(stmt);
  if (expr === null) return null;
  const core = coreOf(expr);
  if (core.kind === 'method' && NAMES.has(core.name) && core.args.length === 1)
    return { writer: core.receiver, node: core };
  const [writer] = core.kind === 'macro' && MACROS.has(core.name) ? core.args : [];
  return core.kind === 'macro' && writer !== undefined ? { writer, node: core } : null;
}

/** `let header = encode(…);` between two writes: nothing waits there. */
function isBetween(stmt: Stmt): boolean {
  return (
    stmt.kind === 'let' &&
    findNode(stmt, (n) => n.kind === 'await' || (n.kind === 'method' && NAMES.has(n.name))) === null
  );
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  const kind = writerKind(program, sighting.path, seen.on);
  if (kind === null || kind === 'buffered') return null;
  const type = shownType(program, sighting.path, seen.on);
  const head = program.headPath(sighting.path, seen.on) ?? '';
  const hops = head === 'tokio::fs::File' || head === 'async_std::fs::File' || head === 'async_fs::File';
  const cost =
    kind === 'tls'
      ? `${seen.count} TLS records where one would do`
      : hops
        ? `${seen.count} trips to the blocking pool where one would do`
        : `${seen.count} system calls where one would do`;
  return {
    rule: 'sequential-writes',
    at: { path: sighting.path, ...sighting.at },
    params: { writer: seen.writer.length > 40 ? type : seen.writer, type, cost },
    // One file, written once.
    ...(seen.fresh && sighting.context.loops === 0 && !program.inHandler(sighting)
      ? { confidence: 'low' as const }
      : {}),
    ...(kind === 'tls' ? { help: 'wrap the stream in a `BufWriter`, and `flush` it after the message' } : {}),
  };
}
