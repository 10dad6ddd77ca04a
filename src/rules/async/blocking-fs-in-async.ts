/** File system calls that hold an async worker while the disk, or a network mount, answers. */
import { onCall, onMethod } from '../../summaries/collector.js';
import type { Ty } from '../../summaries/ty.js';
import { PathSet } from '../declarative.js';
import { blockingFindings } from '../reach.js';
import type { Rule } from '../rule.js';

const FUNCTIONS = `read read_to_string write copy rename remove_file remove_dir remove_dir_all create_dir create_dir_all
  read_dir metadata symlink_metadata canonicalize read_link hard_link set_permissions exists`.split(/\s+/);

const CALLS = new PathSet([
  ...FUNCTIONS.map((name) => `std::fs::${name}`),
  'std::fs::File::open',
  'std::fs::File::create',
  'std::fs::File::create_new',
  'glob::glob',
  'csv::Reader::from_path',
  'csv::ReaderBuilder::from_path',
]);

/** Methods by the type they block on. */
const METHODS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['std::fs::File', new Set(['sync_all', 'sync_data', 'set_len', 'metadata', 'set_permissions'])],
  ['std::fs::OpenOptions', new Set(['open'])],
  ['std::fs::DirBuilder', new Set(['create'])],
  ['std::path::Path', new Set(['exists', 'try_exists', 'is_file', 'is_dir', 'metadata', 'canonicalize', 'read_dir'])],
  ['std::path::PathBuf', new Set(['exists', 'try_exists', 'is_file', 'is_dir', 'metadata', 'canonicalize', 'read_dir'])],
]);

type Seen =
  | { readonly path: string; readonly literal: string | null }
  | { readonly method: string; readonly on: Ty };

export const rule: Rule = {
  id: 'blocking-fs-in-async',
  collect: [
    onCall([...FUNCTIONS, 'open', 'create', 'create_new', 'glob', 'from_path'], (node, view) => {
      const path = view.calledPath(node);
      if (path === null || view.isAwaited(node) || view.isOpaque(node)) return;
      const [first] = node.args;
      const literal = first?.kind === 'literal' ? first.text : null;
      view.emit(node, { path, literal } satisfies Seen);
    }),
    onMethod([...new Set([...METHODS.values()].flatMap((names) => [...names]))], (node, view) => {
      if (view.isAwaited(node) || view.isOpaque(node)) return;
      const on = view.typeOf(node.receiver);
      if (on !== null) view.emit(node, { method: node.name, on } satisfies Seen, view.methodSpan(node));
    }),
  ],
  judge: ({ program }) =>
    blockingFindings('blocking-fs-in-async', program, 'high', (sighting) => {
      const seen: Seen = sighting.data;
      if ('method' in seen) {
        const owner = program.headPath(sighting.path, seen.on);
        if (owner === null || METHODS.get(owner)?.has(seen.method) !== true) return null;
        const isPath = owner.startsWith('std::path::');
        return { callee: `${isPath ? 'Path' : owner}::${seen.method}`, ...(isPath ? { confidence: 'medium' as const } : {}) };
      }
      const path = program.canonical(sighting.path, seen.path);
      if (!CALLS.has(path)) return null;
      // The kernel answers these from memory.
      const virtual = seen.literal !== null && /^"\/(?:proc|sys)\//.test(seen.literal);
      return { callee: path, ...(virtual ? { severity: 'warning' as const } : {}) };
    }),
};
