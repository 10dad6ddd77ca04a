/** Strings that are formatted in a loop only to be copied into something else. */
import type { Confidence, Draft, Edit, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { usesOf } from '../../summaries/bindings.js';
import { onMacro } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Let, Macro, Node } from '../../syntax/ast.js';
import { adaptedBy, confidenceByLoad, isComplaint, isOption, isSlight } from '../busy.js';
import { importFor } from '../imports.js';
import { leavesLoop } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

const LOGGING = /^(?:(?:log|tracing|slog)::)?(?:trace|debug|info|warn|error|event|log|span|\w+_span)$/;
const APPENDS = new Set(['push_str', 'extend_from_slice', 'write_str', 'write_all', 'put_slice', 'extend']);
const LOOKUPS = new Set(['get', 'contains_key', 'contains', 'get_mut', 'remove']);

interface Seen {
  readonly kind: 'append' | 'plus' | 'write' | 'lookup' | 'collect' | 'extend' | 'nested';
  /** What receives the text: `out.push_str`. */
  readonly into: string;
  readonly on: Ty;
  readonly target: string;
  readonly edits: readonly { readonly at: Span; readonly text: string }[];
  /** Nobody would notice: see `isSlight`. */
  readonly slight: boolean;
  readonly adapted: Ty;
}

