/** Holds what we read from the WebAssembly parser against the native parser, on real crates, node by node. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { engineBytes } from '../../src/summaries/threads.js';
import { Engine, unitsOf } from '../../src/syntax/engine.js';
import { ROOT } from './tools.js';

interface NativeCursor {
  readonly nodeTypeId: number;
  readonly nodeType: string;
  readonly startIndex: number;
  readonly endIndex: number;
  gotoFirstChild(): boolean;
  gotoNextSibling(): boolean;
  gotoParent(): boolean;
}
interface NativeParser {
  setLanguage(language: unknown): void;
  parse(
    text: (offset: number) => string,
    old: undefined,
    options: { bufferSize: number },
  ): { walk(): NativeCursor };
}

const require = createRequire(import.meta.url);
const Native = require('tree-sitter') as new () => NativeParser;
const native = new Native();
native.setLanguage(require('tree-sitter-rust'));
const engine = await Engine.start(engineBytes());

type Row = readonly [kind: string, start: number, end: number];

function nativeRows(text: string): Row[] {
  const read = (offset: number): string => text.slice(offset, offset + 16_384);
  const cursor = native.parse(read, undefined, { bufferSize: 64 * 1024 }).walk();
  const rows: Row[] = [];
  for (;;) {
    rows.push([cursor.nodeType, cursor.startIndex, cursor.endIndex]);
    if (cursor.gotoFirstChild()) continue;
    while (!cursor.gotoNextSibling()) if (!cursor.gotoParent()) return rows;
  }
}

function ownRows(text: string): Row[] {
  const tree = engine.parse(unitsOf(text));
  return Array.from({ length: tree.count }, (_, i): Row => {
    const kind = tree.kind[i] ?? -1;
    return [kind === 65535 ? 'ERROR' : (engine.kinds[kind] ?? ''), tree.start[i] ?? -1, tree.end[i] ?? -1];
  });
}

/** Files where the two recover from a syntax error differently; everything else must be the same. */
function firstDifference(text: string): string | null {
  const [theirs, ours] = [nativeRows(text), ownRows(text)];
  if (theirs.some(([kind]) => kind === 'ERROR')) return null;
  const at = theirs.findIndex((row, i) => row.join() !== ours[i]?.join());
  if (at < 0 && theirs.length === ours.length) return null;
  return `${theirs[at]?.join(' ') ?? 'the end'} is ${ours[at]?.join(' ') ?? 'the end'}`;
}

/** Directories of crates that `test/corpus/crates.json` pins; fetched when they are not there. */
function crateDirectories(...names: readonly string[]): string[] {
  const fetch = [join(ROOT, '.github/scripts/corpus.mjs'), '--fetch', ...names];
  return execFileSync(process.execPath, fetch, { encoding: 'utf8' }).trim().split('\n');
}

test('the trees agree on every file of six crates of the corpus', () => {
  const differences: string[] = [];
  let files = 0;
  for (const crate of crateDirectories('axum', 'dufs', 'h2', 'hickory-server', 'actix-web', 'async-nats')) {
    for (const name of readdirSync(crate, { recursive: true, encoding: 'utf8' })) {
      if (!name.endsWith('.rs')) continue;
      files++;
      const difference = firstDifference(readFileSync(join(crate, name), 'utf8'));
      if (difference !== null) differences.push(`${name}: ${difference}`);
    }
  }
  expect(files).toBeGreaterThan(200);
  expect(differences).toEqual([]);
});
