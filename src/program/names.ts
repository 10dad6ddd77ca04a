/** From a name as one file has it to the one path that everybody means by it. */
import { groupBy } from '../findings/group.js';
import type { FileHome, ModuleTree } from './modules.js';

/** Prefixes that are another way to the same items. */
const PREFIXES: readonly (readonly [string, string])[] = [
  ['core::', 'std::'],
  ['alloc::', 'std::'],
  ['fs_err::tokio::', 'tokio::fs::'],
  ['fs_err::', 'std::fs::'],
  ['crossbeam::channel::', 'crossbeam_channel::'],
  ['crossbeam::utils::', 'crossbeam_utils::'],
  ['crossbeam::queue::', 'crossbeam_queue::'],
  ['futures::channel::', 'futures_channel::'],
  ['futures::lock::', 'futures_util::lock::'],
  ['futures::executor::', 'futures_executor::'],
  ['futures::future::', 'futures_util::future::'],
  ['futures::stream::', 'futures_util::stream::'],
  ['futures::sink::', 'futures_util::sink::'],
  ['futures::io::', 'futures_util::io::'],
  ['futures_lite::future::', 'futures_lite::future::'],
  ['smol::channel::', 'async_channel::'],
  ['smol::lock::', 'async_lock::'],
  ['smol::net::', 'async_net::'],
  ['smol::fs::', 'async_fs::'],
  ['async_std::channel::', 'async_channel::'],
  ['async_std::sync::Mutex', 'async_lock::Mutex'],
  ['async_std::sync::RwLock', 'async_lock::RwLock'],
  ['actix_rt::task::', 'tokio::task::'],
  ['actix_web::rt::', 'actix_rt::'],
  ['tokio_stream::StreamExt', 'futures_util::StreamExt'],
  ['std::collections::hash_map::HashMap', 'std::collections::HashMap'],
  ['std::collections::hash_set::HashSet', 'std::collections::HashSet'],
  ['std::collections::btree_map::BTreeMap', 'std::collections::BTreeMap'],
  ['std::collections::vec_deque::VecDeque', 'std::collections::VecDeque'],
  ['std::sync::nonpoison::', 'parking_lot::'],
  ['std::lazy::', 'std::sync::'],
  ['serde_json::value::Value', 'serde_json::Value'],
  ['serde_json::de::from_str', 'serde_json::from_str'],
  ['serde_json::de::from_slice', 'serde_json::from_slice'],
  ['serde_json::de::from_reader', 'serde_json::from_reader'],
  ['serde_json::ser::', 'serde_json::'],
  ['color_eyre::eyre::', 'eyre::'],
  ['diesel::r2d2::Pool', 'r2d2::Pool'],
  ['diesel::r2d2::PooledConnection', 'r2d2::PooledConnection'],
  ['diesel::r2d2::Builder', 'r2d2::Builder'],
  ['diesel::prelude::', 'diesel::'],
  ['deadpool_redis::redis::', 'redis::'],
  ['bb8_redis::redis::', 'redis::'],
  ['deadpool_postgres::tokio_postgres::', 'tokio_postgres::'],
  ['bb8_postgres::tokio_postgres::', 'tokio_postgres::'],
  ['sea_orm::sqlx::', 'sqlx::'],
  ['r2d2_sqlite::rusqlite::', 'rusqlite::'],
  ['tokio_rusqlite::rusqlite::', 'rusqlite::'],
  ['rocket::tokio::', 'tokio::'],
  ['warp::hyper::', 'hyper::'],
  ['diesel::pg::PgConnection', 'diesel::PgConnection'],
  ['diesel::sqlite::SqliteConnection', 'diesel::SqliteConnection'],
  ['diesel::mysql::MysqlConnection', 'diesel::MysqlConnection'],
  ['lettre::transport::smtp::SmtpTransport', 'lettre::SmtpTransport'],
  ['argon2::password_hash::PasswordHash', 'argon2::PasswordHash'],
  ['scrypt::password_hash::PasswordHash', 'argon2::PasswordHash'],
  ['pbkdf2::password_hash::PasswordHash', 'argon2::PasswordHash'],
  ['password_hash::PasswordHash', 'argon2::PasswordHash'],
  ['zstd::stream::encode_all', 'zstd::encode_all'],
  ['zstd::stream::decode_all', 'zstd::decode_all'],
  ['image::io::Reader', 'image::ImageReader'],
  ['reqwest::Url', 'url::Url'],
  ['hashbrown::HashMap', 'std::collections::HashMap'],
  ['hashbrown::HashSet', 'std::collections::HashSet'],
  ['ahash::HashMap', 'std::collections::HashMap'],
  ['ahash::AHashMap', 'std::collections::HashMap'],
  ['rustc_hash::FxHashMap', 'std::collections::HashMap'],
  ['fxhash::FxHashMap', 'std::collections::HashMap'],
  ['rustc_hash::FxHashSet', 'std::collections::HashSet'],
  ['ahash::AHashSet', 'std::collections::HashSet'],
  ['indexmap::IndexMap', 'std::collections::HashMap'],
  ['indexmap::IndexSet', 'std::collections::HashSet'],
  ['once_cell::unsync::', 'once_cell::sync::'],
  ['lock_api::', 'parking_lot::'],
  ['std::prelude::v1::', 'std::'],
  ['reqwest::async_impl::', 'reqwest::'],
  ['tokio::task::spawn', 'tokio::task::spawn'],
  ['std::string::str', 'str'],
];

