/** The cache's own lines stay out of the log, all others come through. */
import { expect, test } from 'vitest';
import { quietly } from '../../src/host/github/quiet-store.js';

test('what the store says while it works is dropped, what others say is not, and writing is as before afterwards', async () => {
  const lines: unknown[] = [];
  const write = (chunk: unknown): boolean => {
    lines.push(chunk);
    return true;
  };
  const out = { write };
  const store = quietly(
    {
      isFeatureAvailable: () => true,
      restoreCache: async () => {
        out.write('Cache hit for: key\n');
        out.write('::error file=a.rs::it blocks\n');
        return 'key';
      },
      saveCache: async () => {
        out.write('[command]/usr/bin/tar --posix\n');
        out.write('Cache Size: ~0 MB (297 B)\n');
        throw new Error('no room');
      },
    },
    out,
  );
  expect(await store.restoreCache(['a'], 'key')).toBe('key');
  await expect(store.saveCache(['a'], 'key')).rejects.toThrow('no room');
  expect(lines).toEqual(['::error file=a.rs::it blocks\n']);
  expect(out.write).toBe(write);
});
