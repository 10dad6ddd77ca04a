/** Buffered async writers that are dropped with bytes in them: unlike std's, they cannot write on drop. */

import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { type Binding, usesOf } from '../../summaries/bindings.js';
import { onCall } from '../../summaries/collector.js';
import type { Expr, Node } from '../../syntax/ast.js';
import { calleeName } from '../../syntax/walk.js';
import { judgeEach, type Rule } from '../rule.js';

const WRITERS = new Set([
  'tokio::io::BufWriter::new',
  'tokio::io::BufWriter::with_capacity',
  'tokio::io::BufStream::new',
  'futures_util::io::BufWriter::new',
  'futures_util::io::BufWriter::with_capacity',
  'async_std::io::BufWriter::new',
  'async_std::io::BufWriter::with_capacity',
]);
/** They empty the buffer, or take the writer to someone who may. */
const ENDS =
  /^(?:flush|shutdown|close|into_inner|into_split|poll_flush|poll_shutdown|poll_close|split|get_mut|boxed|compat_write|compat)$/;
const WRITES = /^(?:write\w*|send)$/;
/** tokio's copies flush the writer at their end. */
const FLUSHING = new Set(['copy', 'copy_buf', 'copy_bidirectional']);

interface Seen {
  readonly path: string;
  readonly name: string;
}

export const rule: Rule = {
  id: 'async-bufwriter-no-flush',
  collect: [
    onCall(['new', 'with_capacity'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || !/Buf(?:Writer|Stream)::(?:new|with_capacity)$/.test(path) || view.isOpaque(node))
        return;
      const statement = node.parent;
      if (statement?.kind !== 'let' || statement.init !== node || statement.pattern.kind !== 'patIdent')
        return;
      const { name } = statement.pattern;
      if (!isLost({ name, ident: statement.pattern, owner: statement })) return;
      view.emit(node, { path, name } satisfies Seen);
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const path = program.canonical(sighting.path, seen.path);
  if (!WRITERS.has(path)) return null;
  return {
    rule: 'async-bufwriter-no-flush',
    at: { path: sighting.path, ...sighting.at },
    params: { name: seen.name, type: path.replace(/^futures_util/, 'futures').replace(/::\w+$/, '') },
  };
}

/** Written to, never flushed, and seen to its end here: not returned, stored or handed on. */
function isLost(binding: Binding): boolean {
  let written = false;
  for (const use of usesOf(binding)) {
    if (use.kind !== 'path') return false;
    const fate = fateOf(use);
    if (fate === 'gone') return false;
    if (fate === 'written') written = true;
  }
  return written;
}

function fateOf(use: Expr): 'written' | 'gone' | 'looked' {
  let value: Node = use;
  let outer: Node | null = use.parent;
  while (outer?.kind === 'ref' || outer?.kind === 'unary') {
    value = outer;
    outer = outer.parent;
  }
  if (outer?.kind === 'method' && outer.receiver === value) {
    if (WRITES.test(outer.name)) return 'written';
    return ENDS.test(outer.name) || !/^(?:get_ref|buffer|capacity)$/.test(outer.name) ? 'gone' : 'looked';
  }
  if (outer?.kind === 'macro' && /^writeln?$/.test(outer.name) && outer.args[0] === value) return 'written';
  if (outer?.kind === 'call' && outer.callee !== value) {
    const name = calleeName(outer);
    if (name === 'drop' && value === use) return 'looked';
    if (FLUSHING.has(name)) return 'gone';
  }
  return 'gone';
}
