/** Shares batches of files out between this thread and others: whoever is free takes the next one. */
import type { FileResult } from './read.js';
import { survive } from './survive.js';

/**
 * What the threads agree by: a counter of the batches taken, then for each batch who took it. One
 * `Int32Array` in shared memory.
 */
export class Queue {
  readonly shared: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(shared: SharedArrayBuffer) {
    this.shared = shared;
    this.#cells = new Int32Array(shared);
  }

  static of(batches: number): Queue {
    return new Queue(new SharedArrayBuffer(4 * (batches + 1)));
  }

  /** The index of a batch that is now `who`'s, from 1; null when all are taken. */
  take(who: number): number | null {
    const index = Atomics.add(this.#cells, 0, 1);
    if (index + 1 >= this.#cells.length) return null;
    Atomics.store(this.#cells, index + 1, who);
    return index;
  }

  takenBy(who: number): number[] {
    const found: number[] = [];
    for (let i = 1; i < this.#cells.length; i++) if (Atomics.load(this.#cells, i) === who) found.push(i - 1);
    return found;
  }
}

interface Threads<F> {
  readonly here: (files: readonly F[]) => Promise<readonly FileResult[]>;
  /** How many other threads there are. */
  readonly others: number;
  /** Another thread takes batches from the queue as `who` until none is left. Rejected when the thread dies. */
  readonly run: (
    batches: readonly (readonly F[])[],
    queue: Queue,
    who: number,
  ) => Promise<readonly FileResult[]>;
}

/** One result for each file, in any order. What a thread had taken when it died is done again, file by file if need be. */
export async function share<F extends { readonly path: string }>(
  batches: readonly (readonly F[])[],
  { here, others, run }: Threads<F>,
): Promise<FileResult[]> {
  const queue = Queue.of(batches.length);
  const names = Array.from({ length: others }, (_, i) => i + 2);
  const started = Promise.allSettled(names.map((who) => run(batches, queue, who)));
  const results: FileResult[] = [];
  for (let index = queue.take(1); index !== null; index = queue.take(1)) {
    results.push(...(await here(batches[index] ?? [])));
    // The other threads tell that they are ready through this one's event loop.
    await new Promise(setImmediate);
  }
  for (const [i, outcome] of (await started).entries()) {
    if (outcome.status === 'fulfilled') results.push(...outcome.value);
    else {
      const lost = queue.takenBy(names[i] ?? 0).map((index) => batches[index] ?? []);
      results.push(...(await survive(lost, (files) => run([files], Queue.of(1), 2))));
    }
  }
  return results;
}
