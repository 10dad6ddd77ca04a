/** The entry of a worker thread: it takes batches of files as long as there are any, and gives back their summaries. */
import { collectorOf, type Declared } from './rules/declarative.js';
import { rules } from './rules/registry.js';
import { CollectorTable } from './summaries/collect.js';
import { type FileResult, summariseFile } from './summaries/read.js';
import { Queue } from './summaries/share.js';
import { engineBytes, type Work } from './summaries/summarise.js';
import { RustParser } from './syntax/parse.js';

const parser = RustParser.start(engineBytes());
let table: CollectorTable | null = null;

export default async function run(work: Work): Promise<FileResult[]> {
  const ready = await parser;
  table ??= tableFor(new Set(work.rules), work.declared as readonly Declared[]);
  const queue = new Queue(work.queue);
  const results: FileResult[] = [];
  for (let index = queue.take(work.who); index !== null; index = queue.take(work.who)) {
    for (const file of work.batches[index] ?? [])
      results.push(summariseFile(file, ready, table, { tests: work.tests }));
  }
  return results;
}

/** The same visitors that the main thread would use; every piece of work of a run asks for the same ones. */
function tableFor(wanted: ReadonlySet<string>, declared: readonly Declared[]): CollectorTable {
  return new CollectorTable([
    ...rules.flatMap(({ id, collect }) =>
      collect === undefined || !wanted.has(id) ? [] : [{ id, collect }],
    ),
    ...declared.map(({ id, match }) => ({ id, collect: collectorOf(match) })),
  ]);
}
