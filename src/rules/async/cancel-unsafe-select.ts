/** Branches of a `select!` in a loop whose future loses data when another branch wins. */
import type { Confidence, Draft, Related, Span } from '../../findings/finding.js';
import type { FnNode } from '../../program/graph.js';
import type { Program, Sighting } from '../../program/program.js';
import { pathOf } from '../../program/types.js';
import { onCall, onMacro, onMethod } from '../../summaries/collector.js';
import { awaitsIn } from '../../summaries/guards.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, Macro, MethodCall, Node, SelectBranch } from '../../syntax/ast.js';
import { calleeName, forEachChild, lastSegment, leaves } from '../../syntax/walk.js';
import { isMadeIn } from '../places.js';
import type { Rule } from '../rule.js';

const ID = 'cancel-unsafe-select';
const WIDE = ['u16', 'u32', 'u64', 'u128', 'i16', 'i32', 'i64', 'i128', 'f32', 'f64'];
/** What has been read or written so far is gone with the future (rule-catalogue E3, class 1). */
const READS = new Set([
  'read_exact',
  'read_to_end',
  'read_to_string',
  'read_line',
  ...WIDE.flatMap((type) => [`read_${type}`, `read_${type}_le`]),
]);
const WRITES = new Set(['write_all', ...WIDE.flatMap((type) => [`write_${type}`, `write_${type}_le`])]);
const COPIES = new Set([
  'tokio::io::copy',
  'tokio::io::copy_buf',
  'tokio::io::copy_bidirectional',
  'tokio::io::copy_bidirectional_with_sizes',
  'futures_util::io::copy',
]);
/** Channels whose `send(x)` takes the message along when it is cancelled. */
const SENDERS: ReadonlyMap<string, string> = new Map([
  ['tokio::sync::mpsc::Sender', 'send'],
  ['async_channel::Sender', 'send'],
  ['flume::Sender', 'send_async'],
  ['kanal::AsyncSender', 'send'],
]);
/** `SinkExt::send` of these puts the message into the sink and then flushes. */
const SINKS =
  /^(?:futures_util::(?:stream::|sink::)\w+|futures_(?:sink|util)::Sink|futures::Sink|tokio_util::codec::Framed(?:Write)?|tokio_tungstenite::WebSocketStream)$/;
const SYNC_OWNERS = /^std::(?:io|fs|net|process)::/;
const MAX_CALLS = 2;

/** What a future is, as its file shows it. */
type Lossy =
  | { readonly method: string; readonly on: Ty }
  | { readonly path: string }
  | { readonly call: Span; readonly name: string };

type Seen =
  | { readonly what: 'branch' | 'timeout'; readonly future: Lossy; readonly winner: Span | null }
  /** Such an operation, awaited in an async function. */
  | { readonly what: 'step'; readonly future: Lossy };

export const rule: Rule = {
  id: ID,
  collect: [
    onMacro(['select', 'select_biased'], (node, view) => {
      if (node.form !== 'select' || view.loopsAround(node).length === 0) return;
      for (const branch of node.branches) branchSeen(branch, node, view);
    }),
    onCall(['timeout', 'timeout_at'], (node, view) => {
      const future = node.args[1];
      if (future === undefined || view.loopsAround(node).length === 0 || view.isOpaque(node)) return;
      const lossy = lossyOf(future, view);
      if (lossy === null || 'call' in lossy || !carriesOn(node, view) || isOfOneRound(future, view)) return;
      view.emit(node, { what: 'timeout', future: lossy, winner: null } satisfies Seen, spanOf(future, view));
    }),
    onMethod([...READS, ...WRITES, 'send', 'send_async'], (node, view) => {
      if (view.awaitOf(node)?.kind !== 'await' || !view.context(node).async || view.isOpaque(node)) return;
      view.emit(
        node,
        { what: 'step', future: { method: node.name, on: view.typeOf(node.receiver) } } satisfies Seen,
        view.methodSpan(node),
      );
    }),
  ],
  judge: ({ program }) => judge(program),
};

