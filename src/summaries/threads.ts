/** Files in, summaries out: on this thread, and on others beside it when there is much. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { compareText } from '../findings/finding.js';
import type { SourceFile } from '../project/project.js';
import { shippedPath } from '../shipped.js';
import type { RustParser } from '../syntax/parse.js';
import type { CollectorTable } from './collect.js';
import { unpack } from './pack.js';
import { type FileResult, summariseFile } from './read.js';
import { share } from './share.js';
import type { CollectorOptions } from './summarise.js';

type Batch = readonly { readonly path: string; readonly file: string }[];

/** What a worker thread is asked to do. */
export interface Work extends Omit<CollectorOptions, 'jobs'> {
  readonly batches: readonly Batch[];
  /** Of `Queue`. */
  readonly queue: SharedArrayBuffer;
  /** Under which name it takes batches. */
  readonly who: number;
  /** Where the results of each batch go, so that they are read here while the next one is collected there. */
  readonly results: MessagePort;
}

/** A thread needs half a second to get going. */
const BYTES_PER_THREAD = 600_000;
const BATCH_BYTES = 120_000;

export interface Equipment {
  /** The visitors that the options ask for. */
  readonly table: CollectorTable;
  readonly parser: Promise<RustParser>;
}

export async function collectInThreads(
  sources: readonly SourceFile[],
  options: CollectorOptions,
  { table, parser }: Equipment,
): Promise<FileResult[]> {
  if (sources.length === 0) return [];
  const bytes = sources.reduce((sum, s) => sum + s.size, 0);
  const here = async (files: Batch): Promise<FileResult[]> => {
    const ready = await parser;
    return files.map((file) => summariseFile(file, ready, table, { tests: options.tests }));
  };
  const threads = Math.min(
    options.jobs > 0 ? options.jobs : Math.min(availableParallelism(), 8),
    Math.ceil(bytes / BYTES_PER_THREAD),
  );
  if (threads <= 1) return here(sources);
  const batches = batchesOf(sources);
  const common = {
    tests: options.tests,
    rules: options.rules,
    declared: options.declared,
    kept: options.kept,
  };
  const { Tinypool } = await import('tinypool');
  const pool = new Tinypool({
    filename: shippedPath('worker.js'),
    runtime: 'worker_threads',
    minThreads: threads - 1,
    maxThreads: threads - 1,
  });
  try {
    return await share(batches, {
      here,
      others: threads - 1,
      run: async (shared, queue, who): Promise<FileResult[]> => {
        const { port1: inbox, port2: outbox } = new MessageChannel();
        const work: Work = { batches: shared, queue: queue.shared, who, results: outbox, ...common };
        const results: FileResult[] = [];
        let received = 0;
        inbox.on('message', (batch: readonly FileResult[]) => {
          received++;
          for (const result of batch) {
            const { packed } = result;
            results.push(packed === undefined ? result : { ...result, summary: unpack(packed.bytes) });
          }
        });
        try {
          const sent: number = await pool.run(work, { transferList: [outbox] });
          // The word that the thread is done may overtake what it sent.
          while (received < sent) await once(inbox, 'message');
          return results;
        } finally {
          inbox.close();
        }
      },
    });
  } finally {
    await pool.destroy();
  }
}

/** Largest first, so that no thread is left with a big file at the end. */
function batchesOf(sources: readonly SourceFile[]): Batch[] {
  const batches: SourceFile[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const source of [...sources].sort((a, b) => b.size - a.size || compareText(a.path, b.path))) {
    if (size + source.size > BATCH_BYTES) {
      batches.push([]);
      size = 0;
    }
    batches[batches.length - 1]?.push(source);
    size += source.size;
  }
  return batches.map((batch) => batch.map(({ path, file }) => ({ path, file })));
}

/** The parser's two WebAssembly files. */
export function engineBytes(): { runtime: Buffer; grammar: Buffer } {
  return {
    runtime: readFileSync(shippedPath('web-tree-sitter.wasm')),
    grammar: readFileSync(shippedPath('tree-sitter-rust.wasm')),
  };
}
