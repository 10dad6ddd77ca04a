/** Less text for the parser, the same code at the same places. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { engineBytes } from '../../src/summaries/threads.js';
import type { Macro, Node } from '../../src/syntax/ast.js';
import { type Condensed, Condenser } from '../../src/syntax/condense.js';
import { Engine } from '../../src/syntax/engine.js';
import { RustParser } from '../../src/syntax/parse.js';
import { walk } from '../../src/syntax/walk.js';

const parser = await RustParser.start(engineBytes());

function condensed(text: string, tests = false): string {
  const condenser = new Condenser(text, { tests });
  condenser.condense(0, text.length, 'items');
  return textOf(condenser.done());
}

function textOf({ units, length }: Condensed): string {
  return String.fromCharCode(...units.subarray(0, length));
}

test.each<[string, string, string]>([
  ['comments', 'fn f() { a(/* " */ b) } // "x', 'fn f() { a( b) } '],
  ['nested comments', 'fn /* a /* b */ { */ f() {}', 'fn f() {}'],
  ['white space', 'fn f() {\n    a;\r\n\tb\n}\n', 'fn f() { a; b } '],
  ['strings', 'const A: &str = "https://example.com/\\"a//b";', 'const A: &str = "";'],
  ['a string without an end', 'fn f() { "abc', 'fn f() { "c'],
  [
    'long names',
    'static connection: Union = r#default123 + 1_000_000 + größer_als;',
    'static aa: Union = r#aa + 1_000_000 + größer_als;',
  ],
  [
    'words of the grammar',
    'unsafe extern fn f() -> default { macro_rules; continue; returned }',
    'unsafe extern fn f() -> default { macro_rules; continue; aa }',
  ],
  ['raw strings', 'const A: &str = r#"a " // "#;', 'const A: &str = "";'],
  ['raw byte strings', 'const A: &[u8] = br"\\";', 'const A: &[u8] = b"";'],
  [
    'chars and lifetimes',
    "fn f<'a>(x: &'a str) { g('\"', '\\'', b'/', '{') }",
    "fn f<'a>(x: &'a str) { g('\"', '\\'', b'/', '{') }",
  ],
  [
    'a variable named raw',
    'fn f() { g(&raw, &raw[1..]); h(&raw const x, & raw, &rawer, &raw mut y) }',
    'fn f() { g(&r#raw, &r#raw[1..]); h(&raw const x, & raw, &rawer, &raw mut y) }',
  ],
  ['no macro', 'fn f() { if a!=(b) && !(c) {} }', 'fn f() { if a!=(b) && !(c) {} }'],
  ['known macros', 'fn f() { format!("{}", a); }', 'fn f() { aa("", a,); }'],
  ['sigils', 'fn f() { info!(target: "x", id = %a, ?b, "go"); }', 'fn f() { info("",a,b, "",); }'],
  ['a negation first', 'fn f() { assert!(!*x, "m"); }', 'fn f() { aa(!*x, "",); }'],
  ['unknown macros', 'fn f() { mine!(a b c); }', 'fn f() { mine!(); }'],
  ['macros in macros', 'fn f() { vec![mine!{a}, format!("b")] }', 'fn f() { vec(mine!{}, aa("",),) }'],
  ['where items stand', 'thread_local!(static A: u8 = 1);', 'aa!();'],
  ['definitions', 'macro_rules! m { ($x:expr) => { $x } }', 'macro_rules! m {}'],
  [
    'test modules',
    '#[cfg(test)]\n#[allow(x)]\nmod tests { fn f() { "}" } }\nfn g() {}',
    '#[cfg(test)]\n#[allow(x)]\nmod tests {} fn g() {}',
  ],
  ['not only tests', '#[cfg(any(test, a))]\nmod m { fn f() {} }', '#[cfg()] mod m { fn f() {} }'],
  [
    'attributes',
    '#![a] #[b = "c(d)"] #[serde(rename = "x)")] #[unsafe(no_mangle)] struct S; fn f() { g(#[h(i)]) }',
    '#![a] #[b = "c(d)"] #[serde()] #[unsafe()] struct S; fn f() { g(#[h()]) }',
  ],
])('%s', (_name, text, expected) => {
  expect(condensed(text)).toBe(expected);
});

test('a word that the grammar knows stays what it is', async () => {
  const engine = await Engine.start(engineBytes());
  // They stand in rules of macros only, which the parser does not get to see.
  const fragments = new Set(['lifetime', 'literal', 'expr_2021', 'pat_param']);
  const words = engine.kinds.filter((name, kind) => !engine.isNamed(kind) && /^[a-z_]\w{5,}!?$/.test(name));
  expect(words).toContain('macro_rules!');
  for (const word of words) if (!fragments.has(word)) expect(condensed(`${word} `)).toBe(`${word} `);
});

