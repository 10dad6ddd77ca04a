/** Servers whose runtime has one thread: every request is polled there, however many cores the machine has. */
import type { Draft } from '../../findings/finding.js';
import { isMain } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { BOUND_TO_THREAD } from '../../summaries/asked.js';
import { onCall, onMethod, onNode } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { Attr } from '../../syntax/ast.js';
import { judgeEach, type Rule } from '../rule.js';

const ID = 'runtime-flavor';
const BUILDER = 'tokio::runtime::Builder';
type Seen =
  /** An attribute of the function, as it is written. */
  | { readonly attribute: string }
  | { readonly path: string }
  /** `worker_threads(1)` of what may be a builder. */
  | { readonly on: Ty };

export const rule: Rule = {
  id: ID,
  collect: [
    onNode('fn', (node, view) => {
      for (const attr of node.attrs) {
        const attribute = /(?:^|::)main$/.test(attr.path) ? oneThreadIn(attr) : null;
        if (
          attribute === null ||
          node.body === null ||
          view.scope.resolveNames(attr.path.split('::'), node) !== 'tokio::main'
        )
          continue;
        view.emit(node.body, { attribute } satisfies Seen, view.span(attr));
      }
    }),
    onCall(['new_current_thread'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null && !view.isOpaque(node)) view.emit(node, { path } satisfies Seen);
    }),
    onMethod(['worker_threads'], (node, view) => {
      const [count] = node.args;
      if (count === undefined || view.constant(count) !== 1 || view.isOpaque(node)) return;
      view.emit(node, { on: view.typeOf(node.receiver) } satisfies Seen, view.methodSpan(node));
    }),
  ],
  judge: judgeEach(draftOf),
};

/** The part of `#[tokio::main(…)]` that asks for one thread. */
function oneThreadIn({ text }: Attr): string | null {
  const flavor = /flavor\s*=\s*"(?:current_thread|local)"/.exec(text)?.[0];
  if (flavor !== undefined) return /local/.test(flavor) ? null : flavor;
  return /worker_threads\s*=\s*1\b/.exec(text)?.[0] ?? null;
}

function draftOf(program: Program, sighting: Sighting): Draft | null {
  const seen: Seen = sighting.data;
  const { context, path } = sighting;
  if (context.once || context.loops > 0 || program.isLibrary(path)) return null;
  const how = howOf(program, path, seen);
  const node = program.node(sighting);
  if (how === null || node === null || program.contexts.servesAt(node) === null) return null;
  // Further from `main`, a program has commands, and serving is one of them.
  if (!isMain(node) && !node.callers.some(({ from }) => isMain(from))) return null;
  // Each of several threads has a runtime of its own.
  const isOneOfMany =
    context.spawned ||
    context.bridge !== null ||
    node.callers.some(({ context: at }) => at.spawned || at.bridge !== null || at.loops > 0);
  if (isOneOfMany || BOUND_TO_THREAD.some((name) => program.mentions(name).length > 0)) return null;
  return { rule: ID, at: { path, ...sighting.at }, params: { how } };
}

function howOf(program: Program, file: string, seen: Seen): string | null {
  if ('attribute' in seen) return seen.attribute;
  if ('path' in seen)
    return program.canonical(file, seen.path) === `${BUILDER}::new_current_thread`
      ? 'new_current_thread'
      : null;
  return program.headPath(file, seen.on) === BUILDER ? 'worker_threads(1)' : null;
}
