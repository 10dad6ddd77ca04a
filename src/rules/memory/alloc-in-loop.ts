/** Buffers that are made and freed on every round of a loop, where one could be cleared and used again. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { callableOf, usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Let, Node } from '../../syntax/ast.js';
import { judgeEach, type Rule } from '../rule.js';

const FILLS =
  /^(?:push\w*|extend\w*|insert\w*|read_\w+|resize\w*|append|write\w*|put_\w+|clone_from\w*|set_len|reserve\w*)$/;
const TEXTS = new Set(['std::string::String', 'str']);

interface Seen {
  readonly name: string;
  readonly what: string;
  /** The receiver of `to_string`, whose type decides; null where there is nothing to decide. */
  readonly of: Ty | null;
}

export const rule: Rule = {
  id: 'alloc-in-loop',
  collect: [
    onNode('let', (node, view) => {
      const { init, pattern } = node;
      if (init === null || pattern.kind !== 'patIdent' || view.isOpaque(node)) return;
      const made = allocation(init, node, view);
      if (made === null || view.loopsAround(node).length === 0) return;
      const fate = fateOf(node, pattern.name);
      if (!fate.stays || (made.empty && !fate.filled)) return;
      view.emit(node, { name: pattern.name, what: made.what, of: made.of } satisfies Seen, view.span(init));
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  if (seen.of !== null) {
    const head = pathOf(program.types.peel(program.settle(sighting.path, seen.of)));
    if (head === null || !TEXTS.has(head)) return null;
  }
  return {
    rule: 'alloc-in-loop',
    at: { path: sighting.path, ...sighting.at },
    params: { name: seen.name, what: seen.what },
  };
}

interface Allocation {
  readonly what: string;
  /** It allocates only once it is filled. */
  readonly empty: boolean;
  readonly of: Ty | null;
}

function allocation(init: Expr, statement: Let, view: View): Allocation | null {
  switch (init.kind) {
    case 'macro':
      if (init.name === 'vec')
        return init.args.length === 0
          ? { what: 'vec![]', empty: true, of: null }
          : { what: 'vec!', empty: false, of: null };
      return null;
    case 'call': {
      const path = view.calledPath(init);
      const found =
        path === null
          ? null
          : /(?:^|::)(Vec|String|VecDeque|BytesMut|HashMap|HashSet)::(new|with_capacity)$/.exec(path);
      if (found === null) return null;
      return { what: `${found[1]}::${found[2]}`, empty: found[2] === 'new', of: null };
    }
    case 'method': {
      if (init.name === 'to_vec' && init.args.length === 0) return { what: 'to_vec', empty: false, of: null };
      if (/^to_(?:owned|string)$/.test(init.name) && init.args.length === 0)
        return { what: init.name, empty: false, of: view.typeOf(init.receiver) };
      if (init.name !== 'collect') return null;
      const [into] = init.generics;
      const written =
        into !== undefined ? view.text(into) : statement.type !== null ? view.text(statement.type) : '';
      return /^(?:Vec\b|String$)/.test(written) ? { what: 'collect', empty: false, of: null } : null;
    }
    default:
      return null;
  }
}

/** Does the value stay in its iteration, and does something go into it? */
function fateOf(statement: Let, name: string): { readonly stays: boolean; readonly filled: boolean } {
  if (statement.pattern.kind !== 'patIdent') return { stays: false, filled: false };
  let filled = false;
  const uses = usesOf({ name, ident: statement.pattern, owner: statement });
  if (uses.length === 0) return { stays: false, filled: false };
  for (const use of uses) {
    if (use.kind !== 'path') continue;
    if (callableOf(use) !== callableOf(statement)) return { stays: false, filled };
    const outer: Node | null = use.parent;
    if (outer?.kind === 'method' && outer.receiver === use) {
      if (
        /^(?:into_\w+|into|freeze|split\w*|leak|unwrap\w*|map|join|iter|drain|as_\w+)$/.test(outer.name) &&
        keeps(outer.name)
      )
        return { stays: false, filled };
      filled ||= FILLS.test(outer.name);
    } else if (outer?.kind === 'ref') {
      filled ||= outer.mutable;
      // `Some(&x)`, `list.push(&x)`: who knows how long.
      if (outer.parent?.kind === 'struct' || outer.parent?.kind === 'tuple') return { stays: false, filled };
    } else if (outer?.kind === 'macro') {
      filled ||= /^writeln?$/.test(outer.name) && outer.args[0] === use;
    } else if (outer?.kind === 'assign' && outer.op !== '=' && outer.left === use) filled = true;
    else if (outer?.kind !== 'index' && outer?.kind !== 'binary') return { stays: false, filled };
  }
  return { stays: true, filled };
}

function keeps(method: string): boolean {
  return /^(?:into\w*|freeze|leak|split_off|unwrap\w*)$/.test(method);
}
