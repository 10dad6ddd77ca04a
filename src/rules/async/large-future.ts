/** Big arrays that are alive at an await, and so become a field of the future. */
import type { Draft, Fix, Span } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { type Binding, usesOf } from '../../summaries/bindings.js';
import { onNode } from '../../summaries/collector.js';
import { awaitsIn } from '../../summaries/guards.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Let } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';
import { leastSize } from '../sizes.js';

const ID = 'large-future';
/** Bytes from which the finding is worth a reader's time. */
const LARGE = 4096;
/** Usual buffers are smaller. From this size on, tokio moves futures to the heap before it spawns them. */
const HUGE = 16_384;
/** Each read of these goes through a thread and a buffer of the file's own: beside that the copy is nothing. */
const FILES = new Set(['tokio::fs::File', 'async_std::fs::File', 'async_fs::File']);
/** Calls that take the buffer as `&mut [u8]`: a `Vec` does as well. */
const FILLS = /^(?:read|read_exact|recv|recv_from|peek|peek_from|try_read|try_recv|try_recv_from)$/;

interface Seen {
  readonly name: string;
  readonly ty: Ty;
  /** The literal says no type: at least a byte each. */
  readonly unsuffixed: boolean;
  readonly suspended: Span;
  /** What is read into the buffer. */
  readonly source: Ty;
  /** `[0u8; N]` used as a slice only: where it stands and what it becomes. */
  readonly edit: { readonly at: Span; readonly text: string } | null;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onNode('let', (node, view) => {
      const { init, pattern } = node;
      if (init === null || pattern.kind !== 'patIdent' || !mayBeLarge(init)) return;
      if (!view.context(node).async || view.isOpaque(node)) return;
      const binding: Binding = { name: pattern.name, ident: pattern, owner: node };
      const suspended = firstAwaitDuring(binding, node);
      if (suspended === null) return;
      const declared = node.type === null ? null : view.tyOf(node.type);
      const seen: Seen = {
        name: pattern.name,
        ty: withLength(declared, view.typeOf(init)),
        unsuffixed: declared === null && init.kind === 'repeat' && isPlainInt(init.value),
        suspended: view.span(suspended),
        source: sourceOf(binding, view),
        edit: editOf(init, node, binding, view),
      };
      view.emit(node, seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

/** The declared type, with the length that only the initialiser says. */
function withLength(declared: Ty, init: Ty): Ty {
  if (declared === null) return init;
  const isOpen = 'array' in declared && declared.len === null && init !== null && 'array' in init;
  return isOpen ? { array: declared.array, len: init.len } : declared;
}

/** Arrays, and values of named types: their size is looked up later. */
function mayBeLarge(init: Expr): boolean {
  if (init.kind === 'repeat') return true;
  if (init.kind === 'struct') return true;
  return init.kind === 'call' && init.callee.kind === 'path' && init.callee.segments.length > 1;
}

function isPlainInt(value: Expr): boolean {
  return value.kind === 'literal' && value.type === 'int' && !/[iu]/.test(value.text);
}

/** The first await during which the binding is alive: one that uses it, or that stands before a use. */
function firstAwaitDuring(binding: Binding, statement: Let): { start: number; end: number } | null {
  const block = statement.parent;
  if (block?.kind !== 'block') return null;
  const last = usesOf(binding).reduce((end, use) => Math.max(end, use.end), 0);
  const awaits = block.stmts.flatMap((stmt) => awaitsIn(stmt, null));
  return awaits.find(({ start, end }) => end > statement.end && start < last) ?? null;
}

function editOf(init: Expr, statement: Let, binding: Binding, view: View): Seen['edit'] {
  if (init.kind !== 'repeat' || statement.type !== null || view.text(init.value) !== '0u8') return null;
  const slices = usesOf(binding).every((use) => {
    const parent = use.parent;
    if (use.kind !== 'path' || parent === null) return false;
    if (parent.kind === 'index') return parent.base === use;
    const call = parent.kind === 'ref' && parent.mutable ? parent.parent : null;
    return call?.kind === 'method' && FILLS.test(call.name) && call.args[0] === parent;
  });
  return slices ? { at: view.span(init), text: `vec!${view.text(init)}` } : null;
}

function sourceOf(binding: Binding, view: View): Ty {
  for (const use of usesOf(binding)) {
    const call = use.kind === 'path' && use.parent?.kind === 'ref' ? use.parent.parent : null;
    if (call?.kind === 'method' && FILLS.test(call.name)) return view.typeOf(call.receiver);
  }
  return null;
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID)) {
    const { context } = sighting;
    if (context.bridge !== null) continue;
    const seen: Seen = sighting.data;
    const size = seen.unsuffixed ? unsuffixedSize(seen.ty) : leastSize(program, sighting.path, seen.ty);
    if (size === null || size < LARGE || program.node(sighting)?.fn.name === 'main') continue;
    yield draftOf(program, sighting, seen, size);
  }
}

function draftOf(program: Program, { path, at }: Sighting, seen: Seen, size: number): Draft {
  const head = program.headPath(path, seen.source);
  const fix: Fix | null =
    seen.edit === null
      ? null
      : {
          applicability: 'machine-applicable',
          title: 'put the buffer on the heap',
          edits: [{ path, ...seen.edit.at, newText: seen.edit.text }],
        };
  return {
    rule: ID,
    at: { path, ...at },
    params: { name: seen.name, size: `${seen.unsuffixed ? 'at least ' : ''}${size.toLocaleString('en-US')}` },
    ...(size < HUGE ? { severity: 'suggestion' as const } : {}),
    ...(size < HUGE && head !== null && FILES.has(head) ? { confidence: 'low' as const } : {}),
    related: [{ path, ...seen.suspended, message: 'it must be kept while the task is suspended here' }],
    ...(fix === null ? {} : { fix }),
  };
}

function unsuffixedSize(ty: Ty): number | null {
  return ty !== null && 'array' in ty ? ty.len : null;
}
