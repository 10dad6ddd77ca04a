/** How a rule looks at one file: named visitors, called once for each node of interest in production code. */
import type { Call, Expr, Item, Macro, MethodCall, Node, Pattern, Stmt, Type } from '../syntax/ast.js';
import type { View } from './view.js';

export type { Candidate } from './summary.js';

type NodeKind = Exclude<Node['kind'], 'file'>;
export type NodeOf<K extends NodeKind> = Extract<Node, { readonly kind: K }>;

/**
 * `methods` and `calls` are names to look for: a method's name, the last segment of a called path. Name them:
 * a rule that looks at everything costs everyone.
 */
export type Visitor =
  | { readonly methods: readonly string[]; readonly visit: (node: MethodCall, view: View) => void }
  | { readonly calls: readonly string[]; readonly visit: (node: Call, view: View) => void }
  | { readonly macros: readonly string[]; readonly visit: (node: Macro, view: View) => void }
  | { [K in NodeKind]: { readonly node: K; readonly visit: (node: NodeOf<K>, view: View) => void } }[NodeKind];

export type Collector = readonly Visitor[];

export type { Call, Expr, Item, Macro, MethodCall, Node, Pattern, Stmt, Type };
