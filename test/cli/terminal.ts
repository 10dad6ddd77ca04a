/** A terminal that remembers what was written to it. */
import type { Terminal } from '../../src/cli/terminal.js';

export interface FakeTerminal extends Terminal {
  /** What was written so far. */
  readonly written: { out: string; err: string };
}

export function fakeTerminal(
  options: Partial<Pick<Terminal, 'cwd' | 'env'>> & { isTerminal?: boolean } = {},
): FakeTerminal {
  const { cwd = '/', env = {}, isTerminal = false } = options;
  const written = { out: '', err: '' };
  const stream = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text;
    },
    isTerminal,
    width: isTerminal ? 80 : undefined,
  });
  return {
    cwd,
    env,
    out: stream('out'),
    err: stream('err'),
    interrupted: () => new AbortController().signal,
    written,
  };
}
