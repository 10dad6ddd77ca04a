/** HTTP/2 flow-control windows that contradict or shrink what the library does by itself. */
import { H2_ADAPTIVE, H2_WINDOWS } from '../../summaries/asked.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, MethodCall, Node } from '../../syntax/ast.js';
import { isInside, lastName } from '../../syntax/walk.js';
import { callsOn, flagOf, originOf } from '../builder-chain.js';
import type { Rule } from '../rule.js';

type Seen =
  | { readonly kind: 'both'; readonly path: string | null; readonly on: Ty; readonly fixed: string }
  | {
      readonly kind: 'small';
      readonly path: string | null;
      readonly on: Ty;
      readonly name: string;
      readonly bytes: number;
    }
  | { readonly kind: 'messages'; readonly name: string; readonly bytes: number };

const FIXED = /^(?:http2_|h2_)?initial_(?:stream|connection)_window_size$/;
const MESSAGES = ['max_decoding_message_size', 'max_encoding_message_size'];
const MIB = 1 << 20;
/** tonic's own bound on messages. */
const BIG_MESSAGE = 4 * MIB;

export const rule: Rule = {
  id: 'h2-window-config',
  collect: [
    onMethod(H2_ADAPTIVE, (node, view) => {
      if (flagOf(node) !== true || view.isOpaque(node)) return;
      const fixed = callsAround(node).find(
        (call) => FIXED.test(call.name) && !isNone(call) && areTogether(call, node),
      );
      if (fixed === undefined) return;
      view.emit(
        node,
        { kind: 'both', ...madeBy(node, view), fixed: fixed.name } satisfies Seen,
        view.methodSpan(node),
      );
    }),
    onMethod(H2_WINDOWS, (node, view) => {
      const bytes = sizeOf(node, view);
      if (bytes === null || view.isOpaque(node)) return;
      view.emit(
        node,
        { kind: 'small', ...madeBy(node, view), name: node.name, bytes } satisfies Seen,
        view.methodSpan(node),
      );
    }),
    onMethod(MESSAGES, (node, view) => {
      const bytes = sizeOf(node, view);
      if (bytes === null || bytes <= BIG_MESSAGE || view.isOpaque(node)) return;
      view.emit(node, { kind: 'messages', name: node.name, bytes } satisfies Seen, view.methodSpan(node));
    }),
  ],
  *judge({ program, candidates }) {
    const anyWindow = [...H2_WINDOWS, ...H2_ADAPTIVE].some((name) => program.methodCalls(name).length > 0);
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const at = { path: sighting.path, ...sighting.at };
      if (seen.kind === 'messages') {
        if (anyWindow) continue;
        yield {
          rule: 'h2-window-config',
          at,
          confidence: 'low' as const,
          message: `\`${seen.name}\` admits ${sizeText(seen.bytes)}, and no window is set: a stream's throughput is capped at window ÷ round-trip time`,
          help: 'set `initial_stream_window_size` and `initial_connection_window_size` to what bandwidth × round-trip time needs',
        };
        continue;
      }
      const made =
        seen.path === null
          ? program.headPath(sighting.path, seen.on)
          : program.canonical(sighting.path, seen.path);
      if (made !== null && !/^(?:tonic|hyper|hyper_util|reqwest|actix_web|axum|axum_server)::/.test(made))
        continue;
      if (seen.kind === 'both') {
        yield { rule: 'h2-window-config', at, params: { fixed: seen.fixed }, confidence: 'high' as const };
        continue;
      }
      const preset = presetOf(seen.name, made);
      if (seen.bytes >= preset) continue;
      yield {
        rule: 'h2-window-config',
        at,
        message: `\`${seen.name}\` sets ${sizeText(seen.bytes)}, less than the default of ${sizeText(preset)}: throughput per stream is capped at window ÷ round-trip time`,
        help: 'leave the call out, or raise it to what bandwidth × round-trip time needs',
      };
    }
  },
};

/** All calls on the builder that a call configures. */
function callsAround(node: MethodCall): readonly MethodCall[] {
  return callsOn(originOf(node)).calls;
}

/** Under conditions of its own each passes on what its user asked for: nobody says that both are. */
function areTogether(one: MethodCall, other: MethodCall): boolean {
  const [a, b] = [conditionOf(one), conditionOf(other)];
  if (areAlternatives(one, other)) return false;
  return a === b || a === null || b === null || isInside(a, b) || isInside(b, a);
}

/** In two arms of one `match`, or in the two halves of one `if`: never both. */
function areAlternatives(one: Node, other: Node): boolean {
  const branches = branchesOf(one);
  return branchesOf(other).some(({ of, branch }) =>
    branches.some((another) => another.of === of && another.branch !== branch),
  );
}

function branchesOf(node: Node): { readonly of: Node; readonly branch: Node }[] {
  const found: { of: Node; branch: Node }[] = [];
  for (let n: Node = node; n.parent !== null && n.kind !== 'fn'; n = n.parent) {
    const around: Node = n.parent;
    if (n.kind === 'arm' && around.kind === 'match') found.push({ of: around, branch: n });
    if (around.kind === 'if' && around.cond !== n) found.push({ of: around, branch: n });
  }
  return found;
}

function conditionOf(node: Node): Node | null {
  for (let n: Node = node; n.parent !== null && n.kind !== 'fn'; n = n.parent)
    if (n.parent.kind === 'if' && n.parent.cond !== n) return n.parent;
  return null;
}

/** What the builder is, as far as its function shows it. */
function madeBy(node: MethodCall, view: View): { readonly path: string | null; readonly on: Ty } {
  const origin = originOf(node);
  return { path: origin.kind === 'call' ? view.calledPath(origin) : null, on: view.typeOf(origin) };
}

/** A size in bytes, also in `Some(…)`. */
function sizeOf(node: MethodCall, view: View): number | null {
  let arg: Expr | undefined = node.args[0];
  if (arg?.kind === 'call' && arg.args.length === 1) arg = arg.args[0];
  return arg === undefined ? null : view.constant(arg);
}

function isNone(node: MethodCall): boolean {
  const [arg] = node.args;
  return arg?.kind === 'path' && lastName(arg) === 'None';
}

/** hyper's windows: servers 1 MiB for both, clients 2 MiB a stream and 5 MiB a connection. */
function presetOf(name: string, made: string | null): number {
  const isClient = made !== null && /Endpoint|Channel|Client|client/.test(made);
  if (!isClient) return MIB;
  return name.includes('stream') ? 2 * MIB : 5 * MIB;
}

function sizeText(bytes: number): string {
  if (bytes >= MIB) return `${Number((bytes / MIB).toFixed(1))} MiB`;
  return bytes >= 1024 ? `${Number((bytes / 1024).toFixed(1))} KiB` : `${bytes} bytes`;
}
