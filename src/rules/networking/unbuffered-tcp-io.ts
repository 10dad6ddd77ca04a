/** Small reads and writes straight on a socket: a system call each. */
import type { Program, Sighting } from '../../program/program.js';
import { argumentOf } from '../../program/types.js';
import { callableOf } from '../../summaries/bindings.js';
import { onMacro, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Expr, Node } from '../../syntax/ast.js';
import type { Rule } from '../rule.js';

interface Seen {
  readonly on: Ty;
  readonly op: string;
  /** The same value in the same callable. */
  readonly group: string;
  /** The innermost loop around it, as an offset; null outside loops. */
  readonly loop: number | null;
  /** One number or byte at a time: worth a finding by itself when it loops. */
  readonly tiny: boolean;
  /** Of any length: counts beside a small one only. */
  readonly long: boolean;
}

const NUMBERS = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64', 'f32', 'f64', 'u128'];
const TINY = NUMBERS.flatMap((type) =>
  ['read', 'write'].flatMap((way) => [`${way}_${type}`, `${way}_${type}_le`]),
);
/** Buffers up to this size are headers, not payload. */
const SMALL = 64;
const SOCKETS = new Set([
  'tokio::net::TcpStream',
  'tokio::net::UnixStream',
  'tokio::net::tcp::OwnedReadHalf',
  'tokio::net::tcp::OwnedWriteHalf',
  'tokio::net::tcp::ReadHalf',
  'tokio::net::tcp::WriteHalf',
  'tokio::net::unix::OwnedReadHalf',
  'tokio::net::unix::OwnedWriteHalf',
  'tokio::net::unix::ReadHalf',
  'tokio::net::unix::WriteHalf',
  'std::net::TcpStream',
  'std::os::unix::net::UnixStream',
]);
const HALVES = new Set(['tokio::io::ReadHalf', 'tokio::io::WriteHalf']);

export const rule: Rule = {
  id: 'unbuffered-tcp-io',
  collect: [
    onMethod([...TINY, 'read_exact', 'write_all', 'write_fmt'], (node, view) => {
      const tiny = TINY.includes(node.name);
      const long = !tiny && !isSmall(node.args[0], view);
      if (long && (node.name !== 'write_all' || view.loopsAround(node).length === 0)) return;
      // A header by itself: a system call to learn how much the next one reads.
      emit(
        node,
        node.receiver,
        node.name,
        { tiny: tiny || node.name === 'read_exact', long },
        view.methodSpan(node),
        view,
      );
    }),
    onMacro(['write', 'writeln'], (node, view) => {
      const [target, format] = node.args;
      // Each piece of the format is written by itself.
      if (target === undefined || format?.kind !== 'literal' || !format.text.includes('{')) return;
      const value = target.kind === 'ref' ? target.operand : target;
      emit(node, value, `${node.name}!`, { tiny: true, long: false }, view.span(node), view);
    }),
  ],
  *judge({ program, candidates }) {
    const groups = new Map<string, Sighting[]>();
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      if (sighting.context.cold || !isSocket(program, sighting.path, seen.on)) continue;
      const key = `${sighting.path}\0${seen.group}`;
      const list = groups.get(key);
      if (list === undefined) groups.set(key, [sighting]);
      else list.push(sighting);
    }
    for (const group of groups.values()) {
      const first = firstOfMany(group);
      if (first === null) continue;
      const seen: Seen = first.data;
      yield {
        rule: 'unbuffered-tcp-io',
        at: { path: first.path, ...first.at },
        params: { op: seen.op, way: seen.op.startsWith('read') ? 'read' : 'write' },
        ...(seen.op.startsWith('read')
          ? { help: 'wrap the socket in a `BufReader` once, and read from that' }
          : {}),
      };
    }
  },
};

function emit(
  node: Expr,
  value: Expr,
  op: string,
  size: Pick<Seen, 'tiny' | 'long'>,
  at: Sighting['at'],
  view: View,
): void {
  // A branch of `select!` answers an event of its own: its writes cannot be put off.
  if (view.isOpaque(node) || isInSelect(node)) return;
  const callable = callableOf(node);
  const [loop] = view.loopsAround(node);
  const seen: Seen = {
    on: view.typeOf(value),
    op,
    group: `${callable?.start ?? 0}:${view.text(value).replace(/^&mut /, '')}`,
    loop: loop?.start ?? null,
    ...size,
  };
  view.emit(node, seen, at);
}

/** A literal, or an array of at most 64 bytes. */
function isSmall(arg: Expr | undefined, view: View): boolean {
  const value = arg?.kind === 'ref' ? arg.operand : arg;
  if (value === undefined) return false;
  if (value.kind === 'literal') return value.text.length <= SMALL;
  if (value.kind === 'method')
    return value.name === 'as_bytes' ? isSmall(value.receiver, view) : /^to_[bln]e_bytes$/.test(value.name);
  if (value.kind === 'array') return value.elements.length <= SMALL;
  const type = view.typeOf(value);
  return type !== null && 'array' in type && type.len !== null && type.len <= SMALL;
}

function isInSelect(node: Node): boolean {
  for (let n = node.parent; n !== null && n.kind !== 'fn' && n.kind !== 'closure'; n = n.parent) {
    if (n.kind === 'branch') return true;
  }
  return false;
}

/** The first of several operations in one loop, or of three in one function; null when they are fewer. */
function firstOfMany(group: readonly Sighting[]): Sighting | null {
  for (const sighting of group) {
    const seen: Seen = sighting.data;
    if (seen.loop === null || seen.long) continue;
    const together = group.filter((other) => loopOf(other) === seen.loop);
    if (together.length >= 2 || seen.tiny) return sighting;
  }
  const small = group.filter(({ data }) => !(data satisfies Seen).long);
  return small.length >= 3 ? (small[0] ?? null) : null;
}

function isSocket(program: Program, file: string, type: Ty): boolean {
  const inner = program.types.peel(program.settle(file, type));
  if (inner === null || !('p' in inner)) return false;
  if (SOCKETS.has(inner.p)) return true;
  return HALVES.has(inner.p) && isSocket(program, file, argumentOf(inner, 0));
}

function loopOf(sighting: Sighting): number | null {
  const seen: Seen = sighting.data;
  return seen.loop;
}
