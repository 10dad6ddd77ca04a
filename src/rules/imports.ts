/** What a file brings into scope, and what a fix has to: traits whose methods are called. */
import type { Span } from '../findings/finding.js';
import { flatItems } from '../summaries/scope.js';
import type { View } from '../summaries/view.js';
import type { Item, Node, Use } from '../syntax/ast.js';

/** A line to insert, in the span's file. */
export interface Import {
  readonly at: Span;
  readonly text: string;
}

/**
 * @param trait Its path, `std::fmt::Write`.
 * @returns `there` when the trait is in scope where `node` stands; null when there is no `use` to write it beside.
 */
export function importFor(trait: string, node: Node, view: View): Import | 'there' | null {
  for (let n: Node | null = node; n !== null && n.kind !== 'mod' && n.kind !== 'file'; n = n.parent)
    if (n.kind === 'block' && n.stmts.some((stmt) => stmt.kind === 'use' && brings(stmt, trait)))
      return 'there';
  const module = view.scope.moduleOf(node).node;
  const items: readonly Item[] = module.kind === 'mod' || module.kind === 'file' ? (module.items ?? []) : [];
  const uses = [...flatItems(items)].filter((item): item is Use => item.kind === 'use');
  if (uses.some((one) => brings(one, trait))) return 'there';
  const first = items.find((item) => item.kind === 'use');
  if (first === undefined) return null;
  // Attributes stand before the item that they belong to.
  const start = Math.min(first.start, ...first.attrs.map((attr) => attr.start));
  const at = view.span({ start, end: start });
  return { at, text: `use ${trait} as _;\n${' '.repeat(at.column - 1)}` };
}

function brings(use: Use, trait: string): boolean {
  const owner = trait.slice(0, trait.lastIndexOf('::'));
  return use.names.some(({ name, path }) => {
    const full = path.join('::').replace(/^(?:::|core::|alloc::)/, (head) => (head === '::' ? '' : 'std::'));
    return full === trait || (name === '*' && full === owner);
  });
}

const asked = new WeakMap<View['scope'], Map<RegExp, { readonly of: number; readonly found: boolean }>>();

/**
 * Does a `use` of the file, in a module of it or in a block already entered, name such a path? Globs end in `::*`.
 *
 * @param path One object for all calls: the answer is kept by it.
 */
export function fileUses(view: View, path: RegExp): boolean {
  const { imported } = view.scope;
  let own = asked.get(view.scope);
  if (own === undefined) {
    own = new Map();
    asked.set(view.scope, own);
  }
  const known = own.get(path);
  if (known !== undefined && known.of === imported.length) return known.found;
  const found = imported.some((target) => path.test(target));
  own.set(path, { of: imported.length, found });
  return found;
}
