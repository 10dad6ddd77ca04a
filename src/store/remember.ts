/** What was computed by the last run is not computed again as long as all that it depends on is the same. */
import type { SealedFolder } from './sealed.js';

interface Remembered<T> {
  readonly key: string;
  readonly value: T;
}

/**
 * @param value plain data
 * @param key stands for all that `compute` depends on; null when that is not known, and so nothing is remembered
 * @param isWorthKeeping false for what should be tried again
 */
export async function remember<T>(
  store: SealedFolder | null,
  name: string,
  key: string | null,
  compute: () => Promise<T>,
  isWorthKeeping: (value: T) => boolean,
): Promise<T> {
  if (store === null || key === null) return compute();
  const file = `${name}.bin`;
  const last = store.read<Remembered<T>>(file);
  if (last !== null && last.key === key) return last.value;
  const value = await compute();
  if (isWorthKeeping(value)) store.write(file, { key, value } satisfies Remembered<T>);
  return value;
}
