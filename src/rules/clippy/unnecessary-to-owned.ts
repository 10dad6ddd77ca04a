/** Texts and paths that are copied for a function which only looks at them, whatever their type. */

import { pathOf, peelRefs } from '../../program/types.js';
import { onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import type { View } from '../../summaries/view.js';
import type { Call, Expr, MethodCall } from '../../syntax/ast.js';
import { PathSet } from '../declarative.js';
import type { Rule } from '../rule.js';

/** Functions of the form `f<P: AsRef<Path>>(path: P)`. */
const FUNCTIONS = new PathSet(
  ['std::fs', 'tokio::fs']
    .flatMap((owner) =>
      `read read_to_string remove_file remove_dir remove_dir_all create_dir create_dir_all read_dir metadata
       symlink_metadata canonicalize read_link rename copy write File::open File::create`
        .split(/\s+/)
        .map((name) => `${owner}::${name}`),
    )
    .concat([
      'std::process::Command::new',
      'tokio::process::Command::new',
      'std::env::var',
      'std::env::set_current_dir',
    ]),
);
const METHODS: Readonly<Record<string, ReadonlySet<string>>> = {
  'std::process::Command': new Set(['arg', 'env', 'current_dir', 'env_remove']),
  'tokio::process::Command': new Set(['arg', 'env', 'current_dir', 'env_remove']),
  'std::path::Path': new Set([
    'join',
    'with_file_name',
    'with_extension',
    'starts_with',
    'ends_with',
    'strip_prefix',
  ]),
  'std::path::PathBuf': new Set([
    'join',
    'push',
    'with_file_name',
    'with_extension',
    'starts_with',
    'ends_with',
  ]),
  'std::fs::OpenOptions': new Set(['open']),
  'tokio::fs::OpenOptions': new Set(['open']),
};
const TEXTS = new Set([
  'str',
  'std::string::String',
  'std::path::Path',
  'std::path::PathBuf',
  'std::ffi::OsStr',
  'std::ffi::OsString',
]);
const LISTS = new Set(['std::vec::Vec', 'std::slice']);

interface Seen {
  readonly copy: string;
  readonly place: string;
  readonly of: Ty;
  readonly by: { readonly path: string } | { readonly method: string; readonly on: Ty } | 'chain';
}

export const rule: Rule = {
  id: 'unnecessary-to-owned',
  collect: [
    onMethod(['to_string', 'to_owned', 'to_path_buf', 'clone'], (node, view) => {
      const by = takerOf(node, view);
      if (by !== null) emit(node, by, view);
    }),
    // `s.to_string().as_str()`, `v.to_vec().iter()`: the copy lends what the original could have lent.
    onMethod(['as_str', 'as_path', 'iter', 'into_iter'], (node, view) => {
      const copy = node.receiver;
      if (copy.kind !== 'method' || copy.args.length > 0 || node.parent?.kind === 'for') return;
      const fits = /^as_/.test(node.name) ? /^to_(?:string|owned|path_buf)$/ : /^to_vec$/;
      if (fits.test(copy.name) && (node.name === 'as_str' || node.name === 'as_path' || isChained(node)))
        emit(copy, 'chain', view);
    }),
  ],
  *judge({ program, candidates }) {
    for (const sighting of candidates) {
      const seen: Seen = sighting.data;
      const { path } = sighting;
      if (program.isSeldom(sighting)) continue;
      if (seen.by !== 'chain' && !takesAnything(program, path, seen.by)) continue;
      const head = pathOf(peelRefs(program.settle(path, seen.of)));
      if (head === null || !(seen.copy === 'to_vec' ? LISTS : TEXTS).has(head)) continue;
      yield {
        rule: 'unnecessary-to-owned',
        at: { path, ...sighting.at },
        params: { copy: seen.copy, place: seen.place },
      };
    }
  },
};

function emit(copy: MethodCall, by: Seen['by'], view: View): void {
  if (view.isOpaque(copy) || copy.args.length > 0) return;
  if (copy.receiver.kind !== 'path' && copy.receiver.kind !== 'field') return;
  const seen: Seen = {
    copy: copy.name,
    place: view.snippet(copy.receiver, 40),
    of: view.typeOf(copy.receiver),
    by,
  };
  if (seen.of !== null) view.emit(copy, seen, view.methodSpan(copy));
}

/** An iterator that is used up within its statement. */
function isChained(iter: Expr): boolean {
  return iter.parent?.kind === 'method' && iter.parent.receiver === iter;
}

function takerOf(copy: MethodCall, view: View): Seen['by'] | null {
  const outer: Call | MethodCall | null =
    copy.parent?.kind === 'call' || copy.parent?.kind === 'method' ? copy.parent : null;
  if (outer === null || !outer.args.includes(copy)) return null;
  if (outer.kind === 'method') return { method: outer.name, on: view.typeOf(outer.receiver) };
  const path = view.calledPath(outer);
  return path === null ? null : { path };
}

function takesAnything(
  program: Parameters<Rule['judge']>[0]['program'],
  file: string,
  by: Exclude<Seen['by'], 'chain'>,
): boolean {
  if ('path' in by) return FUNCTIONS.has(program.canonical(file, by.path));
  const head = program.headPath(file, by.on);
  return head !== null && Object.hasOwn(METHODS, head) && METHODS[head]?.has(by.method) === true;
}
