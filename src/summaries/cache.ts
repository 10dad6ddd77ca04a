/**
 * Summaries of files that did not change since the last run. An index says of every file what it was made from,
 * what its summary is called, and what a report needs of it anyway; the summaries lie in a few buckets, which are
 * opened when somebody judges, and rewritten when a summary in them changed.
 */
import { digestOf, type SealedFolder } from '../store/sealed.js';
import type { FileFacts } from './facts.js';
import { pack, unpack } from './pack.js';
import type { FileResult } from './read.js';
import type { FileSummary } from './summary.js';

const BUCKETS = 16;
const INDEX = 'index.bin';

interface Entry {
  /** Of the file's content. */
  readonly hash: string;
  /** Of its summary: what two versions of a file mean is the same when this is the same. */
  readonly digest: string;
  readonly facts: FileFacts;
}

/** Serialised summaries by path. */
type Bucket = Map<string, { readonly digest: string; readonly bytes: Uint8Array }>;

export class SummaryCache {
  readonly #folder: SealedFolder;
  readonly #old: ReadonlyMap<string, Entry>;
  readonly #fresh = new Map<string, Entry>();
  readonly #buckets = new Map<number, Bucket>();
  readonly #dirty = new Set<number>();

  constructor(folder: SealedFolder) {
    this.#folder = folder;
    this.#old = folder.read<Map<string, Entry>>(INDEX) ?? new Map();
  }

  /**
   * What is known of the file, when its content is still the same.
   * @param hash of the content now; asked for only where there is something to compare it with
   */
  facts(path: string, hash: () => string): FileFacts | null {
    const entry = this.#old.get(path);
    if (entry === undefined || entry.hash !== hash()) return null;
    this.#fresh.set(path, entry);
    return entry.facts;
  }

  /** Takes in what a file says now. */
  keep({ path, hash, packed }: FileResult, summary: FileSummary, facts: FileFacts): void {
    const { bytes, digest } = packed ?? pack(summary);
    const at = bucketOf(path);
    const bucket = this.#bucket(at);
    if (bucket.get(path)?.digest !== digest) {
      bucket.set(path, { digest, bytes });
      this.#dirty.add(at);
    }
    this.#fresh.set(path, { hash, digest, facts });
  }

  /** Whether this run has taken the file from the index, or in. */
  holds(path: string): boolean {
    return this.#fresh.has(path);
  }

  /** The summary of a file whose facts are known or that was kept; null when its bucket is lost. */
  summary(path: string): FileSummary | null {
    const entry = this.#fresh.get(path);
    const stored = this.#bucket(bucketOf(path)).get(path);
    if (entry === undefined || stored === undefined || stored.digest !== entry.digest) return null;
    return unpack(stored.bytes);
  }

  /** Stands for all that the summaries of these paths say. */
  digestOf(paths: Iterable<string>): string {
    const parts: string[] = [];
    for (const path of paths) parts.push(path, this.#fresh.get(path)?.digest ?? '');
    return digestOf(JSON.stringify(parts));
  }

  save(): void {
    for (const path of this.#old.keys()) {
      if (this.#fresh.has(path)) continue;
      if (this.#bucket(bucketOf(path)).delete(path)) this.#dirty.add(bucketOf(path));
    }
    // Buckets first: an index never speaks of summaries that are not there yet.
    for (const at of this.#dirty) this.#folder.write(bucketFile(at), this.#bucket(at));
    this.#dirty.clear();
    if (!isSame(this.#old, this.#fresh)) this.#folder.write(INDEX, this.#fresh);
  }

  #bucket(at: number): Bucket {
    let bucket = this.#buckets.get(at);
    if (bucket === undefined) {
      bucket = this.#folder.read<Bucket>(bucketFile(at)) ?? new Map();
      this.#buckets.set(at, bucket);
    }
    return bucket;
  }
}

function isSame(old: ReadonlyMap<string, Entry>, fresh: ReadonlyMap<string, Entry>): boolean {
  if (old.size !== fresh.size) return false;
  for (const [path, entry] of fresh) if (old.get(path) !== entry) return false;
  return true;
}

function bucketFile(at: number): string {
  return `summaries-${at.toString(16)}.bin`;
}

function bucketOf(path: string): number {
  let hash = 0;
  for (let i = 0; i < path.length; i++) hash = (hash * 31 + path.charCodeAt(i)) | 0;
  return ((hash % BUCKETS) + BUCKETS) % BUCKETS;
}
