/** Every source file in, every summary out: from the cache, in worker threads, or right here when it is little. */
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Tinypool } from 'tinypool';
import { compareText, type Note } from '../findings/finding.js';
import type { SourceFile } from '../project/project.js';
import { shippedPath } from '../shipped.js';
import { RustParser } from '../syntax/parse.js';
import { SummaryCache } from './cache.js';
import { CollectorTable, SUMMARY_VERSION } from './collect.js';
import type { Collector } from './collector.js';
import { contentHash, type FileResult, summariseFile } from './read.js';
import { share } from './share.js';
import type { FileSummary } from './summary.js';

export interface SummariseOptions {
  /** Visitors of the rules, in the order of their ids. */
  readonly collectors: readonly { readonly id: string; readonly collect: Collector }[];
  /** Patterns of the rules among them that have no code of their own. */
  readonly declared: readonly { readonly id: string; readonly match: unknown }[];
  readonly tests: boolean;
  /** Worker threads; 0 lets us choose. */
  readonly jobs: number;
  /** Absolute; null for no cache. */
  readonly cacheFolder: string | null;
  readonly toolVersion: string;
  /** Reads and summarises files in another way than in the threads of this process: from shards. */
  readonly collect?: Collect;
}

/** One result for each source, in any order. */
export type Collect = (
  sources: readonly SourceFile[],
  options: CollectorOptions,
) => Promise<readonly FileResult[]>;

export type CollectorOptions = Pick<SummariseOptions, 'collectors' | 'declared' | 'tests' | 'jobs'>;

export interface Summaries {
  /** By root-relative path, sorted. */
  readonly files: ReadonlyMap<string, FileSummary>;
  readonly cached: number;
  readonly notes: readonly Note[];
}

type Batch = readonly { readonly path: string; readonly file: string }[];

/** What a worker thread is asked to do. */
export interface Work {
  readonly batches: readonly Batch[];
  /** Of `Queue`. */
  readonly queue: SharedArrayBuffer;
  /** Under which name it takes batches. */
  readonly who: number;
  readonly tests: boolean;
  /** Which rules to collect for, and the patterns of those that are all patterns. */
  readonly rules: readonly string[];
  readonly declared: SummariseOptions['declared'];
}

/** A thread needs half a second to get going. */
const BYTES_PER_THREAD = 600_000;
const BATCH_BYTES = 120_000;

export async function summarise(
  sources: readonly SourceFile[],
  options: SummariseOptions,
): Promise<Summaries> {
  const found = new Map<string, FileSummary>();
  const notes: Note[] = [];
  const cache = openCache(options);
  const wanted: SourceFile[] = [];
  let cached = 0;
  for (const source of sources) {
    const hit = cache === null ? null : lookUp(cache, source);
    if (hit === null) wanted.push(source);
    else {
      found.set(source.path, hit);
      cached++;
    }
  }
  const crashed = new Map<string, { count: number; path: string; message: string }>();
  for (const result of await (options.collect ?? collectHere)(wanted, options)) {
    if (result.summary !== null) {
      found.set(result.path, result.summary);
      // A crash must be seen again on the next run.
      if (result.crashes.length === 0) cache?.keep(result.path, result.hash, result.summary, true);
    }
    if (result.problem !== null)
      notes.push({ kind: 'incomplete', path: result.path, message: result.problem });
    for (const { rule, message } of result.crashes) {
      const known = crashed.get(rule);
      if (known === undefined) crashed.set(rule, { count: 1, path: result.path, message });
      else known.count++;
    }
  }
  for (const [rule, { count, path, message }] of crashed) {
    const more = count > 1 ? ` and ${count - 1} more files` : '';
    notes.push({
      kind: 'incomplete',
      path,
      message: `rule \`${rule}\` crashed on this file${more}: ${message.split('\n', 2).join(' ')}; please report it`,
    });
  }
  cache?.save();
  if (cache !== null && cache.problem !== null) {
    notes.push({ kind: 'info', message: `the cache of summaries was not used: ${cache.problem}` });
  }
  const files = new Map([...found].sort(([a], [b]) => compareText(a, b)));
  for (const [path, summary] of files)
    notes.push(...syntaxNotes(path, summary), ...moduleNotes(path, summary, options));
  return { files, cached, notes };
}

