/** Copies that are made only to be borrowed, and thrown away with the statement. */
import type { Draft, Edit, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { onMethod } from '../../summaries/collector.js';
import { chainHas } from '../../summaries/context.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, MethodCall, Node } from '../../syntax/ast.js';
import { lastName } from '../../syntax/walk.js';
import { copyCost } from '../copies.js';
import { names, rootName } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

const COPIES = ['clone', 'to_vec', 'to_string', 'to_owned', 'to_path_buf'];
/** They look at the value, and what they return does not need the copy to live on. */
const LOOKS = new Set(
  `len is_empty contains starts_with ends_with contains_key get first last front back peek eq capacity parse find
   join concat
   exists is_file is_dir to_lowercase to_uppercase to_ascii_lowercase to_ascii_uppercase to_hex`.split(/\s+/),
);
/** They borrow the value for the rest of the statement. */
const BORROWS = new Set('as_str as_bytes as_slice as_path as_ref as_os_str trim iter keys values'.split(' '));
/** They use an iterator up, and keep nothing of it. */
const CONSUMES = new Set('any all count position sum product for_each'.split(' '));
const KEEPS_LENDING =
  /^(?:iter|keys|values|chars|bytes|lines|as_bytes|as_str|trim|split|filter|map|enumerate|rev|skip|take|take_while|skip_while|zip|chain|flat_map|filter_map|windows|chunks|peekable|inspect|cloned|copied)$/;
const FORMATS = /^(?:std::)?(?:format|print|println|eprint|eprintln|write|writeln)$/;
const LOCKS = new Set(
  'lock read write borrow borrow_mut load lock_arc upgradable_read get_or_init'.split(' '),
);
const TEXTS = new Set(['std::string::String', 'str']);

interface Seen {
  readonly copy: string;
  /** The value that is copied, and its text. */
  readonly of: Ty;
  readonly place: string;
  /** A call that also takes the owner of the copied value: fine only when it does not change it. */
  readonly beside: { readonly method: string; readonly on: Ty } | 'unknown' | null;
  readonly edit: { readonly at: Span; readonly text: string } | null;
}

export const rule: Rule = {
  id: 'clone-passed-as-ref',
  collect: [
    onMethod(COPIES, (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node) || chainHas(node.receiver, LOCKS)) return;
      if (node.receiver.kind === 'call' || node.receiver.kind === 'literal' || node.receiver.kind === 'macro')
        return;
      const borrow = borrowOf(node, view);
      if (borrow === null) return;
      const of = view.typeOf(node.receiver);
      if (of === null) return;
      const seen: Seen = {
        copy: node.name,
        of,
        place: view.snippet(node.receiver, 40),
        beside: borrow.beside,
        edit: borrow.edit,
      };
      view.emit(node, seen, borrow.at);
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  if (!copiesMuch(program, sighting.path, seen) || changesOwner(program, sighting.path, seen.beside))
    return null;
  const edits: Edit[] =
    seen.edit === null ? [] : [{ path: sighting.path, ...seen.edit.at, newText: seen.edit.text }];
  return {
    rule: 'clone-passed-as-ref',
    at: { path: sighting.path, ...sighting.at },
    params: { copy: seen.copy, place: seen.place },
    ...(edits.length === 0
      ? {}
      : { fix: { applicability: 'maybe-incorrect', title: 'borrow it as it is', edits } }),
  };
}

function copiesMuch(program: Program, file: string, { copy, of }: Seen): boolean {
  const settled = program.settle(file, of);
  const cost = copyCost(program, file, settled);
  if (copy === 'to_string') {
    // Of anything else it is `Display`: no copy but a conversion.
    const head = pathOf(program.types.peel(settled));
    return head !== null && TEXTS.has(head);
  }
  if (copy === 'clone') {
    // `clone` of a reference to something unsized copies the reference alone.
    const inner = settled !== null && 'ref' in settled ? settled.ref : settled;
    if (inner !== null && ('slice' in inner || ('p' in inner && /^(?:str|std::path::Path)$/.test(inner.p))))
      return false;
    // Behind `Arc` and `Rc`, `clone` counts.
    return cost === 'text' || cost === 'data';
  }
  return cost === 'text' || cost === 'data';
}

/** The call also gets `&mut` to what the copied value belongs to, or may. */
function changesOwner(program: Program, file: string, beside: Seen['beside']): boolean {
  if (beside === null) return false;
  if (beside === 'unknown') return true;
  const found = program.types.methodOn(program.settle(file, beside.on), beside.method);
  return found === null || !('entry' in found) || found.entry.fn.receiver !== 'ref';
}

interface Borrow {
  readonly at: Span;
  readonly beside: Seen['beside'];
  readonly edit: Seen['edit'];
}

function borrowOf(copy: MethodCall, view: View): Borrow | null {
  const outer = copy.parent;
  if (outer?.kind === 'ref' && !outer.mutable) {
    const call = outer.parent;
    if (isFormatted(copy)) return { at: view.span(outer), beside: null, edit: dropCopy(copy, view) };
    if (call?.kind === 'method' && call.receiver !== outer)
      return { at: view.span(outer), beside: besideOf(call, outer, copy, view), edit: dropCopy(copy, view) };
    if (call?.kind === 'call' && call.callee !== outer && !isConstructor(call))
      return { at: view.span(outer), beside: besideOf(call, outer, copy, view), edit: dropCopy(copy, view) };
    return null;
  }
  if (isCompared(copy) || isFormatted(copy))
    return { at: view.methodSpan(copy), beside: null, edit: dropCopy(copy, view) };
  if (outer?.kind !== 'method' || outer.receiver !== copy) return null;
  if (/^to_(?:string|owned|path_buf)$/.test(copy.name))
    return LOOKS.has(outer.name) && !/^to_/.test(outer.name)
      ? { at: view.methodSpan(copy), beside: null, edit: dropCopy(copy, view) }
      : null;
  if (LOOKS.has(outer.name) || isUsedUp(outer))
    return { at: view.methodSpan(copy), beside: null, edit: dropCopy(copy, view) };
  if (!BORROWS.has(outer.name)) return null;
  if (isIteratedOver(outer, copy)) return null;
  const call = outer.parent;
  if (call?.kind === 'for' || (call?.kind === 'binary' && /^(?:==|!=)$/.test(call.op)))
    return { at: view.methodSpan(copy), beside: null, edit: dropCopy(copy, view) };
  if (
    (call?.kind === 'call' && call.callee !== outer) ||
    (call?.kind === 'method' && call.receiver !== outer)
  )
    return {
      at: view.methodSpan(copy),
      beside: besideOf(call, outer, copy, view),
      edit: dropCopy(copy, view),
    };
  return null;
}

/** `copy == other`: comparing borrows. */
function isCompared(copy: MethodCall): boolean {
  const outer = copy.parent;
  return outer?.kind === 'binary' && /^(?:==|!=)$/.test(outer.op) && copy.name === 'clone';
}

/** `println!("{}", copy)`: formatting borrows. */
function isFormatted(copy: MethodCall): boolean {
  const outer = copy.parent?.kind === 'ref' ? copy.parent.parent : copy.parent;
  return (
    outer?.kind === 'macro' && FORMATS.test(outer.name) && copy.name === 'clone' && outer.args[0] !== copy
  );
}

/** `copy.iter().filter(…).count()`: a chain that lends, and ends within its statement. */
function isUsedUp(from: MethodCall): boolean {
  let n = from;
  if (!BORROWS.has(n.name)) return false;
  while (n.parent?.kind === 'method' && n.parent.receiver === n) {
    n = n.parent;
    if (CONSUMES.has(n.name)) return true;
    if (!KEEPS_LENDING.test(n.name)) return false;
  }
  return false;
}

/** `Some(&x.clone())` and tuple structs keep the reference. */
function isConstructor(call: Call): boolean {
  if (call.callee.kind !== 'path') return false;
  return /^[A-Z]/.test(lastName(call.callee));
}

/** The loop's body may change what is iterated over. */
function isIteratedOver(iter: Expr, copy: MethodCall): boolean {
  for (let n: Node | null = iter; n !== null; n = n.parent) {
    if (n.parent?.kind === 'for')
      return n.parent.iter === n && (n !== iter || mayChange(n.parent.body, copy));
    if (n.parent?.kind !== 'method') return false;
  }
  return false;
}

/** The loop's body names the owner of what was copied. */
function mayChange(body: Node, copy: MethodCall): boolean {
  const owner = rootName(copy.receiver);
  return owner === null || names(body, owner);
}

function besideOf(call: Call | MethodCall, argument: Expr, copy: MethodCall, view: View): Seen['beside'] {
  const owner = rootName(copy.receiver);
  // `show(&self.name().to_string())`: nobody else is in the call.
  if (owner === null) return call.kind === 'call' && call.args.length === 1 ? null : 'unknown';
  const others = call.args.filter((arg) => arg !== argument);
  const mentions = (expr: Expr): boolean => {
    const root = rootName(expr);
    if (root === owner) return expr.kind !== 'ref' || expr.mutable;
    return root === null && new RegExp(`\\b${owner}\\b`).test(view.text(expr));
  };
  if (others.some(mentions)) return 'unknown';
  if (call.kind === 'method') {
    const root = rootName(call.receiver);
    const same =
      root === owner || (root === null && new RegExp(`\\b${owner}\\b`).test(view.text(call.receiver)));
    if (!same) return null;
    // Different fields of one value can be borrowed side by side.
    if (
      call.receiver.kind === 'field' &&
      copy.receiver.kind === 'field' &&
      call.receiver.name !== copy.receiver.name
    )
      return null;
    return { method: call.name, on: view.typeOf(call.receiver) };
  }
  return null;
}

function dropCopy(copy: MethodCall, view: View): Seen['edit'] {
  const { receiver } = copy;
  if (receiver.kind !== 'path' && receiver.kind !== 'field') return null;
  return { at: view.span({ start: receiver.end, end: copy.end }), text: '' };
}
