/** Every source file in, what it says out: from the cache where the file is still the same, else collected anew. */
import { readFileSync } from 'node:fs';
import { compareText, type Note } from '../findings/finding.js';
import type { SourceFile } from '../project/project.js';
import { digestOf, type SealedFolder } from '../store/sealed.js';
import { SummaryCache } from './cache.js';
import { type FileFacts, factsOf } from './facts.js';
import type { FileResult } from './read.js';
import type { FileSummary } from './summary.js';

export interface CollectorOptions {
  /** Ids of the rules to collect for, sorted. */
  readonly rules: readonly string[];
  /** The patterns of those that have no code of their own. */
  readonly declared: readonly { readonly id: string; readonly match: unknown }[];
  readonly tests: boolean;
  /** Worker threads; 0 lets us choose. */
  readonly jobs: number;
  /** Whether the cache will keep what is collected. */
  readonly kept: boolean;
}

export interface SummariseOptions extends CollectorOptions {
  /** What the last run left; null for no cache. */
  readonly store: SealedFolder | null;
  /** Reads and summarises files: in the threads of this process, or from shards. */
  readonly collect: Collect;
}

/** One result for each source, in any order. */
export type Collect = (
  sources: readonly SourceFile[],
  options: CollectorOptions,
) => Promise<readonly FileResult[]>;

export interface Summaries {
  /** By root-relative path, sorted. */
  readonly facts: ReadonlyMap<string, FileFacts>;
  /** Stands for all that the summaries say, so that equal digests are judged equally; null when that is not known. */
  readonly digest: string | null;
  readonly cached: number;
  readonly notes: readonly Note[];
  /** The summaries themselves. */
  readonly read: () => Promise<{
    /** By root-relative path, sorted. */
    readonly files: ReadonlyMap<string, FileSummary>;
    readonly notes: readonly Note[];
  }>;
}

export async function summarise(
  sources: readonly SourceFile[],
  options: SummariseOptions,
): Promise<Summaries> {
  const { store } = options;
  const cache = store === null ? null : new SummaryCache(store);
  const facts = new Map<string, FileFacts>();
  const wanted: SourceFile[] = [];
  for (const source of sources) {
    const known = cache === null ? null : lookUp(cache, source);
    if (known === null) wanted.push(source);
    else facts.set(source.path, known);
  }
  const cached = facts.size;
  const { files, notes, whole, ...found } = await collected(wanted, options, cache);
  for (const [path, said] of found.facts) facts.set(path, said);
  cache?.save();
  const sorted = sortedByPath(facts);
  for (const [path, known] of sorted)
    notes.push(...syntaxNotes(path, known), ...moduleNotes(path, known, options));
  return {
    facts: sorted,
    digest: whole && cache !== null ? cache.digestOf(sorted.keys()) : null,
    cached,
    notes,
    read: async () => everything(sources, files, options, cache),
  };
}

interface Collected {
  readonly files: ReadonlyMap<string, FileSummary>;
  readonly facts: ReadonlyMap<string, FileFacts>;
  readonly notes: Note[];
  /** Nothing was left out. */
  readonly whole: boolean;
}

async function collected(
  wanted: readonly SourceFile[],
  options: SummariseOptions,
  cache: SummaryCache | null,
): Promise<Collected> {
  const files = new Map<string, FileSummary>();
  const facts = new Map<string, FileFacts>();
  const notes: Note[] = [];
  const crashed = new Map<string, { count: number; path: string; message: string }>();
  const results = wanted.length === 0 ? [] : await options.collect(wanted, options);
  for (const result of results) {
    const { path, bytes, summary, problem, crashes } = result;
    if (summary !== null) {
      const said = factsOf(summary, bytes);
      files.set(path, summary);
      facts.set(path, said);
      // A crash must be seen again on the next run.
      if (crashes.length === 0) cache?.keep(result, summary, said);
    }
    if (problem !== null) notes.push({ kind: 'incomplete', path, message: problem });
    for (const { rule, message } of crashes) {
      const known = crashed.get(rule);
      if (known === undefined) crashed.set(rule, { count: 1, path, message });
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
  return { files, facts, notes, whole: notes.length === 0 };
}

/** What was collected now and what the cache holds. What it turns out to have lost is collected now as well. */
async function everything(
  sources: readonly SourceFile[],
  fresh: ReadonlyMap<string, FileSummary>,
  options: SummariseOptions,
  cache: SummaryCache | null,
): ReturnType<Summaries['read']> {
  const all = new Map(fresh);
  if (cache === null) return { files: sortedByPath(all), notes: [] };
  const lost: SourceFile[] = [];
  for (const source of sources) {
    if (all.has(source.path) || !cache.holds(source.path)) continue;
    const summary = cache.summary(source.path);
    if (summary === null) lost.push(source);
    else all.set(source.path, summary);
  }
  if (lost.length === 0) return { files: sortedByPath(all), notes: [] };
  const { files, notes } = await collected(lost, options, cache);
  cache.save();
  return { files: sortedByPath(new Map([...all, ...files])), notes };
}

function sortedByPath<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => compareText(a, b)));
}

/** What the report says about the work itself, but for its time. */
export function statsOf({ facts, cached }: Summaries): {
  readonly files: number;
  readonly bytes: number;
  readonly cached: number;
  readonly unparsedBytes: number;
} {
  let bytes = 0;
  let unparsedBytes = 0;
  for (const known of facts.values()) {
    bytes += known.bytes;
    for (const part of known.unparsed) unparsedBytes += part.bytes;
  }
  return { files: facts.size, bytes, cached, unparsedBytes };
}

/** The comments and attributes by which code silences findings, by root-relative path. */
export function markersOf({ facts }: Summaries): {
  readonly directives: ReadonlyMap<string, FileFacts['directives']>;
  readonly lintAttributes: ReadonlyMap<string, FileFacts['attributes']>;
} {
  return {
    directives: new Map([...facts].map(([path, { directives }]) => [path, directives])),
    lintAttributes: new Map([...facts].map(([path, { attributes }]) => [path, attributes])),
  };
}

function lookUp(cache: SummaryCache, source: SourceFile): FileFacts | null {
  try {
    return cache.facts(source.path, () => digestOf(readFileSync(source.file)));
  } catch {
    return null;
  }
}

/** Syntax errors are said by place: the rest of the file was audited. */
function syntaxNotes(path: string, { unparsed }: FileFacts): Note[] {
  const errors = unparsed.filter((u) => u.why === 'syntax');
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
  { unseen }: FileFacts,
  { tests }: Pick<SummariseOptions, 'tests'>,
): Note[] {
  return unseen
    .filter((module) => tests || !module.test)
    .map(({ name, path: file }) => ({
      kind: 'info',
      path,
      message: `module \`${name}\` is not audited: its file \`${file}\` does not end in \`.rs\``,
    }));
}
