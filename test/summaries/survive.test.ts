/** What is left of an audit when a worker thread dies. */
import { expect, test } from 'vitest';
import type { FileResult } from '../../src/summaries/read.js';
import { survive } from '../../src/summaries/survive.js';

const ok = (path: string): FileResult => ({
  path,
  hash: path,
  bytes: 0,
  summary: null,
  problem: null,
  crashes: [],
});
const files = (...paths: string[]) => paths.map((path) => ({ path }));

/** A thread that dies whenever `bad.rs` is among its files. */
const run = async (batch: readonly { readonly path: string }[]): Promise<FileResult[]> => {
  if (batch.some((file) => file.path === 'bad.rs')) throw new Error('out of memory');
  return batch.map((file) => ok(file.path));
};

test('only the file at fault is lost, and the report says why', async () => {
  const results = await survive([files('a.rs', 'bad.rs', 'b.rs'), files('c.rs')], run);
  expect(results.map((r) => [r.path, r.problem])).toEqual([
    ['a.rs', null],
    [
      'bad.rs',
      'not audited: its worker thread ended (out of memory); put it under `exclude` in rustperf.toml, or report it with this file',
    ],
    ['b.rs', null],
    ['c.rs', null],
  ]);
});

test('a file alone in its batch is not tried twice', async () => {
  let runs = 0;
  const results = await survive([files('bad.rs')], (batch) => {
    runs++;
    return run(batch);
  });
  expect(runs).toBe(1);
  expect(results[0]?.problem).toContain('worker thread ended');
});
