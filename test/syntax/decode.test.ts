/** Holds the reader of the parser's memory against the parser's own cursor, node by node. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { engineBytes } from '../../src/summaries/threads.js';
import { Engine, unitsOf } from '../../src/syntax/engine.js';

const engine = await Engine.start(engineBytes());

type Row = readonly [kind: number, field: number, start: number, end: number];

function byCursor(text: string): Row[] {
  return engine.walkTree(unitsOf(text), (tree) => {
    const rows: Row[] = [];
    const cursor = tree.walk();
    for (;;) {
      rows.push([cursor.nodeTypeId, cursor.currentFieldId, cursor.startIndex, cursor.endIndex]);
      if (cursor.gotoFirstChild()) continue;
      while (!cursor.gotoNextSibling()) {
        if (!cursor.gotoParent()) {
          cursor.delete();
          return rows;
        }
      }
    }
  });
}

function byMemory(text: string): Row[] {
  const tree = engine.parse(unitsOf(text));
  return Array.from(
    { length: tree.count },
    (_, i): Row => [tree.kind[i] ?? -1, tree.field[i] ?? -1, tree.start[i] ?? -1, tree.end[i] ?? -1],
  );
}

const texts: Record<string, string> = {
  'an empty file': '',
  'only blanks': ' \n\t\n',
  'fields through hidden nodes':
    'pub async fn f<T: A + B>(x: &mut T) -> Vec<u8> where T: Send { x.y(1)?.await }',
  aliases: 'use a::{b as c, d::*}; impl<T> X<T> for Y { type Z = u8; const W: [u8; 4] = [0; 4]; }',
  'comments and attributes between everything':
    '/* a */ #[x] /// d\nfn /* b */ f(/* c */) { // e\n /* f */ }',
  'text beyond the basic plane': 'fn f() { let s = "🦀é漢"; /* 🦀 */ g(s, "𝔘") }',
  'syntax errors': 'fn f( { let = ; } struct ; ??? fn g() {}',
  'a file cut in the middle': 'impl Foo { fn bar(&self) { match x { Some(',
  'long leaves': `const S: &str = "${'x'.repeat(5000)}";\n${' '.repeat(300)}fn f() {}`,
  'deep nesting': `fn f() { ${'('.repeat(200)}1${')'.repeat(200)} }`,
  'many lines of padding': `${'\n'.repeat(400)}fn f() {}`,
  'a real file': readFileSync(new URL('../projects/chat-server/src/main.rs', import.meta.url), 'utf8'),
};

test.each(Object.entries(texts))('%s', (_name, text) => {
  expect(byMemory(text)).toEqual(byCursor(text));
});

test('a tree larger than the room made for it: every node still ends after it starts', () => {
  // Two growths of the arrays, and both fall on a leaf: every second token of the list is a comma.
  const tree = engine.parse(unitsOf(`const TABLE: [u8; 90000] = [${'1,'.repeat(90_000)}];`));
  expect(tree.count).toBeGreaterThan(131_072);
  const wrong: number[] = [];
  for (let i = 0; i < tree.count; i++) {
    const next = tree.next[i] ?? 0;
    if (next <= i || next > tree.count) wrong.push(i);
  }
  expect(wrong).toEqual([]);
});

test('what takes too long is given up, and the next text is parsed from its beginning', () => {
  const long = unitsOf(`fn f() { ${'g(1);'.repeat(20_000)} }`);
  expect(() => engine.parse(long, 0)).toThrow('the parser took more than 0 s for it');
  expect(byMemory('fn g() {}')).toEqual(byCursor('fn g() {}'));
  expect(engine.parse(long).count).toBeGreaterThan(100_000);
});
