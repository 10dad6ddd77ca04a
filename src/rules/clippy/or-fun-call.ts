/** Defaults that are made although nobody needs them. */
import type { Program, Sighting } from '../../program/program.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Expr } from '../../syntax/ast.js';
import { findNode, lastName } from '../../syntax/walk.js';
import { confidenceByLoad } from '../busy.js';
import type { Rule } from '../rule.js';

const LAZY: Readonly<Record<string, string>> = {
  unwrap_or: 'unwrap_or_else',
  map_or: 'map_or_else',
  get_or_insert: 'get_or_insert_with',
  or_insert: 'or_insert_with',
  or: 'or_else',
};
const HOLDERS = /(?:^|::)(?:Option|Result|Entry|OccupiedEntry|VacantEntry)$/;

interface Seen {
  readonly on: Ty;
  readonly method: string;
  readonly what: string;
  /** `literal`: a copy of it, some tens of nanoseconds. `text` is put together, or a list: always worth a line. */
  readonly weight: 'literal' | 'copy' | 'text';
}

export const rule: Rule = {
  id: 'or-fun-call',
  collect: [
    onMethod(Object.keys(LAZY), (node, view) => {
      const [value] = node.args;
      if (value === undefined || node.args.length !== (node.name === 'map_or' ? 2 : 1) || view.isOpaque(node))
        return;
      const made = allocationIn(value);
      if (made === null) return;
      const seen: Seen = {
        on: view.typeOf(node.receiver),
        method: node.name,
        what: view.snippet(made, 40),
        weight: isCopyOfLiteral(made) ? 'literal' : isPutTogether(made) ? 'text' : 'copy',
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isSeldom(sighting)) continue;
      const head = program.headPath(sighting.path, seen.on);
      if (head === null ? seen.method === 'or' : !HOLDERS.test(head)) continue;
      yield {
        rule: 'or-fun-call',
        confidence: confidenceByLoad(program, sighting, 'medium', !matters(program, sighting, seen)),
        at: { path: sighting.path, ...sighting.at },
        params: { method: seen.method, what: seen.what, lazy: LAZY[seen.method] ?? '' },
      };
    }
  },
};

/** A saved allocation counts where it is saved again and again; an entry is made for keys that come back. */
function matters(program: Program, sighting: Sighting, { method, weight }: Seen): boolean {
  if (weight === 'text' || program.inHandler(sighting)) return true;
  return weight === 'copy' && (method === 'or_insert' || sighting.context.loops > 0);
}

function isPutTogether(made: Expr): boolean {
  return made.kind === 'macro' || (made.kind === 'method' && /^(?:collect|repeat)$/.test(made.name));
}

function isCopyOfLiteral(made: Expr): boolean {
  const from = made.kind === 'method' ? made.receiver : made.kind === 'call' ? made.args[0] : undefined;
  // A constant's name, too.
  return from?.kind === 'literal' || (from?.kind === 'path' && /^[A-Z][A-Z0-9_]*$/.test(lastName(from)));
}

/** What surely allocates in the argument; calls of unknown functions may be cheap, and are left alone. */
function allocationIn(value: Expr): Expr | null {
  const found = findNode(
    value,
    (n) => {
      if (n.kind === 'macro')
        return /^(?:std::)?format$/.test(n.name) || (n.name === 'vec' && n.args.length > 0);
      if (n.kind === 'method')
        return /^(?:to_string|to_owned|to_vec|to_path_buf|collect|to_lowercase|to_uppercase|repeat)$/.test(
          n.name,
        );
      if (n.kind !== 'call' || n.callee.kind !== 'path' || n.args.length === 0) return false;
      const path = n.callee.segments
        .slice(-2)
        .map((segment) => segment.name)
        .join('::');
      return /^(?:String::from|PathBuf::from|Box::new|Vec::from|(?:Vec|String|HashMap)::with_capacity)$/.test(
        path,
      );
    },
    (n) => n.kind !== 'closure' && n.kind !== 'macro' && n.kind !== 'block',
  );
  return found === null ? null : (found as Expr);
}
