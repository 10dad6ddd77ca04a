/**
 * Summaries of files that did not change since the last run, kept in `target/rustperf/`. A few bucket files, so
 * that touching one source rewrites a small part. What cannot be read back is thrown away, with a note.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Project } from '../project/project.js';
import type { FileSummary } from './summary.js';

const BUCKETS = 16;

/**
 * `target/rustperf/` beside the audited manifest. Null where there is no Cargo project to keep it in, and where
 * `target` or the folder is a link: nothing is ever written outside the audited root.
 */
export function cacheFolder(project: Project): string | null {
  const target = join(project.root, 'target');
  const folder = join(target, 'rustperf');
  if (!existsSync(join(project.root, 'Cargo.toml')) || isLink(target) || isLink(folder)) return null;
  return folder;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

interface Entry {
  readonly hash: string;
  readonly summary: FileSummary;
}
interface Bucket {
  readonly key: string;
  readonly entries: Map<string, Entry>;
}

export class SummaryCache {
  readonly #folder: string;
  readonly #key: string;
  readonly #old: (Map<string, Entry> | null)[] = [];
  readonly #fresh: Map<string, Entry>[] = [];
  readonly #dirty: boolean[] = [];
  /** Why a part of the cache was thrown away; null when nothing was. */
  problem: string | null = null;

  /** @param key Of the tool, its rules and options: entries made under another are not used. */
  constructor(folder: string, key: string) {
    this.#folder = folder;
    this.#key = key;
    for (let i = 0; i < BUCKETS; i++) {
      this.#old.push(null);
      this.#fresh.push(new Map());
      this.#dirty.push(false);
    }
  }

  /** True when there is anything to look up at all. */
  open(): boolean {
    let found = false;
    for (let i = 0; i < BUCKETS; i++) {
      const bucket = this.#read(i);
      if (bucket !== null) found = true;
      this.#old[i] = bucket ?? new Map();
    }
    return found;
  }

  #read(index: number): Map<string, Entry> | null {
    let bytes: Buffer;
    try {
      bytes = readFileSync(this.#file(index));
    } catch {
      return null;
    }
    try {
      const digest = bytes.subarray(0, 20);
      const body = bytes.subarray(20);
      if (!createHash('sha1').update(body).digest().equals(digest)) throw new Error('its checksum is wrong');
      const bucket: Bucket = deserialize(body);
      // Another version of the tool or its rules wrote it: no problem, and of no use.
      return bucket.key === this.#key ? bucket.entries : null;
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error);
      return null;
    }
  }

  get(path: string, hash: string): FileSummary | null {
    const entry = this.#old[bucketOf(path)]?.get(path);
    return entry !== undefined && entry.hash === hash ? entry.summary : null;
  }

  keep(path: string, hash: string, summary: FileSummary, isNew: boolean): void {
    const index = bucketOf(path);
    this.#fresh[index]?.set(path, { hash, summary });
    if (isNew) this.#dirty[index] = true;
  }

  /** Writes the buckets that changed; a cache that cannot be written is no error. */
  save(): void {
    try {
      for (let i = 0; i < BUCKETS; i++) {
        const entries = this.#fresh[i];
        if (entries === undefined) continue;
        if (this.#dirty[i] !== true && entries.size === (this.#old[i]?.size ?? 0)) continue;
        mkdirSync(this.#folder, { recursive: true });
        const body = serialize({ key: this.#key, entries } satisfies Bucket);
        const digest = createHash('sha1').update(body).digest();
        const temporary = `${this.#file(i)}.${process.pid}.tmp`;
        writeFileSync(temporary, Buffer.concat([digest, body]));
        renameSync(temporary, this.#file(i));
      }
    } catch (error) {
      this.problem = `it could not be written (${error instanceof Error ? error.message : String(error)})`;
    }
  }

  #file(index: number): string {
    return join(this.#folder, `summaries-${index.toString(16)}.bin`);
  }
}

function bucketOf(path: string): number {
  let hash = 0;
  for (let i = 0; i < path.length; i++) hash = (hash * 31 + path.charCodeAt(i)) | 0;
  return ((hash % BUCKETS) + BUCKETS) % BUCKETS;
}