test('a first line for the shell is no code', () => {
  const text = '#!/usr/bin/env cargo\nfn f() {}';
  const file = parser.parse(text);
  expect(file.unparsed).toEqual([]);
  expect(file.items.map((item) => text.slice(item.start, item.end))).toEqual(['fn f() {}']);
});

test('test modules stay when tests are audited', () => {
  const text = '#[cfg(test)] mod tests { fn f() {} }';
  expect(condensed(text, true)).toBe('#[cfg()] mod tests { fn f() {} }');
});

test('names, calls and macros stand at their places in the file', () => {
  const text = readFileSync(fileURLToPath(new URL('condense.sample.rs', import.meta.url)), 'utf8');
  const file = parser.parse(text);
  expect(file.unparsed).toEqual([]);
  const wrong: string[] = [];
  let seen = 0;
  walk(file, (node) => {
    const said = nameOf(node);
    if (said === null) return;
    seen++;
    const found = text.slice(said.at, said.at + said.name.length);
    if (found !== said.name) wrong.push(`${said.name} at ${said.at}: ${found}`);
  });
  expect(seen).toBeGreaterThan(40);
  expect(wrong).toEqual([]);
});

test('a written macro knows its body, and how it repeats', () => {
  const text = 'fn f() { let a = vec![0u8; n]; tracing::info!( x = %y.z(), "m" ); }';
  const macros: Macro[] = [];
  walk(parser.parse(text), (node) => {
    if (node.kind === 'macro') macros.push(node);
  });
  expect(
    macros.map((m) => [
      m.name,
      m.form,
      m.delimiter,
      text.slice(m.bodyStart, m.bodyEnd),
      m.args.map((a) => text.slice(a.start, a.end)),
    ]),
  ).toEqual([
    ['vec', 'repeat', '[', '0u8; n', ['0u8', 'n']],
    ['tracing::info', 'args', '(', ' x = %y.z(), "m" ', ['y.z()', '"m"']],
  ]);
});

test('what does not parse condensed is parsed as it is', () => {
  const file = parser.parse('fn f() { let a = ; vec![1, 2]; }\nfn g() { h(); }');
  const calls: string[] = [];
  walk(file, (node) => {
    if (node.kind === 'call' || node.kind === 'macro') calls.push(node.kind);
  });
  expect(calls).toEqual(['macro', 'call']);
});

test('any text at all: every offset leads into the file, in order, and what is copied is the same', () => {
  const pieces = [
    '"',
    "'",
    '/*',
    '*/',
    '//',
    '\n',
    'r#"',
    '"#',
    '#[',
    ']',
    '(',
    ')',
    '{',
    '}',
    'vec!',
    'x!',
    'cfg(test)',
    'mod m',
    ';',
    ',',
    '=>',
    '\\',
    'é',
    '😀',
    'a',
    ' ',
    '!',
    "b'",
    'macro_rules! m',
  ];
  let seed = 1;
  const random = (below: number): number => {
    seed = (seed * 48271) % 2147483647;
    return seed % below;
  };
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: 1 + random(30) }, () => pieces[random(pieces.length)]).join('');
    const condenser = new Condenser(text, { tests: round % 2 === 0, comments: [] });
    condenser.condense(0, text.length, round % 3 === 0 ? 'code' : 'items');
    const { length, origin } = condenser.done();
    let last = 0;
    for (let i = 0; i <= length; i++) {
      const at = origin[i] ?? -1;
      expect(at, text).toBeGreaterThanOrEqual(last);
      expect(at, text).toBeLessThanOrEqual(text.length);
      last = at;
    }
  }
});

/** A name that the tree says stands somewhere. */
function nameOf(node: Node): { readonly name: string; readonly at: number } | null {
  switch (node.kind) {
    case 'path': {
      const [segment] = node.segments;
      return segment === undefined ? null : { name: segment.name, at: segment.start };
    }
    case 'method':
      return { name: node.name, at: node.nameStart };
    case 'macro':
      return { name: node.name, at: node.nameStart };
    case 'fn':
      return { name: node.name, at: node.nameStart };
    case 'patIdent':
      return node.mutable || node.byRef ? null : { name: node.name, at: node.start };
    case 'literal':
      return { name: node.text, at: node.start };
    default:
      return null;
  }
}
