/** Waiting for another thread or process on an async worker. */
import { blockingRule } from '../blocking.js';

/** A prompt; an editor or pager, which is given the terminal. */
const PERSONAL = new Set(['std::io::Stdin::read_line', 'std::process::Command::status']);

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
  // `names.join(", ")`
  accept: (node) => node.name !== 'join' || node.args.length === 0,
  refine: ({ callee, sighting }, program) => {
    // A finished thread joins at once.
    const finished = program.files.get(sighting.path)?.methodNames.is_finished !== undefined;
    if (callee.endsWith('JoinHandle::join') && finished) return null;
    return PERSONAL.has(callee) ? { personal: true } : {};
  },
});