export const rule: Rule = {
  id: 'format-in-loop',
  collect: [
    onMacro(['format'], (node, view) => {
      if (view.isOpaque(node) || isLogged(node)) return;
      const [loop] = view.loopsAround(node);
      if (loop === undefined || leavesLoop(node, loop)) return;
      const borrowed = borrowedBy(node, view);
      if (borrowed === null) return;
      const { receiver, ...rest } = borrowed;
      if (receiver !== null && isComplaint(receiver, view)) return;
      const slight = isSlight(loop, view);
      view.emit(node, { ...rest, slight, adapted: adaptedBy(loop, view) } satisfies Seen);
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const { context } = sighting;
  if (program.isSeldom(sighting)) return null;
  if (isOption(program, sighting.path, seen.adapted) && context.loops < 2) return null;
  const confidence = confidenceOf(program, sighting, seen);
  if (confidence === null) return null;
  const edits: Edit[] = seen.edits.map(({ at, text }) => ({ path: sighting.path, ...at, newText: text }));
  return {
    rule: 'format-in-loop',
    at: { path: sighting.path, ...sighting.at },
    params: { into: seen.into },
    help: helpOf(seen),
    confidence: confidenceByLoad(program, sighting, confidence, seen.slight),
    ...(edits.length === 0
      ? {}
      : {
          fix: {
            applicability: 'maybe-incorrect',
            title: 'format straight into the string',
            edits,
          },
        }),
  };
}

function confidenceOf(program: Program, sighting: Sighting, seen: Seen): Confidence | null {
  if (seen.kind === 'lookup') return 'low';
  if (seen.kind === 'collect' || seen.kind === 'nested') return 'medium';
  const head = program.headPath(sighting.path, seen.on);
  // Any list may be extended by strings.
  if (seen.kind === 'extend') return head === 'std::string::String' ? 'medium' : null;
  if (seen.kind === 'plus') {
    // A `+=` of a reference is an appended string, whatever the rest of the program says.
    return head === null || head === 'std::string::String' ? 'medium' : null;
  }
  return 'medium';
}

function helpOf({ kind, target }: Seen): string {
  switch (kind) {
    case 'append':
    case 'plus':
      return `use \`write!(${target}, …)\` with \`std::fmt::Write\`, which formats in place`;
    case 'write':
      return `use \`write!(${target}, …)\`; an async writer needs one \`String\` that every iteration clears and reuses`;
    case 'lookup':
      return 'format into one `String` that every iteration clears and reuses';
    case 'collect':
    case 'extend':
      return 'fold into one `String` with `write!`';
    case 'nested':
      return `write the inner text into the format string of \`${target}\``;
  }
}

/** What is seen before anything is known of the loop, and the expression that receives the text. */
type Borrowed = Omit<Seen, 'slight' | 'adapted'> & { readonly receiver: Expr | null };

/** Who borrows the formatted text and lets go of it at once; null when it is kept. */
function borrowedBy(format: Macro, view: View): Borrowed | null {
  let value: Expr = format;
  let borrowed = false;
  let bytes = false;
  for (let outer: Node | null = format.parent; outer !== null; outer = value.parent) {
    if (outer.kind === 'ref' && !outer.mutable) {
      borrowed = true;
      value = outer;
      continue;
    }
    if (outer.kind === 'method' && outer.receiver === value && /^as_(?:bytes|str|ref)$/.test(outer.name)) {
      borrowed = true;
      bytes ||= outer.name === 'as_bytes';
      value = outer;
      continue;
    }
    break;
  }
  const outer = value.parent;
  if (outer === null) return null;
  if (outer.kind === 'assign' && outer.op === '+=' && outer.right === value && borrowed) {
    return made('plus', outer.left, '+=', outer, format, view);
  }
  if (outer.kind === 'method' && outer.args[0] === value && outer.args.length === 1 && borrowed) {
    if (APPENDS.has(outer.name)) {
      const kind = bytes || outer.name === 'write_str' ? 'write' : 'append';
      return made(kind, outer.receiver, outer.name, outer, format, view);
    }
    if (LOOKUPS.has(outer.name) && !bytes)
      return made('lookup', outer.receiver, outer.name, outer, format, view);
    return null;
  }
  // `acc + &format!(…)`
  if (outer.kind === 'binary' && outer.op === '+' && outer.right === value && borrowed)
    return { ...made('plus', outer.left, '+', outer, format, view), edits: [] };
  if (value !== format) return null;
  if (outer.kind === 'closure' && outer.body === format) return collected(outer, view);
  if (
    outer.kind === 'macro' &&
    /^(?:write|writeln|print|println|format)$/.test(outer.name) &&
    !isTarget(outer, format)
  )
    return {
      ...made('nested', format, '', outer, format, view),
      into: `${outer.name}!`,
      target: `${outer.name}!`,
      edits: [],
    };
  if (outer.kind === 'let') return borrowedOnce(outer, format, view);
  return null;
}

/** The first argument of `write!` is where the text goes. */
function isTarget(macro: Macro, value: Expr): boolean {
  return /^write/.test(macro.name) && macro.args[0] === value;
}

/** `let line = format!(…); out.push_str(&line);`: nothing else is done with it. */
function borrowedOnce(statement: Let, format: Macro, view: View): Borrowed | null {
  const { pattern } = statement;
  if (pattern.kind !== 'patIdent' || statement.else !== null) return null;
  const [use, more] = usesOf({ name: pattern.name, ident: pattern, owner: statement });
  if (use?.kind !== 'path' || more !== undefined) return null;
  let value: Node = use;
  while (
    value.parent?.kind === 'ref' ||
    (value.parent?.kind === 'method' && /^as_(?:str|bytes)$/.test(value.parent.name))
  )
    value = value.parent;
  const call = value.parent;
  if (value === use) return null;
  if (call?.kind === 'assign' && call.op === '+=' && call.right === value)
    return { ...made('plus', call.left, '+=', call, format, view), edits: [] };
  if (call?.kind !== 'method' || call.args[0] !== value || call.name !== 'push_str') return null;
  return { ...made('append', call.receiver, call.name, call, format, view), edits: [] };
}

/** `.map(|x| format!(…)).collect::<String>()`. */
function collected(closure: Node, view: View): Borrowed | null {
  const map = closure.parent;
  if (map?.kind !== 'method' || !/^(?:map|flat_map)$/.test(map.name)) return null;
  const collect = map.parent;
  if (collect?.kind === 'method' && collect.args[0] === map && collect.name === 'extend') {
    const shown = view.snippet(collect.receiver, 40);
    const on = view.typeOf(collect.receiver);
    return {
      kind: 'extend',
      into: `${shown}.extend`,
      on,
      target: shown,
      edits: [],
      receiver: collect.receiver,
    };
  }
  if (collect?.kind !== 'method' || collect.receiver !== map || collect.name !== 'collect') return null;
  const [into] = collect.generics;
  const written =
    into !== undefined
      ? view.text(into)
      : collect.parent?.kind === 'let' && collect.parent.type !== null
        ? view.text(collect.parent.type)
        : resultOf(collect, view);
  if (!/^(?:std::string::)?String$/.test(written)) return null;
  return { kind: 'collect', into: 'collect::<String>', on: null, target: '', edits: [], receiver: null };
}

/** The written result of the function whose last expression this is. */
function resultOf(value: Expr, view: View): string {
  const block = value.parent?.kind === 'expr' ? value.parent.parent : value.parent;
  if (block?.kind !== 'block' || block.tail !== value || block.parent?.kind !== 'fn') return '';
  return block.parent.ret === null ? '' : view.text(block.parent.ret);
}

function made(
  kind: Seen['kind'],
  target: Expr,
  name: string,
  whole: Node,
  format: Macro,
  view: View,
): Borrowed {
  const shown = view.snippet(target, 40);
  const isText = kind === 'append' ? name === 'push_str' : kind === 'plus';
  const statement = whole.parent;
  const use = isText ? importFor('std::fmt::Write', whole, view) : null;
  const edits =
    use !== null && statement?.kind === 'expr' && statement.semicolon && target.kind !== 'call'
      ? [
          ...(use === 'there' ? [] : [use]),
          {
            at: view.span({ start: whole.start, end: format.bodyStart }),
            text: `write!(${view.text(target)}, `,
          },
          { at: view.span({ start: format.bodyEnd, end: whole.end }), text: ').unwrap()' },
        ]
      : [];
  return {
    kind,
    into: kind === 'plus' ? `${shown} +=` : `${shown}.${name}`,
    on: view.typeOf(target),
    target: shown,
    edits,
    receiver: target,
  };
}

function isLogged(node: Node): boolean {
  for (let n = node.parent; n !== null; n = n.parent) {
    if (n.kind === 'macro' && LOGGING.test(n.name)) return true;
    if (n.kind === 'expr' || n.kind === 'let' || n.kind === 'fn') return false;
  }
  return false;
}
