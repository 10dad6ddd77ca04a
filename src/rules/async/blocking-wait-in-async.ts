/** Waiting for another thread or process on an async worker. */
import { onNode } from '../../summaries/collector.js';
import { blockingRule, type Shape } from '../blocking.js';

/** Iterating over these waits for each message. */
const RECEIVERS = ['std::sync::mpsc::Receiver', 'crossbeam_channel::Receiver', 'flume::Receiver'];

export const rule = blockingRule({
  id: 'blocking-wait-in-async',
  confidence: 'medium',
  calls: ['std::thread::scope'],
  methods: {
    'std::sync::mpsc::Receiver': ['recv', 'recv_timeout', 'recv_deadline', 'iter'],
    'std::sync::mpsc::SyncSender': ['send'],
    'crossbeam_channel::Receiver': ['recv', 'recv_timeout', 'recv_deadline', 'iter'],
    'flume::Receiver': ['recv', 'recv_timeout', 'iter'],
    'async_channel::Receiver': ['recv_blocking'],
    'async_channel::Sender': ['send_blocking'],
    'kanal::Receiver': ['recv', 'recv_timeout'],
    'std::thread::JoinHandle': ['join'],
    'std::thread::ScopedJoinHandle': ['join'],
    'std::sync::Condvar': ['wait', 'wait_while', 'wait_timeout', 'wait_timeout_while'],
    'parking_lot::Condvar': ['wait', 'wait_for', 'wait_until', 'wait_while'],
    'std::sync::Barrier': ['wait'],
    'std::process::Command': ['output', 'status'],
    'std::process::Child': ['wait', 'wait_with_output'],
    'std::io::Stdin': ['read_line'],
  },
  more: [
    onNode('for', (node, view) => {
      if (view.isOpaque(node)) return;
      let iter = node.iter;
      while (iter.kind === 'ref') iter = iter.operand;
      if (iter.kind !== 'path' && iter.kind !== 'field') return;
      const value = view.typeOf(iter);
      if (value === null) return;
      const seen: Shape = { known: 'iterating over a receiver', value, types: RECEIVERS };
      view.emit(node.iter, seen);
    }),
  ],
  // `names.join(", ")`
  accept: (node) => node.name !== 'join' || node.args.length === 0,
  refine: ({ callee, sighting }, program) => {
    // A finished thread joins at once.
    const finished = program.files.get(sighting.path)?.methodNames.is_finished !== undefined;
    if (callee.endsWith('JoinHandle::join') && finished) return null;
    return {};
  },
});
