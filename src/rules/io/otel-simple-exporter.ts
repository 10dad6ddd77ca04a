/** Telemetry that is exported one span or record at a time, on the thread that ends it. */
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, MethodCall } from '../../syntax/ast.js';
import { initOf, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

/** Exporters that write to this process, or to nowhere. */
const LOCAL = /std_?out|std_?err|in_?memory|noop|no_op|console|testing|mock|debug|print|file/i;

interface Seen {
  readonly what: string;
  /** Resolved path of the constructor, null for methods. */
  readonly path: string | null;
  readonly exporter: Ty;
}

export const rule: Rule = {
  id: 'otel-simple-exporter',
  collect: [
    onMethod(['with_simple_exporter', 'install_simple'], (node, view) => see(node, null, view)),
    onCall(['new', 'builder'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null && /Simple(?:Span|Log|Concurrent)\w*Processor::(?:new|builder)$/.test(path))
        see(node, path, view);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (
        seen.path !== null &&
        !/^opentelemetry(?:_sdk)?::/.test(program.canonical(sighting.path, seen.path))
      )
        continue;
      const exporter = program.headPath(sighting.path, seen.exporter);
      if (exporter !== null && LOCAL.test(exporter)) continue;
      yield {
        rule: 'otel-simple-exporter',
        at: { path: sighting.path, ...sighting.at },
        params: { what: seen.what },
        ...(seen.what === 'install_simple'
          ? { help: 'use `install_batch` with the runtime of the program' }
          : {}),
      };
    }
  },
};

function see(node: Call | MethodCall, path: string | null, view: View): void {
  if (view.isOpaque(node)) return;
  const [exporter] = node.args;
  const source = node.kind === 'method' && node.name === 'install_simple' ? node.receiver : exporter;
  if (source !== undefined && LOCAL.test(view.text(originOf(madeFrom(source))))) return;
  const seen: Seen = {
    what: node.kind === 'method' ? node.name : (path ?? '').split('::').slice(-2, -1).join(''),
    path,
    exporter: exporter === undefined ? null : view.typeOf(exporter),
  };
  view.emit(node, seen, view.callSpan(node));
}

/** What a local was made from. */
function madeFrom(expr: Expr): Expr {
  return initOf(expr) ?? expr;
}
