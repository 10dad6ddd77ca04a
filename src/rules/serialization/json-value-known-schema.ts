/** JSON decoded into a tree of values, from which the code then picks fields that it knows by name. */
import { type Binding, identsIn, usesOf } from '../../summaries/bindings.js';
import { onCall, onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, MethodCall, Node } from '../../syntax/ast.js';
import { findNode, lastName } from '../../syntax/walk.js';
import { confidenceByLoad } from '../busy.js';
import type { Rule } from '../rule.js';

interface Seen {
  /** What the value may be; any of them known to be a `Value` decides. */
  readonly types: readonly Ty[];
  /** How it was decoded, as the message says it. */
  readonly by: string;
  readonly path: string | null;
  /** Names of fields, in order of first use. */
  readonly keys: readonly string[];
}

interface Picked {
  readonly keys: Set<string>;
  /** A field is read as a string, number, …. */
  typed: boolean;
  /** The value is used as a whole, changed, or asked for names that are not written here. */
  whole: boolean;
  /** What holds the value, or its `Result`. */
  readonly held: Binding[];
}

const VALUE = 'serde_json::Value';
const DECODERS = new Set(['serde_json::from_str', 'serde_json::from_slice', 'serde_json::from_reader']);
/** What they give is still the whole value. */
const SAME =
  /^(?:unwrap|expect|map_err|context|with_context|ok|unwrap_or_default|unwrap_or|unwrap_or_else|as_ref|clone|ok_or|ok_or_else|wrap_err|error_for_status|as_object)$/;
const NEUTRAL = /^(?:is_\w+)$/;

export const rule: Rule = {
  id: 'json-value-known-schema',
  collect: [
    onCall(['from_str', 'from_slice', 'from_reader'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || view.isOpaque(node)) return;
      look(node, path, path.split('::').slice(-2).join('::'), view);
    }),
    onMethod(['json', 'parse'], (node, view) => {
      if (node.args.length === 0 && !view.isOpaque(node)) look(node, null, node.name, view);
    }),
    onNode('fn', (node, view) => {
      for (const param of node.params) {
        if (
          param.type === null ||
          node.body === null ||
          !/\bJson\s*<[^<>]*Value\s*>/.test(view.text(param.type))
        )
          continue;
        const picked = newlyPicked();
        for (const ident of identsIn(param.pattern))
          follow({ name: ident.name, ident, owner: param }, picked, 0);
        if (!isSchema(picked)) continue;
        const type = view.tyOf(param.type);
        const inner: Ty = type !== null && 'p' in type ? (type.a?.[0] ?? null) : null;
        const seen: Seen = { types: [inner], by: 'Json<Value>', path: null, keys: [...picked.keys] };
        view.emit(node.body, seen, view.span(param.type));
      }
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (seen.path !== null && !DECODERS.has(program.canonical(sighting.path, seen.path))) continue;
      if (!seen.types.some((type) => program.headPath(sighting.path, type) === VALUE)) continue;
      if (program.isStartup(sighting)) continue;
      const shown = seen.keys.slice(0, 3);
      yield {
        rule: 'json-value-known-schema',
        confidence: confidenceByLoad(
          program,
          sighting,
          'medium',
          sighting.context.cold || saysWhatFailed(seen.keys),
        ),
        at: { path: sighting.path, ...sighting.at },
        params: {
          by: seen.by,
          keys: shown.join(', ') + (seen.keys.length > 3 ? ', …' : ''),
          are: seen.keys.length === 1 ? 'is' : 'are',
        },
      };
    }
  },
};

const FAILURE = /^(?:errors?|error_\w+|errorMessage|details?|fault)$/;
const BESIDE_FAILURE = /^(?:message|msg|code|reason)$/;

/** An answer's body that is read because there was an error. */
function saysWhatFailed(keys: readonly string[]): boolean {
  return (
    keys.some((key) => FAILURE.test(key)) &&
    keys.every((key) => FAILURE.test(key) || BESIDE_FAILURE.test(key))
  );
}

function look(node: Call | MethodCall, path: string | null, by: string, view: View): void {
  const picked = newlyPicked();
  const types: Ty[] = [{ try: view.isAwaited(node) ? { await: view.typeOf(node) } : view.typeOf(node) }];
  climb(node, picked, 0);
  if (!isSchema(picked)) return;
  for (const binding of picked.held) types.push(view.typeOfBinding(binding));
  view.emit(node, { types, by, path, keys: [...picked.keys] } satisfies Seen, view.callSpan(node));
}

function newlyPicked(): Picked {
  return { keys: new Set(), typed: false, whole: false, held: [] };
}

