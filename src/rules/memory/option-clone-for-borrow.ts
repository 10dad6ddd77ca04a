/** Options whose contents are copied only to look at them. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { argumentOf } from '../../program/types.js';
import { type Binding, identsIn, usesOf } from '../../summaries/bindings.js';
import { onMethod } from '../../summaries/collector.js';
import { chainHas } from '../../summaries/context.js';
import type { Ty } from '../../summaries/ty.js';
import type { Closure, Expr, MethodCall, Node, Pattern } from '../../syntax/ast.js';
import { originOf } from '../builder-chain.js';
import { copyCost } from '../copies.js';
import { names, rootName } from '../places.js';
import { judgeEach, type Rule } from '../rule.js';

const LOCKS = new Set('lock read write borrow borrow_mut load'.split(' '));
/** They take the value out of the option. */
const OUT = new Set('unwrap unwrap_or_default unwrap_or expect'.split(' '));
/** What they return does not borrow from the value. */
const LOOKS = new Set(
  `len is_empty contains starts_with ends_with contains_key eq ne parse exists is_file is_dir count to_lowercase
   to_uppercase cmp chars bytes lines split iter`.split(/\s+/),
);
/** The value is borrowed for the call around it. */
const VIEWS = new Set('as_str as_bytes as_slice as_path as_ref trim deref'.split(' '));
const ASKS = new Set('is_some_and is_none_or is_some is_none'.split(' '));
const FORMATS = /^(?:format|print|println|eprint|eprintln|write|writeln|trace|debug|info|warn|error)$/;

interface Seen {
  readonly of: Ty;
  readonly place: string;
  /** The option holds a reference, and `cloned` copies what it refers to. */
  readonly lent?: true;
}

