/** The Actions cache without its talk: a run without problems prints three lines, and none of them is about tar. */
import type { CacheStore } from './cache.js';

/** What @actions/cache and the tar it runs say while all goes well. */
const TALK = /^(?:\[command\]|Cache (?:Size|hit|saved|restored|restore skipped|save skipped)|Received \d)/;

/** While the store works, its own lines do not reach `out`; all others do. */
export function quietly(store: CacheStore, out: { write: unknown }): CacheStore {
  const silently = async <T>(work: () => Promise<T>): Promise<T> => {
    const write = out.write;
    if (typeof write !== 'function') return work();
    const filtered = (chunk: unknown, ...rest: unknown[]): unknown =>
      typeof chunk === 'string' && TALK.test(chunk) ? true : Reflect.apply(write, out, [chunk, ...rest]);
    out.write = filtered;
    try {
      return await work();
    } finally {
      // Somebody else may have replaced it in between.
      if (out.write === filtered) out.write = write;
    }
  };
  return {
    isFeatureAvailable: () => store.isFeatureAvailable(),
    restoreCache: (...inputs) => silently(() => store.restoreCache(...inputs)),
    saveCache: (...inputs) => silently(() => store.saveCache(...inputs)),
  };
}
