/** The pinned crates of test/corpus/crates.json become unpacked directories under .cache/corpus. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** The tool that is measured, unless `--cli FILE` names another build. */
export const BUILT = path.join(ROOT, 'dist/cli.js');
export const CORPUS = path.join(ROOT, 'test/corpus');
export const CACHE = path.join(ROOT, '.cache/corpus');
const CARGO_HOME = path.join(CACHE, 'cargo');
const CRATES = path.join(CORPUS, 'crates.json');
const TRIES = 4;

/**
 * @typedef {object} Crate
 * @property {string} name
 * @property {string} version exact
 * @property {'server' | 'client' | 'tool' | 'library'} kind
 * @property {string} sha256 of the `.crate` file
 * @property {boolean} [bestKept] counts for the noise table
 */

/** @returns {Crate[]} sorted by name */
export function pinnedCrates() {
  return JSON.parse(readFileSync(CRATES, 'utf8')).crates;
}

/**
 * The crates that `names` choose, all of them when it is empty. An unknown name is an error.
 * @param {readonly string[]} names
 */
export function chosenCrates(names) {
  const crates = pinnedCrates();
  for (const name of names) {
    if (!crates.some((crate) => crate.name === name)) {
      throw new Error(
        `no crate \`${name}\` in test/corpus/crates.json; it pins ${crates.map((crate) => crate.name).join(', ')}`,
      );
    }
  }
  return names.length === 0 ? crates : crates.filter((crate) => names.includes(crate.name));
}

/**
 * The directory of an unpacked crate; fetches it when it is not there. cargo itself checks the file against
 * the registry's index, this function against the pinned sum.
 * @param {Pick<Crate, 'name' | 'version'> & { sha256?: string }} crate
 */
export async function unpack(crate) {
  const found = unpackedAt(crate);
  if (found) return found;
  mkdirSync(CARGO_HOME, { recursive: true });
  let said = '';
  for (let tried = 1; tried <= TRIES; tried++) {
    // `cargo info` is the one stock command that downloads and unpacks a single crate and nothing else.
    const run = spawnSync('cargo', ['info', '--quiet', `${crate.name}@${crate.version}`], {
      cwd: CACHE,
      encoding: 'utf8',
      env: { ...process.env, CARGO_HOME, CARGO_NET_RETRY: '3' },
    });
    if (run.error)
      throw new Error('`cargo` cannot be started: the corpus is fetched with it', { cause: run.error });
    const directory = run.status === 0 ? unpackedAt(crate) : undefined;
    if (directory) return directory;
    said = run.stderr.trim();
    if (tried < TRIES) await new Promise((resolve) => setTimeout(resolve, 2000 * tried));
  }
  throw new Error(`${crate.name}@${crate.version} was not fetched after ${TRIES} tries: ${said}`);
}

/** @param {Pick<Crate, 'name' | 'version'> & { sha256?: string }} crate */
function unpackedAt(crate) {
  const base = path.join(CARGO_HOME, 'registry/src');
  const full = `${crate.name}-${crate.version}`;
  for (const index of existsSync(base) ? readdirSync(base) : []) {
    const directory = path.join(base, index, full);
    // cargo writes this file last: without it the crate was unpacked in part.
    if (!existsSync(path.join(directory, '.cargo-ok'))) continue;
    const sum = sha256(path.join(CARGO_HOME, 'registry/cache', index, `${full}.crate`));
    if (crate.sha256 !== undefined && sum !== crate.sha256) {
      throw new Error(`${full}: its sum is ${sum}, but test/corpus/crates.json pins ${crate.sha256}`);
    }
    return directory;
  }
  return undefined;
}

/** @param {Pick<Crate, 'name' | 'version'>} crate */
export function sumOf(crate) {
  const base = path.join(CARGO_HOME, 'registry/cache');
  const index = readdirSync(base).find((name) =>
    existsSync(path.join(base, name, `${crate.name}-${crate.version}.crate`)),
  );
  if (!index) throw new Error(`${crate.name}@${crate.version} is not in ${base}`);
  return sha256(path.join(base, index, `${crate.name}-${crate.version}.crate`));
}

/** @param {string} file */
function sha256(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

/**
 * Absolute paths of the Rust files below a directory, sorted.
 * @param {string} directory
 * @returns {string[]}
 */
export function rustFiles(directory) {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.rs'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/** @param {string} text */
export function lineCount(text) {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** Aligns columns: the first to the left, the others to the right. @param {readonly (readonly (string | number)[])[]} rows */
export function table(rows) {
  const widths = [];
  for (const row of rows)
    row.forEach((cell, at) => {
      widths[at] = Math.max(widths[at] ?? 0, String(cell).length);
    });
  return rows
    .map((row) =>
      row
        .map((cell, at) => (at === 0 ? String(cell).padEnd(widths[at]) : String(cell).padStart(widths[at])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
