/** A summary as bytes: between threads, and from one run to the next. */
import { deserialize, serialize } from 'node:v8';
import type { FileSummary } from './summary.js';

/**
 * The same bytes for what was collected from the same code, on whichever thread. Not so for what was unpacked:
 * equal values may have other bytes then.
 */
export function pack(summary: FileSummary): Uint8Array {
  return serialize(summary);
}

/** @param bytes of `pack`, by the same version of this tool */
export function unpack(bytes: Uint8Array): FileSummary {
  return deserialize(bytes);
}
