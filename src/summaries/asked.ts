/**
 * The names that judgement asks the whole program for. Summaries keep where these are first used, and nothing of
 * the thousands of others; a rule that asks for another name does not compile.
 */

import { lastSegment } from '../syntax/walk.js';

export const H2_WINDOWS = [
  'initial_stream_window_size',
  'initial_connection_window_size',
  'http2_initial_stream_window_size',
  'http2_initial_connection_window_size',
  'h2_initial_stream_window_size',
  'h2_initial_connection_window_size',
] as const;
export const H2_ADAPTIVE = ['http2_adaptive_window', 'adaptive_window'] as const;
/** A connection becomes a tunnel. */
export const TUNNELS = ['http2_connect', 'enable_connect_protocol'] as const;

/** Code that only works while panics unwind. */
export const UNWINDING_METHODS = [
  'catch_unwind',
  'is_panic',
  'into_panic',
  'try_into_panic',
  'catch_panic',
  'resume_unwind',
] as const;
export const UNWINDING_PATHS = [
  'std::panic::catch_unwind',
  'std::panic::resume_unwind',
  'std::panic::AssertUnwindSafe',
  'std::thread::Result',
  'futures::FutureExt::catch_unwind',
  'futures_util::FutureExt::catch_unwind',
  'futures::future::FutureExt::catch_unwind',
  'futures_util::future::FutureExt::catch_unwind',
  'tower_http::catch_panic::CatchPanicLayer',
  'tower_http::catch_panic::CatchPanic',
  'tokio::task::JoinError::is_panic',
  'tokio::task::JoinError::into_panic',
  'tokio::task::JoinError::try_into_panic',
] as const;

export const THREADS = ['std::thread::spawn', 'std::thread::scope', 'std::thread::Builder::spawn'] as const;

/** What is not `Send` needs the one thread. */
export const BOUND_TO_THREAD = [
  'tokio::task::LocalSet',
  'tokio::task::LocalSet::new',
  'tokio::task::LocalSet::default',
  'tokio::task::spawn_local',
] as const;

/** Each goes through tokio's thread pool. */
export const FILE_WORK = [
  'tokio::fs::read',
  'tokio::fs::write',
  'tokio::fs::read_to_string',
  'tokio::fs::copy',
  'tokio::fs::rename',
  'tokio::fs::remove_file',
  'tokio::fs::metadata',
  'tokio::fs::read_dir',
  'tokio::fs::create_dir_all',
  'tokio::fs::File::open',
  'tokio::fs::File::create',
  'tokio::fs::OpenOptions::open',
  'tokio::fs::OpenOptions::new',
] as const;

const METHODS = [...H2_WINDOWS, ...H2_ADAPTIVE, ...TUNNELS, ...UNWINDING_METHODS, 'is_finished'] as const;
const PATHS = [...UNWINDING_PATHS, ...THREADS, ...BOUND_TO_THREAD, ...FILE_WORK] as const;

export type AskedMethod = (typeof METHODS)[number];
export type AskedPath = (typeof PATHS)[number];

const methods: ReadonlySet<string> = new Set(METHODS);
const names: ReadonlySet<string> = new Set(PATHS.map(lastSegment));
/** `fs_err::tokio::read` is `tokio::fs::read`. */
const SPELLINGS = FILE_WORK.map((path) => path.replace('tokio::fs::', 'fs_err::tokio::'));
const tails: ReadonlySet<string> = new Set([...PATHS, ...SPELLINGS].map(tailOf));

/** The last two names: `fs::read` of `tokio::fs::read`. */
function tailOf(path: string): string {
  const before = path.lastIndexOf('::', path.lastIndexOf('::') - 1);
  return before < 0 ? path : path.slice(before + 2);
}

export function isAskedMethod(name: string): name is AskedMethod {
  return methods.has(name);
}

/** A cheap look at a path's last name, before what the path means is looked up. */
export function isAskedName(name: string): boolean {
  return names.has(name);
}

/** By which module a file comes to the item decides at judgement; its last two names are the same everywhere. */
export function mayBeAsked(path: string): boolean {
  return tails.has(tailOf(path));
}
