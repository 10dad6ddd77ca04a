/** One path for every name: imports, aliases, globs, re-exports over modules and crates, renamed dependencies. */
import { expect, test } from 'vitest';
import { type Crate, linked } from './link.js';

/** Canonical paths of all `mark` calls whose path ends so, in order. */
function marked(files: Readonly<Record<string, string>>, crates?: readonly Crate[]): string[] {
  const program = linked(files, crates);
  return program.candidates('probe').map((s) => program.canonical(s.path, s.data.path));
}

test('use trees, aliases, globs and prefixes inside one file', () => {
  const lib = `
    use ext::{self, a::{mark, b as c}, d::*};
    mod inner { pub fn mark() {} pub mod deep { fn f() { super::mark(); crate::inner::mark(); super::super::top::mark(); } } }
    mod top { pub fn mark() {} }
    fn f() { mark(); c::mark(); ext::mark(); inner::mark(); self::top::mark(); { use other::mark; mark(); } }
    mod shadow { fn mark() {} fn g() { mark(); } }`;
  expect(marked({ 'src/lib.rs': lib })).toEqual([
    'app::inner::mark',
    'app::inner::mark',
    'app::top::mark',
    'ext::a::mark',
    'ext::a::b::mark',
    'ext::mark',
    'app::inner::mark',
    'app::top::mark',
    'other::mark',
    'app::shadow::mark',
  ]);
});

test('re-exports over files and crates, and renamed dependencies', () => {
  const files = {
    'core/lib.rs': 'pub mod io; pub use io::mark; pub mod prelude { pub use super::io::*; }',
    'core/io.rs': 'pub fn mark() {}',
    'app/lib.rs': `
      mod sub;
      use base::mark as m;
      use base::prelude::*;
      fn f() { base::mark(); m::mark(); mark(); crate::sub::mark(); ren::mark(); }`,
    'app/sub.rs': 'pub(crate) use base::io::mark;',
  };
  const crates: Crate[] = [
    { name: 'core_lib', root: 'core/lib.rs' },
    { name: 'app', root: 'app/lib.rs', dependencies: { base: 'core-lib', ren: 'tokio' } },
  ];
  expect(marked(files, crates)).toEqual([
    'core_lib::io::mark',
    'core_lib::io::mark::mark',
    'core_lib::io::mark',
    'core_lib::io::mark',
    'tokio::mark',
  ]);
});

test('a name that a glob of the parent brings in is no crate of that name', () => {
  const files = {
    'src/lib.rs': 'use ext::kit; mod a; mod b { use super::*; fn f() { kit::mark(); } }',
    'src/a.rs': 'use super::*; fn f() { kit::mark(); known::mark(); }',
  };
  const crates: Crate[] = [{ name: 'app', root: 'src/lib.rs', dependencies: { known: 'known' } }];
  expect(marked(files, crates)).toEqual(['ext::kit::mark', 'known::mark', 'ext::kit::mark']);
});

test('a glob over the module beside brings in what is there, in the crate and for others', () => {
  const files = {
    'core/lib.rs': 'mod io; pub use io::*; fn f() { mark(); }',
    'core/io.rs': 'mod deep; pub use deep::*;',
    'core/io/deep.rs': 'pub fn mark() {}',
    'app/lib.rs': 'fn f() { core_lib::mark(); }',
  };
  const crates: Crate[] = [
    { name: 'core_lib', root: 'core/lib.rs' },
    { name: 'app', root: 'app/lib.rs', dependencies: { core_lib: 'core-lib' } },
  ];
  const there = 'core_lib::io::deep::mark';
  expect(marked(files, crates)).toEqual([there, there]);
});

test('module files: mod.rs, nested folders, #[path], inline modules with files', () => {
  const files = {
    'src/lib.rs': 'mod a; #[path = "odd/name.rs"] mod b; mod c { mod d; }',
    'src/a/mod.rs': 'mod e; fn f() { self::e::mark(); }',
    'src/a/e.rs': 'pub fn mark() {}',
    'src/odd/name.rs': 'fn f() { super::a::e::mark(); }',
    'src/c/d.rs': 'fn f() { super::super::a::e::mark(); }',
  };
  expect(marked(files)).toEqual(['app::a::e::mark', 'app::a::e::mark', 'app::a::e::mark']);
});

test('crates that another crate hands on whole', () => {
  const lib = `
    use deadpool_redis::redis::{self, mark};
    use rocket::tokio::task;
    fn f() { mark(); redis::aio::mark(); task::mark(); deadpool_redis::mark(); }`;
  expect(marked({ 'src/lib.rs': lib })).toEqual([
    'redis::mark',
    'redis::aio::mark',
    'tokio::task::mark',
    'deadpool_redis::mark',
  ]);
});
