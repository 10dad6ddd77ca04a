/** Milliseconds of pure computation between two awaits. */
import { onMethod } from '../../summaries/collector.js';
import { chainHas } from '../../summaries/context.js';
import { blockingRule } from '../blocking.js';

/** They make a parallel iterator; the last call of the chain waits until the pool is through with it. */
const PARALLEL = new Set(
  `par_iter par_iter_mut into_par_iter par_bridge par_chunks par_chunks_mut par_chunks_exact par_lines par_split
  par_drain par_windows`.split(/\s+/),
);
const ENDS =
  `collect collect_into_vec for_each for_each_with for_each_init try_for_each sum product reduce reduce_with count
  min max min_by max_by min_by_key max_by_key any all find_any find_first find_map_any position_any partition unzip
  try_reduce`.split(/\s+/);
const SORTS =
  `par_sort par_sort_by par_sort_by_key par_sort_by_cached_key par_sort_unstable par_sort_unstable_by
  par_sort_unstable_by_key par_extend`.split(/\s+/);

/** Compressors of flate2 that are asked for all of it at once. */
const PACKED = Object.fromEntries(
  [
    'GzEncoder',
    'GzDecoder',
    'MultiGzDecoder',
    'ZlibEncoder',
    'ZlibDecoder',
    'DeflateEncoder',
    'DeflateDecoder',
  ].flatMap((name): [string, string[]][] => [
    [`flate2::write::${name}`, ['finish']],
    [`flate2::read::${name}`, ['read_to_end', 'read_to_string']],
    [`flate2::bufread::${name}`, ['read_to_end', 'read_to_string']],
  ]),
);

export const rule = blockingRule({
  id: 'cpu-heavy-in-async',
  confidence: 'medium',
  calls: [
    'bcrypt::hash',
    'bcrypt::hash_with_result',
    'bcrypt::hash_with_salt',
    'bcrypt::verify',
    'argon2::hash_encoded',
    'argon2::hash_raw',
    'argon2::verify_encoded',
    'scrypt::scrypt',
    'pbkdf2::pbkdf2',
    'pbkdf2::pbkdf2_hmac',
    'pbkdf2::pbkdf2_hmac_array',
    'pbkdf2::pbkdf2_array',
    'bcrypt::non_truncating_hash',
    'bcrypt::non_truncating_verify',
    'ring::pbkdf2::derive',
    'ring::pbkdf2::verify',
    'openssl::pkcs5::pbkdf2_hmac',
    'djangohashers::check_password',
    'djangohashers::make_password',
    'password_auth::generate_hash',
    'password_auth::verify_password',
    'rsa::RsaPrivateKey::new',
    'rsa::RsaPrivateKey::new_with_exp',
    'openssl::rsa::Rsa::generate',
    'zstd::encode_all',
    'zstd::decode_all',
    'zstd::stream::copy_encode',
    'zstd::stream::copy_decode',
    'zstd::bulk::compress',
    'zstd::bulk::decompress',
    'brotli::BrotliCompress',
    'brotli::BrotliDecompress',
    'image::open',
    'image::load_from_memory',
    'image::load_from_memory_with_format',
    'image::imageops::resize',
    'rayon::join',
    'resvg::render',
    'wasmtime::Module::new',
    'wasmtime::Module::from_file',
    'wasmtime::Module::from_binary',
    'wasmtime::component::Component::new',
    'wasmtime::component::Component::from_file',
    'wasmtime::component::Component::from_binary',
    'sysinfo::System::new_all',
  ],
  methods: {
    'argon2::Argon2': ['hash_password', 'verify_password', 'hash_password_into', 'hash_password_customized'],
    'argon2::PasswordHash': ['verify_password'],
    'scrypt::Scrypt': ['hash_password', 'verify_password', 'hash_password_customized'],
    'pbkdf2::Pbkdf2': ['hash_password', 'verify_password', 'hash_password_customized'],
    'image::DynamicImage': [
      'resize',
      'resize_exact',
      'resize_to_fill',
      'thumbnail',
      'blur',
      'write_to',
      'save',
    ],
    'zip::ZipArchive': ['extract'],
    'tar::Archive': ['unpack'],
    ...PACKED,
    'rayon::ThreadPool': ['install'],
    'image::ImageReader': ['decode'],
    'sysinfo::System': ['refresh_all', 'refresh_processes', 'refresh_processes_specifics'],
  },
  more: [
    onMethod(ENDS, (node, view) => {
      if (chainHas(node.receiver, PARALLEL) && !view.isAwaited(node) && !view.isOpaque(node))
        view.emit(node, { known: `rayon's ${node.name}` }, view.methodSpan(node));
    }),
    onMethod(SORTS, (node, view) => {
      if (!view.isOpaque(node)) view.emit(node, { known: node.name }, view.methodSpan(node));
    }),
  ],
  // What is packed is small as often as not, and then costs less than the way to another thread.
  refine: ({ callee }) => {
    if (callee.startsWith('sysinfo::'))
      return {
        severity: 'warning',
        light: 'request',
        message: `\`${callee}\` reads what the kernel knows of every process on this async worker: every task on it waits`,
        help: 'refresh in `spawn_blocking`, and no more than is shown: `refresh_memory`, `refresh_cpu_usage`',
      };
    return /^(?:zstd|brotli|flate2)::/.test(callee) ? { severity: 'warning', light: 'request' } : {};
  },
});