/** Most crates have but one way to each item, and most paths lead to those. */
const PREFIXES_BY_ROOT = groupBy(PREFIXES, ([from]) => from.slice(0, from.indexOf('::')));

const MAX_HOPS = 12;

export class Names {
  readonly #tree: ModuleTree;
  readonly #items: ReadonlySet<string>;
  readonly #isKnown: (path: string) => boolean;
  /** By file, then by path as written. */
  readonly #memo = new Map<string, Map<string, string>>();
  readonly #renames = new Map<string, ReadonlyMap<string, string>>();
  /** By absolute path. */
  readonly #inside = new Map<string, string>();

  /**
   * @param items Absolute paths of all items that the workspace defines.
   * @param isKnown Whether a well-known crate has such an item, which a glob may bring in.
   */
  constructor(tree: ModuleTree, items: ReadonlySet<string>, isKnown: (path: string) => boolean) {
    this.#tree = tree;
    this.#isKnown = isKnown;
    this.#items = items;
  }

  /** The canonical path of `path` as `file` writes it. External paths stay external. */
  canonical(file: string, path: string): string {
    let own = this.#memo.get(file);
    if (own === undefined) {
      own = new Map();
      this.#memo.set(file, own);
    }
    let known = own.get(path);
    if (known === undefined) {
      const home = this.#tree.homes.get(file);
      known = home === undefined ? path : this.#follow(this.#absolute(home, home.module, path), home, 0);
      own.set(path, known);
    }
    return known;
  }