function branchSeen(branch: SelectBranch, select: Macro, view: View): void {
  if (branch.future === null || branch.pattern === null) return;
  const future = lossyOf(branch.future, view);
  if (future === null) return;
  // Another branch that wins and then goes round again: that is when this one's progress is lost.
  const winner = select.branches.find(
    (other) => other !== branch && other.pattern !== null && !leaves(other.handler),
  );
  if (winner === undefined || isOfOneRound(branch.future, view)) return;
  const seen: Seen = { what: 'branch', future, winner: view.span(winner.future ?? winner) };
  view.emit(branch, seen, view.span(branch.future));
}

/** A connection that each round of the loop opens for itself is gone with what it had sent. */
function isOfOneRound(future: Expr, view: View): boolean {
  const [loop] = view.loopsAround(future);
  if (future.kind !== 'method' || loop === undefined || !(READS.has(future.name) || WRITES.has(future.name)))
    return false;
  return isMadeIn(future.receiver, loop);
}

function spanOf(future: Expr, view: View): Span {
  return future.kind === 'method' ? view.methodSpan(future) : view.span(future);
}

/** The operation that a future is, through wrappers that cancel with it. */
function lossyOf(expr: Expr, view: View): Lossy | null {
  let future = expr;
  while (future.kind === 'method' && /^(?:fuse|instrument|boxed|map|map_err|map_ok)$/.test(future.name))
    future = future.receiver;
  if (future.kind === 'call') {
    const path = view.calledPath(future);
    const inner = future.args[1];
    if (/^(?:timeout|timeout_at)$/.test(calleeName(future)) && inner !== undefined)
      return lossyOf(inner, view);
    if (path === null) return null;
    return /^copy(?:_|$)/.test(calleeName(future)) ? { path } : callTo(future, view);
  }
  // `async { stream.read_exact(&mut head).await }`
  if (future.kind === 'block' && future.async) {
    for (const found of awaitsIn({ ...future, async: false }, null)) {
      const inner = found.kind === 'await' ? lossyOf(found.base, view) : null;
      if (inner !== null && !('call' in inner)) return inner;
    }
    return null;
  }
  if (future.kind !== 'method') return null;
  const named =
    READS.has(future.name) ||
    WRITES.has(future.name) ||
    future.name === 'send' ||
    future.name === 'send_async';
  return named ? { method: future.name, on: view.typeOf(future.receiver) } : callTo(future, view);
}

function callTo(call: Call | MethodCall, view: View): Lossy {
  return { call: view.callSpan(call), name: calleeName(call) };
}

/** After the time is up the loop goes on: the result is taken apart without leaving, or thrown away. */
function carriesOn(timeout: Call, view: View): boolean {
  const awaited = view.awaitOf(timeout);
  if (awaited?.kind !== 'await') return false;
  const outer: Node | null = awaited.parent;
  if (outer?.kind === 'match' && outer.value === awaited) {
    const late = outer.arms.find((arm) => {
      const text = view.text(arm.pattern);
      return /^Err\b/.test(text) || text === '_';
    });
    return late !== undefined && !leaves(late.body) && !mentionsLeaving(late.body);
  }
  if (outer?.kind === 'letCond' && /^Ok\b/.test(view.text(outer.pattern))) {
    const owner = outer.parent;
    return owner?.kind === 'if' && (owner.else === null || !mentionsLeaving(owner.else));
  }
  return false;
}

function mentionsLeaving(node: Node): boolean {
  if (node.kind === 'return' || node.kind === 'break' || node.kind === 'try') return true;
  if (node.kind === 'closure' || node.kind === 'fn') return false;
  let found = false;
  forEachChild(node, (child) => {
    found ||= mentionsLeaving(child);
  });
  return found;
}

// ---- judgement ------------------------------------------------------------------------------------

/** What is lost, as the message says it. */
interface Loss {
  readonly callee: string;
  readonly kind: 'read' | 'written' | 'message';
  readonly confidence: Confidence;
  readonly related: readonly Related[];
}

