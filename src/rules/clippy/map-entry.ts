/** Maps that are searched twice: once to ask, once to insert. */
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, If, MethodCall, Node } from '../../syntax/ast.js';
import { isInside } from '../../syntax/walk.js';
import { confidenceByLoad } from '../busy.js';
import { exprOf, placeText } from '../places.js';
import type { Rule } from '../rule.js';

const MAPS = new Set(['std::collections::HashMap', 'std::collections::BTreeMap']);

interface Seen {
  readonly on: Ty;
  readonly map: string;
  readonly key: string;
  /** The insertion makes its own key: an entry would make it each time, found or not. */
  readonly copies: boolean;
}

export const rule: Rule = {
  id: 'map-entry',
  collect: [
    onNode('if', (node, view) => {
      const asked = askedIn(node.cond);
      if (asked === null || view.isOpaque(node)) return;
      const [key] = asked.call.args;
      if (key === undefined) return;
      const branch = asked.negated ? node.then : node.else;
      if (branch?.kind !== 'block') return;
      // Only what is done in any case: an insertion under a condition of its own is another matter.
      const insert = branch.stmts
        .map(exprOf)
        .find(
          (expr) => expr?.kind === 'method' && expr.name === 'insert' && isSame(expr, asked.call, key, view),
        );
      if (insert?.kind !== 'method' || isNeededBetween(node, asked.call, view)) return;
      const seen: Seen = {
        on: view.typeOf(asked.call.receiver),
        map: view.snippet(asked.call.receiver, 40),
        key: view.snippet(key, 30).replace(/^&/, ''),
        copies: isCopied(insert.args[0], branch, view),
      };
      view.emit(node, seen, view.span(node));
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (program.isSeldom(sighting)) continue;
      if (program.isOneOf(sighting.path, seen.on, MAPS) !== true) continue;
      yield {
        rule: 'map-entry',
        confidence: confidenceByLoad(program, sighting, 'high', seen.copies),
        at: { path: sighting.path, ...sighting.at },
        params: { map: seen.map, key: seen.key },
      };
    }
  },
};

/** The map, or what holds it, is used between asking and inserting, where an entry would still borrow it. */
function isNeededBetween(node: If, asked: MethodCall, view: View): boolean {
  const place = placeText(view.text(asked.receiver));
  const root = /^\w+/.exec(place)?.[0] ?? place;
  const body = placeText(view.text(node)).slice(placeText(view.text(node.cond)).length);
  const named = new RegExp(`(?<![\\w.])${root}\\b`, 'g');
  return (body.match(named)?.length ?? 0) > 1;
}

function askedIn(cond: Expr): { readonly call: MethodCall; readonly negated: boolean } | null {
  const negated = cond.kind === 'unary' && cond.op === '!';
  const call = cond.kind === 'unary' ? cond.operand : cond;
  return call.kind === 'method' && call.name === 'contains_key' && call.args.length === 1
    ? { call, negated }
    : null;
}

function isSame(insert: MethodCall, asked: MethodCall, key: Expr, view: View): boolean {
  const [given] = insert.args;
  if (given === undefined || insert.args.length !== 2) return false;
  return (
    placeText(view.text(insert.receiver)) === placeText(view.text(asked.receiver)) &&
    bare(given, view) === bare(key, view)
  );
}

/** `insert(key.clone(), …)`, or of a copy that the branch made. */
function isCopied(given: Expr | undefined, branch: Node, view: View): boolean {
  if (given === undefined || given.kind === 'method') return given !== undefined;
  const owner = view.binding(given)?.owner;
  return owner?.kind === 'let' && isInside(owner, branch) && owner.init?.kind === 'method';
}

/** A key without what makes it fit: `&`, `*`, `.clone()`, `.to_string()`. */
function bare(key: Expr, view: View): string {
  let n = key;
  while (
    n.kind === 'ref' ||
    n.kind === 'unary' ||
    (n.kind === 'method' &&
      n.args.length === 0 &&
      /^(?:clone|to_string|to_owned|into|as_str|as_ref|to_vec|to_path_buf)$/.test(n.name))
  )
    n = n.kind === 'method' ? n.receiver : n.operand;
  return placeText(view.text(n));
}
