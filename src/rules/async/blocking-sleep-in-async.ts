/** Sleeping threads: the whole worker sleeps, not the task. */

import { lastName } from '../../syntax/walk.js';
import { blockingRule } from '../blocking.js';

/** A spin of this length is shorter than a trip through the timer. */
const SHORT_MICROSECONDS = 50;

const MICROSECONDS: Readonly<Record<string, number>> = {
  from_nanos: 0.001,
  from_micros: 1,
  from_millis: 1000,
  from_secs: 1e6,
};

export const rule = blockingRule({
  id: 'blocking-sleep-in-async',
  confidence: 'high',
  calls: [
    'std::thread::sleep',
    'std::thread::sleep_ms',
    'std::thread::sleep_until',
    'std::thread::park',
    'std::thread::park_timeout',
    'libc::sleep',
    'libc::usleep',
    'libc::nanosleep',
    'nix::unistd::sleep',
    'spin_sleep::sleep',
  ],
  methods: {},
  facts: (node, view) => {
    const [duration] = node.args;
    if (duration?.kind !== 'call' || duration.callee.kind !== 'path') return null;
    const unit = lastName(duration.callee);
    const [amount] = duration.args;
    const value = amount === undefined ? null : view.constant(amount);
    const scale = MICROSECONDS[unit];
    return value === null || scale === undefined ? null : value * scale;
  },
  refine: ({ facts }) => (typeof facts === 'number' && facts <= SHORT_MICROSECONDS ? null : { idles: true }),
});
