/** Reads and writes on blocking handles, through the standard library's traits, on an async worker. */
import type { Program } from '../../program/program.js';
import { argumentOf, pathOf } from '../../program/types.js';
import { onCall, onMacro, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import { blockingFindings } from '../reach.js';
import type { Rule } from '../rule.js';

const METHODS =
  `read read_exact read_to_end read_to_string read_vectored read_line read_until lines bytes split
  write write_all write_fmt write_vectored flush seek rewind stream_position`.split(/\s+/);

/** Handles behind which a device, a peer or another process answers. Standard output is fast unless piped. */
const HANDLES = new Set([
  'std::fs::File',
  'std::net::TcpStream',
  'std::os::unix::net::UnixStream',
  'std::process::ChildStdout',
  'std::process::ChildStderr',
  'std::process::ChildStdin',
  'std::io::Stdin',
  'std::io::StdinLock',
  'tempfile::NamedTempFile',
]);
/** Reads and writes at an offset, of files alone. */
const AT = ['read_at', 'read_exact_at', 'write_at', 'write_all_at', 'seek_read', 'seek_write'];
const TRAIT = /(?:^|::)(?:Read|Write|BufRead|Seek)::(\w+)$/;
const WRAPPERS = new Set([
  'std::io::BufReader',
  'std::io::BufWriter',
  'std::io::LineWriter',
  'std::io::Take',
]);

type Seen =
  | { readonly method: string; readonly on: Ty }
  | { readonly path: string; readonly args: readonly Ty[] };

export const rule: Rule = {
  id: 'blocking-io-trait-in-async',
  collect: [
    onMethod([...METHODS, ...AT], (node, view) => {
      if (view.isAwaited(node) || view.isOpaque(node)) return;
      const on = view.typeOf(node.receiver);
      if (on !== null) view.emit(node, { method: node.name, on } satisfies Seen, view.methodSpan(node));
    }),
    onCall([...METHODS, 'copy'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || node.args.length === 0 || view.isAwaited(node) || view.isOpaque(node)) return;
      if (!/(?:^|::)(?:io|Read|Write|BufRead|Seek)::/.test(path)) return;
      view.emit(node, { path, args: node.args.map((a) => view.typeOf(a)) } satisfies Seen);
    }),
    onMacro(['write', 'writeln'], (node, view) => {
      const [writer] = node.args;
      if (writer === undefined) return;
      const on = view.typeOf(writer);
      if (on !== null) view.emit(node, { method: `${node.name}!`, on } satisfies Seen);
    }),
  ],
  judge: ({ program }) =>
    blockingFindings('blocking-io-trait-in-async', program, 'medium', (sighting) => {
      const seen: Seen = sighting.data;
      if ('path' in seen) {
        const path = program.canonical(sighting.path, seen.path);
        // `Write::flush(&mut file)`
        const method = TRAIT.exec(path)?.[1];
        if (method !== undefined) {
          const handle = handleOf(program, sighting.path, seen.args[0] ?? null, method);
          return handle === null ? null : { callee: `${handle}::${method}` };
        }
        if (path !== 'std::io::copy' && path !== 'std::io::read_to_string') return null;
        return seen.args.some((a) => handleOf(program, sighting.path, a, 'copy') !== null)
          ? { callee: path }
          : null;
      }
      const handle = handleOf(program, sighting.path, seen.on, seen.method);
      // A line from a person is `blocking-wait-in-async`.
      if (handle === null || (handle === 'std::io::Stdin' && seen.method === 'read_line')) return null;
      return {
        callee: seen.method.endsWith('!') ? `${seen.method} on ${handle}` : `${handle}::${seen.method}`,
      };
    }),
};

/**
 * The blocking handle that `method` reads or writes, through buffers and guards; null for anything else. Handles keep
 * nothing back, so that `flush` does nothing to them: only a buffer around one has something to write.
 */
function handleOf(program: Program, path: string, ty: Ty, method: string): string | null {
  let inner = program.settle(path, ty);
  for (let depth = 0; depth < 4; depth++) {
    const behind = program.types.behind(inner);
    const handle = behind.map(pathOf).find((owner) => owner !== null && HANDLES.has(owner));
    if (handle !== undefined) return depth === 0 && method === 'flush' ? null : handle;
    const wrapper = behind.find((owner) => WRAPPERS.has(pathOf(owner) ?? ''));
    if (wrapper === undefined) return null;
    inner = argumentOf(wrapper, 0);
  }
  return null;
}