/** What the report says about the work itself, but for its time. */
export function statsOf({ files, cached }: Summaries): {
  readonly files: number;
  readonly bytes: number;
  readonly cached: number;
  readonly unparsedBytes: number;
} {
  let bytes = 0;
  let unparsedBytes = 0;
  for (const summary of files.values()) {
    bytes += summary.bytes;
    for (const part of summary.unparsed) unparsedBytes += part.bytes;
  }
  return { files: files.size, bytes, cached, unparsedBytes };
}

/** The comments and attributes by which code silences findings, by root-relative path. */
export function markersOf({ files }: Summaries): {
  readonly directives: ReadonlyMap<string, FileSummary['directives']>;
  readonly lintAttributes: ReadonlyMap<string, FileSummary['attributes']>;
} {
  return {
    directives: new Map([...files].map(([path, summary]) => [path, summary.directives])),
    lintAttributes: new Map([...files].map(([path, summary]) => [path, summary.attributes])),
  };
}

function openCache(options: SummariseOptions): SummaryCache | null {
  if (options.cacheFolder === null) return null;
  const rules = options.collectors.map((c) => c.id).join(',');
  const cache = new SummaryCache(
    options.cacheFolder,
    [options.toolVersion, SUMMARY_VERSION, options.tests, rules].join('|'),
  );
  cache.open();
  return cache;
}

function lookUp(cache: SummaryCache, source: SourceFile): FileSummary | null {
  let hash: string;
  try {
    hash = contentHash(readFileSync(source.file));
  } catch {
    return null;
  }
  const summary = cache.get(source.path, hash);
  if (summary !== null) cache.keep(source.path, hash, summary, false);
  return summary;
}

/** On this thread, and on others beside it when there is much. */
export async function collectHere(
  sources: readonly SourceFile[],
  options: CollectorOptions,
): Promise<FileResult[]> {
  if (sources.length === 0) return [];
  const bytes = sources.reduce((sum, s) => sum + s.size, 0);
  const parser = RustParser.start(engineBytes());
  const table = new CollectorTable(options.collectors);
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
    rules: options.collectors.map((c) => c.id),
    declared: options.declared,
  };
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
      run: (shared, queue, who): Promise<FileResult[]> =>
        pool.run({ batches: shared, queue: queue.shared, who, ...common } satisfies Work),
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

/** Syntax errors are said by place: the rest of the file was audited. */
function syntaxNotes(path: string, summary: FileSummary): Note[] {
  const errors = summary.unparsed.filter((u) => u.why === 'syntax');
  const [first] = errors;
  if (first === undefined) return [];
  const more = errors.length > 1 ? ` and ${errors.length - 1} more places` : '';
  return [
    {
      kind: 'info',
      path,
      message: `not understood from line ${first.at.line} to ${first.at.endLine}${more}; the rest of the file was audited`,
    },
  ];
}

/** A module whose file is no `.rs` file is compiled by rustc and never found by us. */
function moduleNotes(
  path: string,
  { modules }: FileSummary,
  { tests }: Pick<SummariseOptions, 'tests'>,
): Note[] {
  const files = modules.flatMap((module) => module.files).filter((file) => tests || !file.test);
  return files.flatMap(({ name, path: file }) =>
    file === null || file.endsWith('.rs')
      ? []
      : [
          {
            kind: 'info',
            path,
            message: `module \`${name}\` is not audited: its file \`${file}\` does not end in \`.rs\``,
          },
        ],
  );
}
