/** Where code runs, over the whole program: async workers, bridges, start-up, handlers. */
import { expect, test } from 'vitest';
import { linked } from './link.js';

/** For each `mark()` the calls in async code that reach it, as `file:line>callee>…`. */
function reached(files: Readonly<Record<string, string>>): string[] {
  const program = linked(files);
  return program.candidates('probe').map((sighting) => {
    const node = program.node(sighting);
    if (sighting.context.async) return 'async';
    if (node === null) return 'none';
    return program.contexts
      .reachFromAsync(node)
      .map(({ at, chain }) => `${at.path}:${at.line}>${chain.map((edge) => edge.to.fn.name).join('>')}`)
      .join(' ');
  });
}

test('through functions and methods of other files, with the chain', () => {
  expect(
    reached({
      'src/lib.rs':
        'mod store;\nuse store::Store;\nasync fn handle(s: std::sync::Arc<Store>) {\n  s.load();\n}',
      'src/store.rs':
        'pub struct Store;\nimpl Store {\n pub fn load(&self) { self.inner() }\n fn inner(&self) { ext::mark(); }\n}',
    }),
  ).toEqual(['src/lib.rs:4>load>inner']);
});

test.each([
  [
    'a closure that another thread runs',
    'async fn f() { tokio::task::spawn_blocking(|| g()); std::thread::spawn(|| g()); }',
  ],
  ['a closure bound to a name', 'async fn f() { let c = || g(); run(c); }'],
  ['a function value', 'async fn f() { tokio::task::spawn_blocking(g); }'],
  ['a caller that is not async', 'fn f() { g(); }'],
  ['an initialiser that runs once', 'static S: std::sync::LazyLock<()> = std::sync::LazyLock::new(|| g());'],
  ['a call before the program serves', 'async fn main() { g(); axum::serve(l, app).await; }'],
  [
    'a call that only start-up code makes',
    'fn setup() { g(); } async fn main() { setup(); axum::serve(l, app).await; }',
  ],
])('not reached through %s', (_name, caller) => {
  expect(reached({ 'src/lib.rs': `fn g() { ext::mark(); }\n${caller}` })).toEqual(['']);
});

test.each([
  ['an async block in a plain function', 'fn f() { tokio::spawn(async { g() }); }'],
  ['an adapter closure', 'async fn f(v: Vec<u8>) { v.iter().for_each(|_| g()); }'],
  ['a macro', 'async fn f() { tokio::select! { _ = x => { g(); } } }'],
  [
    'a task spawned before serving',
    'async fn main() { tokio::spawn(async { g(); }); axum::serve(l, app).await; }',
  ],
  ['a command-line main, whose whole run is work', 'async fn main() { g(); }'],
])('reached through %s', (_name, caller) => {
  expect(reached({ 'src/lib.rs': `fn g() { ext::mark(); }\n${caller}` })).toEqual(['src/lib.rs:2>g']);
});

test('handlers: routed functions, extractor parameters, route attributes, and what they call', () => {
  const program = linked({
    'src/lib.rs': `
      fn app() { Router::new().route("/", get(routed)); }
      async fn routed() { helper(); }
      async fn extracted(s: axum::extract::State<u8>) { ext::mark(); }
      #[actix_web::get("/")] async fn attributed() { ext::mark(); }
      fn helper() { ext::mark(); }
      fn lonely() { ext::mark(); }`,
  });
  expect(program.candidates('probe').map((s) => program.inHandler(s))).toEqual([true, true, true, false]);
});