  #absolute(home: FileHome, module: string, path: string): string {
    const cut = path.indexOf('::');
    const first = cut < 0 ? path : path.slice(0, cut);
    const rest = cut < 0 ? '' : path.slice(cut);
    switch (first) {
      case 'crate':
        return home.crate + rest;
      case 'self':
        return module + rest;
      case 'super': {
        const up = module.lastIndexOf('::');
        return this.#absolute(
          home,
          up < 0 ? module : module.slice(0, up),
          rest === '' ? 'self' : rest.startsWith('::super') ? rest.slice(2) : `self${rest}`,
        );
      }
      default: {
        const renamed = this.#renamesOf(home).get(first) ?? first;
        return renamed + rest;
      }
    }
  }

  /** Names that the manifest gives to crates → the crates' own. */
  #renamesOf(home: FileHome): ReadonlyMap<string, string> {
    const pkg = home.package;
    if (pkg === null) return NONE;
    let known = this.#renames.get(pkg.manifest);
    if (known === undefined) {
      const found = new Map<string, string>();
      for (const dependency of pkg.dependencies) {
        const own = dependency.package.replace(/-/g, '_');
        if (own !== dependency.crate) found.set(dependency.crate, own);
      }
      known = found;
      this.#renames.set(pkg.manifest, known);
    }
    return known;
  }

  /** `mpsc::channel` is no path of a crate `mpsc` where `use super::*` brings in a module of that name. */
  #isCrate(root: string, home: FileHome): boolean {
    return (
      STANDARD.has(root) ||
      home.package?.dependencies.some((dependency) => dependency.crate === root) === true
    );
  }

  /** Follows modules, re-exports and globs from a crate's root to the item. */
  #follow(path: string, home: FileHome, hops: number): string {
    if (hops > MAX_HOPS) return path;
    const cut = path.indexOf('::');
    const root = cut < 0 ? path : path.slice(0, cut);
    if (!this.#tree.modules.has(root)) {
      // Only for what a file wrote itself: globs that lead to globs would be gone through again and again.
      const brought =
        hops > 0 || this.#isCrate(root, home)
          ? null
          : this.#lookIn(home.module, root, home, hops + 1, new Set());
      return brought === null || brought.startsWith(`${root}::`) || brought === root
        ? external(path)
        : this.#follow(brought + path.slice(root.length), home, hops + 1);
    }
    if (hops > 0) return this.#followInside(path, home, hops);
    // From a root of the workspace it is the same way for every file.
    let known = this.#inside.get(path);
    if (known === undefined) {
      known = this.#followInside(path, home, hops);
      this.#inside.set(path, known);
    }
    return known;
  }

  #followInside(path: string, home: FileHome, hops: number): string {
    const segments = path.split('::');
    const modules = this.#tree.modules;
    let module = segments[0] ?? '';
    let i = 1;
    while (i < segments.length && modules.has(`${module}::${segments[i]}`)) {
      module = `${module}::${segments[i]}`;
      i++;
    }
    const name = segments[i];
    if (name === undefined) return path;
    if (this.#items.has(`${module}::${name}`)) return path;
    const rest = segments.slice(i + 1);
    const found = this.#lookIn(module, name, home, hops + 1, new Set());
    return found === null ? path : this.#follow(append(found, rest), home, hops + 1);
  }

  /** The absolute path that `name` has in `module` through `use`, or null. */
  #lookIn(module: string, name: string, home: FileHome, hops: number, seen: Set<string>): string | null {
    if (hops > MAX_HOPS || seen.has(module)) return null;
    seen.add(module);
    const entry = this.#tree.modules.get(module);
    if (entry === undefined) return null;
    const { uses, globs } = entry.summary;
    const theirs = this.#tree.homes.get(entry.file) ?? home;
    if (Object.hasOwn(uses, name)) {
      const target = this.#absolute(theirs, theirs.module, uses[name] ?? '');
      return target === `${module}::${name}` ? null : target;
    }
    for (const glob of globs) {
      const target = this.#follow(this.#absolute(theirs, theirs.module, glob), theirs, hops + 1);
      if (this.#items.has(`${target}::${name}`)) return `${target}::${name}`;
      if (this.#tree.modules.has(`${target}::${name}`)) return `${target}::${name}`;
      if (this.#tree.modules.has(target)) {
        const deeper = this.#lookIn(target, name, theirs, hops + 1, seen);
        if (deeper !== null) return deeper;
      }
    }
    // A glob over another crate may have brought it in; only then guess.
    const outside = globs.filter((g) => !/^(?:crate|self|super)\b/.test(g));
    const [only] = outside;
    if (only !== undefined && outside.length === 1 && this.#isKnown(external(`${only}::${name}`)))
      return `${only}::${name}`;
    for (const glob of outside) if (this.#isKnown(external(`${glob}::${name}`))) return `${glob}::${name}`;
    return null;
  }
}

const NONE: ReadonlyMap<string, string> = new Map();
const STANDARD = new Set(['std', 'core', 'alloc']);

function append(path: string, rest: readonly string[]): string {
  return rest.length === 0 ? path : `${path}::${rest.join('::')}`;
}

const folded = new Map<string, string>();

/** Folds the many ways to one item of another crate into one path. */
export function external(path: string): string {
  let known = folded.get(path);
  if (known === undefined) {
    known = fold(path);
    folded.set(path, known);
  }
  return known;
}

function fold(path: string): string {
  const cut = path.indexOf('::');
  for (const [from, to] of PREFIXES_BY_ROOT.get(cut < 0 ? path : path.slice(0, cut)) ?? []) {
    if (path === from || path.startsWith(from)) {
      const next = path[from.length];
      if (from.endsWith('::') || next === undefined || next === ':')
        return external2(to + path.slice(from.length));
    }
  }
  return path;
}

function external2(path: string): string {
  if (path.startsWith('std::collections::hash_map::HashMap')) return path.replace('hash_map::', '');
  return path;
}
