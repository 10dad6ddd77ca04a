/** Reads one Rust file and summarises it; what goes wrong becomes a sentence for the user, never an exception. */
import { readFileSync } from 'node:fs';
import { digestOf } from '../store/sealed.js';
import type { RustParser } from '../syntax/parse.js';
import { type CollectCrash, type CollectOptions, type CollectorTable, collectFile } from './collect.js';
import type { Packed } from './pack.js';
import type { FileSummary } from './summary.js';

/** Larger files are generated or data; parsing them would cost more than all the rest. */
const MAX_BYTES = 8 * 1024 * 1024;

export interface FileResult {
  /** Root-relative. */
  readonly path: string;
  /** Of the content; '' when it could not be read. */
  readonly hash: string;
  /** UTF-8 bytes of the content. */
  readonly bytes: number;
  readonly summary: FileSummary | null;
  /** The summary as the cache keeps it, where that was made already. */
  readonly packed?: Packed;
  /** Why there is no summary. */
  readonly problem: string | null;
  readonly crashes: readonly CollectCrash[];
}

export function summariseFile(
  source: { readonly path: string; readonly file: string },
  parser: RustParser,
  table: CollectorTable,
  options: CollectOptions,
): FileResult {
  const fail = (problem: string, hash = ''): FileResult => ({
    path: source.path,
    hash,
    bytes: 0,
    summary: null,
    problem,
    crashes: [],
  });
  let bytes: Buffer;
  try {
    bytes = readFileSync(source.file);
  } catch (error) {
    return fail(`not audited: it cannot be read (${reason(error)})`);
  }
  const hash = digestOf(bytes);
  if (bytes.length > MAX_BYTES) {
    const megabytes = (bytes.length / 1048576).toFixed(1);
    return fail(
      `not audited: ${megabytes} MB is more than the ${MAX_BYTES / 1048576} MB that one file may have; put it under \`exclude\` in rustperf.toml`,
      hash,
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return fail(
      'not audited: it is not valid UTF-8; rustc would reject it too, convert it or put it under `exclude`',
      hash,
    );
  }
  try {
    const { summary, crashes } = collectFile(parser.parse(text, options), table, options);
    return { path: source.path, hash, bytes: bytes.length, summary, problem: null, crashes };
  } catch (error) {
    return fail(
      `not audited: it could not be analysed (${reason(error)}); put it under \`exclude\` in rustperf.toml if it is data or generated`,
      hash,
    );
  }
}

function reason(error: unknown): string {
  if (error instanceof RangeError && /call stack/i.test(error.message))
    return 'its code is nested too deeply';
  if (error instanceof Error && error.message.startsWith('Aborted'))
    return 'parsing it takes more memory than there is';
  return error instanceof Error ? error.message : String(error);
}
