/** File system calls that hold an async worker while the disk, or a network mount, answers. */
import { blockingRule } from '../blocking.js';

const FUNCTIONS =
  `read read_to_string write copy rename remove_file remove_dir remove_dir_all create_dir create_dir_all
  read_dir metadata symlink_metadata canonicalize read_link hard_link set_permissions exists`.split(/\s+/);

const PATH_METHODS =
  'exists try_exists is_file is_dir is_symlink metadata symlink_metadata canonicalize read_dir read_link'.split(
    ' ',
  );

/** They look at a directory's entries or change one, and move no data. */
const LOOKS = new Set(
  `metadata symlink_metadata canonicalize exists read_link read_dir remove_file remove_dir create_dir create_dir_all
  set_permissions hard_link`
    .split(/\s+/)
    .map((name) => `std::fs::${name}`)
    .concat('sysinfo::Disks::new_with_refreshed_list'),
);

export const rule = blockingRule({
  id: 'blocking-fs-in-async',
  confidence: 'high',
  calls: [
    ...FUNCTIONS.map((name) => `std::fs::${name}`),
    'std::fs::File::open',
    'std::fs::File::create',
    'std::fs::File::create_new',
    'glob::glob',
    'csv::Reader::from_path',
    'csv::ReaderBuilder::from_path',
    'tempfile::NamedTempFile::new',
    'tempfile::NamedTempFile::new_in',
    'tempfile::TempDir::new',
    'tempfile::tempfile',
    'tempfile::tempfile_in',
    'tempfile::tempdir',
    'tempfile::tempdir_in',
    'walkdir::WalkDir::new',
    'ignore::Walk::new',
    'ignore::WalkBuilder::new',
    ...'copy_items move_items remove_items'.split(' ').map((name) => `fs_extra::${name}`),
    ...'copy move_dir get_size get_dir_content remove'.split(' ').map((name) => `fs_extra::dir::${name}`),
    ...'copy move_file read_to_string write_all'.split(' ').map((name) => `fs_extra::file::${name}`),
    'maxminddb::Reader::open_readfile',
    'sysinfo::Disks::new_with_refreshed_list',
  ],
  methods: {
    'std::fs::File': ['sync_all', 'sync_data', 'set_len', 'metadata', 'set_permissions'],
    'std::fs::OpenOptions': ['open'],
    'std::fs::DirBuilder': ['create'],
    'tempfile::Builder': ['tempfile', 'tempfile_in', 'tempdir', 'tempdir_in'],
    'tempfile::NamedTempFile': ['persist', 'persist_noclobber', 'reopen'],
    'tempfile::TempDir': ['close'],
    'std::path::Path': PATH_METHODS,
    'std::path::PathBuf': PATH_METHODS,
    'camino::Utf8Path': PATH_METHODS,
    'camino::Utf8PathBuf': PATH_METHODS,
    'atomicwrites::AtomicFile': ['write'],
    'tar::Builder': ['append_path', 'append_path_with_name', 'append_dir_all', 'append_file'],
    // Each waits until the disk has it.
    'tantivy::IndexWriter': ['commit', 'wait_merging_threads'],
    'tantivy::IndexReader': ['reload'],
    'sled::Db': ['flush'],
    'sled::Tree': ['flush'],
    'redb::WriteTransaction': ['commit'],
    'heed::RwTxn': ['commit'],
    'rocksdb::DB': ['flush', 'flush_cf', 'flush_wal', 'compact_range', 'compact_range_cf'],
    'memmap2::MmapMut': ['flush', 'flush_range'],
  },
  facts: (node) => {
    const [first] = node.args;
    return first?.kind === 'literal' ? first.text : null;
  },
  refine: ({ callee, facts }) => {
    // The kernel answers these from memory.
    if (typeof facts === 'string' && /^"\/(?:proc|sys|dev)\//.test(facts)) return null;
    // `stat` is quick on a local disk, and may hang on a network mount; temporary files are mostly local.
    if (/^(?:std::path|camino|tempfile)::/.test(callee) || LOOKS.has(callee)) {
      return {
        callee: callee.replace(/^std::path::Path(?:Buf)?/, 'Path').replace(/^camino::/, ''),
        severity: 'warning',
        confidence: 'medium',
        ...(callee.startsWith('tempfile::') ? { light: 'request', quick: true } : { light: 'server' }),
      };
    }
    return {};
  },
});
