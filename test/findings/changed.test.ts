import { expect, it } from 'vitest';
import { isChanged, linesOfDiff } from '../../src/findings/changed.js';

const header = (path: string) => `diff --git a/${path} b/${path}\n--- a/${path}\n+++ b/${path}\n`;

it('knows added and altered lines, with and without context', () => {
  const diff = `${header('src/a.rs')}@@ -1,0 +2,2 @@ fn f\n+a\n+b\n@@ -9 +11 @@\n-old\n+new\n@@ -20,3 +22,4 @@\n x\n+y\n z\n w\n`;
  expect(linesOfDiff(diff).get('src/a.rs')).toEqual([
    { from: 2, to: 3 },
    { from: 11, to: 11 },
    { from: 23, to: 23 },
  ]);
});

it('counts the line above a pure deletion as touched', () => {
  const bare = `${header('Cargo.toml')}@@ -6 +5,0 @@\n-lto = "fat"\n`;
  const framed = `${header('Cargo.toml')}@@ -5,3 +5,2 @@\n [profile.release]\n-lto = "fat"\n panic = "abort"\n`;
  expect(linesOfDiff(bare).get('Cargo.toml')).toEqual([{ from: 5, to: 5 }]);
  expect(linesOfDiff(framed).get('Cargo.toml')).toEqual([{ from: 5, to: 5 }]);
});

it('takes new and renamed files, and leaves out deleted and binary ones', () => {
  const diff = [
    'diff --git a/new.rs b/new.rs\nnew file mode 100644\n--- /dev/null\n+++ b/new.rs\n@@ -0,0 +1,2 @@\n+a\n+b\n\\ No newline at end of file\n',
    'diff --git a/old.rs b/moved.rs\nsimilarity index 90%\nrename from old.rs\nrename to moved.rs\n--- a/old.rs\n+++ b/moved.rs\n@@ -3 +3 @@\n-x\n+y\n',
    'diff --git a/gone.rs b/gone.rs\ndeleted file mode 100644\n--- a/gone.rs\n+++ /dev/null\n@@ -1 +0,0 @@\n-x\n',
    'diff --git a/n.png b/n.png\nBinary files a/n.png and b/n.png differ\n',
  ].join('');
  expect([...linesOfDiff(diff)]).toEqual([
    ['new.rs', [{ from: 1, to: 2 }]],
    ['moved.rs', [{ from: 3, to: 3 }]],
    ['n.png', []],
  ]);
});

it('reads names that git quotes', () => {
  const diff =
    'diff --git "a/a \\"b\\303\\244.rs" "b/a \\"b\\303\\244.rs"\n--- "a/a \\"b\\303\\244.rs"\n+++ "b/a \\"b\\303\\244.rs"\n@@ -0,0 +1 @@\n+x\n';
  expect([...linesOfDiff(diff).keys()]).toEqual(['a "bä.rs']);
});

it('is not fooled by code that looks like a diff', () => {
  const diff = `${header('a.rs')}@@ -1,3 +1,3 @@\n a\n--- b/c.rs\n+++ b/c.rs\n z\n`;
  expect([...linesOfDiff(diff)]).toEqual([['a.rs', [{ from: 2, to: 2 }]]]);
});

it('sees paths from the audited root of a monorepo', () => {
  const diff = `${header('services/chat/src/a.rs')}@@ -0,0 +1 @@\n+x\n${header('services/chat-old/src/a.rs')}@@ -0,0 +1 @@\n+x\n`;
  expect([...linesOfDiff(diff, 'services/chat').keys()]).toEqual(['src/a.rs']);
});

it('asks whether a location touches a range', () => {
  const changes = {
    origin: 'test',
    files: new Map<string, 'all' | { from: number; to: number }[]>([
      ['a.rs', [{ from: 5, to: 6 }]],
      ['b.rs', 'all'],
    ]),
  };
  const at = (path: string, line: number, endLine = line, endColumn = 9) =>
    isChanged(changes, { path, line, column: 1, endLine, endColumn });
  expect([at('a.rs', 4), at('a.rs', 5), at('a.rs', 6), at('a.rs', 7)]).toEqual([false, true, true, false]);
  expect(at('a.rs', 3, 8)).toBe(true);
  expect(at('a.rs', 4, 5, 1)).toBe(false);
  expect(at('b.rs', 999)).toBe(true);
  expect(at('c.rs', 5)).toBe(false);
});