export const rule: Rule = {
  id: 'option-clone-for-borrow',
  collect: [
    onMethod(['clone'], (node, view) => {
      if (node.args.length > 0 || view.isOpaque(node) || chainHas(node.receiver, LOCKS)) return;
      if (node.receiver.kind !== 'path' && node.receiver.kind !== 'field' && node.receiver.kind !== 'index')
        return;
      const next = node.parent;
      if (next?.kind === 'method' ? next.receiver !== node || !onlyLooks(next) : !isTakenApart(node)) return;
      const seen: Seen = { of: view.typeOf(node.receiver), place: view.snippet(node.receiver, 40) };
      if (seen.of !== null) view.emit(node, seen, view.methodSpan(node));
    }),
    // `Option<&String>` to `Option<String>`, only to look at it.
    onMethod(['cloned'], (node, view) => {
      const next = node.parent;
      if (node.args.length > 0 || view.isOpaque(node) || chainHas(node.receiver, LOCKS)) return;
      if (next?.kind !== 'method' || next.receiver !== node || !onlyLooks(next)) return;
      const seen: Seen = {
        of: view.typeOf(node.receiver),
        place: view.snippet(node.receiver, 40),
        lent: true,
      };
      if (seen.of !== null) view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  judge: judgeEach(draftOf),
};

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  if (program.isSeldom(sighting)) return null;
  const option = program.types.peel(program.settle(sighting.path, seen.of));
  if (option === null || !('p' in option) || option.p !== 'std::option::Option') return null;
  const inner = argumentOf(option, 0);
  if (inner === null || 'ref' in inner !== (seen.lent === true)) return null;
  const cost = copyCost(program, sighting.path, inner);
  if (cost !== 'text' && cost !== 'data') return null;
  return {
    rule: 'option-clone-for-borrow',
    at: { path: sighting.path, ...sighting.at },
    params: { place: seen.place, lent: 'p' in inner && isDeref(inner.p) ? 'as_deref' : 'as_ref' },
    ...(seen.lent === true
      ? {
          message: `\`cloned\` copies what \`${seen.place}\` refers to, only to look at it`,
          help: 'leave `cloned` out: the option already lends the value',
        }
      : {}),
  };
}

function isDeref(path: string): boolean {
  return /^std::(?:string::String|vec::Vec|path::PathBuf|boxed::Box|ffi::OsString)$/.test(path);
}

function onlyLooks(next: MethodCall): boolean {
  if (ASKS.has(next.name)) return true;
  if (next.name === 'map' || next.name === 'map_or' || next.name === 'filter') {
    const closure = next.args[next.args.length - 1];
    return next.name !== 'filter' && closure?.kind === 'closure' && returnsNothingOfIt(closure);
  }
  return OUT.has(next.name) && isBorrowed(next);
}

/**
 * `if let Some(x) = place.clone() { … }` and `match` whose code only borrows `x`, and does not name the owner of the
 * place, which it may change.
 */
function isTakenApart(copy: MethodCall): boolean {
  const outer = copy.parent;
  const owner = rootName(copy.receiver);
  if (owner === null) return false;
  if (outer?.kind === 'letCond' && outer.value === copy) {
    const branch = outer.parent;
    return (
      branch?.kind === 'if' &&
      branch.cond === outer &&
      !names(branch.then, owner) &&
      onlyBorrows(outer.pattern, outer)
    );
  }
  return (
    outer?.kind === 'match' &&
    outer.value === copy &&
    outer.arms.every((arm) => !names(arm.body, owner) && onlyBorrows(arm.pattern, arm)) &&
    outer.arms.some((arm) => identsIn(arm.pattern).length > 0)
  );
}

function onlyBorrows(pattern: Pattern, owner: Binding['owner']): boolean {
  return identsIn(pattern)
    .filter((ident) => ident.name !== 'None')
    .every((ident) => {
      const uses = usesOf({ name: ident.name, ident, owner });
      return uses.length > 0 && uses.every((use) => use.kind === 'capture' || isBorrowed(use));
    });
}

/** `|s| s.len()`: the body is a plain fact about the parameter. */
function returnsNothingOfIt(closure: Closure): boolean {
  const [param] = closure.params;
  if (param?.pattern.kind !== 'patIdent') return false;
  const { body } = closure;
  if (body.kind === 'binary' && /^(?:==|!=)$/.test(body.op)) {
    const uses = usesOf({ name: param.pattern.name, ident: param.pattern, owner: param });
    return uses.length === 1 && (body.left === uses[0] || body.right === uses[0]);
  }
  if (
    body.kind !== 'method' ||
    !/^(?:len|is_empty|contains|starts_with|ends_with|contains_key|exists|is_file|is_dir|is_absolute|eq|ne)$/.test(
      body.name,
    )
  )
    return false;
  const uses = usesOf({ name: param.pattern.name, ident: param.pattern, owner: param });
  return uses.length === 1 && body.receiver === uses[0];
}

/** The value that came out is only borrowed: `&x`, `x.len()`, an argument of `println!`. */
function isBorrowed(value: Expr): boolean {
  const outer: Node | null = value.parent;
  if (outer?.kind === 'ref') return !outer.mutable && isPassed(outer);
  if (outer?.kind === 'binary') return /^(?:==|!=)$/.test(outer.op) && value.kind !== 'path';
  if (outer?.kind === 'macro') return FORMATS.test(outer.name.split('::').pop() ?? '');
  if (outer?.kind !== 'method' || outer.receiver !== value) return false;
  if (LOOKS.has(outer.name)) return !isKeptIterator(outer);
  return VIEWS.has(outer.name) && isPassed(outer);
}

function isPassed(value: Expr): boolean {
  const outer = value.parent;
  return (
    (outer?.kind === 'call' && outer.callee !== value) ||
    outer?.kind === 'method' ||
    outer?.kind === 'macro' ||
    outer?.kind === 'binary'
  );
}

/** An iterator that borrows must not outlive what it borrows from; `for` bodies may change the original. */
function isKeptIterator(call: MethodCall): boolean {
  const loop = call.parent;
  if (!/^(?:chars|bytes|lines|split|iter)$/.test(call.name) || loop?.kind !== 'for') return false;
  const owner = rootName(originOf(call));
  return owner === null || names(loop.body, owner);
}
