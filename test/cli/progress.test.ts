import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { withProgress } from '../../src/cli/progress.js';
import type { Terminal } from '../../src/cli/terminal.js';
import { fakeTerminal } from './terminal.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** What is written while work of this length goes on. */
async function written(milliseconds: number, env: Terminal['env'], isTerminal = true): Promise<string> {
  const terminal = fakeTerminal({ env, isTerminal });
  const work = () => new Promise<string>((resolve) => setTimeout(() => resolve('done'), milliseconds));
  const result = withProgress('auditing', terminal, work);
  await vi.advanceTimersByTimeAsync(milliseconds);
  expect(await result).toBe('done');
  return terminal.written.err;
}

it('says nothing of short work', async () => expect(await written(400, {})).toBe(''));

it('shows long work, and wipes it away at the end', async () => {
  const text = await written(1600, {});
  expect(text).toContain('auditing… 1 s');
  expect(text.endsWith('\r\x1b[K')).toBe(true);
});

it('writes nothing where nobody watches', async () => {
  expect(await written(1600, {}, false)).toBe('');
  expect(await written(1600, { CI: 'true' })).toBe('');
});
