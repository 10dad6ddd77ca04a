/** Who takes which batch, and what is left when a thread dies. */
import { expect, test } from 'vitest';
import type { FileResult } from '../../src/summaries/read.js';
import { Queue, share } from '../../src/summaries/share.js';

const ok = (path: string): FileResult => ({
  path,
  hash: path,
  bytes: 0,
  summary: null,
  problem: null,
  crashes: [],
});
const batches = ['a', 'b', 'c', 'd', 'e'].map((name) => [{ path: `${name}.rs` }]);

test('every batch is taken once, whoever takes it', () => {
  const queue = Queue.of(5);
  const other = new Queue(queue.shared);
  const taken = [queue.take(1), other.take(2), other.take(2), queue.take(1), other.take(2)];
  expect(taken).toEqual([0, 1, 2, 3, 4]);
  expect([queue.take(1), other.take(2)]).toEqual([null, null]);
  expect([queue.takenBy(1), queue.takenBy(2)]).toEqual([
    [0, 3],
    [1, 2, 4],
  ]);
});

test('this thread and the others together give one result for each file', async () => {
  const results = await share(batches, {
    others: 2,
    here: async (files) => files.map(({ path }) => ok(path)),
    run: async (all, queue, who) => {
      const found: FileResult[] = [];
      for (let i = queue.take(who); i !== null; i = queue.take(who)) {
        found.push(...(all[i] ?? []).map(({ path }) => ok(path)));
        await new Promise(setImmediate);
      }
      return found;
    },
  });
  expect(results.map((r) => r.path).sort()).toEqual(['a.rs', 'b.rs', 'c.rs', 'd.rs', 'e.rs']);
});

test('what a thread had taken when it died is done again, and only the file at fault is lost', async () => {
  const results = await share(batches, {
    others: 1,
    here: async (files) => files.map(({ path }) => ok(path)),
    run: async (all, queue, who) => {
      const found: FileResult[] = [];
      for (let i = queue.take(who); i !== null; i = queue.take(who)) {
        for (const { path } of all[i] ?? []) {
          if (path === 'b.rs') throw new Error('out of memory');
          found.push(ok(path));
        }
      }
      return found;
    },
  });
  expect(results.map((r) => r.path).sort()).toEqual(['a.rs', 'b.rs', 'c.rs', 'd.rs', 'e.rs']);
  const lost = results.filter((r) => r.problem !== null);
  expect(lost.every((r) => r.path === 'b.rs' && r.problem?.includes('worker thread ended'))).toBe(true);
});
