/** Our own tree: what is lowered, and that code inside macros stands at its true place. */
import { expect, test } from 'vitest';
import { engineBytes } from '../../src/summaries/threads.js';
import type { Node } from '../../src/syntax/ast.js';
import { RustParser } from '../../src/syntax/parse.js';
import { walk } from '../../src/syntax/walk.js';

const parser = await RustParser.start(engineBytes());

/** Text of all calls and method calls of a file, in order, cut from the source by their positions. */
function calls(text: string): string[] {
  const found: string[] = [];
  walk(parser.parse(text), (node) => {
    if (node.kind === 'call' || node.kind === 'method') found.push(text.slice(node.start, node.end));
    return true;
  });
  return found;
}

function nodes(text: string, kind: Node['kind']): Node[] {
  const found: Node[] = [];
  walk(parser.parse(text), (node) => {
    if (node.kind === kind) found.push(node);
    return true;
  });
  return found;
}

test.each([
  ['format and its kin', 'fn f() { println!("{}", a(1)); write!(w, "{x}", x = b()); }', ['a(1)', 'b()']],
  ['vec lists', 'fn f() { vec![a(), b.c()]; }', ['a()', 'b.c()']],
  ['vec repeats', 'fn f() { vec![a(); n()]; }', ['a()', 'n()']],
  ['join', 'async fn f() { tokio::try_join!(a(x), b.c())?; }', ['a(x)', 'b.c()']],
  [
    'select with guards, blocks and else',
    'async fn f() { tokio::select! { biased; Some(m) = rx.recv(), if ready(m) => { a(m) } _ = b() => c(), else => d(), } }',
    ['rx.recv()', 'ready(m)', 'a(m)', 'b()', 'c()', 'd()'],
  ],
  ['json', 'fn f() { json!({ "a": a(), "b": [b(), null, { "c": c.d() }] }); }', ['a()', 'b()', 'c.d()']],
  [
    'tracing sigils and names',
    'fn f() { info!(target: "t", user.id = id(), err = %e(), ?g(), "m {}", h()); }',
    ['id()', 'e()', 'g()', 'h()'],
  ],
  [
    'macros in macros',
    'fn f() { println!("{}", format!("{}", vec![a()].len())); }',
    ['vec![a()].len()', 'a()'],
  ],
  ['matches', 'fn f() { matches!(a(), Some(x) if b(x)); }', ['a()', 'b(x)']],
  ['lazy statics', 'lazy_static! { static ref A: u8 = a(); }', ['a()']],
  ['thread locals', 'thread_local!(static A: C = a());', ['a()']],
  ['cfg_if branches', 'cfg_if! { if #[cfg(a)] { fn x() { a() } } else { fn y() { b() } } }', ['a()', 'b()']],
  ['unknown macros around items', 'cfg_rt! { pub fn x() { a() } }', ['a()']],
  ['streams', 'fn f() { stream! { yield a().await; } }', ['a()']],
  [
    'text beyond the basic plane before and in a macro',
    'fn f() { "🦀"; println!("🦀 {}", a("🦀", b())); }',
    ['a("🦀", b())', 'b()'],
  ],
])('finds calls in %s', (_name, text, expected) => {
  expect(calls(text)).toEqual(expected);
});

test('what is no Rust in a macro is counted, not guessed', () => {
  const file = parser.parse('fn f() { datetime!(2024-01-01 0:00 UTC); g(); }');
  expect(file.unparsed.map((u) => [u.why, file.text.slice(u.start, u.end)])).toEqual([
    ['macro', '2024-01-01 0:00 UTC'],
  ]);
});

test('a broken macro does not take its neighbours along', () => {
  expect(calls('fn f() { a!(x()); odd!(1 2 3 => =>); b!(y()); }')).toEqual(['x()', 'y()']);
});

test('a syntax error costs only its own place', () => {
  const text = 'fn a() { x() }\nstruct ??? ;\nfn b() { y() }';
  const file = parser.parse(text);
  expect(file.items.filter((i) => i.kind === 'fn').map((i) => i.name)).toEqual(['a', 'b']);
  expect(file.unparsed.length).toBeGreaterThan(0);
});

test('macros that are not known are opaque, transparent ones around items are not', () => {
  const known = (text: string) => nodes(text, 'macro').map((n) => n.kind === 'macro' && n.known);
  expect(known('fn f() { my_macro!(a()); }')).toEqual([false]);
  expect(known('cfg_rt! { fn f() {} }')).toEqual([true]);
});

test('every node knows its parent', () => {
  const file = parser.parse(
    'impl A { async fn f(&self) -> u8 { let Some(x) = self.g(|y| y + 1)? else { return 0 }; tokio::select! { v = x => v } } }',
  );
  walk(file, (node) => {
    if (node.kind !== 'file') expect(node.parent, node.kind).not.toBeNull();
    return true;
  });
});
