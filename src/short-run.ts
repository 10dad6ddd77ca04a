/**
 * Tells V8 that this process lives for a second or two. By default it optimises functions so early that
 * compiling them costs a third of the processor time of an audit of 1.5 MB of Rust and a tenth at 15 MB, more
 * than the faster code gives back; and from Node.js 22 on it lets the space for new objects grow until it takes
 * as much memory as all the rest.
 */
import { setFlagsFromString } from 'node:v8';

const LATER = [
  '--invocation-count-for-maglev=10000',
  '--invocation-count-for-turbofan=100000',
  '--semi-space-growth-factor=1',
];

/** By V8's major version, as the flags change their names and V8 complains aloud about one that it does not know. */
const FLAGS: Readonly<Record<string, readonly string[]>> = {
  // Node.js 20
  '11': ['--interrupt-budget=2000000'],
  // Node.js 22
  '12': LATER,
  // Node.js 24
  '13': LATER,
};

export function expectShortRun(): void {
  for (const flag of FLAGS[process.versions.v8.split('.', 1)[0] ?? ''] ?? []) setFlagsFromString(flag);
}
