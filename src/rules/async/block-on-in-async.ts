/** Waiting for a future by blocking the thread that would have to drive it. */
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import { PathSet } from '../declarative.js';
import { blockingFindings } from '../reach.js';
import type { Rule } from '../rule.js';

/** tokio panics here: "Cannot start a runtime from within a runtime". */
const TOKIO: Readonly<Record<string, readonly string[]>> = {
  'tokio::runtime::Runtime': ['block_on'],
  'tokio::runtime::Handle': ['block_on'],
  'tokio::task::LocalSet': ['block_on'],
  'tokio::sync::mpsc::Sender': ['blocking_send'],
  'tokio::sync::mpsc::Receiver': ['blocking_recv', 'blocking_recv_many'],
  'tokio::sync::mpsc::UnboundedReceiver': ['blocking_recv', 'blocking_recv_many'],
  'tokio::sync::oneshot::Receiver': ['blocking_recv'],
  'tokio::sync::broadcast::Receiver': ['blocking_recv'],
  'tokio::sync::Mutex': ['blocking_lock', 'blocking_lock_owned'],
  'tokio::sync::RwLock': ['blocking_read', 'blocking_write'],
  'actix_rt::SystemRunner': ['block_on'],
  'futures_executor::LocalPool': ['run', 'run_until'],
};
const METHODS = [...new Set(Object.values(TOKIO).flat())];
/** Names that nothing but tokio has. */
const TELLING = /^blocking_(?:recv|send|lock|read|write|recv_many|lock_owned)$/;

const EXECUTORS = new PathSet([
  'futures_executor::block_on',
  'futures_executor::block_on_stream',
  'futures_lite::future::block_on',
  'pollster::block_on',
  'async_std::task::block_on',
  'smol::block_on',
  'smol::future::block_on',
  'async_io::block_on',
  'async_global_executor::block_on',
  'tokio_test::block_on',
  'actix_rt::System::block_on',
]);

type Seen = { readonly path: string } | { readonly method: string; readonly on: Ty; readonly text: string };

export const rule: Rule = {
  id: 'block-on-in-async',
  collect: [
    onCall([...METHODS, 'block_on_stream'], (node, view) => {
      const path = view.calledPath(node);
      if (path !== null && !view.isAwaited(node)) view.emit(node, { path } satisfies Seen);
    }),
    onMethod(METHODS, (node, view) => {
      if (view.isAwaited(node)) return;
      if (node.name === 'block_on' && node.args.length === 0) {
        // `future.block_on()` of an extension trait.
        view.emit(node, { path: 'pollster::block_on' } satisfies Seen, view.methodSpan(node));
        return;
      }
      const seen: Seen = {
        method: node.name,
        on: view.typeOf(node.receiver),
        text: view.snippet(node.receiver, 80),
      };
      view.emit(node, seen, view.methodSpan(node));
    }),
  ],
  judge: ({ program }) =>
    blockingFindings('block-on-in-async', program, 'high', (sighting) => {
      const seen: Seen = sighting.data;
      if ('path' in seen) {
        const callee = program.canonical(sighting.path, seen.path);
        const cut = callee.lastIndexOf('::');
        // `Runtime::block_on(&rt, f())`
        if (TOKIO[callee.slice(0, cut)]?.includes(callee.slice(cut + 2)) === true)
          return { callee, panics: true };
        if (!EXECUTORS.has(callee)) return null;
        const message = `\`${callee}\` parks the async worker in another executor: it deadlocks when the awaited work needs this thread`;
        return { callee, message };
      }
      const owner = program.headPath(sighting.path, seen.on);
      if (owner !== null && TOKIO[owner]?.includes(seen.method) !== true) return null;
      if (owner === null && !TELLING.test(seen.method) && !looksLikeRuntime(seen.text)) return null;
      const callee = owner === null ? seen.method : `${owner}::${seen.method}`;
      return {
        callee,
        panics: owner !== 'futures_executor::LocalPool',
        ...(owner === null ? { confidence: 'medium' as const } : {}),
      };
    }),
};

/** `Handle::current()`, `rt`, `self.runtime`: what code calls the thing whose type is out of sight. */
function looksLikeRuntime(receiver: string): boolean {
  return /\bHandle::current\(\)$|(?:^|\.|::)(?:rt|runtime|tokio_rt|rt_handle|tokio_handle|runtime_handle|TOKIO|RUNTIME|RT)(?:\(\))?$/.test(
    receiver,
  );
}
