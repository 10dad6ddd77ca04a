/**
 * Files that one run leaves for the next: written whole or not at all, and read back only when whole and made by
 * the same maker. Who cannot use a file goes on without it.
 */
import { createHash } from 'node:crypto';
import { existsSync, lstatSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import type { Project } from '../project/project.js';

/** A file is the digest of the rest, the digest of its maker's name, and the body. */
const DIGEST_BYTES = 20;

export class SealedFolder {
  readonly #folder: string;
  readonly #maker: Buffer;
  /** Why a file was not used, or could not be written; null while all goes well. */
  problem: string | null = null;

  /**
   * @param folder absolute; made when the first file is written
   * @param maker all that a file's meaning depends on: files made under another are not used
   */
  constructor(folder: string, maker: string) {
    this.#folder = folder;
    // Another V8 may write values in another way.
    this.#maker = sha1(maker, process.versions.v8);
  }

  /** The value as it was written; null when there is none, another maker wrote it, or it is damaged. */
  read<T>(name: string): T | null {
    let bytes: Buffer;
    try {
      bytes = readFileSync(join(this.#folder, name));
    } catch {
      return null;
    }
    const maker = bytes.subarray(DIGEST_BYTES, 2 * DIGEST_BYTES);
    const body = bytes.subarray(2 * DIGEST_BYTES);
    if (!sha1(maker, body).equals(bytes.subarray(0, DIGEST_BYTES))) {
      this.problem = `the checksum of \`${name}\` is wrong`;
      return null;
    }
    if (!maker.equals(this.#maker)) return null;
    try {
      const value: T = deserialize(body);
      return value;
    } catch (error) {
      this.problem = `\`${name}\` cannot be read (${reasonOf(error)})`;
      return null;
    }
  }

  /**
   * A file that cannot be written is no error.
   * @param value plain data
   */
  write(name: string, value: unknown): void {
    const body = serialize(value);
    const file = join(this.#folder, name);
    const temporary = `${file}.${process.pid}.tmp`;
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeFileSync(temporary, Buffer.concat([sha1(this.#maker, body), this.#maker, body]));
      renameSync(temporary, file);
    } catch (error) {
      this.problem = `it could not be written (${reasonOf(error)})`;
    }
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** A name for content: equal only for equal content. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  return sha1(...parts).toString('base64');
}

function sha1(...parts: readonly (string | Uint8Array)[]): Buffer {
  const hash = createHash('sha1');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * `target/rustperf/` beside the audited manifest. Null where there is no Cargo project to keep it in, and where
 * `target` or the folder is a link: nothing is ever written outside the audited root.
 */
export function cacheFolder(project: Pick<Project, 'root'>): string | null {
  const target = join(project.root, 'target');
  const folder = join(target, 'rustperf');
  if (!existsSync(join(project.root, 'Cargo.toml')) || isLink(target) || isLink(folder)) return null;
  return folder;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}
