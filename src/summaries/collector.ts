/** How a rule looks at one file: named visitors, called once for each node of interest in production code. */
import type { Call, Macro, MethodCall, Node } from '../syntax/ast.js';
import type { View } from './view.js';

type NodeKind = Exclude<Node['kind'], 'file'>;
export type NodeOf<K extends NodeKind> = Extract<Node, { readonly kind: K }>;

/** One visitor of a rule; made by `onMethod`, `onCall`, `onMacro` and `onNode`. */
export type Visitor =
  | { readonly methods: readonly string[]; readonly visit: (node: MethodCall, view: View) => void }
  | { readonly calls: readonly string[]; readonly visit: (node: Call, view: View) => void }
  | { readonly macros: readonly string[]; readonly visit: (node: Macro, view: View) => void }
  | { readonly node: NodeKind; readonly visit: (node: never, view: View) => void };

export type Collector = readonly Visitor[];

/** Visits calls of methods with one of these names: name them, a rule that looks at everything costs everyone. */
export function onMethod(methods: readonly string[], visit: (node: MethodCall, view: View) => void): Visitor {
  return { methods, visit };
}
/** Visits calls of paths whose last segment is one of these. */
export function onCall(calls: readonly string[], visit: (node: Call, view: View) => void): Visitor {
  return { calls, visit };
}
/** Visits macro calls whose name, without path and `!`, is one of these. */
export function onMacro(macros: readonly string[], visit: (node: Macro, view: View) => void): Visitor {
  return { macros, visit };
}
/** Visits every node of a kind. */
export function onNode<K extends NodeKind>(node: K, visit: (node: NodeOf<K>, view: View) => void): Visitor {
  return { node, visit };
}
