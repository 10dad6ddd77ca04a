import { beforeAll, describe, expect, it } from 'vitest';
import { type GuardEdition, lifeOf } from '../../src/summaries/guards.js';
import { engineBytes } from '../../src/summaries/threads.js';
import { RustParser } from '../../src/syntax/parse.js';
import { findNode } from '../../src/syntax/walk.js';

let parser: RustParser;
beforeAll(async () => {
  parser = await RustParser.start(engineBytes());
});

/** The life of the guard that the first `.lock()` of an async function's body makes. */
function life(body: string, edition: GuardEdition) {
  const file = parser.parse(`async fn f() { ${body} }`);
  expect(file.unparsed).toEqual([]);
  const lock = findNode(file, (node) => node.kind === 'method' && node.name === 'lock');
  if (lock?.kind !== 'method') throw new Error(`no lock in: ${body}`);
  return { file, ...lifeOf(lock, edition) };
}

function awaitsIn(body: string, edition: GuardEdition): string[] {
  const { file, awaits } = life(body, edition);
  return awaits.map((node) => file.text.slice(node.start, node.end));
}

/** Each form with the awaits during which its guard is alive, until edition 2021 and since 2024. */
const FORMS: readonly (readonly [
  form: string,
  body: string,
  old: readonly string[],
  now: readonly string[],
])[] = [
  ['a binding', 'let g = m.lock().unwrap(); a().await;', ['a().await'], ['a().await']],
  ['a binding with an underscore', 'let _g = m.lock(); a().await;', ['a().await'], ['a().await']],
  ['a wildcard', 'let _ = m.lock(); a().await;', [], []],
  ['an explicit drop', 'let g = m.lock(); drop(g); a().await;', [], []],
  ['std::mem::drop', 'let g = m.lock(); std::mem::drop(g); a().await;', [], []],
  [
    'an await before the drop',
    'let g = m.lock(); a().await; drop(g); b().await;',
    ['a().await'],
    ['a().await'],
  ],
  [
    'a drop in one branch',
    'let g = m.lock(); if x { drop(g); a().await; } else { b().await; }',
    ['b().await'],
    ['b().await'],
  ],
  ['an inner block', '{ let g = m.lock(); g.x(); } a().await;', [], []],
  ['a copy', 'let v = *m.lock().unwrap(); a().await;', [], []],
  ['a clone', 'let v = m.lock().unwrap().clone(); a().await;', [], []],
  ['a plain condition', 'if *m.lock() { a().await; }', [], []],
  ['a loop condition', 'while m.lock().is_empty() { a().await; }', [], []],
  [
    'an argument',
    'f(*m.lock().unwrap()).await;',
    ['f(*m.lock().unwrap()).await'],
    ['f(*m.lock().unwrap()).await'],
  ],
  ['if let', 'if let Some(v) = m.lock().unwrap().get(0) { a().await; }', ['a().await'], ['a().await']],
  ['else of if let', 'if let Some(v) = m.lock().get(0) { } else { a().await; }', ['a().await'], []],
  ['else when the guard itself is matched', 'if let Ok(g) = m.lock() { } else { a().await; }', [], []],
  ['a drop of what if let binds', 'if let Ok(g) = m.lock() { drop(g); a().await; }', [], []],
  ['while let', 'while let Some(v) = m.lock().pop() { a().await; }', ['a().await'], ['a().await']],
  [
    'match',
    'match m.lock().get(0) { Some(_) => a().await, None => b().await }',
    ['a().await', 'b().await'],
    ['a().await', 'b().await'],
  ],
  [
    'an empty arm',
    'match m.lock() { Ok(g) => a().await, Err(_) => b().await }',
    ['a().await'],
    ['a().await'],
  ],
  ['for', 'for v in m.lock().iter() { a().await; }', ['a().await'], ['a().await']],
  [
    'let else that binds the guard',
    'let Ok(g) = m.lock() else { return }; a().await;',
    ['a().await'],
    ['a().await'],
  ],
  [
    'let else that binds a part',
    'let Some(v) = m.lock().first().copied() else { return }; a().await;',
    [],
    [],
  ],
  ['the value of a block', 'if let Some(v) = { m.lock().pop() } { a().await; }', ['a().await'], []],
  [
    'a guard as the value of a block',
    'let g = { t(); m.lock().unwrap() }; a().await;',
    ['a().await'],
    ['a().await'],
  ],
  [
    'a match that unwraps',
    'let g = match m.lock() { Ok(g) => g, Err(e) => e.into_inner() }; a().await;',
    ['a().await'],
    ['a().await'],
  ],
  ['a borrowed temporary', 'let v = &*m.lock().unwrap(); a().await;', ['a().await'], ['a().await']],
  ['a field behind a borrow', 'let v = &mut m.lock().x; a().await;', ['a().await'], ['a().await']],
  [
    'a guard used up by its Result',
    'match m.lock().map(|g| g.len()) { Ok(_) => a().await, Err(_) => {} }',
    [],
    [],
  ],
  ['operands of a lazy operator', 'let v = m.lock().is_empty() || a().await;', [], []],
  ['an async block', 'let g = m.lock(); spawn(async { a().await });', [], []],
  ['a closure', 'let g = m.lock(); let f = async || a().await;', [], []],
  [
    'shadowing, which drops nothing',
    'let g = m.lock(); let g = g.len(); a().await;',
    ['a().await'],
    ['a().await'],
  ],
  ['the await of an async lock itself', 'let g = m.lock().await; a().await;', ['a().await'], ['a().await']],
];

describe('lifeOf', () => {
  it.each(FORMS)('%s', (_form, body, old, now) => {
    expect(awaitsIn(body, '2021')).toEqual(old);
    expect(awaitsIn(body, '2024')).toEqual(now);
  });

  it.each([
    ['returned', 'return m.lock();'],
    ['the value of the function', 'm.lock().unwrap()'],
    ['kept in a struct', 'let s = Held { guard: m.lock() };'],
    ['passed on', 'use_it(m.lock());'],
    ['bound and then returned', 'let g = m.lock(); g.x(); g'],
  ])('knows that a guard leaves when it is %s', (_how, body) => {
    expect(life(body, '2021').escapes).toBe(true);
  });

  it('keeps a guard at home that is only looked at', () => {
    expect(life('let n = m.lock().len(); n', '2021').escapes).toBe(false);
  });
});
