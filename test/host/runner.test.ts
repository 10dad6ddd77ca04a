import { afterEach, expect, it, vi } from 'vitest';
import { runner } from '../../src/host/github/runner.js';

const written: string[] = [];
function listen(): void {
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    written.push(String(text));
    return true;
  });
}
afterEach(() => {
  vi.restoreAllMocks();
  written.length = 0;
});

it('lets no text of the repository become a command', () => {
  listen();
  runner.log('::error::made up');
  runner.log('  ::add-mask::secret');
  runner.log('name ##[error]made up');
  runner.print('::error::made up\n::set-output name=passed::true');
  const lines = written
    .join('')
    .split('\n')
    .filter((line) => line !== '');
  const word = /^::stop-commands::(.+)$/.exec(lines[3] ?? '')?.[1];
  expect(word).toMatch(/^[0-9a-f-]{36}$/);
  expect(lines.at(-1)).toBe(`::${word}::`);
  expect(lines.slice(0, 3).filter((line) => /^\s*::/.test(line) || line.includes('##['))).toEqual([]);
});

it('escapes what an annotation carries', () => {
  listen();
  runner.annotate({
    level: 'error',
    path: 'src/a,b:c.rs',
    line: 3,
    endLine: 3,
    column: 5,
    endColumn: 9,
    title: 'critical: x',
    message: 'two\nlines 100 %\n::error::made up',
  });
  expect(written.join('').trimEnd()).toBe(
    '::error title=critical%3A x,file=src/a%2Cb%3Ac.rs,line=3,endLine=3,col=5,endColumn=9::two%0Alines 100 %25%0A::error::made up',
  );
});