function isSchema({ keys, typed, whole }: Picked): boolean {
  return !whole && (keys.size >= 2 || (keys.size === 1 && typed));
}

function follow(binding: Binding, picked: Picked, depth: number): void {
  if (depth > 4) return;
  for (const use of usesOf(binding)) {
    if (use.kind === 'path') climb(use, picked, depth + 1);
    else picked.whole = true;
  }
}

/** Goes up from the whole value, to what is taken from it. */
function climb(from: Expr, picked: Picked, depth: number): void {
  if (isGivenAway(from, picked, depth)) picked.whole = true;
}

function isGivenAway(from: Expr, picked: Picked, depth: number): boolean {
  let value = from;
  for (;;) {
    const outer: Node | null = value.parent;
    switch (outer?.kind) {
      case 'try':
      case 'await':
      case 'ref':
      case 'unary':
        value = outer;
        continue;
      case 'field':
        // `Json(body)` as `body.0`.
        if (outer.name !== '0') return true;
        value = outer;
        continue;
      case 'method':
        if (outer.receiver !== value) return true;
        if (SAME.test(outer.name)) {
          value = outer;
          continue;
        }
        if (NEUTRAL.test(outer.name)) return false;
        if (outer.name !== 'get' && outer.name !== 'pointer') return true;
        pick(outer, outer.args[0], picked);
        return false;
      case 'index':
        if (outer.base !== value) return true;
        pick(outer, outer.index, picked);
        return false;
      case 'let':
      case 'letCond':
      case 'arm': {
        // `Ok(value) => value`: the match is the value.
        if (outer.kind === 'arm') {
          if (outer.body !== value || outer.parent?.kind !== 'match') return true;
          value = outer.parent;
          continue;
        }
        const [ident, second] = identsIn(outer.pattern);
        if (ident === undefined || second !== undefined) return true;
        const binding: Binding = { name: ident.name, ident, owner: outer };
        picked.held.push(binding);
        follow(binding, picked, depth);
        return false;
      }
      case 'match':
        for (const arm of outer.arms) {
          // `Ok(value) => …`; other arms have no part of it.
          if (arm.pattern.kind !== 'patTupleStruct') {
            if (arm.pattern.kind !== 'patWild') picked.whole = true;
            continue;
          }
          const name = lastName(arm.pattern.path);
          if (name === 'Err') continue;
          if (name !== 'Ok' && name !== 'Some') return true;
          for (const ident of identsIn(arm.pattern)) {
            const binding: Binding = { name: ident.name, ident, owner: arm };
            picked.held.push(binding);
            follow(binding, picked, depth);
          }
        }
        return false;
      default:
        return true;
    }
  }
}

/** One field is taken, by `access`: its name, the names below it, and whether it is read as something. */
function pick(access: Expr, key: Expr | undefined, picked: Picked): void {
  if (key?.kind !== 'literal') {
    picked.whole = true;
    return;
  }
  if (key.type !== 'str') {
    // `v[0]`: a list.
    picked.whole = true;
    return;
  }
  picked.keys.add(key.text.slice(1, -1));
  let value = access;
  for (let outer: Node | null = value.parent; outer !== null; outer = value.parent) {
    if (outer.kind === 'assign' && outer.left === value) {
      picked.whole = true;
      return;
    }
    if (outer.kind === 'method' && outer.receiver === value) {
      if (/^as_(?!array|object)\w+$/.test(outer.name)) picked.typed = true;
      if (/_mut$|^take$/.test(outer.name)) picked.whole = true;
      const [arg] = outer.args;
      if (/^(?:get|pointer)$/.test(outer.name) && arg?.kind === 'literal' && arg.type === 'str')
        picked.keys.add(arg.text.slice(1, -1));
      if (outer.args.some((one) => readsTyped(one))) picked.typed = true;
    } else if (outer.kind === 'index' && outer.base === value) {
      if (outer.index.kind === 'literal' && outer.index.type === 'str')
        picked.keys.add(outer.index.text.slice(1, -1));
    } else if (outer.kind !== 'try' && outer.kind !== 'ref') return;
    value = outer;
  }
}

/** `|v| v.as_str()`, `Value::as_str`, `|item| item["id"].clone()`. */
function readsTyped(arg: Expr): boolean {
  if (arg.kind === 'path') return /^as_/.test(lastName(arg));
  if (arg.kind !== 'closure') return false;
  if (arg.body.kind === 'method' && /^as_/.test(arg.body.name)) return true;
  return (
    findNode(arg.body, (n) => n.kind === 'index' && n.index.kind === 'literal' && n.index.type === 'str') !==
    null
  );
}
