/** The entry of a worker thread: it takes batches of files as long as there are any, and sends back their summaries. */
import type { Declared } from './rules/active.js';
import { collectorTable } from './rules/code.js';
import type { CollectorTable } from './summaries/collect.js';
import { pack } from './summaries/pack.js';
import { type FileResult, summariseFile } from './summaries/read.js';
import { Queue } from './summaries/share.js';
import { engineBytes, type Work } from './summaries/threads.js';
import { RustParser } from './syntax/parse.js';

const parser = RustParser.start(engineBytes());
let table: CollectorTable | null = null;

/** @returns how many batches it sent the results of */
export default async function run(work: Work): Promise<number> {
  const ready = await parser;
  // Every piece of work of a run asks for the same visitors.
  table ??= collectorTable({ rules: work.rules, declared: work.declared as readonly Declared[] });
  const queue = new Queue(work.queue);
  let sent = 0;
  for (let index = queue.take(work.who); index !== null; index = queue.take(work.who)) {
    const results: FileResult[] = [];
    for (const file of work.batches[index] ?? []) {
      const result = summariseFile(file, ready, table, { tests: work.tests });
      const { summary } = result;
      // What the cache keeps crosses to the other thread as it is kept.
      const isSentPacked = work.kept && summary !== null;
      results.push(isSentPacked ? { ...result, summary: null, packed: pack(summary) } : result);
    }
    work.results.postMessage(results);
    sent++;
  }
  return sent;
}
