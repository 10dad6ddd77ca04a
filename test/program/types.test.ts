/** What is known of types without a compiler, and that the rest stays unknown. */
import { expect, test } from 'vitest';
import { probed } from './link.js';

const inFn = (body: string, head = ''): string => `${head}\nasync fn f() { ${body} }`;

test.each([
  [
    'elements that `_` leaves open',
    'let v: Vec<_> = [1u8].iter().map(|b| String::new()).collect(); probe(v); let w = v.iter().map(|s| 1u16).collect::<Vec<_>>(); probe(w);',
    'Vec<String>|Vec<u16>',
  ],
  ['annotations', 'let x: u64 = y(); probe(x);', 'u64'],
  [
    'constructors',
    'let m = std::sync::Arc::new(std::sync::Mutex::new(Vec::<u8>::new())); probe(m);',
    'Arc<Mutex<Vec<u8>>>',
  ],
  [
    'guards through unwrap and deref',
    'let m = std::sync::Mutex::new(1u8); let g = m.lock().unwrap(); probe(g); probe(*g);',
    'MutexGuard<u8>|u8',
  ],
  [
    'locks behind an Arc',
    'let m = std::sync::Arc::new(std::sync::RwLock::new(String::new())); probe(m.read().unwrap());',
    'RwLockReadGuard<String>',
  ],
  [
    'async calls need their await',
    'let f = tokio::fs::File::open("x"); probe(f); probe(tokio::fs::File::open("x").await?);',
    'Future<Output=Result<tokio::fs::File, Error>>|tokio::fs::File',
  ],
  [
    'tuples of channels',
    'let (tx, mut rx) = tokio::sync::mpsc::channel::<u8>(1); probe(tx); probe(rx.recv().await);',
    'tokio::sync::mpsc::Sender<u8>|Option<u8>',
  ],
  [
    'if let and match',
    'if let Some(x) = Some(1u8) { probe(x); } match std::fs::read("x") { Ok(v) => { probe(v); } Err(e) => { probe(e); } }',
    'u8|Vec<u8>|Error',
  ],
  [
    'while let with a queue',
    'let mut q: std::collections::VecDeque<String> = todo(); while let Some(s) = q.pop_front() { probe(s); }',
    'String',
  ],
  [
    'for over collections',
    'let v: Vec<String> = t(); for s in &v { probe(s); } for (i, s) in v.iter().enumerate() { probe(i); probe(s); }',
    '&String|usize|&String',
  ],
  [
    'maps',
    'let m: std::collections::HashMap<u8, String> = t(); for (k, v) in &m { probe(v); } probe(m.get(&1));',
    'String|Option<&String>',
  ],
  [
    'closures of adapters',
    'let v: Vec<String> = t(); v.iter().map(|s| probe(s)); v.iter().filter(|s| probe(s)); Some(1u8).map(|n| probe(n));',
    '&String|&&String|u8',
  ],
  [
    'literals and formats',
    'probe("a"); probe(1u16); probe(format!("x")); probe(vec![1u8]); probe([0u8; 4096]);',
    '&str|u16|String|Vec<u8>|[u8; 4096]',
  ],
  ['blocks and branches', 'let x = { 1u8 }; probe(x); let y = if a { 1u8 } else { 2 }; probe(y);', 'u8|u8'],
  [
    'references and casts',
    'let s = String::new(); probe(&s); probe(&mut *s); probe(1 as u64);',
    '&String|&mut str|u64',
  ],
  [
    'select branches',
    'let (tx, mut rx) = tokio::sync::mpsc::channel::<u8>(1); tokio::select! { Some(m) = rx.recv() => probe(m), }',
    'u8',
  ],
  [
    'join handles',
    'let h = tokio::spawn(async { 1u8 }); probe(h); probe(h.await);',
    'tokio::task::JoinHandle<u8>|Result<u8, tokio::task::JoinError>',
  ],
  [
    'unknown stays unknown',
    'let x = something(); probe(x); probe(x.lock()); probe(unknown::thing());',
    '?|?|?',
  ],
  [
    'shadowing',
    'let x = 1u8; let x = x.to_string(); probe(x); { let x = 2u16; probe(x); } probe(x);',
    'String|u16|String',
  ],
])('%s', (_name, body, expected) => {
  expect(probed(inFn(body)).join('|')).toBe(expected);
});

test('fields, methods, generics, aliases and destructuring of the workspace', () => {
  const code = `
    use std::sync::{Arc, Mutex};
    type Shared<T> = Arc<Mutex<T>>;
    struct State { users: Shared<Vec<String>>, id: u32 }
    enum Msg { Text(String), Pair { a: u8, b: u16 }, Quit }
    impl State {
        fn new() -> Self { todo!() }
        fn users(&self) -> &Shared<Vec<String>> { &self.users }
        async fn load(&self) -> Result<State, String> { todo!() }
    }
    fn wrap<T>(value: T) -> Option<T> { Some(value) }
    async fn f(state: Arc<State>, m: Msg) -> Result<(), String> {
        probe(state.users);
        probe(State::new().id);
        probe(state.users().lock().unwrap());
        probe(state.load().await?);
        probe(wrap(1u8));
        let State { users, id } = State::new();
        probe(id);
        match m {
            Msg::Text(t) => probe(t),
            Msg::Pair { a, b } => probe(b),
            Msg::Quit => {}
        }
        Ok(())
    }`;
  expect(probed(code)).toEqual([
    'Arc<Mutex<Vec<String>>>',
    'u32',
    'MutexGuard<Vec<String>>',
    'app::State',
    'Option<u8>',
    'u32',
    'String',
    'u16',
  ]);
});
