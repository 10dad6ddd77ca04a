/** The entry of a worker thread: a batch of files in, their summaries out. */
import { collectorOf, type Declared } from './rules/declarative.js';
import { rules } from './rules/registry.js';
import { CollectorTable } from './summaries/collect.js';
import { type FileResult, summariseFile } from './summaries/read.js';
import { type Batch, engineBytes } from './summaries/summarise.js';
import { RustParser } from './syntax/parse.js';

const parser = RustParser.start(engineBytes());
let table: CollectorTable | null = null;

export default async function run({ files, tests, rules: wanted, declared }: Batch): Promise<FileResult[]> {
  const ready = await parser;
  table ??= tableFor(new Set(wanted), declared as readonly Declared[]);
  const collectors = table;
  return files.map((file) => summariseFile(file, ready, collectors, { tests }));
}

/** The same visitors that the main thread would use; every batch of a run asks for the same ones. */
function tableFor(wanted: ReadonlySet<string>, declared: readonly Declared[]): CollectorTable {
  return new CollectorTable([
    ...rules.flatMap(({ id, collect }) =>
      collect === undefined || !wanted.has(id) ? [] : [{ id, collect }],
    ),
    ...declared.map(({ id, match }) => ({ id, collect: collectorOf(match) })),
  ]);
}
