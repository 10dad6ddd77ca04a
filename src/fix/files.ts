/** The files that fixes change: opened only where that is safe, and replaced whole or not at all. */
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  lstatSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';

export interface Opened {
  /** Relative to the audited root. */
  readonly path: string;
  /** Absolute. */
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly mode: number;
}

export interface OpenOptions {
  /** Absolute path of the audited root; a file stands for its folder. */
  readonly root: string;
  /** The text that the audit read. */
  readonly audited: (path: string) => string | undefined;
  /** When the audit began, in milliseconds since 1970. */
  readonly since: number;
}

/** @returns a sentence when the file must not be changed: outside the root, behind a link, or not what was audited */
export function openForFix(path: string, { root, audited, since }: OpenOptions): Opened | string {
  if (path === '' || path.startsWith('/') || path.split('/').includes('..'))
    return 'it lies outside the audited folder';
  try {
    const real = realpathSync(root);
    const base = statSync(real).isFile() ? dirname(real) : real;
    const file = join(base, ...path.split('/'));
    if (!file.startsWith(base.endsWith(sep) ? base : base + sep)) return 'it lies outside the audited folder';
    if (realpathSync(file) !== file) return 'it is reached through a symbolic link';
    const { mode, mtimeMs } = lstatSync(file);
    accessSync(file, constants.R_OK | constants.W_OK);
    const bytes = readFileSync(file);
    const text = bytes.toString('utf8');
    if (!Buffer.from(text, 'utf8').equals(bytes)) return 'it is not valid UTF-8';
    // File systems keep parts of a millisecond, clocks here do not.
    if (text !== audited(path) || Math.floor(mtimeMs) > since)
      return 'it changed since the audit; run it again';
    return { path, file, bytes, text, mode };
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return `it cannot be changed (${error.message})`;
  }
}

/**
 * Readers see the old file or the new one, never half of it; its permissions stay.
 * @throws Error of the file system; the old file is then untouched
 */
export function replaceFile(file: string, content: Buffer, mode: number): void {
  const beside = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    writeFileSync(beside, content, { flag: 'wx', mode: mode & 0o777 });
    // The mode given above is cut by the umask.
    chmodSync(beside, mode & 0o777);
    renameSync(beside, file);
  } catch (error) {
    rmSync(beside, { force: true });
    throw error;
  }
}