function* judge(program: Program): Generator<Draft> {
  const steps = new Map<FnNode, Loss>();
  const sightings = program.candidates(ID);
  for (const sighting of sightings) {
    const seen: Seen = sighting.data;
    if (seen.what !== 'step') continue;
    const node = program.node(sighting);
    if (node === null || !node.fn.async || sighting.context.spawned || steps.has(node)) continue;
    const loss = directLoss(program, sighting, seen.future);
    if (loss === null) continue;
    steps.set(node, {
      ...loss,
      related: [
        { path: sighting.path, ...sighting.at, message: `\`${loss.callee}\` is cancelled half-way here` },
      ],
    });
  }
  for (const sighting of sightings) {
    const seen: Seen = sighting.data;
    if (seen.what === 'step') continue;
    const loss =
      'call' in seen.future
        ? indirectLoss(program, sighting, seen.future, steps)
        : directLoss(program, sighting, seen.future);
    if (loss !== null) yield draftOf(sighting, seen, loss);
  }
}

function draftOf(
  sighting: Sighting,
  seen: Extract<Seen, { readonly winner: Span | null }>,
  loss: Loss,
): Draft {
  const lost =
    loss.kind === 'message'
      ? 'the message is dropped'
      : loss.kind === 'read'
        ? 'the bytes it has read so far are lost'
        : 'nobody knows how much of its data has been written';
  const when = seen.what === 'branch' ? 'when another branch wins' : 'when the time is up first';
  const winner: Related[] =
    seen.winner === null
      ? []
      : [{ path: sighting.path, ...seen.winner, message: 'when this branch wins, the loop goes on' }];
  return {
    rule: ID,
    at: { path: sighting.path, ...sighting.at },
    params: { callee: loss.callee, when, lost },
    confidence: loss.confidence,
    ...(loss.kind === 'message'
      ? { help: 'await `reserve()` in the branch and send through the permit: then nothing is taken along' }
      : {}),
    related: [...loss.related, ...winner],
  };
}

function directLoss(program: Program, { path: file }: Sighting, future: Lossy): Loss | null {
  if ('call' in future) return null;
  if ('path' in future) {
    const path = program.canonical(file, future.path);
    return COPIES.has(path) ? { callee: path, kind: 'written', confidence: 'high', related: [] } : null;
  }
  const { method } = future;
  const owner = program.headPath(file, future.on);
  if (method === 'send' || method === 'send_async') {
    if (method === 'send' && isSink(program, file, future.on))
      return { callee: 'SinkExt::send', kind: 'message', confidence: 'high', related: [] };
    if (owner === null || SENDERS.get(owner) !== method) return null;
    return {
      callee: `${lastSegment(owner)}::${method}`,
      kind: 'message',
      confidence: 'high',
      related: [],
    };
  }
  // A method of the workspace's own by that name is judged by what it does.
  const settled = program.settle(file, future.on);
  const found = settled === null ? null : program.types.methodOn(settled, method);
  if (found !== null && 'entry' in found) return null;
  if (owner !== null && SYNC_OWNERS.test(owner)) return null;
  return { callee: method, kind: WRITES.has(method) ? 'written' : 'read', confidence: 'high', related: [] };
}

function isSink(program: Program, file: string, on: Ty): boolean {
  const ty = program.types.peel(program.settle(file, on));
  if (ty === null) return false;
  const paths = 'bounds' in ty ? ty.bounds.map(pathOf) : [pathOf(ty)];
  return paths.some((path) => path !== null && SINKS.test(path));
}

/** A call of a workspace function that awaits such an operation itself, or through one more call. */
function indirectLoss(
  program: Program,
  sighting: Sighting,
  future: Extract<Lossy, { readonly call: Span }>,
  steps: ReadonlyMap<FnNode, Loss>,
): Loss | null {
  const from = program.node(sighting);
  const edge = from?.callees.find(
    ({ at }) => at.line === future.call.line && at.column === future.call.column,
  );
  if (edge === undefined) return null;
  const loss = lossIn(edge.to, steps, MAX_CALLS);
  return loss === null ? null : { ...loss, callee: future.name, confidence: 'medium' };
}

function lossIn(node: FnNode, steps: ReadonlyMap<FnNode, Loss>, calls: number): Loss | null {
  if (!node.fn.async) return null;
  const own = steps.get(node);
  if (own !== undefined) return own;
  if (calls <= 1) return null;
  for (const edge of node.callees) {
    if (!edge.awaited || edge.context.spawned) continue;
    const loss = lossIn(edge.to, steps, calls - 1);
    if (loss !== null) return loss;
  }
  return null;
}
