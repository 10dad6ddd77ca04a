/** Tasks that are spawned only to be waited for at once. */
import type { Draft } from '../../findings/finding.js';
import type { Program, Sighting } from '../../program/program.js';
import { usesOf } from '../../summaries/bindings.js';
import { onCall } from '../../summaries/collector.js';
import type { View } from '../../summaries/view.js';
import type { Block, Call, Fn, Node, Stmt } from '../../syntax/ast.js';
import { calleeName, findNode, isInside } from '../../syntax/walk.js';
import type { Rule } from '../rule.js';

const ID = 'spawn-then-await';
const SPAWNS = new Set([
  'tokio::spawn',
  'tokio::task::spawn',
  'tokio::task::spawn_local',
  'async_std::task::spawn',
  'actix_rt::spawn',
  'smol::spawn',
]);
/** The task is there for something else than concurrency: to survive a panic or the caller's cancellation. */
const PURPOSE =
  /is_panic|into_panic|try_into_panic|is_cancelled|JoinError|\bpanic|catch_unwind|shield|cancel|detach|disconnect|abort|stack overflow|stack size/i;

/** Work that must not stop half-way when a request is dropped. */
const CHANGES =
  /^(?:do_|_do_|try_)?(?:create|delete|remove|drop|update|upsert|insert|write|save|store|put|apply|perform|commit|refresh|recover|restore|migrate|rename|import|upload|rebuild|compact|flush|publish|register|deregister|truncate|purge|install)(?:_|$)/;
/** Steps between the task's end and `?`. */
const PASSES_ON = /^(?:map_err|context|with_context|wrap_err|wrap_err_with|or_else|and_then)$/;

interface Seen {
  readonly path: string;
  /** It changes something, and a panic in it is an error of the caller: most often it is meant to be on its own. */
  readonly shielded: boolean;
}

export const rule: Rule = {
  id: ID,
  collect: [
    onCall(['spawn', 'spawn_local'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || node.args.length === 0 || view.isOpaque(node) || !view.context(node).async) return;
      const end = waitedFor(node, view);
      if (end === null || hasPurpose(node, end, view)) return;
      view.emit(node, { path, shielded: isPassedOn(node, view) && changes(node) } satisfies Seen);
    }),
  ],
  judge: ({ program }) => judge(program),
};

/** The statement that waits for the task, when that is the very next thing to happen; null otherwise. */
function waitedFor(node: Call, view: View): Node | null {
  const awaited = view.awaitOf(node);
  if (awaited?.kind === 'await') return awaited;
  const statement = node.parent;
  if (awaited !== null || statement?.kind !== 'let' || statement.pattern.kind !== 'patIdent') return null;
  const block = statement.parent;
  if (block?.kind !== 'block') return null;
  const at = block.stmts.indexOf(statement);
  const next = block.stmts[at + 1];
  if (next === undefined || spawnsBefore(block, at, view)) return null;
  const uses = usesOf({ name: statement.pattern.name, ident: statement.pattern, owner: statement });
  const [only] = uses;
  if (only === undefined || uses.length !== 1 || only.kind !== 'path') return null;
  const base: Node | null = only.parent?.kind === 'ref' ? only.parent : only;
  if (base?.parent?.kind !== 'await' || !isInside(base, next) || !comesFirst(base.parent, next)) return null;
  return next;
}

/** Nothing else is awaited or called in the statement before. */
function comesFirst(awaited: Node, statement: Stmt): boolean {
  for (let n: Node | null = awaited.parent; n !== null && n !== statement; n = n.parent) {
    if (
      n.kind === 'call' ||
      n.kind === 'macro' ||
      n.kind === 'for' ||
      n.kind === 'while' ||
      n.kind === 'loop' ||
      n.kind === 'closure'
    )
      return false;
    if (n.kind === 'block' || n.kind === 'arm') return false;
  }
  return true;
}

