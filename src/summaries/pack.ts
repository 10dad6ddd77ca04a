/** A summary as bytes, from one run to the next, and the name of what it says. */
import { deserialize, serialize } from 'node:v8';
import { digestOf } from '../store/sealed.js';
import type { FileSummary } from './summary.js';

export interface Packed {
  readonly bytes: Uint8Array;
  /**
   * The same for all summaries that say the same. The bytes are no such name: they also tell how V8 holds a value,
   * and that is not the same on every thread.
   */
  readonly digest: string;
}

export function pack(summary: FileSummary): Packed {
  return { bytes: serialize(summary), digest: digestOf(JSON.stringify(summary)) };
}

/** @param bytes of `pack`, by the same version of this tool */
export function unpack(bytes: Uint8Array): FileSummary {
  return deserialize(bytes);
}
