/** Parameters that ask for a whole container where a view of it would do. */

import { pathOf, peelRefs } from '../../program/types.js';
import { usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Fn, Node, Param } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';

/** Container → what to take instead. */
const VIEWS: Readonly<Record<string, string>> = {
  'std::vec::Vec': '&[T]',
  'std::string::String': '&str',
  'std::path::PathBuf': '&Path',
};
/** Methods that only the container has. */
const OWN = /^(?:capacity|clone|as_vec|as_mut_vec|to_owned|borrow|into_iter)$/;

interface Seen {
  readonly type: Ty;
  readonly shown: string;
  readonly name: string;
}

export const rule: Rule = {
  id: 'ptr-arg',
  collect: [
    onNode('fn', (node, view) => {
      if (node.body === null || isContract(node) || view.isOpaque(node)) return;
      for (const param of node.params) {
        const seen = seenOf(param, view);
        if (seen !== null && param.type !== null) view.emit(node.body, seen, view.span(param.type));
      }
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const { type, shown, name }: Seen = sighting.data;
      // Passed as a value: the signature is the taker's.
      if ((program.node(sighting)?.takenBy.length ?? 0) > 0) continue;
      const head = pathOf(peelRefs(program.settle(sighting.path, type)));
      const view = head === null ? undefined : VIEWS[head];
      if (view === undefined) continue;
      yield {
        rule: 'ptr-arg',
        at: { path: sighting.path, ...sighting.at },
        params: { shown, name, view: view === '&[T]' ? viewOf(shown) : view },
      };
    }
  },
};

/** The signature is a trait's, or one that others dictate. */
function isContract(fn: Fn): boolean {
  const outer = fn.parent;
  if (outer?.kind === 'trait' || (outer?.kind === 'impl' && outer.trait !== null)) return true;
  return fn.attrs.some(({ path }) =>
    /^(?:no_mangle|export_name|wasm_bindgen|pyfunction|pymethods|napi|tauri::command|command|test)$/.test(
      path,
    ),
  );
}

function seenOf(param: Param, view: View): Seen | null {
  const { type, pattern } = param;
  if (type?.kind !== 'tyRef' || type.mutable || pattern.kind !== 'patIdent') return null;
  if (type.inner.kind !== 'tyPath') return null;
  const written = view.text(type.inner).replace(/\s+/g, ' ');
  if (!/(?:Vec ?<|String$|PathBuf$)/.test(written) && !/^[A-Z]\w*(?:<|$)/.test(written)) return null;
  if (!/(?:Vec|String|PathBuf)/.test(written)) return null;
  const uses = usesOf({ name: pattern.name, ident: pattern, owner: param });
  if (!uses.every((use) => use.kind !== 'path' || fitsView(use))) return null;
  return { type: view.tyOf(type), shown: `&${written}`, name: pattern.name };
}

/** The use would also do with a slice, a `str` or a `Path`. */
function fitsView(use: Node): boolean {
  const outer = use.parent;
  if (outer === null) return true;
  if (outer.kind === 'method') {
    // As an argument it may be wanted as the container itself.
    return outer.receiver === use ? !OWN.test(outer.name) : isLooseArgument(outer.name);
  }
  if (outer.kind === 'unary' || outer.kind === 'let' || outer.kind === 'struct' || outer.kind === 'return')
    return false;
  if (outer.kind === 'binary') return !/^[=!]=$/.test(outer.op);
  return outer.kind !== 'call' && outer.kind !== 'tuple' && outer.kind !== 'ref' && outer.kind !== 'closure';
}

/** Methods of the standard library that take any view. */
function isLooseArgument(method: string): boolean {
  return /^(?:push_str|extend_from_slice|extend|starts_with|ends_with|join|contains|write_all|arg|args|zip|chain|push|strip_prefix)$/.test(
    method,
  );
}

function viewOf(shown: string): string {
  const inner = /<(.*)>$/.exec(shown)?.[1];
  return inner === undefined ? '&[T]' : `&[${inner}]`;
}