/** Another task was started just before: the two run side by side. */
function spawnsBefore(block: Block, at: number, view: View): boolean {
  return block.stmts
    .slice(0, at)
    .some(
      (stmt) => (stmt.kind === 'let' || stmt.kind === 'expr') && /\bspawn\w*\s*[(:]/.test(view.text(stmt)),
    );
}

function hasPurpose(node: Call, end: Node, view: View): boolean {
  let around: Node = end;
  for (let n: Node | null = end; n !== null && n.kind !== 'fn'; n = n.parent) {
    around = n;
    if (n.kind === 'let' || n.kind === 'expr') break;
  }
  // A function that returns the `JoinError` leaves the panic for its caller to judge.
  const fn = enclosingFn(end);
  if (fn !== null && /shield|detach|cancel|panic/i.test(fn.name)) return true;
  if (fn !== null && fn.ret !== null && PURPOSE.test(view.text(fn.ret))) return true;
  if (PURPOSE.test(view.text(around).replace(view.text(node), ''))) return true;
  const following = next(around);
  if (following !== null && PURPOSE.test(view.text(following))) return true;
  return isExplained(node, end, view) || branchesOf(node, view).some((one) => isExplained(one, one, view));
}

/** A comment from a little above it on says what the task is for. */
function isExplained(node: Node, end: Node, view: View): boolean {
  const from = view.line(node.start);
  return view.file.comments.some((comment) => {
    const line = view.line(comment.end);
    return line >= from - 4 && line <= view.line(end.end) && PURPOSE.test(view.text(comment));
  });
}

/** Calls in other branches that spawn the same future: `if limited { spawn(plan).await } else { spawn(plan).await }`. */
function branchesOf(node: Call, view: View): Node[] {
  const [future] = node.args;
  const binding = future?.kind === 'path' ? view.binding(future) : null;
  if (binding === null) return [];
  return usesOf(binding).flatMap(({ parent }) =>
    parent?.kind === 'call' && parent !== node && calleeName(parent) === calleeName(node) ? [parent] : [],
  );
}

/** `spawn(…).await?`, `.await.context("…")??`: the caller hears of a panic. */
function isPassedOn(node: Call, view: View): boolean {
  let end = view.awaitOf(node)?.parent ?? null;
  while (end?.kind === 'method' && PASSES_ON.test(end.name)) end = end.parent;
  return end?.kind === 'try';
}

function changes(node: Call): boolean {
  return node.args.some(
    (arg) =>
      findNode(arg, (n) => (n.kind === 'call' || n.kind === 'method') && CHANGES.test(calleeName(n))) !==
      null,
  );
}

function enclosingFn(node: Node): Fn | null {
  for (let n: Node | null = node; n !== null && n.kind !== 'closure'; n = n.parent)
    if (n.kind === 'fn') return n;
  return null;
}

function next(statement: Node): Stmt | null {
  const block = statement.parent;
  if (block?.kind !== 'block') return null;
  const stmts: readonly Node[] = block.stmts;
  const at = stmts.indexOf(statement);
  return at < 0 ? null : (block.stmts[at + 1] ?? null);
}

function* judge(program: Program): Generator<Draft> {
  for (const sighting of program.candidates(ID))
    if (isWaste(program, sighting))
      yield { rule: ID, at: { path: sighting.path, ...sighting.at }, ...weightOf(sighting) };
}

function weightOf(sighting: Sighting): Pick<Draft, 'confidence'> {
  const { shielded }: Seen = sighting.data;
  return shielded ? { confidence: 'low' } : {};
}

function isWaste(program: Program, sighting: Sighting): boolean {
  const seen: Seen = sighting.data;
  if (!SPAWNS.has(program.canonical(sighting.path, seen.path))) return false;
  // In `main` and in `block_on` it moves the work from the blocked thread to the workers.
  return !sighting.context.driven && program.node(sighting)?.fn.name !== 'main';
}
