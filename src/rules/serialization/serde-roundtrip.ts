/** Values serialised and parsed again in one breath, to turn one type into another or to copy. */
import { usesOf } from '../../summaries/bindings.js';
import { onCall } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr } from '../../syntax/ast.js';
import { lastSegment } from '../../syntax/walk.js';
import { initOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly from: string;
  readonly to: string;
  readonly type: Ty;
  /** What is written out. */
  readonly value: Ty;
}

/** What reads back → what writes, of the same crate. */
const PAIRS: ReadonlyMap<string, readonly string[]> = new Map([
  ['from_str', ['to_string', 'to_string_pretty']],
  ['from_slice', ['to_vec', 'to_vec_pretty', 'to_string', 'to_vec_named']],
  ['from_value', ['to_value']],
  ['from_bytes', ['to_allocvec', 'to_stdvec', 'to_vec', 'to_bytes']],
  ['deserialize', ['serialize']],
]);
const CRATES =
  /^(?:serde_json|serde_yaml|serde_yml|toml|ron|bincode|postcard|rmp_serde|serde_cbor|simd_json|sonic_rs|bson|serde_json5|json5)::/;
const SAME =
  /^(?:unwrap|expect|map_err|context|with_context|as_str|as_bytes|as_slice|as_ref|into_bytes|clone|unwrap_or_default|ok|ok_or|ok_or_else|to_owned)$/;

export const rule: Rule = {
  id: 'serde-roundtrip',
  collect: [
    onCall([...PAIRS.keys()], (node, view) => {
      const from = view.calledPath(node);
      const [text] = node.args;
      if (from === null || text === undefined || view.isOpaque(node)) return;
      const writer = writerOf(text, view, 0);
      const to = writer === null ? null : view.calledPath(writer);
      if (to === null || PAIRS.get(lastSegment(from))?.includes(lastSegment(to)) !== true) return;
      const [value] = writer?.args ?? [];
      const seen: Seen = {
        from,
        to,
        type: { try: view.typeOf(node) },
        value: value === undefined ? null : view.typeOf(value),
      };
      view.emit(node, seen);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const from = program.canonical(sighting.path, seen.from);
      const to = program.canonical(sighting.path, seen.to);
      if (!CRATES.test(from) || from.split('::')[0] !== to.split('::')[0]) continue;
      // A text is quoted for a type that is read from it: no value is built twice.
      const value = program.headPath(sighting.path, seen.value);
      if (value === 'str' || value === 'std::string::String') continue;
      const toValue = program.headPath(sighting.path, seen.type) === 'serde_json::Value';
      yield {
        rule: 'serde-roundtrip',
        at: { path: sighting.path, ...sighting.at },
        params: { from, to },
        ...(toValue
          ? { help: 'use `serde_json::to_value(…)`: it builds the tree without the text in between' }
          : {}),
      };
    }
  },
};

/** The call whose result this is, directly or through a local that is used for nothing else. */
function writerOf(expr: Expr, view: View, hops: number): Call | null {
  switch (expr.kind) {
    case 'ref':
      return writerOf(expr.operand, view, hops);
    case 'try':
      return writerOf(expr.base, view, hops);
    case 'method':
      return SAME.test(expr.name) ? writerOf(expr.receiver, view, hops) : null;
    case 'call':
      return expr;
    case 'path': {
      const binding = view.binding(expr);
      const init = initOf(expr);
      if (binding === null || init === null || hops > 1 || usesOf(binding).length !== 1) return null;
      return writerOf(init, view, hops + 1);
    }
    default:
      return null;
  }
}
